import Entente

/// The own attributes that a selection has: each name once, with the one type that all its values fit.
struct AttributeKeys: Sendable {
  /// What all values of a name are.
  enum ValueType: Sendable, Hashable {
    case boolean
    /// Whole numbers, from the least to the greatest.
    case integer(ClosedRange<Int64>)
    case number
    case text
  }

  /// One name.
  struct Key: Sendable {
    let name: String
    fileprivate(set) var type: ValueType
    /// Whether values of different types made it text.
    fileprivate(set) var isMixed = false
    /// Whether one of its numbers is infinite.
    fileprivate(set) var hasInfinity = false
    /// How many entities and relations of the selection have it.
    fileprivate(set) var entityCount = 0
    fileprivate(set) var relationCount = 0
  }

  /// In the order of their names' bytes, so that the order of a file's relations does not matter.
  private(set) var keys: [Key] = []
  /// Whether registries are known to have one of the entities: only then there is a property for that.
  private(set) var hasSameAs = false
  private var rows: [StringID: Int] = [:]
  /// How many entities and relations the selection has.
  private(set) var entityCount = 0
  private(set) var relationCount = 0
  private let omitsNothing: Bool
  /// How many numbers that are none were left out.
  private(set) var omitted = 0

  /// The names of a selection; `omitsNothing` where empty texts and numbers that are none count as no value.
  ///
  /// Of a piece, whose file's head the options know, it has the names of the whole.
  init(of selection: Selection, _ options: ExportOptions, omitsNothing: Bool = false) {
    let own = AttributeKeys(of: selection, omitsNothing: omitsNothing)
    self = options.rows.map { own.numbered(as: $0.keys) } ?? own
  }

  /// No names.
  init(omitsNothing: Bool) { self.omitsNothing = omitsNothing }

  /// The names of a selection; `omitsNothing` where empty texts and numbers that are none count as no value.
  init(of selection: Selection, omitsNothing: Bool = false) {
    self.omitsNothing = omitsNothing
    entityCount = selection.entities.count
    relationCount = selection.relations.count
    selection.forEachEntity { entity in
      if entity.sameAsCount > 0 { hasSameAs = true }
      for index in 0..<entity.attributeCount { add(entity.attribute(index), to: \.entityCount) }
    }
    selection.forEachRelation { relation in
      for index in 0..<relation.attributeCount { add(relation.attribute(index), to: \.relationCount) }
    }
    sort()
  }

  private mutating func sort() {
    let order = keys.indices.sorted { keys[$0].name.utf8.lexicographicallyPrecedes(keys[$1].name.utf8) }
    var places = Array(repeating: 0, count: keys.count)
    for (place, row) in order.enumerated() { places[row] = place }
    keys = order.map { keys[$0] }
    rows = rows.mapValues { places[$0] }
  }

  /// Takes the names of another piece of the same graph, whose numbers are others.
  mutating func join(_ other: AttributeKeys) {
    rows = [:]
    entityCount += other.entityCount
    relationCount += other.relationCount
    hasSameAs = hasSameAs || other.hasSameAs
    omitted += other.omitted
    let known = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1.name, $0) })
    for key in other.keys {
      if let row = known[key.name] { keys[row].join(key) } else { keys.append(key) }
    }
    sort()
  }

  /// The names of the whole, by the numbers that they have in this piece of it.
  private func numbered(as whole: AttributeKeys) -> AttributeKeys {
    let places = Dictionary(uniqueKeysWithValues: whole.keys.enumerated().map { ($1.name, $0) })
    var numbered = whole
    numbered.rows = rows.compactMapValues { places[keys[$0].name] }
    return numbered
  }

  /// Whether a format declares the property: those that few graphs have only where there is one.
  func needs(_ property: Property, answers: Bool) -> Bool {
    switch property {
    case .answer: answers
    case .sameAs: hasSameAs
    default: true
    }
  }

  /// The key's place in ``keys``.
  func index(of name: StringID) -> Int { rows[name] ?? 0 }

  /// Whether an entity or relation of the selection lacks it, where others of them have it.
  func isSparse(_ key: Key) -> Bool {
    key.entityCount > 0 && key.entityCount < entityCount || key.relationCount > 0 && key.relationCount < relationCount
  }

  /// A name for each key that is not among `taken` nor given to another, with as many `attr_` before it as that takes.
  ///
  /// - Parameter weight: The key that is the relations' weight, which may be called so.
  func names(avoiding taken: some Sequence<String>, weight: Int? = nil) -> [String] {
    var names = Set(taken)
    return keys.indices.map { index in
      if index == weight, keys[index].name == AttributeKeys.weight { return AttributeKeys.weight }
      return Self.unused(keys[index].name, in: &names)
    }
  }

  /// The name, with `attr_` before it as often as others have it; it is then taken.
  static func unused(_ name: String, in names: inout Set<String>) -> String {
    var name = name
    while !names.insert(name).inserted { name = "attr_" + name }
    return name
  }

  /// The notes that tell which attributes have another name in the format, and which are another type there, and why.
  func changes(in format: Format, names: [String], types: [String?]) -> [Loss] {
    keys.indices.flatMap { index in
      let written = keys[index].name
      let renamed = names[index] == written ? nil : "the attribute '\(written)' is called '\(names[index])'"
      let retyped = types[index].map { "the attribute '\(written)' is \($0)" }
      return [renamed, retyped].compactMap(\.self).map { Loss(format, $0, severity: .note) }
    }
  }

  private mutating func add(_ attribute: AttributeRow, to count: WritableKeyPath<Key, Int>) {
    if omitsNothing, attribute.value.isNothing {
      omitted += attribute.value.isNaN ? 1 : 0
      return
    }
    let type = ValueType(attribute.value)
    let index = rows[attribute.keyID] ?? keys.count
    if index == keys.count {
      rows[attribute.keyID] = index
      keys.append(Key(name: String(attribute.key), type: type))
    } else {
      keys[index].join(type)
    }
    keys[index][keyPath: count] += 1
    if case .number(let number) = attribute.value, !number.isFinite { keys[index].hasInfinity = true }
  }
}

