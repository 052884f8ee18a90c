import Entente

// What GraphML and GEXF have in common, whose keys are declared before records have them.

/// What stands for a key in records that lack it.
struct KeyDefault {
  let text: [UInt8]
  let place: PackedPlace

  init(_ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace) {
    self.text = Array(text)
    self.place = place
  }
}

extension RecordBuilder {
  /// Sets a key to its default.
  mutating func set(_ key: RecordKey, to value: KeyDefault) {
    value.text.withUnsafeBufferPointer { set(key, $0, at: value.place) }
  }
}

extension RecordKey {
  /// The key, unless what it is for is left out.
  var ifKept: RecordKey? { role == .derived ? nil : self }
}

extension RecordDialect {
  /// Notices whether the file is one that Entente has written, by the names of what relations have.
  mutating func recognize(relationNames names: some Sequence<String>) { isOurs = Self.years.isSubset(of: Set(names)) }
}

extension RecordKey.ValueType {
  /// The type as GraphML, GEXF and the programs that write them name it; `nil` for what only one of them has.
  init?(named name: String) {
    switch name.lowercased() {
    case "boolean", "bool": self = .boolean
    case "int", "integer", "long", "short", "byte", "biginteger": self = .integer
    case "float", "double", "real", "bigdecimal": self = .number
    case "string", "liststring", "anyuri", "char", "date", "datetime", "object": self = .text
    default: return nil
    }
  }
}

extension RecordBuilder {
  /// The type that a key declares; one that nobody else has is text, which is said.
  mutating func type(_ declared: XMLAttribute?, ofKey name: String, at place: PackedPlace) -> RecordKey.ValueType {
    guard let declared, !declared.value.isEmpty else { return .text }
    if let type = RecordKey.ValueType(named: declared.text) { return type }
    draft.report(UnknownKeyType(type: declared.text, key: name), at: place)
    return .text
  }
}

/// A type of values that Entente does not know.
struct UnknownKeyType: Finding {
  let type: String
  let key: String

  var severity: Severity { .warning }
  var message: String { "'\(type)' is no type that is known here: the values of '\(key)' are read as text" }
}

/// Edges whose direction nobody knows.
struct UnknownDirection: Finding {
  let name: String
  let known: [String]

  var message: String { "edges are \(Wording.either(known)), and not '\(name)'" }
  var advice: [String] { Wording.didYouMean(NearestName.of(name, among: known)) }
}
