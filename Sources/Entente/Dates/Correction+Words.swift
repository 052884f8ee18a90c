/// Dates with words in them, and dates in the orders of other notations.
extension Correction {
  // MARK: Numbers

  /// `27.1.1960`, `1.1960`, `1956-2-3`, `1956.10.19`, `19561019`, and `27/1/1960` where only one part can be the month.
  static func numericDate(_ text: String) -> String? {
    if text.count == 8, text.isNumber { return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))" }
    for separator in [".", "/", "-"] {
      let parts = text.split(separator: separator).map { $0.trimming(" ") }
      guard (2...3).contains(parts.count), parts.allSatisfy(\.isNumber) else { continue }
      if parts[0].count == 4, parts.count == 3 || separator != "/" {
        return joined(parts[0], parts[1], parts.count == 3 ? parts[2] : nil)
      }
      guard let year = parts.last, year.count == 4 else { continue }
      if parts.count == 2 { return joined(year, parts[0], nil) }
      return dayAndMonth(parts[0], parts[1], isDayFirst: separator == ".").flatMap { joined(year, $0.month, $0.day) }
    }
    return nil
  }

  private static func dayAndMonth(
    _ first: String, _ second: String, isDayFirst: Bool
  ) -> (day: String, month: String)? {
    guard let left = Int(first), let right = Int(second) else { return nil }
    if isDayFirst || left > 12 { return (first, second) }
    // With slashes, 3/4/1960 is a day in March for some and in April for others.
    return right > 12 || left == right ? (second, first) : nil
  }

  /// `12/03/1945`, `9-11-2001`: the day first, as most write it, then the month first.
  static func dayOrMonthFirst(_ text: String) -> [String] {
    for separator in ["/", "-"] {
      let parts = text.split(separator: separator).map { $0.trimming(" ") }
      guard parts.count == 3, parts.allSatisfy(\.isNumber), parts[2].count == 4 else { continue }
      return [joined(parts[2], parts[1], parts[0]), joined(parts[2], parts[0], parts[1])]
    }
    return []
  }

  /// `45`, of this era's twentieth century or of its first.
  static func yearOfTwoDigits(_ text: String) -> [String] {
    text.count == 2 && text.isNumber ? ["19\(text)", "00\(text)"] : []
  }

  /// `early 1960s`: one of its first years, or the decade as a whole.
  static func partOfDecade(_ text: String) -> [String] {
    let words = text.lowercased().split(whereSeparator: { " -".contains($0) }).filter { $0 != "the" && $0 != "in" }
    let years = ["early": 0...3, "mid": 4...6, "middle": 4...6, "late": 7...9]
    guard let part = words.first, let range = years[String(part)],
      let decade = decadeOrCentury(words.dropFirst().filter { $0 != "of" }.joined(separator: " ")),
      decade.hasSuffix("X"),
      !decade.hasSuffix("XX")
    else { return [] }
    let tens = decade.dropLast()
    return ["[\(tens)\(range.lowerBound)..\(tens)\(range.upperBound)]", decade]
  }

  private static func joined(_ year: String, _ month: String, _ day: String?) -> String {
    "\(year)-\(padded(month))" + (day.map { "-\(padded($0))" } ?? "")
  }

  private static func padded(_ text: String) -> String { text.count == 1 ? "0\(text)" : text }

  /// A year before 0 of fewer than four digits, or any year of more: `-44`, `12000`. `195` may be a decade.
  static func oddYear(_ text: String) -> String? {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? String(text.dropFirst()) : text
    guard digits.isNumber, digits.count <= 18, digits.count > 4 || isNegative else { return nil }
    let sign = isNegative ? "-" : ""
    return digits.count > 4 ? "Y\(sign)\(digits)" : sign + String(repeating: "0", count: 4 - digits.count) + digits
  }

  // MARK: Words

  /// `Oct 1956`, `19 October 1956`, `Oct. 19th, 1956`.
  static func monthName(_ text: String) -> String? {
    var month: Int?
    var day: String?
    var year: String?
    for word in text.lowercased().split(whereSeparator: { " ,.".contains($0) }) {
      let number = word.prefix { $0.isASCII && $0.isNumber }
      let ending = word.dropFirst(number.count)
      if number.isEmpty {
        guard month == nil, let named = monthNumber(word) else { return nil }
        month = named
      } else if number.count == 4, ending.isEmpty, year == nil {
        year = String(number)
      } else if number.count <= 2, ["", "st", "nd", "rd", "th"].contains(ending), day == nil {
        day = String(number)
      } else {
        return nil
      }
    }
    guard let month, let year else { return nil }
    return joined(year, String(month), day)
  }

  private static func monthNumber(_ word: Substring) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }.map { $0 + 1 }
  }

  /// `spring 1956`, `winter of 1956`.
  static func season(_ text: String) -> String? {
    let words = text.lowercased().split(whereSeparator: { " ,".contains($0) }).filter { $0 != "of" && $0 != "the" }
    let numbers = ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]
    guard words.count == 2, let number = numbers[String(words[0])] else { return nil }
    return "\(words[1])-\(number)"
  }

  /// `1950s`, `the 1950's`, `19th century`.
  static func decadeOrCentury(_ text: String) -> String? {
    var words = text.lowercased().split(separator: " ")
    if words.first == "the" { words.removeFirst() }
    guard let first = words.first else { return nil }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    let ending = first.dropFirst(digits.count)
    if words.count == 1, digits.count == 4, digits.last == "0", ["s", "'s"].contains(ending) {
      return "\(digits.dropLast())X"
    }
    guard words.count == 2, words[1] == "century", ["st", "nd", "rd", "th"].contains(ending), let number = Int(digits),
      (1...99).contains(number)
    else { return nil }
    return "\(padded(String(number - 1)))XX"
  }

  /// `44 BC`, `AD 79`.
  static func era(_ text: String) -> String? {
    let words = text.uppercased().replacing(".", with: "").split(separator: " ")
    guard words.count == 2, let year = words.compactMap({ Int($0) }).first, (1...9999).contains(year) else {
      return nil
    }
    let isBefore = words.contains("BC") || words.contains("BCE")
    guard isBefore || words.contains("AD") || words.contains("CE") else { return nil }
    // There is a year 0 in EDTF, and 1 BC is it.
    let number = isBefore ? year - 1 : year
    let digits = String(repeating: "0", count: 4 - String(number).count) + String(number)
    return isBefore && number > 0 ? "-\(digits)" : digits
  }

  /// `ca. 1945`, `c1945`, `about Oct 1956`, `probably 1956`.
  static func qualified(_ text: String) -> String? {
    let about = ["circa", "ca.", "ca", "c.", "c", "about", "approximately", "approx.", "approx", "around", "~"]
    let perhaps = ["probably", "perhaps", "possibly", "maybe"]
    for (words, sign) in [(about, "~"), (perhaps, "?")] {
      for word in words {
        guard let rest = after(word, text), let date = plainDate(rest) else { continue }
        // Signs there already are kept: about and uncertain is %.
        guard let last = date.last, "?~%".contains(last) else { return date + sign }
        return String(last) == sign ? date : "\(date.dropLast())%"
      }
    }
    return nil
  }

  /// `before 1945`, `until 1945`, `after 1945`, `since 1945`.
  static func bounded(_ text: String) -> String? {
    let forms: KeyValuePairs = [
      "before": ("[..", "]"), "after": ("[", "..]"), "until": ("../", ""), "till": ("../", ""), "to": ("../", ""),
      "since": ("", "/.."), "from": ("", "/.."),
    ]
    for (word, form) in forms {
      guard let rest = after("\(word) ", text), let date = date(rest) else { continue }
      return form.0 + date + form.1
    }
    return nil
  }

  private static func after(_ word: String, _ text: String) -> String? {
    guard text.lowercased().hasPrefix(word) else { return nil }
    let rest = text.dropFirst(word.count).trimming(" ")
    return rest.isEmpty ? nil : rest
  }
}
