/// The number of a date in a draft or graph; 0 is "no date".
public struct DateID: Sendable, Hashable {
  @usableFromInline package let value: UInt32

  /// No date.
  public static let none = DateID(value: 0)
  /// A date that was given and cannot be read: a draft's mark for what is not to pass for undated.
  public static let unreadable = DateID(value: .max)

  init(value: UInt32) { self.value = value }
}

/// Every date of a graph once, by its text: what it means, and the text as it was written.
///
/// A year is asked of the distinct dates, not of the relations: thousands share a date, and each then costs one look-up.
@usableFromInline
package struct DateTable: Sendable {
  /// The dates' texts; row 0 is "no date".
  @usableFromInline private(set) var texts: [StringID] = [.empty]
  /// What the texts mean, from row 1 on.
  private(set) var extents: [DateExtent] = []
  /// The dates as they were parsed, from row 1 on.
  private var parsed: [(date: ParsedDate, level: Int)] = []
  private var rows: [StringID: UInt32] = [:]

  package init() {}

  /// How many rows there are, "no date" included.
  package var count: Int { texts.count }

  /// What the date means; `nil` for "no date".
  package subscript(id: DateID) -> DateExtent? { row(of: id).map { extents[$0] } }

  /// The date with its text; `nil` for "no date".
  func edtf(_ id: DateID, in strings: StringTable) -> EDTF? {
    row(of: id).map { EDTF(text: strings[texts[$0 + 1]], parsed: parsed[$0].date, level: parsed[$0].level) }
  }

  /// The row of what the date means.
  private func row(of id: DateID) -> Int? { id == .none || id == .unreadable ? nil : Int(id.value) - 1 }

  /// The date's text as it was written; empty for "no date".
  @inlinable
  package func text(of id: DateID) -> StringID { id.value == .max ? .empty : texts[Int(id.value)] }

  /// The row of the date that is written `text`, which is read and added if it is new.
  package mutating func intern(_ text: StringID, in strings: StringTable) throws(EDTFError) -> DateID {
    if let row = rows[text] { return DateID(value: row) }
    let date = try Self.read(text, in: strings)
    let row = UInt32(truncatingIfNeeded: texts.count)
    rows[text] = row
    texts.append(text)
    parsed.append(date)
    extents.append(DateExtent(date.date))
    return DateID(value: row)
  }

  private static func read(
    _ text: StringID, in strings: StringTable
  ) throws(EDTFError) -> (date: ParsedDate, level: Int) {
    let result: Result<(date: ParsedDate, level: Int), EDTFError> = strings.withBytes(of: text) { bytes in
      do throws(EDTFError) { return .success(try EDTFParser.parse(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
