/// How many citations were looked up in their documents' texts, and how many could not be.
public struct CitationCount: Sendable, Hashable {
  /// Citations whose paragraph and quote were found.
  public internal(set) var verified = 0
  /// Citations of documents whose text is not at hand.
  public internal(set) var notVerified = 0

  /// None yet.
  public init() {}
}
