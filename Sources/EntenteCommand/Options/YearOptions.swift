import ArgumentParser
import Entente

/// Which years are asked about.
struct YearOptions: ParsableArguments {
  @Option(help: "Only what may hold in the year (a year before 0 as --year=-44).", transform: Self.year)
  var year: Int64?

  @Option(help: "Only what may hold in the year or later.", transform: Self.year)
  var from: Int64?

  @Option(help: "Only what may hold in the year or earlier.", transform: Self.year)
  var to: Int64?

  func validate() throws {
    if year != nil, from != nil || to != nil {
      throw ValidationError("--year is one year; for a range use --from and --to alone")
    }
    if let from, let to, from > to {
      throw ValidationError("--from \(from) is after --to \(to); did you mean --from \(to) --to \(from)?")
    }
  }

  /// The years in the library's form; `nil` when none were asked about.
  var years: YearRange? {
    if let year { return YearRange(year) }
    switch (from, to) {
    case (let from?, let to?): return YearRange(from, to)
    case (let from?, nil): return YearRange(from: from)
    case (nil, let to?): return YearRange(to: to)
    case (nil, nil): return nil
    }
  }

  private static func year(_ text: String) throws -> Int64 {
    if let year = Int64(text) { return year }
    throw ValidationError("'\(text)' is not a year: a whole number such as 1956, or -43 for 44 BC")
  }
}
