/// Dates in a reader's words, short enough for a label: "since about 1945", "27 Jan 1960", "1930s", "1274 BC".
enum EDTFWords {
  /// A date in words; `text` is the EDTF, for what is best said as it was written.
  static func words(_ date: ParsedDate, _ text: String) -> String {
    switch date {
    case .single(let point): single(point, text)
    case .interval(let span): interval(span, text)
    case .set(let kind, let members): set(kind, members, text)
    }
  }

  private static func single(_ point: DatePoint, _ text: String) -> String {
    guard let letter = text.utf8.firstIndex(of: UInt8(ascii: "T")) else { return words(point, text) }
    return words(point, String(text[..<letter])) + ", " + time(text[letter...].dropFirst())
  }

  private static func time(_ text: Substring) -> String {
    let clock = text.prefix(8)
    let offset = text.dropFirst(8)
    return switch offset {
    case "": String(clock)
    case "Z": "\(clock) UTC"
    default: "\(clock) UTC\(offset)"
    }
  }

  // MARK: Intervals and sets

  private static func interval(_ span: ParsedDate.Span, _ text: String) -> String {
    let texts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return switch (span.start, span.end) {
    case (.date(let start), .date(let end)): from(start, texts[0], to: end, texts[1])
    case (.date(let start), .open): "since \(afterWord(start, texts[0]))"
    case (.date(let start), .unknown): "from \(afterWord(start, texts[0])), end unknown"
    case (.open, .date(let end)): "until \(afterWord(end, texts[1]))"
    case (.unknown, .date(let end)): "until \(afterWord(end, texts[1])), start unknown"
    case (.open, .open): "always"
    case (.open, .unknown): "until an unknown time"
    case (.unknown, .open): "since an unknown time"
    case (.unknown, .unknown): "start and end unknown"
    }
  }

  private static func from(_ start: DatePoint, _ startText: String, to end: DatePoint, _ endText: String) -> String {
    if start.isPlainYear, end.isPlainYear { return years(start.years.first, end.years.first) }
    return "\(words(start, startText)) to \(afterWord(end, endText))"
  }

  /// A date behind a word such as "since": a century has its article there.
  private static func afterWord(_ point: DatePoint, _ text: String) -> String {
    let words = words(point, text)
    return point.years.mask == 3 && words.first?.isNumber == true ? "the \(words)" : words
  }

  private static func set(_ kind: ParsedDate.SetKind, _ members: [ParsedDate.Member], _ text: String) -> String {
    let texts = text.dropFirst().dropLast().split(separator: ",").map(String.init)
    let all = zip(members, texts).map { member($0, kind, $1) }
    guard let last = all.last, all.count > 1 else { return all.first ?? text }
    return "\(all.dropLast().joined(separator: ", ")) \(kind == .oneOf ? "or" : "and") \(last)"
  }

  private static func member(_ member: ParsedDate.Member, _ kind: ParsedDate.SetKind, _ text: String) -> String {
    guard case .range(let span) = member else {
      if case .date(let point) = member { return words(point, text) }
      return text
    }
    let dots = text.dotsIndex
    let before = String(text[..<dots])
    let after = String(text[dots...].dropFirst(2))
    let joint = kind == .oneOf ? "or" : "and"
    return switch (span.start, span.end) {
    case (.date(let start), .date(let end)): from(start, before, to: end, after)
    case (.date(let start), _): "\(words(start, before)) \(joint) later"
    case (_, .date(let end)): "\(words(end, after)) \(joint) earlier"
    default: text
    }
  }

  // MARK: A date

  private static func words(_ point: DatePoint, _ text: String) -> String {
    let isAbout = !point.signs.isDisjoint(with: .approximate) || point.estimate != nil
    let isDoubtful = !point.signs.isDisjoint(with: .uncertain)
    return (isAbout ? "about " : "") + plainWords(point, text) + (isDoubtful ? "?" : "")
  }

  private static func plainWords(_ point: DatePoint, _ text: String) -> String {
    if let estimate = point.estimate {
      return "\(year(estimate)) (\(years(point.years.first, point.years.last)))"
    }
    let yearWords = years(point.years) ?? (point.months == 0 && point.season == 0 ? text : String(text.prefix(4)))
    if point.season != 0 { return season(point.season, point.years, yearWords) }
    if point.months == 0 { return yearWords }
    let isMonthUnknown = point.months.nonzeroBitCount == 12
    let isDayUnknown = point.days.nonzeroBitCount == 31
    if point.days == 0 {
      return isMonthUnknown ? "\(yearWords), month unknown" : "\(months(point.months)) \(yearWords)"
    }
    switch (isMonthUnknown, isDayUnknown) {
    case (true, true): return "\(yearWords), month and day unknown"
    case (true, false): return "\(numbers(point.days)) of an unknown month, \(yearWords)"
    case (false, true): return "\(months(point.months)) \(yearWords), day unknown"
    case (false, false): return "\(numbers(point.days)) \(months(point.months)) \(yearWords)"
    }
  }

