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
    start = Self.part(parts.first, years.startEarliest)
    end = Self.part(parts.last, years.endLatest)
    isBeyond = [years.startEarliest, years.endLatest].contains { year in
      year != .min && year != .max && !Self.range.contains(year)
    }
  }

  private static func part(_ text: Substring?, _ year: Int32) -> String? {
    if year == .min || year == .max { return nil }
    if let text, text.wholeMatch(of: /\d{4}(-(0\d|1[0-2])(-\d\d)?)?/) != nil { return String(text) }
    return String(year)
  }

  /// The properties, each after a comma: `,"startDate":["1945"]`.
  var members: String {
    if let start, start == end { return ",\"date\":[\"\(start)\"]" }
    return (start.map { ",\"startDate\":[\"\($0)\"]" } ?? "") + (end.map { ",\"endDate\":[\"\($0)\"]" } ?? "")
  }
}
