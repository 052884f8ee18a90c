public import Entente
public import EntenteFormats
public import EntenteGraphviz

/// A graph as one page that people explore: a single HTML file with its picture, the years, and where everything is written.
///
/// ```swift
/// let page = try await HTMLPage(of: graph.everything)
/// try ByteWriter.file(at: "dispute.html") { try page.write(to: &$0) }
/// ```
///
/// It asks nothing of anybody: no server, no other file, no network. Without JavaScript it is a picture and a table.
public struct HTMLPage: Sendable {
  /// The format as the list that users choose from has it.
  public static let format = Format("HTML", endings: ["html"], summary: "one page that people explore, offline")

  private let parts: [String: String]
  /// What to tell the person who asked for it.
  public let notes: [PictureNote]

  /// The page of a selection. More entities and relations than a picture can have (1,200 together) make a page without one,
  /// which draws the surroundings of whatever is chosen in it.
  ///
  /// - Throws: `PictureError` when the picture cannot be laid out.
  public init(of selection: Selection, _ options: PageOptions = PageOptions()) async throws {
    let rows = PageRows(of: selection, texts: options.texts, includesTexts: options.includesTexts)
    let picture = try await Self.picture(of: selection, options)
    let painted = picture.map { PagePicture($0, rows: rows) }
    notes = picture?.notes.filter { if case .remains = $0 { true } else { false } } ?? []
    let script = picture == nil ? PageCode.drawingScript : PageCode.script
    let style =
      picture.map { $0.hasSides ? PageCode.styleWithSides : PageCode.style } ?? PageCode.drawingStyle
    parts = [
      "title": HTMLText.escaped(rows.title), "policy": PageCode.policy(script, style),
      "style": String(decoding: style, as: UTF8.self), "script": String(decoding: script, as: UTF8.self),
      "picture": try painted?.svg() ?? "", "shapes": try painted?.shapes() ?? "", "rows": PageTable.rows(rows),
      "data": PageData.json(rows),
    ]
  }

  private static func picture(of selection: Selection, _ options: PageOptions) async throws -> Picture? {
    if selection.entities.isEmpty { return nil }
    var picture = options.picture
    picture.page = .screen
    (picture.width, picture.aspect, picture.smallestText) = (nil, nil, 9)
    picture.layout = .compact
    do { return try await selection.picture(picture) } catch PictureError.tooLarge { return nil }
  }

  /// Writes the page.
  ///
  /// - Throws: `WriteError` when the bytes cannot be delivered.
  public func write(to writer: inout ByteWriter) throws(WriteError) {
    var rest = PageCode.template[...]
    while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
      try writer.write(text: String(rest[..<start.lowerBound]))
      try writer.write(text: parts[String(rest[start.upperBound..<end.lowerBound])] ?? "")
      rest = rest[end.upperBound...]
    }
    try writer.write(text: String(rest))
    try writer.write("\n")
  }
}

/// How a page is to be made.
public struct PageOptions: Sendable {
  /// How the picture is drawn; its page and theme do not matter.
  public var picture = PictureOptions()
  /// The documents' texts that are at hand, by their ids: the page says which quotes were found in them.
  public var texts: [String: DocumentText] = [:]
  /// Whether the cited paragraphs go into the page. Texts have owners: only with their leave.
  public var includesTexts = false

  /// The defaults.
  public init() {}
}
