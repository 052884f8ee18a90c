/// What is done with a column of a table of nodes or edges.
enum ColumnUse: Hashable {
  case role(ImportOptions.Role)
  /// `Directed` or `Undirected`, as Gephi has it.
  case direction
  /// What Entente makes of the other columns, and makes again: years, bounds, labels.
  case derived
  case attribute
}

/// What the columns of one table are used for.
struct TablePlan {
  /// Whether it has edges, nodes, or neither.
  enum Content {
    case nodes, edges
  }

  let content: Content?
  /// What `attributes.csv` says of the columns, by their headings.
  let declared: DeclaredColumns
  private(set) var uses: [ColumnUse]
  /// Whether Entente wrote the table: then quotation marks tell a text from a number, and what is derived is left out.
  let isOurs: Bool
  /// Which columns `attributes.csv` says to be attributes, whatever they are called.
  private let isDeclared: [Bool]
  /// What the user names columns for.
  private let mapped: Set<ImportOptions.Role>
  /// What stands between several values in a cell.
  let listSeparator: UInt8

  /// The names of the two ends, by those who write such tables.
  static let ends = [
    ("source", "target"), ("from", "to"), ("subject", "object"), ("start_id", "end_id"), ("source_id", "target_id"),
    ("from_id", "to_id"), ("subject_id", "object_id"), ("src", "dst"),
  ]
  /// Names of columns that may well mean a date.
  static let dates = ["when", "date", "year", "start", "end", "from", "to", "since", "until"]

  private static let years: Set = ["possible_from", "certain_from", "certain_to", "possible_to"]
  private static let derived = years.union([
    "start_earliest", "start_latest", "end_earliest", "end_latest", "answer", "symmetric", "holds",
  ])

  /// The plan for a table with these headings.
  ///
  /// - Parameter columns: which columns the user names for what.
  /// - Throws: the role whose column is not there, with its name.
  init(
    _ headers: [TableHeader], _ columns: [ImportOptions.Role: [String]], declared: DeclaredColumns = [:],
    content expected: Content? = nil
  ) throws(NoSuchColumn) {
    self.declared = declared
    mapped = Set(columns.keys)
    isDeclared = headers.map { declared[$0.written].map { $0.type != .copy } ?? false }
    // What is declared to be an attribute may have a name that looks like a heading with a type.
    let headers = zip(headers, isDeclared).map { $1 ? TableHeader($0.written, hasTypes: false) : $0 }
    let names = headers.map(\.plain)
    isOurs = Self.years.isSubset(of: names)
    listSeparator = headers.contains { $0.type == "string[]" } ? UInt8(ascii: ";") : UInt8(ascii: "|")
    // The weight of a graph's own attribute stands in a column of its own for tools that want it there.
    uses = headers.map { declared[$0.written]?.type == .copy ? .derived : .attribute }
    var taken: Set<ImportOptions.Role> = []
    for (role, wanted) in columns {
      for name in wanted {
        guard let index = headers.firstIndex(where: { $0.written == name || $0.name == name || $0.plain == name })
        else {
          throw NoSuchColumn(role: role, name: name, known: headers.map(\.written))
        }
        uses[index] = .role(role)
      }
      taken.insert(role)
    }
    if !taken.contains(.source) && !taken.contains(.target) {
      for (source, target) in Self.ends {
        guard let source = names.firstIndex(of: source), let target = names.firstIndex(of: target),
          uses[source] == .attribute, uses[target] == .attribute, !isDeclared[source], !isDeclared[target]
        else { continue }
        uses[source] = .role(.source)
        uses[target] = .role(.target)
        break
      }
    }
    let hasEnds = uses.contains(.role(.source)) && uses.contains(.role(.target))
    let hasID =
      taken.contains(.id) || names.contains { Self.idNames.contains($0) } || headers.contains { $0.type == "ID" }
    content = expected ?? (hasEnds ? .edges : hasID ? .nodes : nil)
    if content == .edges { planEdges(headers, names, &taken) } else { planNodes(headers, names, &taken) }
  }