extension String {
  /// The text of a cursor, which is UTF-8.
  init(_ bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension AttributeKeys.ValueType {
  fileprivate init(_ value: AttributeRow.Value) {
    switch value {
    case .text: self = .text
    case .integer(let integer): self = .integer(integer...integer)
    case .number: self = .number
    case .boolean: self = .boolean
    }
  }
}

extension AttributeKeys.Key {
  /// Whole numbers that a double holds exactly may stand among numbers; all else that differs is text.
  fileprivate mutating func join(_ other: AttributeKeys.ValueType) {
    switch (type, other) {
    case (.integer(let known), .integer(let new)):
      type = .integer(min(known.lowerBound, new.lowerBound)...max(known.upperBound, new.upperBound))
    case (.integer(let range), .number), (.number, .integer(let range)):
      if range.fitsDouble { type = .number } else { become(.text) }
    case let (known, new) where known == new: break
    default: become(.text)
    }
  }

  /// Why all values of the attribute are text in formats where a name has one type, and where numbers may have to end.
  func reasonForText(hasInfinity: Bool = false) -> String? {
    if isMixed { return "its values are of different types" }
    return self.hasInfinity && !hasInfinity ? "not all its numbers are finite" : nil
  }

  /// Whether all its values are numbers that a double holds.
  var isNumeric: Bool {
    switch type {
    case .integer(let range): range.fitsDouble
    case .number: true
    case .boolean, .text: false
    }
  }

  /// Takes what another piece knows of the same name.
  fileprivate mutating func join(_ other: AttributeKeys.Key) {
    join(other.type)
    isMixed = isMixed || other.isMixed
    hasInfinity = hasInfinity || other.hasInfinity
    entityCount += other.entityCount
    relationCount += other.relationCount
  }

  private mutating func become(_ other: AttributeKeys.ValueType) {
    isMixed = true
    type = other
  }
}

extension ClosedRange<Int64> {
  /// Whether a double holds each of the numbers exactly.
  var fitsDouble: Bool { lowerBound >= -(1 << 53) && upperBound <= 1 << 53 }
  /// Whether 32 bits hold each of the numbers.
  var fitsInt32: Bool { lowerBound >= Int64(Int32.min) && upperBound <= Int64(Int32.max) }
}

extension ByteWriter {
  /// Writes a number as short as it can be read back exactly, with a point or an exponent; the exponent without a plus
  /// sign, which Cypher does not know.
  public mutating func write(number: Double) throws(WriteError) {
    if number.isNaN { return try write("NaN") }
    for byte in number.description.utf8 where byte != UInt8(ascii: "+") { try write(byte: byte) }
  }

  /// Writes an attribute's value as text.
  public mutating func write(
    _ value: AttributeRow.Value, escaping escapes: borrowing Escapes
  ) throws(WriteError) {
    switch value {
    case .text(let text): try write(text, escaping: escapes)
    case .integer(let integer): try write(integer)
    case .number(let number): try write(number: number)
    case .boolean(let boolean): try write(boolean ? "true" : "false")
    }
  }
}
