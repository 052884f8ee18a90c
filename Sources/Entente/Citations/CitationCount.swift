/// How many citations were looked up in their documents' texts, and how many could not be.
public struct CitationCount: Sendable, Hashable {
  /// Citations whose paragraph and quote were found.
  public internal(set) var verified = 0
  /// Citations of documents whose text is not at hand, which were verified once, as a seal says.
  public internal(set) var sealed = 0
  /// Citations of documents whose text is not at hand, and which no seal has.
  public internal(set) var notVerified = 0

  /// None yet.
  public init() {}
}
