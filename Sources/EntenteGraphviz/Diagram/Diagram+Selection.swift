import Entente
import EntenteFormats

/// What a diagram is to say beside what the selection has.
struct DiagramOptions: Hashable, Sendable {
  /// Whether it has, unpainted, what other years have; `nil` is that it has for one year.
  var isSteady: Bool?
  /// In place of the graph's own title.
  var title: String?
  var subtitle: String?
  var dates = Dates.full
  /// Whether sources have numbers; `nil` where more than one document is cited.
  var numbersSources: Bool?
  /// Whether notes stand below the picture.
  var showsNotes = false

  /// How much of a date is said.
  enum Dates: Hashable, Sendable {
    case full, years, none
  }

  /// The last line of the caption.
  var credit: String?
  /// The attribute that colours mean; `nil` is the graph's sides, or the kind.
  var colourBy: String?
}

extension Diagram {
  /// What a picture of `selection` shows: its entities in the graph's order, its relations oldest first.
  ///
  /// A steady picture of some years has all that the picture without years has, but paints only what is in the years.
  init(_ selection: Selection, _ options: DiagramOptions) throws(NoAttribute) {
    let years = selection.filter.years
    let isOneYear = years?.first != nil && years?.first == years?.last
    let isSteady = years != nil && (options.isSteady ?? isOneYear)
    try self.init(everythingOf: isSteady ? selection.withoutYears : selection, options)
    if isSteady { keepRoom(certainOnly: selection.filter.certainOnly, selection.graph) }
    paint(selection)
  }

  /// What held in either of two times, marked by what became of it.
  init(comparing before: Selection, _ after: Selection, _ options: DiagramOptions) throws(NoAttribute) {
    try self.init(everythingOf: before.withoutYears, options)
    compared = Compared(before: before.period, after: after.period)
    period = "\(before.period) → \(after.period)"
    let (old, new) = (Shown(before), Shown(after))
    for (index, entity) in entities.enumerated() {
      guard let row = entity.row else { continue }
      entities[index].change = Change(old.entities.contains(row), new.entities.contains(row))
    }
    for (index, relation) in relations.enumerated() {
      guard let row = relation.row else { continue }
      let change = Change(old.answers[row] != nil, new.answers[row] != nil)
      relations[index].change = change
      if change != .none {
        relations[index].description += " \(change.sentence(before.period, after.period))"
      }
    }
    keepChanged()
  }

  private init(everythingOf selection: Selection, _ options: DiagramOptions) throws(NoAttribute) {
    let graph = selection.graph
    self.init(title: options.title ?? graph.title)
    subtitle = options.subtitle ?? graph.subtitle
    looks = Looks.byKind(of: graph.schema)
    var places: [Int: Int] = [:]
    for entity in selection.entities {
      places[entity.row] = entities.count
      entities.append(Entity(entity, graph))
    }
    markFocus(selection.filter.around, graph)
    try colour(by: options.colourBy, graph)
    for relation in selection.oldestFirst {
      guard let subject = places[relation.subject.row], let object = places[relation.object.row] else { continue }
      relations.append(Relation(relation, graph, subject: subject, object: object, options.dates))
    }
    let references = References(selection, options)
    for index in relations.indices {
      relations[index].references = relations[index].row.map(references.marks) ?? []
    }
    caption = Caption(selection, references, credit: options.credit).lines
  }

  /// The rows that a selection keeps, and how sure its relations are.
  private struct Shown {
    let entities: Set<Int>
    let answers: [Int: Answer]