  private static let idNames = ["id", "node", "node_id"]

  /// The first column with one of the names, in their order, gets the role, unless another has it.
  private mutating func give(
    _ role: ImportOptions.Role, _ names: [String], _ wanted: [String], _ taken: inout Set<ImportOptions.Role>
  ) {
    if taken.contains(role) { return }
    for name in wanted {
      guard let index = names.firstIndex(of: name), uses[index] == .attribute, !isDeclared[index] else { continue }
      uses[index] = .role(role)
      taken.insert(role)
      return
    }
  }

  private mutating func dropDerived(_ names: [String], _ derived: Set<String>) {
    guard isOurs else { return }
    for (index, name) in names.enumerated()
    where uses[index] == .attribute && derived.contains(name) && !isDeclared[index] {
      uses[index] = .derived
    }
  }

  private mutating func planNodes(_ headers: [TableHeader], _ names: [String], _ taken: inout Set<ImportOptions.Role>) {
    if !taken.contains(.id), let index = headers.firstIndex(where: { $0.type == "ID" }) {
      uses[index] = .role(.id)
      taken.insert(.id)
    }
    if !taken.contains(.kind), let index = headers.firstIndex(where: { $0.type == "LABEL" }) {
      uses[index] = .role(.kind)
      taken.insert(.kind)
    }
    give(.id, names, Self.idNames, &taken)
    give(.kind, names, ["kind", "type"], &taken)
    give(.name, names, ["name", "label", "title"], &taken)
    give(.aliases, names, ["aliases"], &taken)
    give(.sameAs, names, ["same_as", "sameas"], &taken)
    give(.when, names, ["when"], &taken)
    give(.note, names, ["note"], &taken)
    dropDerived(names, Self.derived)
  }

  private mutating func planEdges(_ headers: [TableHeader], _ names: [String], _ taken: inout Set<ImportOptions.Role>) {
    // Gephi's own export, and ours for it, have directions under Type, and the type itself elsewhere.
    func has(_ heading: String) -> Bool { zip(headers, isDeclared).contains { $0.written == heading && !$1 } }
    let isGephi = has("Source") && has("Type")
    if isGephi, let index = names.firstIndex(of: "type"), uses[index] == .attribute { uses[index] = .direction }
    give(.id, names, ["id", "edge_id"], &taken)
    give(
      .type, names,
      ["relation_type", "type", "relation", "relationship", "predicate", "kind"] + (isGephi ? ["label"] : []),
      &taken)
    give(.when, names, ["when"], &taken)
    give(.status, names, ["status"], &taken)
    give(.accordingTo, names, ["according_to"], &taken)
    give(.note, names, ["note"], &taken)
    // The weight that every edge has by convention is no attribute.
    dropDerived(names, Self.derived.union(isGephi ? ["kind", "label", "weight"] : ["label"]))
  }

  /// Whether the user says which column has the role.
  func isMapped(_ role: ImportOptions.Role) -> Bool { mapped.contains(role) }

  /// The columns with that role, in the table's order.
  func columns(_ role: ImportOptions.Role) -> [Int] { uses.indices.filter { uses[$0] == .role(role) } }

  /// The first column with that role.
  func column(_ role: ImportOptions.Role) -> Int? { uses.firstIndex(of: .role(role)) }
}

/// A column that a table does not have.
struct NoSuchColumn: Error {
  let role: ImportOptions.Role
  let name: String
  let known: [String]
}

/// What a column of a table that Entente wrote is in the graph.
struct DeclaredColumn: Hashable {
  enum ValueType: String, CaseIterable {
    case text, integer, number, boolean
    /// Texts stand in quotation marks, everything else without.
    case mixed
    /// What another column has, too.
    case copy
  }

  let attribute: String
  let type: ValueType
}

/// The columns by their headings.
typealias DeclaredColumns = [String: DeclaredColumn]
