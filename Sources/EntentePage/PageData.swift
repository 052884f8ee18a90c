import Entente
import EntenteFormats

/// What the page's script reads: names once, everything else by rows, as compact JSON. What the table of relations says in
/// the page (notes, citations) is not in it.
///
/// `Page/graph.js` has the same shape as types.
struct PageData {
  private let rows: PageRows
  private var dates = Numbering<EDTF>()
  private var rules = Numbering<YearRule>()

  /// The data of what `rows` numbers, as JSON that can stand in a `script` element.
  static func json(_ rows: PageRows) -> String {
    var data = PageData(rows: rows)
    return data.json()
  }

  private init(rows: PageRows) { self.rows = rows }

  private mutating func json() -> String {
    let entities = rows.entities.map { entity($0) }
    let relations = rows.relations.map { relation($0) }
    let documents = rows.documents.map { document($0) }
    return PageJSON.object([
      ("title", PageJSON.quoted(rows.title)),
      (
        "kinds",
        PageJSON.list(rows.kinds.values.map { PageJSON.list([PageJSON.quoted($0.name), PageJSON.quoted($0.plural)]) })
      ),
      (
        "types",
        PageJSON.list(
          rows.types.values.map {
            PageJSON.list([
              PageJSON.quoted($0.name), PageJSON.quoted($0.label), $0.directed ? "1" : "0",
              PageJSON.quoted($0.holds.rawValue),
            ])
          })
      ),
      ("statuses", PageJSON.list(Status.allCases.map { PageJSON.quoted($0.name) })),
      ("documents", PageJSON.list(documents)),
      (
        "dates",
        PageJSON.list(dates.values.map { PageJSON.list([PageJSON.quoted($0.text), PageJSON.quoted($0.words)]) })
      ),
      ("rules", PageJSON.list(rules.values.map(\.json))),
      ("nodes", PageJSON.list(entities)), ("edges", PageJSON.list(relations)),
    ])
  }

  // MARK: Rows

  private mutating func entity(_ entity: Entity) -> String {
    let when = entity.when
    let exists = when.map { rules.number(adding: $0.extent.existenceRule(happens: entity.kind.happens)) }
    let parts = [
      PageJSON.quoted(entity.id), "\(rows.kinds.number(of: entity.kind))", PageJSON.quoted(entity.name),
      PageJSON.list(entity.aliases.map(PageJSON.quoted)),
      "\(when.map { dates.number(adding: $0) } ?? -1)", "\(exists ?? -1)", PageJSON.quoted(entity.note ?? ""),
      PageJSON.list(entity.citations.map(citation)), attributes(entity.attributes),
      PageJSON.list(entity.sameAs.map(name)),
    ]
    return trimmed(parts, defaults: ["", "", "", "[]", "-1", "-1", "\"\"", "[]", "{}", "[]"])
  }

  private mutating func relation(_ relation: Relation) -> String {
    let (when, holds) = (relation.when, relation.type.holds)
    let rule = rules.number(adding: when?.extent.rule(holds: holds) ?? .undated(holds: holds))
    let parts = [
      PageJSON.quoted(relation.id), "\(rows.number(of: relation.subject))", "\(rows.types.number(of: relation.type))",
      "\(rows.number(of: relation.object))", "\(relation.status.rawValue)", "\(rule)",
      "\(when.map { dates.number(adding: $0) } ?? -1)", "\(relation.accordingTo.map(rows.number) ?? -1)",
      attributes(relation.attributes),
    ]
    return trimmed(parts, defaults: ["", "", "", "", "", "", "-1", "-1", "{}"])
  }

  private func citation(_ citation: Citation) -> String {
    let parts = [
      "\(rows.documentNumber(of: citation.document))",
      citation.paragraph.map { "\($0)" } ?? citation.pages.map { PageJSON.quoted(Citation.numbers(pages: $0)) }
        ?? "null",
      PageJSON.quoted(citation.quote ?? ""), PageJSON.quoted(citation.prefix ?? ""),
      PageJSON.quoted(citation.suffix ?? ""), PageJSON.quoted(rows.dayVerified(citation) ?? ""),
    ]
    return trimmed(parts, defaults: ["", "null", "\"\"", "\"\"", "\"\"", "\"\""])
  }

  /// What an entity is in a registry: as it is written, and where a browser finds it.
  private func name(_ text: String) -> String {
    PageJSON.list([PageJSON.quoted(text), PageJSON.quoted(SameAs.iri(of: text) ?? "")])
  }

  private mutating func document(_ document: Document) -> String {
    let texts: [(String, String?)] = [
      ("id", document.id), ("title", document.title), ("author", document.author),
      ("publisher", document.publisher), ("pages", document.pages), ("url", document.url),
      ("isbn", document.isbn), ("doi", document.doi),
    ]
    var members = texts.compactMap { name, text in text.map { (name, PageJSON.quoted($0)) } }
    if let date = document.date { members.append(("date", "\(dates.number(adding: date))")) }
    if rows.texts[document.id] != nil { members.append(("isRead", "true")) }
    let paragraphs = rows.citedParagraphs(of: document)
    if !paragraphs.isEmpty {
      members.append(("paragraphs", PageJSON.object(paragraphs.map { ("\($0.number)", PageJSON.quoted($0.text)) })))
    }
    return PageJSON.object(members)
  }

  private func attributes(_ attributes: Attributes) -> String {
    let values = attributes.map { key, value in
      switch value {
      case .integer(let integer): "\(PageJSON.quoted(key)):\(integer)"
      case .boolean(let boolean): "\(PageJSON.quoted(key)):\(boolean)"
      case .number(let number) where number.isFinite: "\(PageJSON.quoted(key)):\(number)"
      case .text, .number: "\(PageJSON.quoted(key)):\(PageJSON.quoted("\(value)"))"
      }
    }
    return "{\(values.joined(separator: ","))}"
  }

  /// A list without the values at its end that are what a reader takes for left out.
  private func trimmed(_ values: [String], defaults: [String]) -> String {
    var values = values[...]
    while let last = values.last, last == defaults[values.count - 1] { values.removeLast() }
    return PageJSON.list(Array(values))
  }
}

/// Numbers values in the order of their first mention.
struct Numbering<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]

  init() {}

  init(_ values: [Value]) { for value in values { _ = number(adding: value) } }

  /// The number of a value, which is added if it is new.
  mutating func number(adding value: Value) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }

  /// The number of a value that is there already; -1 for one that is not.
  func number(of value: Value) -> Int { numbers[value] ?? -1 }
}