    init(_ selection: Selection) {
      entities = Set(selection.entities.map(\.row))
      answers = Dictionary(
        selection.relations.map { ($0.row, selection.answer($0)) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Paints only what is in `selection`, and says how sure that is where years were asked about.
  private mutating func paint(_ selection: Selection) {
    guard selection.filter.years != nil else { return }
    period = selection.period
    periodID = selection.periodID
    let shown = Shown(selection)
    for (index, entity) in entities.enumerated() {
      entities[index].isShown = entity.row.map(shown.entities.contains) ?? false
    }
    for (index, relation) in relations.enumerated() {
      let answer = relation.row.flatMap { shown.answers[$0] }
      relations[index].isShown = answer != nil
      relations[index].certainty = answer == .certain ? .certain : .possible
    }
  }

  /// Leaves out what was in neither time.
  private mutating func keepChanged() {
    keep(entities.map { $0.change != .none }, relations.map { $0.change != .none })
  }

  /// Leaves out what none of `diagrams` paints, which are the same but for that.
  mutating func keepShown(inAnyOf diagrams: [Diagram]) {
    keep(
      entities.indices.map { index in diagrams.contains { $0.entities[index].isShown } },
      relations.indices.map { index in diagrams.contains { $0.relations[index].isShown } })
  }

  private mutating func keep(_ keptEntities: [Bool], _ keptRelations: [Bool]) {
    let kept = entities.indices.filter { keptEntities[$0] }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    entities = kept.map { entities[$0] }
    relations = zip(relations, keptRelations).compactMap { relation, isKept in
      guard isKept, let subject = places[relation.subject], let object = places[relation.object]
      else { return nil }
      var relation = relation
      (relation.subject, relation.object) = (subject, object)
      return relation
    }
  }
}

extension Diagram.Change {
  init(_ wasThere: Bool, _ isThere: Bool) {
    switch (wasThere, isThere) {
    case (true, true): self = .stayed
    case (true, false): self = .went
    case (false, true): self = .came
    case (false, false): self = .none
    }
  }

  func sentence(_ before: String, _ after: String) -> String {
    switch self {
    case .came: "Not in \(before), but in \(after)."
    case .went: "In \(before), but not in \(after)."
    case .stayed: "In \(before) and in \(after)."
    case .none: ""
    }
  }
}

extension Selection {
  /// The same question without its years.
  var withoutYears: Selection {
    var filter = self.filter
    filter.years = nil
    filter.certainOnly = false
    // Names that the graph knew for this selection, it knows for that one.
    return (try? graph.selecting(filter)) ?? graph.everything
  }

  /// The years that were asked about, as a heading says them.
  var period: String {
    guard let years = filter.years else { return "" }
    let words = Self.words(years)
    return filter.certainOnly ? "\(words), certainly" : words
  }

  /// The years as part of an id.
  var periodID: String {
    guard let years = filter.years else { return "" }
    let bounds = [years.first, years.last].map { $0.map { "\($0)" } ?? "" }
    return bounds[0] == bounds[1] ? bounds[0] : bounds.joined(separator: "..")
  }

  private static func words(_ years: YearRange) -> String {
    func year(_ year: Int64) -> String { year > 0 ? "\(year)" : "\(1 - year) BC" }
    switch (years.first, years.last) {
    case (let first?, let last?): return first == last ? year(first) : "\(year(first))–\(year(last))"
    case (let first?, nil): return "\(year(first)) or later"
    case (nil, let last?): return "\(year(last)) or earlier"
    case (nil, nil): return ""
    }
  }
}

extension Diagram.Entity {
  init(_ entity: Entente.Entity, _ graph: RelationGraph) {
    self.init(
      row: entity.row, id: entity.id, kind: entity.kind.name, kindName: entity.kind.label, name: entity.name,
      aliases: entity.aliases, look: entity.look)
    var facts = "\(entity.name), \(entity.kind.label)"
    if !entity.aliases.isEmpty { facts += ", also called \(entity.aliases.joined(separator: ", "))" }
    if let when = entity.when { facts += ", \(when.words) (\(when.text))" }
    description = ([facts] + [entity.note].compactMap { $0 } + entity.citations.map(graph.whereWritten)).sentences
  }
}

extension Diagram.Relation {
  init(
    _ relation: Entente.Relation, _ graph: RelationGraph, subject: Int, object: Int, _ dates: DiagramOptions.Dates
  ) {
    self.init(
      row: relation.row, id: relation.id, subject: subject, object: object, type: relation.type.name,
      words: relation.type.label,
      date: relation.when?.words(dates) ?? "", when: relation.when?.text ?? "", status: relation.status,
      isDirected: relation.type.directed, isQuiet: relation.type.quiet)
    var facts = relation.sentence
    if let when = relation.when { facts += ", \(when.words) (\(when.text))" }
    facts += ", \(relation.status.name)"
    if let name = relation.accordingTo?.name, name != relation.subject.name,
      [.claimed, .disputed].contains(relation.status)
    {
      // Of what the subject itself says, the line says enough.
      speaker = name
    }
    if let speaker = relation.accordingTo { facts += " according to \(speaker.name)" }
    description =
      ([facts] + [relation.note].compactMap { $0 } + relation.citations.map(graph.whereWritten)).sentences
    link = relation.citations.lazy.compactMap { graph.document($0.document)?.webAddress }.first
  }
}

extension RelationGraph {
  /// A citation for readers: `TASS, “Japan plans …”, paragraph 5: “laid claims”`.
  fileprivate func whereWritten(_ citation: Citation) -> String {
    var parts = document(citation.document)?.readersName ?? citation.document
    if let paragraph = citation.paragraph { parts += ", paragraph \(paragraph)" }
    if let pages = citation.pages { parts += ", \(Citation.words(pages: pages))" }
    if let quote = citation.quote { parts += ": “\(quote)”" }
    return parts
  }
}

extension Document {
  /// Its URL, where that is one of the web.
  fileprivate var webAddress: String? {
    guard let url, url.lowercased().hasPrefix("http://") || url.lowercased().hasPrefix("https://") else { return nil }
    return url
  }
}

extension [String] {
  /// Joined, each with a full stop at its end.
  fileprivate var sentences: String {
    map { $0.hasSuffix(".") || $0.hasSuffix("”") ? $0 : $0 + "." }.joined(separator: " ")
  }
}
