/// Bytes that could not be delivered: the disk is full, the pipe is closed, the folder is not there.
public struct WriteError: Error, Sendable, CustomStringConvertible {
  /// The path that was written to, as it was given; `nil` for an open descriptor.
  public let path: String?
  /// The system's error number.
  public let code: Int32
  /// The system's own words for it, in the C locale.
  public let reason: String

  /// What failed and why: `cannot write 'graph.svg': No space left on device`.
  public var description: String {
    path.map { "cannot write '\($0.replacing("\n", with: " "))': \(reason)" } ?? "cannot write: \(reason)"
  }
}
