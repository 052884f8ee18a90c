/// How the cells of a text are parted: what stands between them, and what may stand around them.
struct TableSyntax: Sendable, Hashable {
  /// The separators that are looked for, in the order of preference.
  static let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
  static let quote = UInt8(ascii: "\"")

  /// What stands between two cells.
  var separator: UInt8

  static let comma = TableSyntax(separator: UInt8(ascii: ","))
  static let tab = TableSyntax(separator: UInt8(ascii: "\t"))

  /// The separator as a message names it.
  var name: String { Self.name(of: separator) }

  static func name(of separator: UInt8) -> String {
    switch separator {
    case UInt8(ascii: "\t"): "tabs"
    case UInt8(ascii: ";"): "semicolons"
    default: "commas"
    }
  }
}

extension TableSyntax {
  /// The syntax that a text's first lines speak for; `expected` where they speak for none.
  ///
  /// The separator is the one that the first line has outside quotes, if it has one, and that as many of the next lines as
  /// possible have as often.
  init(ofTextThatBegins bytes: UnsafeBufferPointer<UInt8>, expected: TableSyntax) {
    let lines = Self.counts(in: bytes)
    guard let heading = lines.first else {
      self = expected
      return
    }
    func agreement(_ index: Int) -> Int {
      heading[index] == 0 ? 0 : lines.count { $0[index] == heading[index] }
    }
    let order = [expected.separator] + Self.separators.filter { $0 != expected.separator }
    var best = (separator: expected.separator, agreement: 0)
    for separator in order {
      let agreement = Self.separators.firstIndex(of: separator).map(agreement) ?? 0
      if agreement > best.agreement { best = (separator, agreement) }
    }
    separator = best.separator
  }

  /// How often each separator stands outside quotes in each of the first lines; the last, which may be cut, does not count
  /// unless it is the only one.
  private static func counts(in bytes: UnsafeBufferPointer<UInt8>) -> [[Int]] {
    var lines: [[Int]] = []
    var counts = separators.map { _ in 0 }
    var isQuoted = false
    var isEmpty = true
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == 0x0a || byte == 0x0d {
        if !isEmpty { lines.append(counts) }
        if lines.count == 100 { return lines }
        counts = separators.map { _ in 0 }
        isEmpty = true
        continue
      }
      isEmpty = false
      if !isQuoted, let index = separators.firstIndex(of: byte) { counts[index] += 1 }
    }
    return lines.isEmpty && !isEmpty ? [counts] : lines
  }
}
