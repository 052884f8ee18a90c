import Entente

/// The keys of a GraphML file, as its reader understands them.
struct GraphMLReadingKeys {
  /// A key as it is declared.
  private struct Declaration {
    let id: [UInt8]
    let name: String
    let type: RecordKey.ValueType
    let isForNodes: Bool
    let isForEdges: Bool
    let place: PackedPlace
    var standard: KeyDefault?
    /// What data are that name it, in nodes and in edges; nothing of what is left out.
    var ofEntities: RecordKey?
    var ofRelations: RecordKey?
    /// The key that came after it last: it mostly does again.
    var successor = 0
    /// The last record that had it.
    var lastRecord = 0
    /// The row of the key that has the same id, and is for the other elements, plus one: Cytoscape has such.
    var twin = 0

    /// The name that says what it is: TinkerPop goes by the ids of two keys.
    var meaning: String {
      let id = String(decoding: id, as: UTF8.self)
      return (id == "labelV" || id == "labelE") && name != "kind" && name != "type" ? id : name
    }
  }

  private var keys: [Declaration] = []
  private var rows: [[UInt8]: Int] = [:]
  private var rowsOfNames: [RecordKey.Scope: [String: Int]] = [:]
  private var isPlanned = false
  private(set) var hasDefaults = false
  private var last = 0
  private var scope = RecordKey.Scope.entity
  /// The number of the record that is being read, and of those that wait.
  private var record = 0
  private var newest = 0
  private var waiting: [Int] = []
  private var labelUses: (entity: RecordKey, relation: RecordKey)?

  // MARK: - Declaring

  /// Takes a `<key>`.
  mutating func declare(_ element: borrowing XMLElement, at place: PackedPlace, into builder: inout RecordBuilder) {
    guard let id = element.value("id") else {
      return builder.draft.report(KeyWithoutID(), at: place)
    }
    let domain = element.value("for")?.text ?? "all"
    let name = element.value("attr.name")?.text ?? id.text
    let type = builder.type(element.value("attr.type"), ofKey: name, at: place)
    // What yEd draws has no value of its own.
    let isDrawing = element.attributes.contains { $0.name.starts(with: "yfiles.".utf8) }
    let (isForNodes, isForEdges) = (
      !isDrawing && (domain == "node" || domain == "all"), !isDrawing && (domain == "edge" || domain == "all")
    )
    if let known = rows[Array(id.value)] {
      let overlaps = isForNodes && keys[known].isForNodes || isForEdges && keys[known].isForEdges
      if overlaps || keys[known].twin > 0 {
        return builder.draft.report(KeyIDTwice(id: id.text), at: place, related: keys[known].place)
      }
      keys[known].twin = keys.count + 1
    }
    let scopes = [(isForNodes, RecordKey.Scope.entity), (isForEdges, .relation)].filter(\.0).map(\.1)
    if let twin = scopes.compactMap({ rowsOfNames[$0]?[name] }).first {
      builder.draft.report(KeyNameTwice(name: name), at: place, related: keys[twin].place)
    }
    for scope in scopes { rowsOfNames[scope, default: [:]][name] = keys.count }
    let first = rows[Array(id.value)]
    if first == nil { rows[Array(id.value)] = keys.count }
    keys.append(
      Declaration(
        id: Array(id.value), name: name, type: type, isForNodes: isForNodes, isForEdges: isForEdges, place: place))
    if let first { keys[keys.count - 1].twin = first + 1 }
    isPlanned = false
  }

  /// Takes the default of the key that was declared last.
  mutating func setDefault(_ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace) {
    guard !keys.isEmpty else { return }
    keys[keys.count - 1].standard = KeyDefault(text, at: place)
    hasDefaults = true
  }

  /// A node or an edge begins: what the keys mean must be known now.
  @inline(__always)
  mutating func begin(_ builder: inout RecordBuilder) {
    newest += 1
    record = newest
    if !isPlanned { plan(&builder) }
  }

