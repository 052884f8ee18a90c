import Entente

/// What a column holds.
enum CSVColumn: Sendable {
  case id, when, note, own(Int)
  /// The four years, a cell each.
  case years
  case kind, name, aliases
  case source, target, type, label, status, accordingTo
  /// The relation type with a number where others of it join the same two, which tells parallel edges apart.
  case ownKind
  /// What is the same in every row.
  case constant(StaticString)
}

/// How a tool wants the tables of nodes and edges: the columns, and what they are called.
struct CSVDialect: Sendable {
  /// A column, or several that are written together, and what they are called.
  struct Heading: Sendable {
    let names: [String]
    let column: CSVColumn

    init(_ name: String, _ column: CSVColumn) {
      names = [name]
      self.column = column
    }

    /// The four years, each name with something after it.
    static func years(_ suffix: String = "") -> Heading {
      Heading(names: Property.years.map { (PropertySyntax.entityNames[$0] ?? "") + suffix }, column: .years)
    }

    private init(names: [String], column: CSVColumn) {
      self.names = names
      self.column = column
    }
  }

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

  private static let plain = CSVDialect(
    nodes: [
      Heading("id", .id), Heading("kind", .kind), Heading("name", .name), Heading("aliases", .aliases),
      Heading("when", .when), .years(),
      Heading("note", .note),
    ],
    edges: [
      Heading("id", .id), Heading("source", .source), Heading("target", .target), Heading("type", .type),
      Heading("when", .when), Heading("status", .status),
      Heading("according_to", .accordingTo), .years(), Heading("note", .note),
    ])

  /// Gephi makes columns of its own of `Id`, `Label`, `Source`, `Target`, `Type`, `Kind` and `Weight`, and merges edges
  /// that have the same ends and kind.
  private static let gephi = CSVDialect(
    nodes: [
      Heading("Id", .id), Heading("Label", .name), Heading("kind", .kind), Heading("aliases", .aliases),
      Heading("when", .when), .years(),
      Heading("note", .note),
    ],
    edges: [
      Heading("Id", .id), Heading("Source", .source), Heading("Target", .target),
      Heading("Type", .constant("Directed")), Heading("Kind", .ownKind),
      Heading("Label", .label), Heading("Weight", .constant("1.0")), Heading("relation_type", .type),
      Heading("when", .when), Heading("status", .status),
      Heading("according_to", .accordingTo), .years(), Heading("note", .note),
    ])

  /// neo4j-admin takes types from the headers, and lists with `;` between.
  private static let neo4j = CSVDialect(
    nodes: [
      Heading("id:ID", .id), Heading(":LABEL", .kind), Heading("name:string", .name),
      Heading("aliases:string[]", .aliases), Heading("when:string", .when), .years(":int"),
      Heading("note:string", .note),
    ],
    edges: [
      Heading("id:string", .id), Heading(":START_ID", .source), Heading(":END_ID", .target), Heading(":TYPE", .type),
      Heading("label:string", .label),
      Heading("when:string", .when), Heading("status:string", .status), Heading("according_to:string", .accordingTo),
      .years(":int"), Heading("note:string", .note),
    ], separator: ";",
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
      CSVDialect.Heading(dialect.own(names[index], keys.keys[index].type), .own(index))
    }
  }
}
