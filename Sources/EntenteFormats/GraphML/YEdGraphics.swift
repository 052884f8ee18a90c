import Entente

/// What yEd draws: shapes, colours, places and labels, as GraphML's extension for yFiles has them.
struct YEdGraphics {
  private let columns: Columns
  private let positions: Positions?
  /// What stands after a node's label: the shape of its kind, and before it its colour.
  private let fills: Blocks
  private let shapes: Blocks
  /// The line of each status, with the arrow of types with and without a direction.
  private let lines: Blocks
  private let isDirected: [Bool]
  private let typeWords: Blocks
  private let dateWords: Blocks
  private let statusWords: Blocks

  private static let height = 30.0

  init(_ selection: Selection, _ positions: Positions?) throws {
    let (graph, schema) = (selection.graph, selection.graph.schema)
    columns = graph.columns
    self.positions = positions
    let looks = KindLook.looks(of: schema)
    fills = try Blocks(looks.count) { row, writer in
      try writer.write(
        text: "/><y:Fill color=\"\(looks[row].fill)\" transparent=\"false\"/>"
          + "<y:BorderStyle color=\"#2b2b2b\" type=\"line\" width=\"1.0\"/><y:NodeLabel>")
    }
    shapes = try Blocks(looks.count) { row, writer in
      try writer.write(text: "</y:NodeLabel><y:Shape type=\"\(looks[row].yEdShape)\"/></y:ShapeNode></data>")
    }
    lines = try Blocks(2 * Status.allCases.count) { row, writer in
      let (line, color) = Status.allCases[row / 2].yEdLine
      try writer.write(
        text: "<data key=\"e_yed\"><y:PolyLineEdge><y:LineStyle color=\"\(color)\" type=\"\(line)\" width=\"1.0\"/>"
          + "<y:Arrows source=\"none\" target=\"\(row % 2 == 0 ? "none" : "standard")\"/><y:EdgeLabel>")
    }
    isDirected = schema.relationTypes.map(\.directed)
    typeWords = try Blocks(schema.relationTypes.count) { row, writer in
      try writer.write(text: schema.relationTypes[row].label, escaping: XML.text)
    }
    let dates = graph.columns.dates.count
    dateWords = try Blocks(dates) { row, writer in
      guard let date = graph.date(DateID(row: row)) else { return }
      try writer.write("&#10;")
      try writer.write(text: date.words, escaping: XML.text)
    }
    statusWords = try Blocks(Status.allCases.count) { row, writer in
      let status = Status.allCases[row]
      if status != .asserted { try writer.write(text: "&#10;(\(status.name))") }
    }
  }

  /// The keys of what yEd draws.
  static let keys: StaticString = """
      <key id="n_yed" for="node" yfiles.type="nodegraphics"/>
      <key id="e_yed" for="edge" yfiles.type="edgegraphics"/>

    """

  func write(entity row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws(WriteError) {
    let name = arena[columns.entities.name[row]]
    // yEd measures in pixels; it fits the box to the label when it is told to, and until then this holds the name.
    let width = Double(max(60, 20 + 8 * name.count { $0 & 0xC0 != 0x80 }))
    try writer.write("<data key=\"n_yed\"><y:ShapeNode><y:Geometry height=\"")
    try writer.write(number: Self.height)
    try writer.write("\" width=\"")
    try writer.write(number: width)
    try writer.write("\"")
    if let place = positions?[row: row] {
      // yEd counts downwards, and from a box's corner.
      try writer.write(" x=\"")
      try writer.write(number: place.x - width / 2)
      try writer.write("\" y=\"")
      try writer.write(number: 0 - place.y - Self.height / 2)
      try writer.write("\"")
    }
    let kind = Int(columns.entities.kind[row])
    try writer.write(fills, kind)
    try writer.write(name, escaping: XML.text)
    try writer.write(shapes, kind)
  }

  func write(relation row: Int, to writer: inout ByteWriter) throws(WriteError) {
    let relations = columns.relations
    let (type, status) = (Int(relations.type[row]), Int(relations.status[row].rawValue))
    try writer.write(lines, 2 * status + (isDirected[type] ? 1 : 0))
    try writer.write(typeWords, type)
    try writer.write(dateWords, Int(relations.when[row].value))
    try writer.write(statusWords, status)
    try writer.write("</y:EdgeLabel></y:PolyLineEdge></data>")
  }
}

extension KindLook {
  fileprivate var yEdShape: String {
    switch shape {
    case "box" where details.contains("rounded"): "roundrectangle"
    case "box" where details.contains("peripheries"): "rectangle3d"
    case "note": "parallelogram2"
    case "hexagon", "octagon", "parallelogram": shape
    case "cds": "fatarrow"
    case "trapezium": "trapezoid"
    case "invtrapezium": "trapezoid2"
    case "cylinder": "ellipse"
    case "house": "triangle"
    default: "rectangle"
    }
  }
}

extension Status {
  /// The type and the colour of a line.
  fileprivate var yEdLine: (type: String, color: String) {
    switch self {
    case .asserted: ("line", "#3c3c3c")
    case .claimed: ("dashed_dotted", "#3c3c3c")
    case .planned: ("dotted", "#3c3c3c")
    case .conditional: ("dashed", "#3c3c3c")
    case .disputed: ("line", "#cc3311")
    case .withdrawn: ("dashed", "#8a8a8a")
    }
  }
}
