/// How relations of one type hold in time, which decides how their date is read.
public enum Holding: String, Sendable, Hashable, CaseIterable {
  /// It happened at the date (met, signed): an interval says only that it happened somewhere between.
  case atItsDate = "at its date"
  /// It held from the start of the date to its end (claims, party to).
  case throughout = "throughout"
  /// It holds always, dated or not (part of).
  case permanent = "permanent"
}
