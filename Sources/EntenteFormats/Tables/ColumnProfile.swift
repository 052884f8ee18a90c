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
  /// How many cells are read by which of the patterns, a bit each.
  private var readBy: [UInt16: Int] = [:]
  /// The first cells that are no date in any form.
  private var undated: [String] = []
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
    var isOtherNumber = false
    switch CellValue.read(text).value {
    case .integer(let integer):
      integers += 1
      numbers += 1
      isOtherNumber = !(1000...2100).contains(integer)
      if !isOtherNumber { years += 1 }
    case .number: numbers += 1
    default: break
    }
    let isEDTF = (try? EDTF(string)) != nil
    if isEDTF { dates += 1 }
    let readers = Self.patterns.enumerated().reduce(UInt16(0)) { bits, pattern in
      (isOtherNumber && pattern.element.pattern == "%Y") || pattern.element.edtf(text) == nil
        ? bits : bits | 1 << pattern.offset
    }
    readBy[readers, default: 0] += 1
    if readers == 0, !isEDTF, undated.count < 3, !undated.contains(string) { undated.append(string) }
    if string.contains(" ") { spaced += 1 }
    if string.contains(where: \.isLetter) { lettered += 1 }
  }

  /// The usual formats, and those of EDTF, which a column may have among them.
  private static let patterns = (DateFormat.usual + ["%Y-%m-%d", "%Y-%m", "%Y"]).compactMap { try? DateFormat($0) }

  private func isMost(_ count: Int) -> Bool { filled > 0 && count * 10 >= filled * 9 }

  /// Whether its cells are dates, in EDTF or in a format.
  var isDate: Bool { isYears || (isMost(dates) && numbers * 2 < filled) || !formats.isEmpty }

  var isYears: Bool { isMost(years) && isMost(integers) }

  /// The formats in which most cells are dates, where they have no EDTF: one that reads nearly all, else the fewest that
  /// together read seven of ten, the commonest first.
  var formats: [String] {
    if isMost(dates) || (numbers - years) * 2 >= filled { return digitFormat }
    var (open, chosen) = (readBy, [Int]())
    while let best = Self.patterns.indices.max(by: { read(open, by: $0) < read(open, by: $1) }),
      read(open, by: best) > 0
    {
      if chosen.isEmpty, isMost(read(open, by: best)) { return [Self.patterns[best].pattern] }
      chosen.append(best)
      open = open.filter { $0.key & 1 << best == 0 }
    }
    let isEnough = open.values.reduce(0, +) * 10 <= filled * 3
    return isEnough ? chosen.map { Self.patterns[$0].pattern } : []
  }

  /// What of a column with formats is no date in any of them, for a comment.
  var outsideFormats: String? {
    guard !formats.isEmpty, let count = readBy[0], !undated.isEmpty else { return nil }
    return "\(count) in another form: \(undated.joined(separator: ", "))"
  }

  private func read(_ cells: [UInt16: Int], by pattern: Int) -> Int {
    cells.reduce(0) { $1.key & 1 << pattern == 0 ? $0 : $0 + $1.value }
  }

  /// Numbers of eight digits may be days.
  private var digitFormat: [String] {
    let days = "%Y%m%d"
    guard !isMost(dates), filled > 1, samples.allSatisfy({ $0.utf8.count == 8 }),
      let index = Self.patterns.firstIndex(where: { $0.pattern == days }), isMost(read(readBy, by: index))
    else { return [] }
    return [days]
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
