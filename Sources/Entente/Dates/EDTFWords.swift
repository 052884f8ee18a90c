/// Dates in a reader's words.
enum EDTFWords {
  static func words(_ date: ParsedDate, _ text: String) -> String { text }
  static func monthName(_ month: Int) -> String { "\(month)" }
  static func year(_ year: Int64) -> String { "\(year)" }
}
