/// Makes marks of what a frame paints: what is placed gets the names, words and strokes that the frame's diagram has.
struct FrameMarks {
  private let frame: Scene.Frame
  private var diagram: Diagram { frame.diagram }

  init(_ frame: Scene.Frame) { self.frame = frame }

  func marks(
    _ placedEntities: [PlacedEntity], _ placedLinks: [PlacedLink], _ headings: [Composition.Heading]
  ) -> [Mark] {
    let shown = headings.filter { $0.entities.contains { diagram.entities[$0].isShown } }
    let above = shown.map { heading([$0.text.moved(by: frame.offset)], over: $0.entities) }
    var entities = Mark(.entities)
    entities.classes = ["entities"]
    entities.offset = frame.offset
    entities.marks = placedEntities.compactMap { placed in
      if !diagram.entities[placed.entity].fork.isEmpty { return fork(placed) }
      return placed.groups.isEmpty ? entity(placed) : gathering(placed, placedLinks)
    }
    var relations = Mark(.relations)
    relations.classes = ["relations"]
    relations.offset = frame.offset
    relations.marks = placedLinks.compactMap(link)
    return [note(frame.notes)] + above + [entities, relations]
  }

  /// A text that stands over entities, by their places in the diagram, and is there for them alone.
  private func heading(_ texts: [TextRun], over entities: [Int]) -> Mark {
    var mark = note(texts)
    mark.over = entities.compactMap { diagram.entities[$0].row }
    return mark
  }

  /// A text that says something of relations, by their places in the diagram, and is there for them alone.
  private func heading(_ texts: [TextRun], ofRelations relations: [Int]) -> Mark {
    var mark = note(texts)
    mark.standsFor = relations.compactMap { diagram.relations[$0].row }
    return mark
  }

  private func note(_ texts: [TextRun]) -> Mark {
    var mark = Mark(.note)
    mark.ink = texts.map(Ink.text)
    return mark
  }

  // MARK: Entities

  private func entity(_ placed: PlacedEntity) -> Mark? {
    guard diagram.entities[placed.entity].isShown else { return nil }
    var mark = mark(ofEntity: placed.entity)
    mark.number = placed.entity
    mark.ink =
      [.shape(placed.style, placed.box, outline(placed.entity), diagram.fill(of: placed.entity))]
      + placed.texts.map(Ink.text)
    return mark
  }

  private func mark(ofEntity index: Int) -> Mark {
    let entity = diagram.entities[index]
    var mark = Mark(.entity)
    mark.id = identifier(entity.id)
    mark.classes = ["entity", entity.kind, entity.change.rawValue].filter { !$0.isEmpty }
    mark.title = entity.description.isEmpty ? entity.name : entity.description
    mark.row = entity.row
    if let side = entity.sideName { mark.facts = [Mark.Fact(name: "data-side", value: side)] }
    return mark
  }

  private func outline(_ index: Int) -> Ink.Outline {
    switch diagram.entities[index].change {
    case .came: .heavy
    case .went: .broken
    case .none, .stayed: .plain
    }
  }

  /// A hub's card: its frame, the headings of what is shown, then a row for each leaf with the marks of the leaf and of
  /// its relation.
  private func gathering(_ whole: PlacedEntity, _ links: [PlacedLink]) -> Mark? {
    func isShown(_ row: PlacedCardRow) -> Bool { row.row.relations.contains { diagram.relations[$0].isShown } }
    guard whole.groups.contains(where: { $0.rows.contains(where: isShown) }) else { return nil }
    let placed = whole.keeping(isShown, lineEnds: lineEnds(at: whole, links))
    let groups = placed.groups
    var card = Mark(.gathering)
    card.classes = ["card"]
    card.number = placed.entity
    card.ink = [.frame(placed.box)]
    card.marks = groups.map { heading($0.heading, ofRelations: $0.rows.flatMap(\.row.relations)) }
    for row in groups.flatMap(\.rows) {
      for (index, relation) in row.row.relations.enumerated() where diagram.relations[relation].isShown {
        let look = diagram.relations[relation]
        var mark = mark(ofRelation: relation)
        mark.ink = [.room(row.rooms[index]), .line(row.samples[index], look.status.line, look.stroke)]
        mark.ink += row.dates[index].map(Ink.text)
        card.marks.append(mark)
      }
      var entity = mark(ofEntity: row.row.entity)
      let fill = diagram.fill(of: row.row.entity)
      entity.ink = [.shape(row.style, row.mark, outline(row.row.entity), fill)] + row.texts.map(Ink.text)
      card.marks.append(entity)
    }
    return card
  }

  /// Where the lines that are painted between a card and its hubs meet the card.
  private func lineEnds(at card: PlacedEntity, _ links: [PlacedLink]) -> [Point] {
    let near = card.box.grown(by: 1)
    return links.filter { link in
      link.rows.contains { row in
        let relation = diagram.relations[row.relation]
        let isOwn = relation.subject == card.entity || relation.object == card.entity
        return relation.isConnector && isOwn && isShown(row.relation)
      }
    }.compactMap { link in
      let ends = [link.lines.first?.start, link.lines.last?.end].compactMap(\.self) + link.arrows.map(\.tip)
      return ends.first { $0.x >= near.left && $0.x <= near.right && $0.y >= near.top && $0.y <= near.bottom }
    }
  }

