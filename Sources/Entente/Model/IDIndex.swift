/// What an id names, in four bytes: entities and relations share one space of ids.
struct NamedRow: Sendable, Hashable {
  private let code: Int32

  static let nothing = NamedRow(code: 0)
  /// An entity that is not in the graph, since its section is in error: what names it need not be reported too.
  static let unusable = NamedRow(code: .min)
  static func entity(_ row: Int) -> NamedRow { NamedRow(code: Int32(row + 1)) }
  static func relation(_ row: Int) -> NamedRow { NamedRow(code: -Int32(row + 1)) }

  private init(code: Int32) { self.code = code }

  var entityRow: Int? { code > 0 ? Int(code) - 1 : nil }
  var relationRow: Int? { code < 0 && code != .min ? -Int(code) - 1 : nil }
}

/// Finds the row that an id names, in four to eleven bytes an id.
struct IDIndex: Sendable {
  /// Open addressing over the ids' hashes, at most three quarters full.
  private var slots: [NamedRow]

  init(entities: [StringID], relations: [StringID], in strings: StringTable) {
    var size = 16
    while size * 3 < (entities.count + relations.count) * 4 { size *= 2 }
    slots = Array(repeating: .nothing, count: size)
    for (row, id) in entities.enumerated() { insert(.entity(row), strings.withBytes(of: id, StringTable.hash)) }
    for (row, id) in relations.enumerated() { insert(.relation(row), strings.withBytes(of: id, StringTable.hash)) }
  }

  /// What `id` names; `idOfRow` gives the id of a row that may be it.
  func row(of id: String, in strings: StringTable, idOfRow: (NamedRow) -> StringID) -> NamedRow {
    var id = id
    return id.withUTF8 { bytes in
      var slot = Int(StringTable.hash(bytes)) & (slots.count - 1)
      while slots[slot] != .nothing {
        let isIt = strings.withBytes(of: idOfRow(slots[slot])) { $0.count == bytes.count && $0.elementsEqual(bytes) }
        if isIt { return slots[slot] }
        slot = (slot + 1) & (slots.count - 1)
      }
      return .nothing
    }
  }

  private mutating func insert(_ row: NamedRow, _ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != .nothing { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = row
  }
}
