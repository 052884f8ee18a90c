/// Paints a picture as SVG: plain shapes, paths and texts, no style sheet, no script, nothing from outside.
///
/// Ids and classes come from the graph's ids and vocabulary, so that a page's CSS can restyle the picture.
struct SVGWriter {
  let picture: Scene
  /// The diagram of the frame that is being painted.
  private var diagram: Diagram
  private var prefix = ""
  let theme: Theme

  private var out = ""

  private init(_ picture: Scene, theme: Theme) {
    self.picture = picture
    diagram = picture.diagram
    self.theme = theme
  }

  /// The whole SVG file.
  static func write(_ picture: Scene, theme: Theme) -> String {
    var writer = SVGWriter(picture, theme: theme)
    writer.document()
    return writer.out
  }

  private mutating func document() {
    let (width, height) = (picture.size.width, picture.size.height)
    let millimetres = 25.4 / 72
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(decimal(width * millimetres))mm"),
        ("height", "\(decimal(height * millimetres))mm"), ("viewBox", "0 0 \(decimal(width)) \(decimal(height))"),
        ("role", "graphics-document"), ("aria-roledescription", "graph"), ("aria-labelledby", "picture-title"),
        ("aria-describedby", "picture-description"), ("font-family", families), ("fill", theme.text(.plain)),
      ])
    element("title", [("id", "picture-title")], diagram.title)
    element("desc", [("id", "picture-description")], diagram.description)
    empty("rect", [("class", "background"), ("width", "100%"), ("height", "100%"), ("fill", theme.background)])
    open("g", [("class", "heading"), ("aria-hidden", "true")])
    picture.heading.forEach { text($0) }
    close("g")
    for frame in picture.frames { self.frame(frame) }
    legend()
    close("svg")
  }

  private var families: String {
    Face.families.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: ",")
  }

  // MARK: Parts of the picture

  private mutating func frame(_ frame: Scene.Frame) {
    diagram = frame.diagram
    prefix = frame.prefix
    frame.notes.forEach { text($0) }
    let place = frame.offset == .zero ? [] : [("transform", "translate(\(pair(frame.offset)))")]
    open("g", [("class", "entities")] + place)
    for placed in picture.entities { isCard(placed) ? card(placed) : entity(placed) }
    close("g")
    open("g", [("class", "relations")] + place)
    picture.links.forEach { link($0) }
    close("g")
  }

  private mutating func entity(_ placed: PlacedEntity) {
    let entity = diagram.entities[placed.entity]
    guard entity.isShown else { return }
    openEntity(entity)
    shape(placed.style, placed.box, entity.change)
    placed.texts.forEach { text($0) }
    close("g")
  }

  private mutating func openEntity(_ entity: Diagram.Entity) {
    let classes = ["entity", entity.kind, entity.change.rawValue].filter { !$0.isEmpty }
    open(
      "g",
      [("id", identifier(entity.id)), ("class", classes.joined(separator: " ")), ("role", "graphics-object")])
    element("title", [], entity.description.isEmpty ? entity.name : entity.description)
  }

  private func isCard(_ placed: PlacedEntity) -> Bool { diagram.entities[placed.entity].card != nil }

  /// A hub's card: its frame, then a row for each leaf with the elements of the leaf and of its relation.
  private mutating func card(_ placed: PlacedEntity) {
    let rows = placed.rows.filter { diagram.relations[$0.row.relation].isShown }
    guard !rows.isEmpty else { return }
    open("g", [("class", "card")])
    frame(placed.box)
    placed.texts.forEach { text($0) }
    for row in rows {
      openEntity(diagram.entities[row.row.entity])
      shape(row.style, row.mark, diagram.entities[row.row.entity].change)
      row.texts.forEach { text($0) }
      close("g")
      open("g", attributes(of: row.row.relation))
      title(of: row.row.relation)
      close("g")
    }
    close("g")
  }

  private mutating func frame(_ box: Box) {
    empty(
      "rect",
      [
        ("class", "frame"), ("x", decimal(box.left)), ("y", decimal(box.top)), ("width", decimal(box.width)),
        ("height", decimal(box.height)), ("rx", "2"), ("fill", "none"), ("stroke", theme.frame),
        ("stroke-width", "0.7"),
      ])
  }

  private mutating func shape(_ style: KindStyle, _ box: Box, _ change: Diagram.Change = .none) {
    var attributes = [
      ("d", data(style.shape.outline(in: box))), ("fill", theme.fill(style.slot)), ("stroke", theme.outline),
      ("stroke-width", change == .came ? "2" : "0.9"), ("stroke-linejoin", "round"),
    ]
    if change == .went { attributes.append(("stroke-dasharray", "2 2")) }
    empty("path", attributes)
    if style.isDouble {
      let inner = style.shape.outline(in: box.grown(by: -2.2))
      empty("path", [("d", data(inner)), ("fill", "none"), ("stroke", theme.outline), ("stroke-width", "0.7")])
    }
    let details = style.shape.details(in: box)
    if !details.isEmpty {
      empty("path", [("d", data(details)), ("fill", "none"), ("stroke", theme.outline), ("stroke-width", "0.9")])
    }
  }

  private mutating func link(_ placed: PlacedLink) {
    let rows = placed.rows.filter { isShown($0.relation) }
    guard !rows.isEmpty else { return }
    guard placed.isCard else {
      let relation = placed.rows[0].relation
      if diagram.relations[relation].isConnector {
        open("g", [("class", "connector")])
      } else {
        open("g", attributes(of: relation))
        title(of: relation)
      }
      lines(placed, rows)
      words(of: placed.rows[0])
      close("g")
      return
    }
    open("g", [("class", "card")])
    lines(placed, rows)
    frame(placed.labelBox)
    for row in rows {
      let relation = diagram.relations[row.relation]
      open("g", attributes(of: row.relation))
      title(of: row.relation)
      if let sample = row.sample { line(sample, relation.status, stroke(relation)) }
      if let arrow = row.arrow { self.arrow(arrow, stroke(relation)) }
      words(of: row)
      close("g")
    }
    close("g")
  }

  /// What a relation says, as a link to the document that says it where that is on the web.
  private mutating func words(of row: PlacedRow) {
    let address = diagram.relations[row.relation].link
    if let address { open("a", [("href", address)]) }
    row.texts.forEach { text($0) }
    if address != nil { close("a") }
  }

  /// Whether a relation is painted; the line of a card is when one of its rows is.
  private func isShown(_ index: Int) -> Bool {
    let relation = diagram.relations[index]
    guard relation.isConnector else { return relation.isShown }
    let card = diagram.entities[relation.subject].card ?? diagram.entities[relation.object].card
    return card?.rows.contains { diagram.relations[$0.relation].isShown } ?? false
  }

  private func attributes(of index: Int) -> [(String, String)] {
    let relation = diagram.relations[index]
    var classes = ["relation", relation.type, relation.status.rawValue]
    classes += [relation.certainty.rawValue, relation.change.rawValue].filter { !$0.isEmpty }
    var attributes = [
      ("id", identifier(relation.id)), ("class", classes.joined(separator: " ")), ("role", "graphics-object"),
      ("data-subject", diagram.entities[relation.subject].id), ("data-object", diagram.entities[relation.object].id),
    ]
    if !relation.when.isEmpty { attributes.append(("data-when", relation.when)) }
    return attributes
  }

  private mutating func title(of index: Int) {
    let relation = diagram.relations[index]
    let fallback = [
      diagram.entities[relation.subject].name, relation.words, diagram.entities[relation.object].name, relation.date,
    ]
    element(
      "title", [],
      relation.description.isEmpty ? fallback.filter { !$0.isEmpty }.joined(separator: " ") : relation.description)
  }

  /// What a line's strokes look like, beside the dashes of its status.
  private struct Stroke {
    var colour: String
    var factor = 1.0
    var isHollow = false
  }

  private func stroke(_ relation: Diagram.Relation) -> Stroke {
    switch (relation.change, relation.certainty) {
    case (.came, _): Stroke(colour: theme.line, factor: 1.9)
    case (.went, _): Stroke(colour: theme.faintLine)
    case (_, .possible): Stroke(colour: theme.faintLine, isHollow: true)
    default: Stroke(colour: theme.line)
    }
  }

  /// The line of a link as those of its relations have it that are painted.
  private mutating func lines(_ placed: PlacedLink, _ rows: [PlacedRow]) {
    let relations = rows.map { diagram.relations[$0.relation] }
    let strokes = Set(relations.map { [$0.change.rawValue, $0.certainty.rawValue] })
    let stroke = strokes.count == 1 ? stroke(relations[0]) : Stroke(colour: theme.line)
    let statuses = Set(relations.map(\.status))
    for curve in placed.lines { line(curve, statuses.count == 1 ? relations[0].status : .asserted, stroke) }
    for arrow in placed.arrows {
      if relations.contains(where: { $0.isDirected && $0.object == arrow.target }) {
        self.arrow(arrow, stroke)
      } else {
        // None of those painted has a head here: the line itself goes to the outline.
        line(Curve(through: [arrow.base, arrow.tip]), .asserted, stroke)
      }
    }
  }

  private mutating func line(_ curve: Curve, _ style: LineStyle, _ stroke: Stroke) {
    var attributes = [
      ("d", data(curve)), ("fill", "none"), ("stroke", stroke.colour),
      ("stroke-width", decimal(style.width * stroke.factor)),
    ]
    if !style.dashes.isEmpty {
      attributes.append(("stroke-dasharray", style.dashes.map { decimal($0) }.joined(separator: " ")))
      if style == .planned { attributes.append(("stroke-linecap", "round")) }
    }
    empty("path", attributes)
    if style == .disputed {
      empty(
        "path",
        [
          ("d", data(curve)), ("fill", "none"), ("stroke", theme.background),
          ("stroke-width", decimal(1.4 * (2 - stroke.factor.squareRoot()))),
        ])
    }
    if style == .withdrawn {
      let strikes = LineStyle.strikes(across: curve).map { "M\(pair($0.0))L\(pair($0.1))" }
      empty(
        "path", [("d", strikes.joined()), ("fill", "none"), ("stroke", stroke.colour), ("stroke-width", "1")])
    }
  }

  private mutating func arrow(_ arrow: ArrowHead, _ stroke: Stroke) {
    var attributes = [("points", arrow.corners.map { pair($0) }.joined(separator: " "))]
    attributes +=
      stroke.isHollow
      ? [("fill", theme.background), ("stroke", stroke.colour), ("stroke-width", "0.9")] : [("fill", stroke.colour)]
    empty("polygon", attributes)
  }

  private mutating func legend() {
    guard !picture.legend.isEmpty || !picture.caption.isEmpty else { return }
    open("g", [("class", "legend"), ("role", "graphics-object"), ("aria-label", "Legend")])
    for item in picture.legend {
      switch item.sample {
      case .kind(let style, let box): shape(style, box)
      case .status(let style, let curve): line(curve, style, Stroke(colour: theme.line))
      case .like(let relation, let curve, let head):
        line(curve, .asserted, stroke(relation))
        arrow(head, stroke(relation))
      }
      text(item.text)
    }
    picture.caption.forEach { text($0) }
    close("g")
  }

  // MARK: Elements

  private mutating func text(_ run: TextRun) {
    var attributes: [(String, String)] = []
    let x: Double
    switch (run.isCentred, run.rightToLeft) {
    case (true, _):
      x = run.origin.x + run.width / 2
      attributes.append(("text-anchor", "middle"))
    case (false, true): x = run.origin.x + run.width
    case (false, false): x = run.origin.x
    }
    attributes += [("x", decimal(x)), ("y", decimal(run.origin.y)), ("font-size", decimal(run.face.size))]
    if run.face.bold { attributes.append(("font-weight", "bold")) }
    if run.face.italic { attributes.append(("font-style", "italic")) }
    if run.tone != .plain { attributes.append(("fill", theme.text(run.tone))) }
    if run.rightToLeft { attributes.append(("direction", "rtl")) }
    element("text", attributes, run.text)
  }

  private func data(_ steps: [PathStep]) -> String {
    steps.map { step in
      switch step {
      case .move(let point): "M\(pair(point))"
      case .line(let point): "L\(pair(point))"
      case .curve(let a, let b, let end): "C\(pair(a)) \(pair(b)) \(pair(end))"
      case .close: "Z"
      }
    }.joined()
  }

  private func data(_ curve: Curve) -> String {
    "M\(pair(curve.start))" + curve.pieces.map { "C\(pair($0.control1)) \(pair($0.control2)) \(pair($0.end))" }.joined()
  }

  private func pair(_ point: Point) -> String { "\(decimal(point.x)),\(decimal(point.y))" }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    out += ">\n"
  }

  private mutating func close(_ name: String) { out += "</\(name)>\n" }

  private mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    out += "/>\n"
  }

  private mutating func element(_ name: String, _ attributes: [(String, String)], _ content: String) {
    start(name, attributes)
    out += ">\(escaped(content))</\(name)>\n"
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    out += "<\(name)"
    for (key, value) in attributes { out += " \(key)=\"\(escaped(value))\"" }
  }

  /// XML 1.0 has no place for most control characters; they become the replacement character.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t", "\r": result += " "
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An id of the graph as an XML id: unchanged unless it begins with a digit.
  private func identifier(_ id: String) -> String {
    let id = prefix + id
    return id.unicodeScalars.first.map { $0.properties.isIDStart } == true ? id : "_" + id
  }
}

extension Diagram {
  /// The graph in three sentences.
  var description: String {
    let entities = self.entities.filter { $0.card == nil && $0.isShown }
    let relations = self.relations.filter { !$0.isConnector && $0.isShown }
    let counted = Dictionary(grouping: entities, by: \.kindName).map { "\($0.value.count) × \($0.key)" }.sorted()
    return """
      \(title): a graph of \(entities.count) entities and \(relations.count) relations between them. \
      It shows \(counted.joined(separator: ", ")). \
      Every line says what it stands for and when.
      """
  }
}
