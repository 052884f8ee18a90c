/// Days and years of the proleptic Gregorian calendar, which EDTF dates are written in; day 0 is 1970-01-01.
package enum CivilCalendar {
  /// The farthest year from 0 whose days can be counted in 64 bits, rounded to a number that fits in a message.
  static let farthestYear: Int64 = 25_000_000_000_000_000

  /// The day `year`-`month`-`day`, counted from 1970-01-01.
  static func day(_ year: Int64, _ month: Int, _ day: Int) -> Int64 {
    // Years counted from March put the leap day last, so that a month's start does not depend on the year.
    let year = month <= 2 ? year - 1 : year
    let era = floorDivide(year, 400)
    let yearOfEra = year - era * 400
    let monthFromMarch = Int64((month + 9) % 12)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The year, month and day of the month of a day counted from 1970-01-01.
  package static func date(of day: Int64) -> (year: Int64, month: Int, day: Int) {
    // Not `day + 719_468` at once: the farthest days are near the limit of 64 bits.
    let era = floorDivide(day, 146_097)
    let shifted = day - era * 146_097 + 719_468
    let dayOfEra = shifted % 146_097
    let eras = era + shifted / 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    let year = yearOfEra + eras * 400 + (month <= 2 ? 1 : 0)
    return (year, month, Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1))
  }

  /// How many days of its year come before a day.
  static func dayOfYear(_ day: Int64) -> Int16 {
    Int16(day - self.day(date(of: day).year, 1, 1))
  }

  /// How many days a month has.
  static func length(ofMonth month: Int, year: Int64) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
  }
}