  private mutating func plan(_ builder: inout RecordBuilder) {
    isPlanned = true
    builder.dialect.recognize(relationNames: keys.lazy.filter(\.isForEdges).map(\.name))
    for row in keys.indices {
      let key = keys[row]
      if key.isForNodes { keys[row].ofEntities = builder.key(key.meaning, .entity, type: key.type).ifKept }
      if key.isForEdges { keys[row].ofRelations = builder.key(key.meaning, .relation, type: key.type).ifKept }
    }
  }

  /// A graph within a record begins, or ends.
  mutating func leave() { waiting.append(record) }
  mutating func comeBack() { record = waiting.popLast() ?? record }

  // MARK: - Finding

  /// The row of the key that data name.
  @inline(__always)
  mutating func find(
    _ id: XMLAttribute, _ scope: RecordKey.Scope, at place: PackedPlace, into builder: inout RecordBuilder
  ) -> Int? {
    self.scope = scope
    if last < keys.count {
      let row = keys[last].successor
      if Self.isSame(id.value, keys[row].id), keys[row].twin == 0 {
        last = row
        keys[row].lastRecord = record
        return row
      }
    }
    return search(id, at: place, into: &builder)
  }

  private mutating func search(_ id: XMLAttribute, at place: PackedPlace, into builder: inout RecordBuilder) -> Int {
    let bytes = Array(id.value)
    let row: Int
    if let known = rows[bytes] {
      let isForScope = scope == .entity ? keys[known].isForNodes : keys[known].isForEdges
      row = isForScope || keys[known].twin == 0 ? known : keys[known].twin - 1
    } else {
      row = keys.count
      builder.draft.report(UndeclaredKey(id: id.text), at: place)
      rows[bytes] = row
      keys.append(
        Declaration(id: bytes, name: id.text, type: .text, isForNodes: true, isForEdges: true, place: place))
      keys[row].ofEntities = builder.key(id.text, .entity).ifKept
      keys[row].ofRelations = builder.key(id.text, .relation).ifKept
    }
    if last < keys.count { keys[last].successor = row }
    last = row
    keys[row].lastRecord = record
    return row
  }

  private static func isSame(_ value: UnsafeBufferPointer<UInt8>, _ id: [UInt8]) -> Bool {
    guard value.count == id.count else { return false }
    return id.withUnsafeBufferPointer { id in
      for index in 0..<id.count where id[index] != value[index] { return false }
      return true
    }
  }

  /// What data are that name the key in that row; nothing if they are left out.
  @inline(__always)
  func use(of row: Int) -> RecordKey? { scope == .entity ? keys[row].ofEntities : keys[row].ofRelations }

  /// What a label is that a tool draws.
  mutating func labelUse(_ scope: RecordKey.Scope, _ builder: inout RecordBuilder) -> RecordKey {
    let uses = labelUses ?? (builder.key("label", .entity), builder.key("label", .relation))
    labelUses = uses
    return scope == .entity ? uses.entity : uses.relation
  }

  /// The defaults of the keys that the record does not have.
  func missingDefaults(_ scope: RecordKey.Scope) -> [(use: RecordKey, value: KeyDefault)] {
    keys.compactMap { key in
      guard key.lastRecord != record, let standard = key.standard,
        let use = scope == .entity ? key.ofEntities : key.ofRelations
      else { return nil }
      return (use, standard)
    }
  }
}

/// A key without an id.
struct KeyWithoutID: Finding {
  var message: String { "the key has no id, by which data could name it" }
}

/// Two keys of one id.
struct KeyIDTwice: Finding {
  let id: String

  var message: String { "the file has a key '\(id)' already" }
}

/// Two keys of one name, for the same elements.
struct KeyNameTwice: Finding {
  let name: String

  var message: String { "two keys are called '\(name)': their values could not be told apart" }
  var advice: [String] { ["give one of them another attr.name"] }
}

/// Data of a key that no `<key>` declares.
struct UndeclaredKey: Finding {
  let id: String

  var severity: Severity { .warning }
  var message: String { "no key '\(id)' is declared: its values are read as text" }
}
