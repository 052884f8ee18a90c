/// Why a text is no EDTF date: the place, what is wrong there, and the date that was probably meant.
///
/// ```swift
/// do { _ = try EDTF("1956-1960") } catch {
///   print(error.message)   // "a month is 01 to 12 and a season 21 to 41, not 19; did you mean 1956/1960?"
/// }
/// ```
public struct EDTFError: Error, Sendable, Hashable {
  /// What is wrong, as facts; `message` puts them into words.
  public enum Problem: Sendable, Hashable {
    /// The text is empty.
    case empty
    /// The text says that there is no date, or that nobody knows it.
    case noDate
    /// Something else stands where one of `expected` may stand; `found` is `nil` at the end of the text.
    case unexpected(found: Character?, expected: Expected)
    /// A character that looks like one of EDTF's own and is another one.
    case lookAlike(Character, name: String, meant: String)
    /// A number in the month's place that is neither a month nor a season.
    case noSuchMonth(Int)
    /// A day that the month does not have; `length` is how many days it has (at most, when the year is open).
    case noSuchDay(Int, month: Int, year: Int64?, length: Int)
    /// A month or day whose digits cannot be completed to one that exists, as in `2003-02-3X`.
    case noReading
    /// A time of day that no day has.
    case noSuchTime
    /// An offset from UTC that no place has; `-00:00` is none either.
    case noSuchOffset
    /// The year `-0000`: the year 0 has no sign.
    case signedZero
    /// A year so far off that its days cannot be counted in 64 bits.
    case yearTooFar
    /// A year after `Y` that has too few digits to need it.
    case shortLongYear
    /// `S0`: a year of which no digit is significant.
    case noSignificantDigits
    /// An interval, or a range in a set, that ends before it begins.
    case endsBeforeItBegins
    /// A date that EDTF knows but not at this place, such as a time of day in an interval.
    case misplaced(Misplaced)
  }

  /// What may stand at a place.
  public enum Expected: Sendable, Hashable {
    case date, yearDigit, monthDigit, dayDigit, timeDigit, timeSeparator, exponent, significantDigits
    case endOfDate, endOfTime, endOfText, endOfMember, dateOrEnd
  }

  /// What is good EDTF elsewhere.
  public enum Misplaced: Sendable, Hashable {
    case time, longYear, secondSign, signOnTime, unspecifiedTime, signOnSeason, unspecifiedSeason, dayOfSeason
    case secondInterval, openMember, emptyRange, mixedRange
  }

  /// Where the trouble is: how many characters (Unicode scalars) stand before it, from 0.
  public let offset: Int
  /// What is wrong there.
  public let problem: Problem
  /// The EDTF that was probably meant, where it can be guessed; each reading, where the text has several.
  public let suggestions: [String]

  /// The EDTF that was probably meant, where it can be guessed and there is no other reading.
  public var suggestion: String? { suggestions.count == 1 ? suggestions[0] : nil }
}

extension EDTFError: CustomStringConvertible {
  /// The problem in one line, with the suggestions; the place is `offset`'s business.
  public var message: String {
    suggestions.isEmpty ? problem.words : "\(problem.words); did you mean \(suggestions.joined(separator: " or "))?"
  }

  /// The place, counted from 1, and the message.
  public var description: String { "at character \(offset + 1): \(message)" }
}

extension EDTFError.Problem {
  /// The problem in words, without a suggestion.
  public var words: String {
    switch self {
    case .empty:
      "an empty text is no date"
    case .noDate:
      "a date that is not known is left out"
    case .unexpected(let found?, let expected):
      "\(EDTFError.quoted(found)) stands where \(expected.words)"
    case .unexpected(nil, let expected):
      "the text ends where \(expected.words)"
    case .lookAlike(let character, let name, let meant):
      "\(EDTFError.quoted(character)) is \(name), not \(meant)"
    case .noSuchMonth(let number):
      "a month is 01 to 12 and a season 21 to 41, not \(EDTFError.twoDigits(number))"
    case .noSuchDay(0, _, _, _):
      "the first day of a month is 01, not 00"
    case .noSuchDay(_, let month, let year, let length):
      "\(EDTFError.months[month - 1])\(year.map { " \(EDTFWords.year($0))" } ?? "") has \(length) days"
    case .noReading:
      "no day of the calendar can be read into this"
    case .noSuchTime:
      "a time of day is 00:00:00 to 23:59:59, or 24:00:00"
    case .noSuchOffset:
      "an offset is -12:00 to +14:00, and none is written +00:00 or Z"
    case .signedZero:
      "the year 0 is written 0000"
    case .yearTooFar:
      "a year is at most \(CivilCalendar.farthestYear) from 0, for its days are counted in 64 bits"
    case .shortLongYear:
      "Y begins a year of more than four digits, without leading zeros"
    case .noSignificantDigits:
      "S0 says nothing: at least one digit is significant"
    case .endsBeforeItBegins:
      "it ends before it begins"
    case .misplaced(let misplaced):
      misplaced.words
    }
  }
}

extension EDTFError.Expected {
  /// "… may stand".
  var words: String {
    switch self {
    case .date: "a date begins, with a year of four digits"
    case .yearDigit: "a year has four digits (or X for one that is not known)"
    case .monthDigit: "a month has two digits"
    case .dayDigit: "a day has two digits"
    case .timeDigit: "a time is written hh:mm:ss"
    case .timeSeparator: "a time is written hh:mm:ss"
    case .exponent: "an exponent has digits"
    case .significantDigits: "S is followed by how many digits are significant, 1 or more"
    case .endOfDate: "the date may end or go on with -, ?, ~ or %"
    case .endOfTime: "the time may end or go on with Z or an offset"
    case .endOfText: "the date ends"
    case .endOfMember: "a set goes on with a comma, .. or its closing bracket"
    case .dateOrEnd: "a date, .. or nothing may stand"
    }
  }
}

extension EDTFError.Misplaced {
  var words: String {
    switch self {
    case .time: "a time of day stands in a single date only, not in an interval or a set"
    case .longYear: "a year with Y or S stands alone, not in an interval or a set"
    case .secondSign: "a year takes one sign; uncertain and approximate is %"
    case .signOnSeason: "a season takes a sign at its end only, and only 21 to 24 do"
    case .unspecifiedSeason: "the year of a season has no unspecified digits"
    case .dayOfSeason: "a season has no day"
    case .secondInterval: "an interval has two ends"
    case .openMember: "a set is open only before its first date and after its last"
    case .signOnTime: "a date with a time of day takes no ?, ~ or %"
    case .unspecifiedTime: "a date with a time of day has no unspecified digits"
    case .mixedRange: "both ends of a range in a set are years, or months, or days"
    case .emptyRange: "a set has a date in it"
    }
  }
}

extension EDTFError {
  /// The months' names, in full: a message has room.
  fileprivate static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// A character as a message shows it: those that cannot be seen by their number.
  static func quoted(_ character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "''" }
    if scalar == " " { return "a space" }
    let hidden: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse,
      .nonspacingMark,
    ]
    return hidden.contains(scalar.properties.generalCategory) ? codePoint(scalar) : "'\(character)'"
  }

  /// A scalar by its number, `U+2013`.
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
