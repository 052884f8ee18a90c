import Entente

/// What a column holds.
enum CSVColumn: Sendable {
  case id, when, note, own(Int)
  /// The four years, and the four bounds of the date as days, a cell each.
  case times
  case kind, name, aliases, sameAs
  case source, target, type, label, status, accordingTo
  /// The relation type with a number where others of it join the same two, which tells parallel edges apart.
  case ownKind
  /// Whether it certainly or possibly held in the years that were asked about.
  case answer
  /// The attribute that is the weight.
  case weight
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

    /// The four years and the four days, each name with something after it.
    static func times(_ yearSuffix: String = "", _ daySuffix: String = "") -> Heading {
      let years = Property.years.map { (PropertySyntax.entityNames[$0] ?? "") + yearSuffix }
      return Heading(names: years + CSVDialect.days.map { $0 + daySuffix }, column: .times)
    }

    private init(names: [String], column: CSVColumn) {
      self.names = names
      self.column = column
    }
  }

  /// What the bounds of a date are called.
  static let days = ["start_earliest", "start_latest", "end_earliest", "end_latest"]

  let nodes: [Heading]
  let edges: [Heading]
  /// What the column of the weight is called, where there is one.
  let weight: String
  /// Whether an attribute that is called so is a column like others, and the weight by itself.
  var weightIsOwn: Bool { weight != "Weight" }
  /// What the column of answers is called.
  let answer: String
  /// What the column of names in registries is called, where there are some; `|` stands between them.
  var sameAs: Heading { Heading(weight == "weight:double" ? "same_as:string" : "same_as", .sameAs) }
  /// What stands between aliases.
  let separator: UInt8
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
    nodes: [Heading], edges: [Heading], weight: String = "weight", answer: String = "answer",
    separator: UInt8 = UInt8(ascii: "|"),
    own: @escaping @Sendable (String, AttributeKeys.ValueType) -> String = { name, _ in name }
  ) {
    self.nodes = nodes
    self.edges = edges
    self.weight = weight
    self.answer = answer
    self.separator = separator
    self.own = own
  }

  private static let plain = CSVDialect(
    nodes: [
      Heading("id", .id), Heading("kind", .kind), Heading("name", .name), Heading("aliases", .aliases),
      Heading("when", .when), .times(), Heading("note", .note),
    ],
    edges: [
      Heading("id", .id), Heading("source", .source), Heading("target", .target), Heading("type", .type),
      Heading("when", .when), Heading("status", .status), Heading("according_to", .accordingTo), .times(),
      Heading("note", .note),
    ])

  /// Gephi makes columns of its own of `Id`, `Label`, `Source`, `Target`, `Type`, `Kind` and `Weight`, and merges edges
  /// that have the same ends and kind.
  private static let gephi = CSVDialect(
    nodes: [
      Heading("Id", .id), Heading("Label", .name), Heading("kind", .kind), Heading("aliases", .aliases),
      Heading("when", .when), .times(), Heading("note", .note),
    ],
    edges: [
      Heading("Id", .id), Heading("Source", .source), Heading("Target", .target),
      Heading("Type", .constant("Directed")), Heading("Kind", .ownKind), Heading("Label", .label),
      Heading("relation_type", .type), Heading("when", .when), Heading("status", .status),
      Heading("according_to", .accordingTo), .times(), Heading("note", .note),
    ], weight: "Weight")

  /// neo4j-admin takes types from the headers, and lists with `;` between.
  private static let neo4j = CSVDialect(
    nodes: [
      Heading("id:ID", .id), Heading(":LABEL", .kind), Heading("name:string", .name),
      Heading("aliases:string[]", .aliases), Heading("when:string", .when), .times(":int", ":string"),
      Heading("note:string", .note),
    ],
    edges: [
      Heading("id:string", .id), Heading(":START_ID", .source), Heading(":END_ID", .target), Heading(":TYPE", .type),
      Heading("label:string", .label), Heading("when:string", .when), Heading("status:string", .status),
      Heading("according_to:string", .accordingTo), .times(":int", ":string"), Heading("note:string", .note),
    ], weight: "weight:double", answer: "answer:string", separator: UInt8(ascii: ";"),
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
struct CSVKeys {
  let keys: AttributeKeys
  let dialect: CSVDialect
  let names: [String]
  /// The key that the column of weights has, where that is a column of its own.
  let weight: Int?

  private static let taken =
    [
      "id", "kind", "name", "aliases", "source", "target", "type", "status", "label", "weight", "relation_type", "note",
      "according_to", "answer",
    ] + CSVDialect.days + PropertySyntax.reserved

  init(of selection: Selection, _ dialect: CSVDialect, _ options: ExportOptions) {
    let keys = AttributeKeys(of: selection, options)
    let weight = keys.weightIfAny(of: selection, options)
    self.keys = keys
    self.dialect = dialect
    // An attribute that is called so is the weight by itself, unless a tool calls it otherwise.
    let isItself = weight.map { keys.keys[$0].name == AttributeKeys.weight && dialect.weightIsOwn } ?? false
    let columns = (dialect.nodes + dialect.edges).flatMap(\.names) + [dialect.weight, dialect.answer]
    names = keys.names(avoiding: Self.taken + columns, weight: isItself ? weight : nil)
    self.weight = isItself ? nil : weight
  }

  func changes(in format: Format) -> [Loss] {
    keys.changes(in: format, names: names, types: names.map { _ in nil })
  }

  /// What the column of a key is called.
  func heading(_ key: Int) -> String { dialect.own(names[key], keys.keys[key].type) }

  /// The columns of those that nodes, or edges, have.
  func headings(where has: (AttributeKeys.Key) -> Bool) -> [CSVDialect.Heading] {
    keys.keys.indices.filter { has(keys.keys[$0]) }.map { CSVDialect.Heading(heading($0), .own($0)) }
  }

  /// What the columns are called and hold in the graph.
  var rows: [[String]] {
    let own = keys.keys.indices.map { [heading($0), keys.keys[$0].name, keys.keys[$0].tableType] }
    return own + (weight.map { [[dialect.weight, keys.keys[$0].name, "copy"]] } ?? [])
  }
}

extension AttributeKeys.Key {
  fileprivate var tableType: String {
    switch type {
    case _ where isMixed: "mixed"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .text: "text"
    }
  }
}
