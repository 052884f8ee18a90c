/// What an attribute can hold: text, a whole number, a number with a fraction, or true and false.
public enum AttributeValue: Sendable, Hashable, CustomStringConvertible {
  case text(String)
  case integer(Int64)
  case number(Double)
  case boolean(Bool)

  /// The value as a graph file writes it, without quotes.
  public var description: String {
    switch self {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .boolean(let boolean): String(boolean)
    }
  }
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  /// A text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// A whole number.
  public init(integerLiteral integer: Int64) { self = .integer(integer) }
  /// A number with a fraction.
  public init(floatLiteral number: Double) { self = .number(number) }
  /// True or false.
  public init(booleanLiteral boolean: Bool) { self = .boolean(boolean) }
}

extension AttributeValue {
  /// Whether both are the same value: not-a-number is the same as itself.
  func isSame(as other: AttributeValue) -> Bool {
    if case (.number(let left), .number(let right)) = (self, other), left.isNaN, right.isNaN { return true }
    return self == other
  }
}

/// An attribute's value in a draft or a column: text by its number.
public enum StoredValue: Sendable, Hashable {
  case text(StringID)
  case integer(Int64)
  case number(Double)
  case boolean(Bool)

  package init(_ value: AttributeValue, in strings: inout StringTable) {
    switch value {
    case .text(let text): self = .text(strings.intern(text))
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .boolean(let boolean): self = .boolean(boolean)
    }
  }

  /// Whether both are the same value: not-a-number is the same as itself.
  func isSame(as other: StoredValue) -> Bool {
    if case (.number(let left), .number(let right)) = (self, other), left.isNaN, right.isNaN { return true }
    return self == other
  }

  func value(in strings: StringTable) -> AttributeValue {
    switch self {
    case .text(let text): .text(strings[text])
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .boolean(let boolean): .boolean(boolean)
    }
  }
}
