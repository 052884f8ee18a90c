import Entente

/// What a column holds.
enum CSVColumn: Sendable {
  case id, when, note, own(Int)
  /// One of the four years, by its place among them.
  case year(Int)
  case kind, name, aliases
  case source, target, type, label, status, accordingTo
  /// The relation type with a number where others of it join the same two, which tells parallel edges apart.
  case ownKind
  /// What is the same in every row.
  case constant(StaticString)
}

/// How a tool wants the tables of nodes and edges: the columns, and what they are called.
struct CSVDialect: Sendable {
  typealias Heading = (name: String, column: CSVColumn)

  let nodes: [Heading]
  let edges: [Heading]
  /// What stands between aliases.
  let separator: StaticString
  /// What an own attribute's column is called, by its name and type.
  let own: @Sendable (_ name: String, AttributeKeys.ValueType) -> String

  /// The dialect with that name; the plain one without.
  init(_ name: String?) {
    self =
      switch name {
      case "gephi": .gephi
      case "neo4j": .neo4j
      default: .plain
      }
  }

  private init(
    nodes: [Heading], edges: [Heading], separator: StaticString = "|",
    own: @escaping @Sendable (String, AttributeKeys.ValueType) -> String = { name, _ in name }
  ) {
    self.nodes = nodes
    self.edges = edges
    self.separator = separator
    self.own = own
  }

  private static func years(_ suffix: String = "") -> [Heading] {
    Property.years.enumerated().map { index, year in
      ((PropertySyntax.entityNames[year] ?? "") + suffix, .year(index))
    }
  }

  private static let plain = CSVDialect(
    nodes: [("id", .id), ("kind", .kind), ("name", .name), ("aliases", .aliases), ("when", .when)] + years()
      + [("note", .note)],
    edges: [
      ("id", .id), ("source", .source), ("target", .target), ("type", .type), ("when", .when), ("status", .status),
      ("according_to", .accordingTo),
    ] + years() + [("note", .note)])

  /// Gephi makes columns of its own of `Id`, `Label`, `Source`, `Target`, `Type`, `Kind` and `Weight`, and merges edges
  /// that have the same ends and kind.
  private static let gephi = CSVDialect(
    nodes: [("Id", .id), ("Label", .name), ("kind", .kind), ("aliases", .aliases), ("when", .when)] + years()
      + [("note", .note)],
    edges: [
      ("Id", .id), ("Source", .source), ("Target", .target), ("Type", .constant("Directed")), ("Kind", .ownKind),
      ("Label", .label), ("Weight", .constant("1.0")), ("relation_type", .type), ("when", .when), ("status", .status),
      ("according_to", .accordingTo),
    ] + years() + [("note", .note)])

  /// neo4j-admin takes types from the headers, and lists with `;` between.
  private static let neo4j = CSVDialect(
    nodes: [
      ("id:ID", .id), (":LABEL", .kind), ("name:string", .name), ("aliases:string[]", .aliases), ("when:string", .when),
    ] + years(":int") + [("note:string", .note)],
    edges: [
      ("id:string", .id), (":START_ID", .source), (":END_ID", .target), (":TYPE", .type), ("label:string", .label),
      ("when:string", .when), ("status:string", .status), ("according_to:string", .accordingTo),
    ] + years(":int") + [("note:string", .note)], separator: ";",
    own: { name, type in
      switch type {
      case .boolean: name + ":boolean"
      case .integer: name + ":long"
      case .number: name + ":double"
      case .text: name + ":string"
      }
    })
}

/// The own attributes of nodes and edges, each a column.
struct CSVKeys: Sendable {
  let keys: AttributeKeys
  let names: [String]

  private static let taken = [
    "id", "kind", "name", "aliases", "source", "target", "type", "status", "label", "weight", "relation_type", "note",
    "according_to",
  ]

  init(of selection: Selection) {
    keys = AttributeKeys(of: selection)
    let years = PropertySyntax.entityNames.values
    names = keys.names(avoiding: Self.taken + years, in: selection.graph.columns.strings)
  }

  func changes(in format: Format, of graph: RelationGraph) -> [Loss] {
    keys.changes(in: format, names: names, texts: keys.keys.map { $0.reasonForText(hasInfinity: true) }, of: graph)
  }

  /// The columns of those that nodes, or edges, have.
  func headings(_ dialect: CSVDialect, where has: (AttributeKeys.Key) -> Bool) -> [CSVDialect.Heading] {
    keys.keys.indices.filter { has(keys.keys[$0]) }.map { index in
      (dialect.own(names[index], keys.keys[index].type), .own(index))
    }
  }
}
