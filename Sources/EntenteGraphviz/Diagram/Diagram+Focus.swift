import Entente

extension Diagram {
  /// Marks those whose surroundings were asked for: their names are larger, and one alone stands in the middle.
  mutating func markFocus(_ around: [String], _ graph: RelationGraph) {
    guard !around.isEmpty else { return }
    let asked = Set(around.map { $0.lowercased() })
    for (index, entity) in entities.enumerated() {
      let names = [entity.id, entity.name] + entity.aliases
      guard names.contains(where: { asked.contains($0.lowercased()) }) else { continue }
      entities[index].isFocus = true
    }
  }

  /// The one asked about, if it is one.
  var focus: Int? {
    let focused = entities.indices.filter { entities[$0].isFocus }
    return focused.count == 1 ? focused[0] : nil
  }
}
