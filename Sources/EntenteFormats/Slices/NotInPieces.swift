/// Why a file cannot be read piece by piece: it then has to be read whole.
public struct NotInPieces: Error, Sendable, CustomStringConvertible {
  /// What is in the way, as the end of a sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
