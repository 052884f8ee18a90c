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
    return object([
      ("title", quoted(rows.title)),
      ("kinds", list(rows.kinds.values.map { list([quoted($0.name), quoted($0.plural)]) })),
      ("types", list(rows.types.values.map { list([quoted($0.name), quoted($0.label), $0.directed ? "1" : "0"]) })),
      ("statuses", list(Status.allCases.map { quoted($0.name) })),
      ("documents", list(documents)),
      ("dates", list(dates.values.map { list([quoted($0.text), quoted($0.words)]) })),
      ("rules", list(rules.values.map(rule))),
      ("entities", list(entities)), ("relations", list(relations)),
    ])
  }

  // MARK: Rows

  private mutating func entity(_ entity: Entity) -> String {
    let when = entity.when
    let exists = when.map { rules.number(adding: $0.extent.existenceRule(happens: entity.kind.happens)) }
    let parts = [
      quoted(entity.id), "\(rows.kinds.number(of: entity.kind))", quoted(entity.name), list(entity.aliases.map(quoted)),
      "\(when.map { dates.number(adding: $0) } ?? -1)", "\(exists ?? -1)", quoted(entity.note ?? ""),
      list(entity.citations.map(citation)), attributes(entity.attributes),
    ]
    return trimmed(parts, defaults: ["", "", "", "[]", "-1", "-1", "\"\"", "[]", "{}"])
  }

  private mutating func relation(_ relation: Relation) -> String {
    let (when, holds) = (relation.when, relation.type.holds)
    let rule = rules.number(adding: when?.extent.rule(holds: holds) ?? .undated(holds: holds))
    let parts = [
      quoted(relation.id), "\(rows.number(of: relation.subject))", "\(rows.types.number(of: relation.type))",
      "\(rows.number(of: relation.object))", "\(relation.status.rawValue)", "\(rule)",
      "\(when.map { dates.number(adding: $0) } ?? -1)", "\(relation.accordingTo.map(rows.number) ?? -1)",
      attributes(relation.attributes),
    ]
    return trimmed(parts, defaults: ["", "", "", "", "", "", "-1", "-1", "{}"])
  }

  private func citation(_ citation: Citation) -> String {
    let parts = [
      "\(rows.documentNumber(of: citation.document))", citation.paragraph.map { "\($0)" } ?? "null",
      quoted(citation.quote ?? ""), quoted(citation.prefix ?? ""), quoted(citation.suffix ?? ""),
    ]
    return trimmed(parts, defaults: ["", "null", "\"\"", "\"\"", "\"\""])
  }

  private mutating func document(_ document: Document) -> String {
    let texts = [
      ("id", document.id), ("title", document.title), ("publisher", document.publisher),
      ("url", document.url),
    ]
    var members = texts.compactMap { name, text in text.map { (name, quoted($0)) } }
    if let date = document.date { members.append(("date", "\(dates.number(adding: date))")) }
    if rows.texts[document.id] != nil { members.append(("isRead", "true")) }
    let paragraphs = rows.citedParagraphs(of: document)
    if !paragraphs.isEmpty {
      members.append(("paragraphs", object(paragraphs.map { ("\($0.number)", quoted($0.text)) })))
    }
    return object(members)
  }

  private func attributes(_ attributes: Attributes) -> String {
    let values = attributes.map { key, value in
      switch value {
      case .integer(let integer): "\(quoted(key)):\(integer)"
      case .boolean(let boolean): "\(quoted(key)):\(boolean)"
      case .text, .number: "\(quoted(key)):\(quoted("\(value)"))"
      }
    }
    return "{\(values.joined(separator: ","))}"
  }

  // MARK: Rules

  private func rule(_ rule: YearRule) -> String {
    let years = rule.years
    let four = [years.possibleFrom, years.certainFrom, years.certainTo, years.possibleTo].map { "\($0)" }
    switch rule.exact {
    case nil: return list(four)
    case .one(let member): return list(four + [object([("years", bounds(member))])])
    case .oneOf(let members): return list(four + [object([("one", list(members.map(bounds)))])])
    case .allOf(let members): return list(four + [object([("all", list(members.map(bounds)))])])
    }
  }

  private func bounds(_ bounds: YearRule.Bounds) -> String {
    let runs = bounds.runs.flatMap { ["\($0.lowerBound)", "\($0.upperBound)"] }
    return list(bounds.years.map { "\($0)" } + (runs.isEmpty ? [] : [list(runs)]))
  }

  // MARK: JSON

  private func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(quoted($0)):\($1)" }.joined(separator: ","))}"
  }

  private func list(_ values: [String]) -> String { "[\(values.joined(separator: ","))]" }

  /// A list without the values at its end that are what a reader takes for left out.
  private func trimmed(_ values: [String], defaults: [String]) -> String {
    var values = values[...]
    while let last = values.last, last == defaults[values.count - 1] { values.removeLast() }
    return list(Array(values))
  }

  /// A text as a JSON string. `<` is escaped, too: `</script` would end the element around the data.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "<", "\u{0}"..<" ":
      "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: String(scalar)
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(Self.escaped).joined() + "\""
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
