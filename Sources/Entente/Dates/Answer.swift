/// What a question about an uncertain date comes to, in three values that are ordered: no < possible < certain.
public enum Answer: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  /// No reading of the date says so.
  case no
  /// Some reading of the date says so, and another does not.
  case possible
  /// Every reading of the date says so.
  case certain

  /// The weaker of two answers comes first.
  public static func < (left: Answer, right: Answer) -> Bool { left.rawValue < right.rawValue }
}
