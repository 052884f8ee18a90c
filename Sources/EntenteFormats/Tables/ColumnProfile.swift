import Entente

/// What a look at a column's cells shows.
struct ColumnProfile {
  let name: String
  private(set) var filled = 0
  private(set) var rows = 0
  /// The distinct texts, as long as they are not too many.
  private(set) var values: [String: Int] = [:]
  private(set) var samples: [String] = []
  private var integers = 0
  private var numbers = 0
  private var years = 0
  private var dates = 0
  private var formats: [String: Int] = [:]
  private var spaced = 0
  private var lettered = 0

  /// More distinct texts than this are not counted apart.
  static let mostValues = 200_000

  init(name: String) { self.name = name }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    rows += 1
    if text.isEmpty { return }
    filled += 1
    let string = String(decoding: text, as: UTF8.self)
    if values.count < Self.mostValues || values[string] != nil { values[string, default: 0] += 1 }
    if samples.count < 3, !samples.contains(string) { samples.append(string) }
    switch CellValue.read(text).value {
    case .integer(let integer):
      integers += 1
      numbers += 1
      if (1000...2100).contains(integer) { years += 1 }
    case .number: numbers += 1
    default: break
    }
    if (try? EDTF(string)) != nil { dates += 1 }
    for pattern in Self.patterns where pattern.edtf(text) != nil { formats[pattern.pattern, default: 0] += 1 }
    if string.contains(" ") { spaced += 1 }
    if string.contains(where: \.isLetter) { lettered += 1 }
  }

  private static let patterns = DateFormat.usual.compactMap { try? DateFormat($0) }

  private func isMost(_ count: Int) -> Bool { filled > 0 && count * 10 >= filled * 9 }

  /// Whether its cells are dates, in EDTF or in a format.
  var isDate: Bool { isYears || (isMost(dates) && numbers * 2 < filled) || format != nil }

  var isYears: Bool { isMost(years) && isMost(integers) }

  /// The format that most cells have, where they have no EDTF.
  var format: String? {
    if isMost(dates) { return nil }
    return DateFormat.usual.first { isMost(formats[$0] ?? 0) && $0 != "%Y%m%d" }
      ?? (isMost(formats["%Y%m%d"] ?? 0) && filled > 1 && samples.allSatisfy { $0.utf8.count == 8 } ? "%Y%m%d" : nil)
  }

  var isNumber: Bool { isMost(numbers) }
  var isEmpty: Bool { filled == 0 }

  /// How many rows have a text that an earlier one has.
  var repeated: Int { filled - values.count }

  /// Whether its texts could be ids: no sentences, and hardly one of them twice.
  var isUnique: Bool { filled == rows && rows > 0 && repeated * 50 <= rows && values.count < Self.mostValues }

  var isText: Bool { isMost(lettered) }
  var isSpaced: Bool { spaced * 4 > filled }

  /// Whether it has few texts that come again and again, as kinds and types do.
  var isChoice: Bool { filled > 0 && isText && values.count <= 60 && values.count * 2 <= filled }

  /// What it has, for a comment: how many, and the first ones.
  var words: String {
    if isEmpty { return "nothing" }
    let shown = samples.map { $0.count > 30 ? $0.prefix(28) + "…" : $0[...] }.joined(separator: ", ")
    let count = values.count < Self.mostValues ? "\(values.count)" : "more than \(Self.mostValues)"
    let different = values.count == 1 ? "the same everywhere" : "\(count) different"
    let empty = filled < rows ? ", \(rows - filled) empty" : ""
    return "\(different)\(empty): \(shown)"
  }
}
