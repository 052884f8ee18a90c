import Entente

/// A number of days as a date, as spreadsheets count them.
struct SheetDate {
  /// The date in ISO 8601.
  let text: String

  /// - Parameters:
  ///   - serial: days from the beginning of 1900, or of 1904; the fraction is the time of day.
  ///   - precision: what the cell shows of it.
  /// - Returns: `nil` before the first day that there is.
  init?(serial: Double, _ precision: WorkbookStyles.Precision, countsFrom1904: Bool) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var seconds = Int64((serial * 86_400).rounded())
    var day = seconds / 86_400
    seconds %= 86_400
    if countsFrom1904 {
      day += 1_462
    } else {
      // Lotus 1-2-3 took 1900 for a leap year; its day 60 does not exist, and the days before are counted one less.
      if day < 1 || day == 60 { return nil }
      if day < 60 { day += 1 }
    }
    // 25,569 is the first of January 1970.
    let date = CivilCalendar.date(of: day - 25_569)
    let parts = (Self.digits(date.year, 4), Self.digits(date.month, 2), Self.digits(date.day, 2))
    switch precision {
    case .year: text = parts.0
    case .month: text = "\(parts.0)-\(parts.1)"
    case .second where seconds > 0:
      let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.digits($0, 2) }
      text = "\(parts.0)-\(parts.1)-\(parts.2)T\(time.joined(separator: ":"))"
    case .day, .second: text = "\(parts.0)-\(parts.1)-\(parts.2)"
    }
  }

  private static func digits(_ number: some BinaryInteger, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