  // MARK: Years

  /// A year as readers count: 0 is 1 BC, and a year before 1000 says its era.
  static func year(_ year: Int64) -> String {
    if year < 1 { return "\(1 - year) BC" }
    return year < 1000 ? "AD \(year)" : "\(year)"
  }

  /// Years from one to another, the era said once.
  static func years(_ first: Int64, _ last: Int64) -> String {
    if first == last { return year(first) }
    if last < 1 { return "\(1 - first)–\(year(last))" }
    return first >= 1 && last < 1000 ? "\(year(first))–\(last)" : "\(year(first))–\(year(last))"
  }

  /// `nil` for years with gaps between, which are best said as written.
  private static func years(_ years: YearSet) -> String? {
    if years.hasGaps { return nil }
    if years.mask == 15 { return "year unknown" }
    if years.mask == 3 { return century(years.first) }
    // "1900s" may be ten years or a hundred.
    let isDecade = years.mask == 1 && years.first >= 1000 && years.first % 100 != 0
    return isDecade ? "\(years.first)s" : EDTFWords.years(years.first, years.last)
  }

  /// The hundred years that begin with that one: `1800` is the 19th century, `-1299` the 13th century BC.
  private static func century(_ first: Int64) -> String {
    // Year 0 is 1 BC, so that -99 to 0 are the first century before it.
    if first < 0 { return "\(numbered(-first / 100 + 1)) century BC" }
    return "\(numbered(first / 100 + 1)) century\(first < 1000 ? " AD" : "")"
  }

  /// `1st`, `22nd`, `13th`.
  private static func numbered(_ number: Int64) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  // MARK: Parts of a year

  static func monthName(_ month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
  }

  private static func months(_ months: UInt16) -> String {
    listed(UInt32(months), name: monthName)
  }

  private static func numbers(_ days: UInt32) -> String {
    listed(days) { "\($0)" }
  }

  /// The numbers of the bits: a run as "20–29", others as "8, 18 or 28".
  private static func listed(_ bits: UInt32, name: (Int) -> String) -> String {
    let numbers = (0..<32).filter { bits & (1 << UInt32($0)) != 0 }
    guard let first = numbers.first, let last = numbers.last, first < last else {
      return numbers.first.map(name) ?? ""
    }
    if last - first == numbers.count - 1, numbers.count > 2 { return "\(name(first))–\(name(last))" }
    return "\(numbers.dropLast().map(name).joined(separator: ", ")) or \(name(last))"
  }

  private static func season(_ season: UInt8, _ years: YearSet, _ yearWords: String) -> String {
    let names = ["spring", "summer", "autumn", "winter"]
    switch Int(season) {
    case let number where number <= 32:
      let name = names[(number - 21) % 4]
      let hemisphere = number <= 24 ? "" : number <= 28 ? ", northern" : ", southern"
      // A winter is known by both its years.
      let reachesOver = [24, 28, 30].contains(number) && years.first == years.last && years.first > 0
      let next = reachesOver ? "/\(EDTFError.twoDigits(Int((years.first + 1) % 100)))" : ""
      return "\(name) \(yearWords)\(next)\(hemisphere)"
    case let number where number <= 36:
      return "\(ordinal(number - 32)) quarter of \(yearWords)"
    case let number where number <= 39:
      return "\(ordinal(number - 36)) four months of \(yearWords)"
    case let number:
      return "\(ordinal(number - 39)) half of \(yearWords)"
    }
  }

  private static func ordinal(_ number: Int) -> String {
    ["first", "second", "third", "fourth"][number - 1]
  }
}

extension DatePoint {
  /// Whether it is one year and nothing else, without a sign.
  fileprivate var isPlainYear: Bool {
    months == 0 && season == 0 && signs.isEmpty && estimate == nil && years.first == years.last
  }
}

extension String {
  /// Where `..` begins; the end when it is not there.
  fileprivate var dotsIndex: Index {
    firstIndex(of: ".") ?? endIndex
  }
}
