/// A source of a draft, as ``GraphDraft/add(source:numbersAlike:)`` numbers it: what tells whether two places are in one.
public struct SourceID: Sendable, Hashable {
  /// The row among the sources plus one; 0 is no source.
  let number: UInt16

  static let none = SourceID(number: 0)

  /// The row among the sources; `nil` for no source.
  var row: Int? { number == 0 ? nil : Int(number) - 1 }
}

/// A stretch of a source in eight bytes: the source, the first byte, and how many bytes it has.
///
/// It becomes a line and a column only when it is shown, as a ``SourcePlace``. What a part cannot hold is clamped: an offset
/// ends at 64 GB, a length at 4,095 bytes.
public struct PackedPlace: Sendable, Hashable {
  /// From the top: 16 bits for the source, 36 for the position plus one (0 is the source as a whole), 12 for the length.
  private let bits: UInt64

  /// No place.
  public static let none = PackedPlace(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  private init(_ source: SourceID, position: UInt64, length: Int) {
    let length = UInt64(min(max(0, length), Self.longest))
    bits = UInt64(source.number) << 48 | min(position, Self.farthest) << 12 | length
  }

  private static let farthest: UInt64 = 1 << 36 - 1
  private static let longest = 1 << 12 - 1

  /// The source as a whole.
  public init(_ source: SourceID) { self.init(source, position: 0, length: 0) }

  /// So many bytes of the source, from the one at `offset` on.
  public init(_ source: SourceID, offset: Int, length: Int) {
    self.init(source, position: UInt64(max(0, offset)) + 1, length: length)
  }

  /// A line and a column, both from 1, of a source that has no bytes to count: Swift code, a table's row and column.
  /// What is beyond line 4,194,302 or column 16,383 is that one.
  public init(_ source: SourceID, line: Int, column: Int) {
    let (line, column) = (UInt64(min(max(0, line), 1 << 22 - 2)), UInt64(min(max(0, column), 1 << 14 - 1)))
    self.init(source, position: (line << 14 | column) + 1, length: 0)
  }

  /// Whether there is no source.
  public var isNone: Bool { source == .none }

  /// The source.
  public var source: SourceID { SourceID(number: UInt16(truncatingIfNeeded: bits >> 48)) }

  /// How many bytes the stretch has.
  public var length: Int { Int(bits & 0xfff) }

  /// The first byte; `nil` when the source as a whole is meant.
  public var offset: Int? {
    let position = bits >> 12 & Self.farthest
    return position == 0 ? nil : Int(position) - 1
  }

  /// The line and the column, in a source that counts so.
  var lineAndColumn: (line: Int, column: Int) {
    let code = offset ?? 0
    return (code >> 14, code & (1 << 14 - 1))
  }

  /// Orders by source, then by position.
  static func isOrdered(_ left: PackedPlace, _ right: PackedPlace) -> Bool { left.bits >> 12 < right.bits >> 12 }

  /// The same stretch of another source.
  func moved(to source: SourceID) -> PackedPlace {
    PackedPlace(bits: bits & (1 << 48 - 1) | UInt64(source.number) << 48)
  }

  /// The stretch that begins `offset` bytes further on and has `length` bytes.
  public func part(_ offset: Int, length: Int) -> PackedPlace {
    self.offset.map { PackedPlace(source, offset: $0 + offset, length: length) } ?? self
  }
}
