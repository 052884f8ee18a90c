public import Entente
public import EntenteFormats

/// The page as a format among others: `Exporters.all + [HTML()]`.
///
/// ``HTMLPage`` does the same in two steps, and says what there is to say about the picture.
public struct HTML: Exporter {
  /// What it is and carries: everything.
  public let format = HTMLPage.format
  /// How pages are made.
  public var page: PageOptions

  /// An exporter of pages made so.
  public init(_ page: PageOptions = PageOptions()) { self.page = page }

  /// Draws the selection and writes its page.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) async throws {
    try await HTMLPage(of: selection, page).write(to: &writer)
  }
}
