import EntenteFormats

/// Paints a display list as SVG: plain shapes, paths and texts, no style sheet, no script, nothing from outside.
///
/// Ids and classes come from the graph's ids and vocabulary, so that a page's CSS can restyle the picture.
package struct SVGPainter {
  private let theme: Theme
  /// By how much the picture is larger than its marks are.
  private let scale: Double

  package init(theme: Theme, scale: Double = 1) {
    self.theme = theme
    self.scale = scale
  }

  /// The picture as a file of its own.
  package func writeFile(_ list: DisplayList, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try write(list, to: &writer)
  }

  /// The picture as an element `svg`, for a file of its own or within a page.
  package func write(_ list: DisplayList, to writer: inout ByteWriter) throws(WriteError) {
    let (width, height) = (list.size.width, list.size.height)
    let millimetres = scale * 25.4 / 72
    try writer.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(decimal(width * millimetres))mm"),
        ("height", "\(decimal(height * millimetres))mm"), ("viewBox", "0 0 \(decimal(width)) \(decimal(height))"),
        ("role", "graphics-document"), ("aria-roledescription", "graph"), ("aria-labelledby", "picture-title"),
        ("aria-describedby", "picture-description"), ("font-family", theme.fontFamily), ("fill", theme.text),
      ])
    try writer.element("title", [("id", "picture-title")], list.title)
    try writer.element("desc", [("id", "picture-description")], list.description)
    try writer.empty(
      "rect", [("class", "background"), ("width", "100%"), ("height", "100%"), ("fill", theme.background)])
    for mark in list.marks { try write(mark, to: &writer) }
    try writer.close("svg")
  }

  // MARK: Marks

  /// A mark and all that it holds, as one element; notes are texts without one, unless there is something to know of them.
  package func write(_ mark: Mark, to writer: inout ByteWriter) throws(WriteError) {
    if mark.role == .note, mark.facts.isEmpty { return try write(mark.ink, to: &writer) }
    try writer.open("g", attributes(of: mark))
    if !mark.title.isEmpty { try writer.element("title", [], mark.title) }
    if let link = mark.link {
      // What it says is a link to the document that says so.
      let texts = mark.ink.firstIndex(where: \.isText) ?? mark.ink.endIndex
      try write(mark.ink[..<texts], to: &writer)
      try writer.open("a", [("href", link)])
      try write(mark.ink[texts...], to: &writer)
      try writer.close("a")
    } else {
      try write(mark.ink, to: &writer)
    }
    for mark in mark.marks { try write(mark, to: &writer) }
    try writer.close("g")
  }

  private func attributes(of mark: Mark) -> [(String, String)] {
    var attributes: [(String, String)] = []
    if !mark.id.isEmpty { attributes.append(("id", mark.id)) }
    attributes.append(("class", mark.classes.joined(separator: " ")))
    switch mark.role {
    case .heading: attributes.append(("aria-hidden", "true"))
    case .legend: attributes += [("role", "graphics-object"), ("aria-label", "Legend")]
    case .entity, .relation: attributes.append(("role", "graphics-object"))
    case .note, .entities, .gathering, .relations, .bundle, .connector, .fork: break
    }
    attributes += mark.facts.map { ($0.name, $0.value) }
    if mark.offset != .zero { attributes.append(("transform", "translate(\(pair(mark.offset)))")) }
    return attributes
  }

  // MARK: Ink

  private func write(_ ink: some Sequence<Ink>, to writer: inout ByteWriter) throws(WriteError) {
    for ink in ink {
      switch ink {
      case .shape(let style, let box, let outline, let fill): try shape(style, box, outline, fill, to: &writer)
      case .frame(let box): try frame(box, to: &writer)
      case .room(let box): try room(box, to: &writer)
      case .line(let curve, let style, let stroke): try line(curve, style, stroke, to: &writer)
      case .arrow(let head, let stroke): try arrow(head, stroke, to: &writer)
      case .text(let run): try text(run, to: &writer)
      case .logo(let box): try logo(box, to: &writer)
      }
    }
  }

  private func logo(_ box: Box, to writer: inout ByteWriter) throws(WriteError) {
    guard let logo = theme.logo else { return }
    try writer.empty("image", [("class", "logo")] + rectangle(box) + [("href", logo.address)])
  }

  private func frame(_ box: Box, to writer: inout ByteWriter) throws(WriteError) {
    let look = [("rx", "2"), ("fill", "none"), ("stroke", theme.frame), ("stroke-width", "0.7")]
    try writer.empty("rect", [("class", "frame")] + rectangle(box) + look)
  }

  private func room(_ box: Box, to writer: inout ByteWriter) throws(WriteError) {
    try writer.empty("rect", [("class", "room")] + rectangle(box) + [("fill", "none"), ("pointer-events", "all")])
  }

  private func rectangle(_ box: Box) -> [(String, String)] {
    [
      ("x", decimal(box.left)), ("y", decimal(box.top)), ("width", decimal(box.width)), ("height", decimal(box.height)),
    ]
  }

  private func shape(
    _ style: KindLook, _ box: Box, _ outline: Ink.Outline, _ fill: Fill, to writer: inout ByteWriter
  ) throws(WriteError) {
    var attributes = [
      ("d", data(style.shape.outline(in: box))), ("fill", theme.fill(fill, style.colour)), ("stroke", theme.outline),
      ("stroke-width", outline == .heavy ? "2" : "0.9"), ("stroke-linejoin", "round"),
    ]
    if outline == .broken { attributes.append(("stroke-dasharray", "2 2")) }
    try writer.empty("path", attributes)
    if style.isDouble {
      let inner = style.shape.outline(in: box.grown(by: -2.2))
      try writer.empty(
        "path", [("d", data(inner)), ("fill", "none"), ("stroke", theme.outline), ("stroke-width", "0.7")])
    }
    let details = style.shape.details(in: box)
    if !details.isEmpty {
      try writer.empty(
        "path", [("d", data(details)), ("fill", "none"), ("stroke", theme.outline), ("stroke-width", "0.9")])
    }
  }

  private func line(
    _ curve: Curve, _ style: StatusLine, _ stroke: Stroke, to writer: inout ByteWriter
  ) throws(WriteError) {
    var attributes = [
      ("d", data(curve)), ("fill", "none"), ("stroke", colour(stroke)),
      ("stroke-width", decimal(style.width * stroke.factor * (stroke.isQuiet ? 0.6 : 1))),
    ]
    if !style.dashes.isEmpty {
      attributes.append(("stroke-dasharray", style.dashes.map { decimal($0) }.joined(separator: " ")))
      if style == .dotted { attributes.append(("stroke-linecap", "round")) }
    }
    try writer.empty("path", attributes)
    if style == .double {
      let gap = decimal(1.4 * (2 - stroke.factor.squareRoot()) * (stroke.isQuiet ? 0.7 : 1))
      try writer.empty(
        "path", [("d", data(curve)), ("fill", "none"), ("stroke", theme.background), ("stroke-width", gap)])
    }
    if style == .struck {
      let strikes = StatusLine.strikes(across: curve).map { "M\(pair($0.0))L\(pair($0.1))" }
      try writer.empty(
        "path", [("d", strikes.joined()), ("fill", "none"), ("stroke", colour(stroke)), ("stroke-width", "1")])
    }
  }

  private func arrow(_ head: ArrowHead, _ stroke: Stroke, to writer: inout ByteWriter) throws(WriteError) {
    var attributes = [("points", head.corners.map { pair($0) }.joined(separator: " "))]
    attributes +=
      stroke.isHollow
      ? [("fill", theme.background), ("stroke", colour(stroke)), ("stroke-width", "0.9")] : [("fill", colour(stroke))]
    try writer.empty("polygon", attributes)
  }

  private func text(_ run: TextRun, to writer: inout ByteWriter) throws(WriteError) {
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
    if run.tone == .muted { attributes.append(("fill", theme.mutedText)) }
    if run.rightToLeft { attributes.append(("direction", "rtl")) }
    try writer.element("text", attributes, run.text)
  }

  private func colour(_ stroke: Stroke) -> String {
    if stroke.isFaint { return theme.faintLine }
    return stroke.isQuiet ? theme.mutedText : theme.line
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
}

