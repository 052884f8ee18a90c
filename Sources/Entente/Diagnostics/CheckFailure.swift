/// Thrown when a graph has errors: all that was found in it, errors, warnings and notes, in the order of their places.
public struct CheckFailure: Error, Sendable, CustomStringConvertible {
  /// Everything that was found.
  public let diagnostics: [Diagnostic]

  /// A failure with its diagnostics.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// The diagnostics' texts, one after the other.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
