public import Entente

/// Reads sources in one format.
///
/// A new format is a type that conforms to this, and a place in a list of importers: ``Importers/all``, or one's own.
/// `GraphDraft` has an example.
public protocol Importer: Sendable {
  /// What the format is and carries. Its endings choose the importer; one that is a folder reads folders.
  var format: Format { get }

  /// Adds what the source says to the draft, and reports what is wrong with it there; reading goes on behind it.
  ///
  /// - Throws: ``SourceFault``, or any other error, when the source cannot be read to its end. Nothing is then looked up,
  ///   for what stands behind the end would be missed without being missing.
  func read(_ source: Source, into draft: inout GraphDraft) throws
}
