/// Paints a picture as SVG: plain shapes, paths and texts, no style sheet, no script, nothing from outside.
///
/// Ids and classes come from the graph's ids and vocabulary, so that a page's CSS can restyle the picture.
struct SVGWriter {
  let picture: Scene
  let diagram: Diagram
  let theme: Theme

  private var out = ""

  init(_ picture: Scene, _ diagram: Diagram, theme: Theme) {
    self.picture = picture
    self.diagram = diagram
    self.theme = theme
  }

  /// The whole SVG file.
  static func write(_ picture: Scene, _ diagram: Diagram, theme: Theme) -> String {
    var writer = SVGWriter(picture, diagram, theme: theme)
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
    open("g", [("class", "entities")])
    picture.entities.forEach { entity($0) }
    close("g")
    open("g", [("class", "relations")])
    picture.links.forEach { link($0) }
    close("g")
    legend()
    close("svg")
  }

  private var families: String {
    Face.families.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: ",")
  }

  // MARK: Parts of the picture

  private mutating func entity(_ placed: PlacedEntity) {
    let entity = diagram.entities[placed.entity]
    open(
      "g",
      [("id", identifier(entity.id)), ("class", "entity \(entity.kind)"), ("role", "graphics-object")]
    )
    element("title", [], entity.description.isEmpty ? entity.name : entity.description)
    shape(placed.style, placed.box)
    placed.texts.forEach { text($0) }
    close("g")
  }

  private mutating func shape(_ style: KindStyle, _ box: Box) {
    empty(
      "path",
      [
        ("d", data(style.shape.outline(in: box))), ("fill", theme.fill(style.slot)), ("stroke", theme.outline),
        ("stroke-width", "0.9"), ("stroke-linejoin", "round"),
      ])
    let details = style.shape.details(in: box)
    if !details.isEmpty {
      empty("path", [("d", data(details)), ("fill", "none"), ("stroke", theme.outline), ("stroke-width", "0.9")])
    }
  }

  private mutating func link(_ placed: PlacedLink) {
    guard placed.isCard else {
      for row in placed.rows {
        open("g", attributes(of: row.relation))
        title(of: row.relation)
        lines(placed)
        row.texts.forEach { text($0) }
        close("g")
      }
      return
    }
    open("g", [("class", "card")])
    lines(placed)
    let box = placed.labelBox
    empty(
      "rect",
      [
        ("class", "frame"), ("x", decimal(box.left)), ("y", decimal(box.top)), ("width", decimal(box.width)),
        ("height", decimal(box.height)), ("rx", "2"), ("fill", "none"), ("stroke", theme.frame),
        ("stroke-width", "0.7"),
      ])
    for row in placed.rows {
      open("g", attributes(of: row.relation))
      title(of: row.relation)
      let colour = lineColour(diagram.relations[row.relation].certainty)
      if let sample = row.sample { line(sample, diagram.relations[row.relation].status, colour) }
      if let arrow = row.arrow { self.arrow(arrow, colour) }
      row.texts.forEach { text($0) }
      close("g")
    }
    close("g")
  }

  private func attributes(of index: Int) -> [(String, String)] {
    let relation = diagram.relations[index]
    var classes = ["relation", relation.type, relation.status.rawValue]
    if relation.certainty != .unasked { classes.append(relation.certainty.rawValue) }
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

  private func lineColour(_ certainty: Diagram.Certainty) -> String {
    certainty == .possible ? theme.faintLine : theme.line
  }

  private mutating func lines(_ placed: PlacedLink) {
    let certainties = placed.rows.map { diagram.relations[$0.relation].certainty }
    let colour = lineColour(certainties.allSatisfy { $0 == .possible } ? .possible : .certain)
    placed.lines.forEach { line($0, placed.style, colour) }
    placed.arrows.forEach { arrow($0, colour) }
  }

  private mutating func line(_ curve: Curve, _ style: LineStyle, _ colour: String) {
    var attributes = [
      ("d", data(curve)), ("fill", "none"), ("stroke", colour), ("stroke-width", decimal(style.width)),
    ]
    if !style.dashes.isEmpty {
      attributes.append(("stroke-dasharray", style.dashes.map { decimal($0) }.joined(separator: " ")))
      if style == .planned { attributes.append(("stroke-linecap", "round")) }
    }
    empty("path", attributes)
    if style == .disputed {
      empty(
        "path",
        [("d", data(curve)), ("fill", "none"), ("stroke", theme.background), ("stroke-width", "1.4")])
    }
    if style == .withdrawn {
      let strikes = LineStyle.strikes(across: curve).map { "M\(pair($0.0))L\(pair($0.1))" }
      empty(
        "path", [("d", strikes.joined()), ("fill", "none"), ("stroke", colour), ("stroke-width", "1")])
    }
  }

  private mutating func arrow(_ arrow: ArrowHead, _ colour: String) {
    empty("polygon", [("points", arrow.corners.map { pair($0) }.joined(separator: " ")), ("fill", colour)])
  }

  private mutating func legend() {
    guard !picture.legend.isEmpty || !picture.caption.isEmpty else { return }
    open("g", [("class", "legend"), ("role", "graphics-object"), ("aria-label", "Legend")])
    for item in picture.legend {
      switch item.sample {
      case .kind(let style, let box): shape(style, box)
      case .status(let style, let curve): line(curve, style, theme.line)
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
    id.unicodeScalars.first.map { $0.properties.isIDStart } == true ? id : "_" + id
  }
}

extension Diagram {
  /// The graph in three sentences.
  var description: String {
    let counted = Dictionary(grouping: entities, by: \.kindName).map { "\($0.value.count) × \($0.key)" }.sorted()
    return """
      \(title): a graph of \(entities.count) entities and \(relations.count) relations between them. \
      It shows \(counted.joined(separator: ", ")). \
      Every line says what it stands for and when.
      """
  }
}
