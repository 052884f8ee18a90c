import Entente

extension Diagram {
  /// What a picture of `selection` shows: its entities in the graph's order, its relations oldest first.
  init(_ selection: Selection, _ options: PictureOptions) {
    let graph = selection.graph
    self.init(title: options.title ?? graph.title)
    var places: [Int: Int] = [:]
    for entity in selection.entities {
      places[entity.row] = entities.count
      entities.append(Entity(entity, graph))
    }
    let asksForYears = selection.filter.years != nil
    for relation in selection.oldestFirst {
      guard let subject = places[relation.subject.row], let object = places[relation.object.row] else { continue }
      var shown = Relation(relation, graph, subject: subject, object: object)
      if asksForYears { shown.certainty = selection.answer(relation) == .certain ? .certain : .possible }
      relations.append(shown)
    }
    caption = Caption(selection, credit: options.credit).lines
  }
}

extension Diagram.Entity {
  init(_ entity: Entente.Entity, _ graph: RelationGraph) {
    self.init(
      id: entity.id, kind: entity.kind.name, kindName: entity.kind.label, name: entity.name, aliases: entity.aliases)
    var facts = "\(entity.name), \(entity.kind.label)"
    if !entity.aliases.isEmpty { facts += ", also called \(entity.aliases.joined(separator: ", "))" }
    if let when = entity.when { facts += ", \(when.words) (\(when.text))" }
    description = ([facts] + [entity.note].compactMap { $0 } + entity.citations.map(graph.whereWritten)).sentences
  }
}

extension Diagram.Relation {
  init(_ relation: Entente.Relation, _ graph: RelationGraph, subject: Int, object: Int) {
    self.init(
      id: relation.id, subject: subject, object: object, type: relation.type.name, words: relation.type.label,
      date: relation.when?.words ?? "", when: relation.when?.text ?? "", status: LineStyle(relation.status),
      isDirected: relation.type.directed)
    var facts = relation.sentence
    if let when = relation.when { facts += ", \(when.words) (\(when.text))" }
    facts += ", \(relation.status.name)"
    if let speaker = relation.accordingTo { facts += " according to \(speaker.name)" }
    description =
      ([facts] + [relation.note].compactMap { $0 } + relation.citations.map(graph.whereWritten)).sentences
    link = relation.citations.lazy.compactMap { graph.document($0.document)?.webAddress }.first
  }
}

extension LineStyle {
  init(_ status: Status) {
    switch status {
    case .asserted: self = .asserted
    case .claimed: self = .claimed
    case .planned: self = .planned
    case .conditional: self = .conditional
    case .disputed: self = .disputed
    case .withdrawn: self = .withdrawn
    }
  }
}

extension RelationGraph {
  /// A citation for readers: `TASS, “Japan plans …”, paragraph 5: “laid claims”`.
  fileprivate func whereWritten(_ citation: Citation) -> String {
    var parts = document(citation.document)?.readersName ?? citation.document
    if let paragraph = citation.paragraph { parts += ", paragraph \(paragraph)" }
    if let quote = citation.quote { parts += ": “\(quote)”" }
    return parts
  }
}

extension Document {
  /// Publisher and title, or what of them is known: `TASS, “Japan plans …”`.
  var readersName: String {
    let known = [publisher, title.map { "“\($0)”" }].compactMap { $0 }
    return known.isEmpty ? id : known.joined(separator: ", ")
  }

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
