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

  /// Draws the selection and writes its page. What stands in the way of a good picture goes to `ExportOptions.remark`.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) async throws {
    let made = try await HTMLPage(of: selection, page)
    if let remark = options.remark { made.notes.forEach(remark) }
    try made.write(to: &writer)
  }
}
