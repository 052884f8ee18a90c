import Entente

/// What the rules about all entities and relations together find, where these come in pieces: how many notes.
///
/// Names, ids and statements are kept as numbers of 64 bits, in files, and those that are alike are counted in the end.
struct PieceRules {
  private let ids: DigestFile
  private let names: DigestFile
  private let statements: DigestFile
  /// The numbers of aliases, with the rows of those that have them.
  private var aliases: [(alias: UInt64, row: Int)] = []
  /// Which entities some relation names.
  private var isNamed: [Bool] = []
  private var relations = 0

  /// - Throws: ``NotInPieces`` where the system has no place for files.
  init() throws {
    guard let ids = DigestFile(), let names = DigestFile(), let statements = DigestFile() else {
      throw NotInPieces("there is no place for files of ids")
    }
    (self.ids, self.names, self.statements) = (ids, names, statements)
  }

  /// Takes the first `count` entities of a piece, and all its relations; `rows` are its entities' rows in the whole.
  mutating func add(_ graph: RelationGraph, entities count: Int, rows: [Int]) throws {
    try graph.everything.forEachEntity { entity in
      if entity.row >= count { return }
      try ids.append(Self.digest(entity.id))
      try names.append(Self.digest(entity.name) & ~1)
      for index in 0..<entity.aliasCount { aliases.append((Self.digest(entity.alias(index)) & ~1, rows[entity.row])) }
    }
    if let last = rows.max(), last >= isNamed.count {
      isNamed.append(contentsOf: repeatElement(false, count: last + 1 - isNamed.count))
    }
    let types = graph.schema.relationTypes
    let numbers = types.map { type in Array(type.name.utf8).withUnsafeBufferPointer { StringTable.digest($0) } }
    relations += graph.relations.count
    try graph.everything.forEachRelation { relation in
      try ids.append(Self.digest(relation.id))
      let (subject, object) = (rows[relation.subjectRow], rows[relation.objectRow])
      for row in [subject, object] { isNamed[row] = true }
      if let row = relation.accordingToRow { isNamed[rows[row]] = true }
      if types[relation.typeRow].directed { return }
      var when: UInt64 = 0
      if let date = relation.when { when = Self.digest(date) }
      let ends = UInt64(min(subject, object)) << 32 | UInt64(max(subject, object))
      let what = Self.mix(numbers[relation.typeRow] ^ when, UInt64(relation.status.rawValue) &+ 1)
      try statements.append(Self.mix(ends, what) & ~1 | (subject < object ? 1 : 0))
    }
  }

  /// Whether some id stands twice.
  func hasIDTwice() throws -> Bool {
    var isThere = false
    try ids.forEachAlike { isThere = isThere || Set($0.map(\.digest)).count < $0.count }
    return isThere
  }

  /// How many notes the rules have.
  func notes() throws -> Int {
    var notes = relations == 0 ? 0 : isNamed.count { !$0 }
    try names.forEachAlike { notes += $0.count - 1 }
    try statements.forEachAlike { alike in
      notes += alike.count { $0.digest != alike[alike.startIndex].digest }
    }
    if aliases.isEmpty { return notes }
    var first: [UInt64: Int?] = [:]
    for alias in aliases { first[alias.alias] = .some(nil) }
    try names.forEach { row, name in
      if case .some(nil) = first[name] { first[name] = .some(row) }
    }
    return notes + aliases.count { alias in (first[alias.alias] ?? nil).map { $0 != alias.row } ?? false }
  }

  private static func digest(_ text: Span<UInt8>) -> UInt64 { text.withUnsafeBufferPointer { StringTable.digest($0) } }

  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = (one ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: other ^ 0xd6e8_feb8_6659_fd93)
    return product.high ^ product.low
  }
}