extension Ink {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}

/// Elements, each on a line of its own.
extension ByteWriter {
  fileprivate mutating func open(_ name: StaticString, _ attributes: [(String, String)]) throws(WriteError) {
    try start(name, attributes)
    try write(">\n")
  }

  fileprivate mutating func close(_ name: StaticString) throws(WriteError) {
    try write("</")
    try write(name)
    try write(">\n")
  }

  fileprivate mutating func empty(_ name: StaticString, _ attributes: [(String, String)]) throws(WriteError) {
    try start(name, attributes)
    try write("/>\n")
  }

  fileprivate mutating func element(
    _ name: StaticString, _ attributes: [(String, String)], _ content: String
  ) throws(WriteError) {
    try start(name, attributes)
    try write(">")
    try write(text: content.heldByXML, escaping: .xmlAttribute)
    try close(name)
  }

  private mutating func start(_ name: StaticString, _ attributes: [(String, String)]) throws(WriteError) {
    try write("<")
    try write(name)
    for (key, value) in attributes {
      try write(" ")
      try write(text: key)
      try write("=\"")
      try write(text: value.heldByXML, escaping: .xmlAttribute)
      try write("\"")
    }
  }
}

extension String {
  /// The text with the replacement character for each that XML 1.0 has no place for: a picture is not refused for one.
  fileprivate var heldByXML: String {
    guard unicodeScalars.contains(where: { !XML.holds($0) }) else { return self }
    var held = UnicodeScalarView()
    for scalar in unicodeScalars { held.append(XML.holds(scalar) ? scalar : "\u{FFFD}") }
    return String(held)
  }
}
