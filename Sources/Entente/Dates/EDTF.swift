/// A date as historians write them, in the Extended Date/Time Format (ISO 8601-2:2019, the EDTF profile, levels 0 to 2).
///
/// ```swift
/// let claim = try EDTF("1945~/..")     // since about 1945
/// claim.answer(YearRange(1945), holds: .throughout)   // .possible
/// claim.answer(YearRange(1946), holds: .throughout)   // .certain
/// ```
///
/// Two are equal when their texts are: `1956` and `1956-XX` mean the same days and were written by people who knew
/// different things. For the same reason they have no order; see `isBefore(_:)` and `relations(to:)`.
public struct EDTF: Sendable, Hashable, CustomStringConvertible {
  /// The date as written, byte for byte.
  public let text: String
  /// The lowest level of EDTF (0, 1 or 2) in which it can be written.
  public let level: Int
  let parsed: ParsedDate

  /// Reads a date.
  ///
  /// - Throws: `EDTFError`, with the place in the text and, where it can be guessed, the date that was meant.
  public init(_ text: some StringProtocol) throws(EDTFError) {
    var text = String(text)
    let result = text.withUTF8 { bytes in
      Result { () throws(EDTFError) in try EDTFParser.parse(bytes) }
    }
    (parsed, level) = try result.get()
    self.text = text
  }

  /// A date that was read before.
  init(text: String, parsed: ParsedDate, level: Int) {
    self.text = text
    self.parsed = parsed
    self.level = level
  }

  /// The days between which it begins and ends.
  public var bounds: DayBounds { DayBounds(parsed) }

  /// The date without its text, for a column.
  public var extent: DateExtent { DateExtent(parsed) }

  /// The date in a reader's words: "since about 1945", "27 Jan 1960", "1930s".
  public var words: String { EDTFWords.words(parsed, text) }

  /// Whether what holds in this way did so in some of the years, with this date.
  public func answer(_ years: YearRange, holds: Holding) -> Answer { parsed.answer(years, holds: holds) }

  /// The text.
  public var description: String { text }

  /// Whether both were written alike, byte for byte.
  public static func == (left: EDTF, right: EDTF) -> Bool { left.text == right.text }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
