import Entente

/// A date as FollowTheMoney has it: its beginning and end, each a day, a month or a year, or not known.
struct FollowTheMoneyDates: Sendable, Hashable {
  /// The years that it knows.
  static let range: ClosedRange<Int32> = 1000...2999

  let start: String?
  let end: String?
  /// Whether a year is beyond what can be written.
  let isBeyond: Bool

  /// The parts of the date as they are written where they are plain; else the first and the last possible year.
  init(_ text: String, _ years: FourYears) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    start = Self.part(parts.first, years.possibleFrom)
    end = Self.part(parts.last, years.possibleTo)
    isBeyond = [years.possibleFrom, years.possibleTo].contains { year in
      year != .min && year != .max && !Self.range.contains(year)
    }
  }

  private static func part(_ text: Substring?, _ year: Int32) -> String? {
    if year == .min || year == .max { return nil }
    if let text, isPlain(text.utf8) { return String(text) }
    return String(year)
  }

  /// Whether it is `1956`, `1956-10` or `1956-10-19`; a month beyond 12 is a season.
  private static func isPlain(_ text: Substring.UTF8View) -> Bool {
    guard [4, 7, 10].contains(text.count) else { return false }
    let hasDigits = text.enumerated().allSatisfy { place, byte in
      place == 4 || place == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
    return hasDigits && (text.count == 4 || (Int(Substring(text.dropFirst(5).prefix(2))) ?? 13) <= 12)
  }

  /// The properties, each after a comma: `,"startDate":["1945"]`.
  var members: String {
    if let start, start == end { return ",\"date\":[\"\(start)\"]" }
    return (start.map { ",\"startDate\":[\"\($0)\"]" } ?? "") + (end.map { ",\"endDate\":[\"\($0)\"]" } ?? "")
  }
}
