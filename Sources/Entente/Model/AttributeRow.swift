/// An attribute of the entity or relation that a cursor stands on: what Entente has no word for.
public struct AttributeRow: ~Escapable {
  /// Its value.
  public enum Value: ~Escapable {
    case text(Span<UInt8>)
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
  }

  /// Its name.
  public let key: Span<UInt8>
  /// The number of its name: equal names of one graph have equal numbers.
  @usableFromInline package let keyID: StringID
  /// What it holds.
  public let value: Value

  @inlinable
  @_lifetime(borrow arena)
  init(_ attributes: borrowing AttributeColumns, _ arena: borrowing StringTable.Arena, _ row: Int) {
    keyID = attributes.key[row]
    key = arena.span(of: keyID)
    value =
      switch attributes.value[row] {
      case .text(let text): .text(arena.span(of: text))
      case .integer(let integer): .integer(integer)
      case .number(let number): .number(number)
      case .boolean(let boolean): .boolean(boolean)
      }
  }
}
