/// The row of a date in a ``DateTable``; a column's 0 is "no date".
package struct DateID: Sendable, Hashable {
  package let value: UInt32

  /// No date.
  package static let none = DateID(value: 0)
}

/// Every date of a graph once, by its text: what it means, and the text as it was written.
///
/// A year is asked of the distinct dates, not of the relations: thousands share a date, and each then costs one look-up.
package struct DateTable: Sendable {
  /// The dates' texts; row 0 is "no date".
  private(set) var texts: [StringID] = [.empty]
  /// What the texts mean, from row 1 on.
  private(set) var extents: [DateExtent] = []
  private var rows: [StringID: UInt32] = [:]

  package init() {}

  /// How many rows there are, "no date" included.
  package var count: Int { texts.count }

  /// What the date means; `nil` for "no date".
  package subscript(id: DateID) -> DateExtent? { id == .none ? nil : extents[Int(id.value) - 1] }

  /// The date's text as it was written; empty for "no date".
  package func text(of id: DateID) -> StringID { texts[Int(id.value)] }

  /// The row of the date that is written `text`, which is read and added if it is new.
  package mutating func intern(_ text: StringID, in strings: StringTable) throws(EDTFError) -> DateID {
    if let row = rows[text] { return DateID(value: row) }
    let extent = try Self.read(text, in: strings)
    rows[text] = UInt32(texts.count)
    texts.append(text)
    extents.append(extent)
    return DateID(value: UInt32(texts.count - 1))
  }

  private static func read(_ text: StringID, in strings: StringTable) throws(EDTFError) -> DateExtent {
    let result: Result<DateExtent, EDTFError> = strings.withBytes(of: text) { bytes in
      do throws(EDTFError) { return .success(try DateExtent(parsing: bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
