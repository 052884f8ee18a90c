import Entente
import EntenteFormats

extension Diagram {
  /// How many sides have colours that all eyes tell apart.
  static let mostSides = 8

  /// How an entity looks: as its kind, but for what it says itself.
  func look(of entity: Int) -> KindLook {
    let (own, kind) = (entities[entity].look, looks[entities[entity].kind] ?? KindLook(.rectangle, .orange))
    if own.isUsual { return kind }
    return KindLook(
      own.shape ?? kind.shape, own.colour ?? kind.colour, isDouble: own.shape == nil && kind.isDouble)
  }

  /// Lets colours mean the values of an attribute: the graph's sides, in their order, or of another the most usual first.
  /// Those beyond the eighth have no colour.
  ///
  /// - Throws: ``NoAttribute`` where no entity has the attribute.
  mutating func colour(by key: String?, _ graph: RelationGraph) throws(NoAttribute) {
    guard key != Self.byKind, let key = key ?? (graph.sides.isEmpty ? nil : Side.attribute) else { return }
    let values = entities.map { $0.row.flatMap { graph.entities[$0].attributes[key]?.description } }
    var counts: [String: Int] = [:]
    for case let value? in values { counts[value, default: 0] += 1 }
    let named = key == Side.attribute ? graph.sides.map(\.name) : []
    if counts.isEmpty, !graph.entities.contains(where: { $0.attributes[key] != nil }) {
      throw NoAttribute(name: key, known: Self.attributes(of: graph))
    }
    let others = counts.filter { !named.contains($0.key) }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    let all = named.filter { counts[$0] != nil } + others.map(\.key)
    sides = Array(all.prefix(Self.mostSides))
    sidesWithoutColour = all.count - sides.count
    neutralName = "no \(key)"
    let places = Dictionary(sides.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      entities[index].side = places[value]
      entities[index].sideName = value
      entities[index].description += " \(key.prefix(1).uppercased())\(key.dropFirst()): \(value)."
    }
  }

  /// Colours were to mean an attribute that no entity has.
  struct NoAttribute: Error {
    let name: String
    /// Those that entities have.
    let known: [String]
  }

  /// The word for the colours that kinds have.
  static let byKind = "kind"

  /// The keys of the attributes that entities have.
  private static func attributes(of graph: RelationGraph) -> [String] {
    Set(graph.entities.lazy.flatMap { $0.attributes.map(\.key) }).sorted()
  }
}
