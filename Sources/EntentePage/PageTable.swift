import Entente

/// The table of all relations: what the page says without its script, and where the script reads notes and citations.
struct PageTable {
  private let rows: PageRows

  /// The rows as HTML, a line each.
  static func rows(_ rows: PageRows) -> String {
    let table = PageTable(rows: rows)
    return rows.relations.map { table.row($0) + "\n" }.joined()
  }

  private func row(_ relation: Relation) -> String {
    let status =
      relation.accordingTo.map { "\(relation.status.name), according to \($0.name)" } ?? relation.status.name
    let cells = [
      name(relation.subject.name), statement(relation), name(relation.object.name),
      relation.when.map { HTMLText.escaped($0.words) } ?? "", HTMLText.escaped(status),
      citations(relation.citations) + note(relation),
    ]
    return "<tr>\(cells.map { "<td>\($0)</td>" }.joined())</tr>"
  }

  private func statement(_ relation: Relation) -> String {
    let id = HTMLText.escaped(relation.id)
    let label = HTMLText.escaped(relation.type.label)
    return "<a href=\"#select=\(Self.percentEncoded(relation.id))\" data-select=\"\(id)\">\(label)</a>"
  }

  private func name(_ text: String) -> String { "<bdi>\(HTMLText.escaped(text))</bdi>" }

  private func note(_ relation: Relation) -> String {
    relation.note.map { "<p class=\"note\" dir=\"auto\">\(HTMLText.escaped($0))</p>" } ?? ""
  }

  private func citations(_ citations: [Citation]) -> String {
    citations.isEmpty ? "" : "<ul>\(citations.map(citation).joined())</ul>"
  }

  private func citation(_ citation: Citation) -> String {
    let number = rows.documentNumber(of: citation.document)
    var facts = [("document", "\(number)")]
    if let paragraph = citation.paragraph { facts.append(("paragraph", "\(paragraph)")) }
    if citation.paragraph == nil, let pages = citation.pages { facts.append(("pages", Citation.numbers(pages: pages))) }
    if let day = rows.dayVerified(citation) { facts.append(("verified", day)) }
    if let prefix = citation.prefix { facts.append(("prefix", prefix)) }
    if let suffix = citation.suffix { facts.append(("suffix", suffix)) }
    let document = rows.documents.indices.contains(number) ? rows.documents[number] : nil
    let source = document?.publisher ?? document?.author ?? document?.title ?? citation.document
    let place =
      citation.paragraph.map { ", paragraph \($0)" } ?? citation.pages.map { ", \(Citation.words(pages: $0))" } ?? ""
    let quote = citation.quote.map { " <q>\(HTMLText.escaped($0))</q>" } ?? ""
    let attributes = facts.map { " data-\($0)=\"\(HTMLText.escaped($1))\"" }.joined()
    return "<li dir=\"auto\"\(attributes)><cite>\(name(source))\(place)</cite>\(quote)</li>"
  }

  /// An id as a part of an address (RFC 3986).
  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
