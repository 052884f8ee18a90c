public import Entente

/// Something that a format cannot carry, or carries changed.
public struct Loss: Finding, Hashable {
  /// A warning where something is lost, a note where it is only changed.
  public let severity: Severity
  /// The format's name and what is lost, in one line: `GEXF: 3 citations without a place for their prefix`.
  public let message: String

  /// What is lost or changed, after the name of the format: `3 citations without a place for their prefix`.
  public init(_ format: Format, _ what: String, severity: Severity = .warning) {
    self.severity = severity
    message = "\(format.name): \(what)"
  }
}