  /// What equal relations say where their line parts; all of them in words.
  private func fork(_ placed: PlacedEntity) -> Mark? {
    let relations = diagram.entities[placed.entity].fork
    let shown = relations.filter { diagram.relations[$0].isShown }
    guard !shown.isEmpty else { return nil }
    var mark = Mark(.fork)
    mark.classes = ["fork"]
    mark.number = placed.entity
    mark.title = titles(shown)
    mark.link = diagram.relations[shown[0]].link
    mark.standsFor = relations.compactMap { diagram.relations[$0].row }
    mark.ink = placed.texts.map(Ink.text)
    return mark
  }

  private func titles(_ relations: [Int]) -> String {
    relations.map { title(of: diagram.relations[$0]) }.joined(separator: "\n")
  }

  // MARK: Relations

  private func link(_ whole: PlacedLink) -> Mark? {
    let placed = whole.keeping { isShown($0.relation) }
    let rows = placed.rows
    guard let first = rows.first else { return nil }
    var link: Mark
    if placed.isCard {
      link = Mark(.bundle)
      link.classes = ["card"]
      link.ink = lines(placed, rows) + [.frame(placed.labelBox)]
      link.marks = rows.map { row in
        let relation = diagram.relations[row.relation]
        var mark = mark(ofRelation: row.relation)
        if let sample = row.sample { mark.ink.append(.line(sample, relation.status.line, relation.stroke)) }
        if let arrow = row.arrow { mark.ink.append(.arrow(arrow, relation.stroke)) }
        mark.ink += row.texts.map(Ink.text)
        return mark
      }
    } else {
      link = mark(ofRelation: first.relation)
      link.ink = lines(placed, rows) + first.texts.map(Ink.text)
    }
    let relation = diagram.relations[first.relation]
    link.ends = Mark.Ends(first: relation.tail, second: relation.head)
    return link
  }

  private func mark(ofRelation index: Int) -> Mark {
    let relation = diagram.relations[index]
    guard !relation.isConnector else {
      var mark = Mark(.connector)
      mark.classes = ["connector"]
      let gathered = diagram.gathered(by: relation)
      mark.standsFor = gathered.compactMap { diagram.relations[$0].row }
      let ends = [relation.subject, relation.object]
      // Of a card, each row says its own.
      if ends.contains(where: { !diagram.entities[$0].fork.isEmpty }) {
        mark.title = titles(gathered.filter { diagram.relations[$0].isShown })
      }
      let hub = ends.first { diagram.entities[$0].isOwn }
      mark.facts = hub.map { [Mark.Fact(name: "data-hub", value: diagram.entities[$0].id)] } ?? []
      return mark
    }
    let (subject, object) = (diagram.entities[relation.subject], diagram.entities[relation.object])
    var mark = Mark(.relation)
    mark.id = identifier(relation.id)
    mark.classes = ["relation", relation.type, relation.status.name]
    mark.classes += [relation.certainty.rawValue, relation.change.rawValue].filter { !$0.isEmpty }
    mark.facts = [Mark.Fact(name: "data-subject", value: subject.id), Mark.Fact(name: "data-object", value: object.id)]
    if !relation.when.isEmpty { mark.facts.append(Mark.Fact(name: "data-when", value: relation.when)) }
    mark.title = title(of: relation)
    mark.link = relation.link
    mark.row = relation.row
    return mark
  }

  private func title(of relation: Diagram.Relation) -> String {
    let (subject, object) = (diagram.entities[relation.subject], diagram.entities[relation.object])
    let known = [subject.name, relation.words, object.name, relation.date].filter { !$0.isEmpty }
    return relation.description.isEmpty ? known.joined(separator: " ") : relation.description
  }

  /// Whether a relation is painted; the line of a card is when one is for which it stands.
  private func isShown(_ index: Int) -> Bool {
    let relation = diagram.relations[index]
    return relation.isConnector
      ? diagram.gathered(by: relation).contains { diagram.relations[$0].isShown } : relation.isShown
  }

  /// The line of a link as those of its relations have it that are painted.
  private func lines(_ placed: PlacedLink, _ rows: [PlacedRow]) -> [Ink] {
    let relations = rows.map { diagram.relations[$0.relation] }
    let painted = relations.flatMap { relation in
      relation.isConnector
        ? diagram.gathered(by: relation).map { diagram.relations[$0] }.filter(\.isShown) : [relation]
    }
    let strokes = Set(painted.map(\.stroke))
    let stroke = strokes.count == 1 ? painted[0].stroke : Stroke()
    let statuses = Set(relations.map(\.status))
    let style = statuses.count == 1 ? relations[0].status.line : .plain
    let heads: [Ink] = placed.arrows.map { arrow in
      if relations.contains(where: { $0.target == arrow.target }) { return .arrow(arrow, stroke) }
      // None of those painted has a head here: the line itself goes to the outline.
      return .line(Curve(through: [arrow.base, arrow.tip]), .plain, stroke)
    }
    return placed.lines.map { .line($0, style, stroke) } + heads
  }

  /// An id of the graph as an XML id: unchanged unless it begins with a digit.
  private func identifier(_ id: String) -> String {
    let id = frame.prefix + id
    return id.unicodeScalars.first.map { $0.properties.isIDStart } == true ? id : "_" + id
  }
}

extension Diagram.Relation {
  /// How its line is drawn, by how sure it is and by what became of it.
  var stroke: Stroke {
    switch (change, certainty) {
    case (.came, _): Stroke(factor: 1.9)
    case (.went, _): Stroke(isFaint: true)
    case (_, .possible): Stroke(isFaint: true, isQuiet: isQuiet, isHollow: true)
    default: Stroke(isQuiet: isQuiet)
    }
  }
}
