import Entente

/// What yEd draws: shapes, colours, places and labels, as GraphML's extension for yFiles has them.
struct YEdGraphics {
  private let positions: Positions?
  private let runs: Runs

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    /// What stands after a node's label: the shape of its kind, and before it its colour.
    let fills: Blocks
    let shapes: Blocks
    /// The line of each status, with the arrow of types with and without a direction.
    let lines: Blocks
    let isDirected: [Bool]
    let labels: RelationLabels
  }

  private static let height = 30.0

  init(_ selection: Selection, _ options: ExportOptions) throws {
    positions = options.positions
    let graph = selection.graph
    let isUndirected = selection.isUndirected(options)
    runs = try options.shared.part("yEd.\(isUndirected)", of: graph) { try Runs(of: graph, isUndirected) }
  }

  /// The keys of what yEd draws.
  static let keys: StaticString = """
      <key id="n_yed" for="node" yfiles.type="nodegraphics"/>
      <key id="e_yed" for="edge" yfiles.type="edgegraphics"/>

    """

  func write(_ entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    let name = entity.name
    // yEd measures in pixels; it fits the box to the label when it is told to, and until then this holds the name.
    let width = Double(max(60, 20 + 8 * name.letterCount))
    try writer.write("<data key=\"n_yed\"><y:ShapeNode><y:Geometry height=\"")
    try writer.write(number: Self.height)
    try writer.write("\" width=\"")
    try writer.write(number: width)
    try writer.write("\"")
    if let place = positions?[row: entity.row] {
      // yEd counts downwards, and from a box's corner.
      try writer.write(" x=\"")
      try writer.write(number: place.x - width / 2)
      try writer.write("\" y=\"")
      try writer.write(number: 0 - place.y - Self.height / 2)
      try writer.write("\"")
    }
    try writer.write(runs.fills, entity.kindRow)
    try writer.write(name, escaping: .xmlText)
    try writer.write(runs.shapes, entity.kindRow)
  }

  func write(_ relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    let status = Int(relation.status.rawValue)
    try writer.write(runs.lines, 2 * status + (runs.isDirected[relation.typeRow] ? 1 : 0))
    try writer.write(runs.labels, relation)
    try writer.write("</y:EdgeLabel></y:PolyLineEdge></data>")
  }
}

extension Span<UInt8> {
  /// How many characters the text has, in Unicode scalars.
  fileprivate var letterCount: Int {
    var count = 0
    for index in indices where self[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

extension YEdGraphics.Runs {
  fileprivate init(of graph: RelationGraph, _ isUndirected: Bool) throws {
    let schema = graph.schema
    let looks = Looks(of: schema)
    fills = try Blocks(looks.count) { row, writer in
      try writer.write(
        text: "/><y:Fill color=\"\(looks[row].colour.fill)\" transparent=\"false\"/>"
          + "<y:BorderStyle color=\"#2b2b2b\" type=\"line\" width=\"1.0\"/><y:NodeLabel>")
    }
    shapes = try Blocks(looks.count) { row, writer in
      try writer.write(text: "</y:NodeLabel><y:Shape type=\"\(looks[row].shape.yEd)\"/></y:ShapeNode></data>")
    }
    lines = try Blocks(2 * Status.allCases.count) { row, writer in
      let (line, color) = Status.allCases[row / 2].line.yEd
      try writer.write(
        text: "<data key=\"e_yed\"><y:PolyLineEdge><y:LineStyle color=\"\(color)\" type=\"\(line)\" width=\"1.0\"/>"
          + "<y:Arrows source=\"none\" target=\"\(row % 2 == 0 ? "none" : "standard")\"/><y:EdgeLabel>")
    }
    isDirected = schema.relationTypes.map { $0.directed && !isUndirected }
    labels = try RelationLabels(of: graph, lineEnd: "&#10;", escaping: .xmlText)
  }
}

extension Kind.Shape {
  /// The nearest that yEd has.
  fileprivate var yEd: String {
    switch self {
    case .pill: "roundrectangle"
    case .rectangle: "rectangle"
    case .note: "parallelogram2"
    case .hexagon: "hexagon"
    case .barred: "rectangle3d"
    case .octagon: "octagon"
    case .signpost: "fatarrow"
    case .leaning: "parallelogram"
    case .trapezium: "trapezoid"
    case .spool: "ellipse"
    case .arch: "triangle"
    case .bowl: "trapezoid2"
    }
  }
}

extension StatusLine {
  /// The type and the colour of a line.
  fileprivate var yEd: (type: String, color: String) {
    switch self {
    case .plain: ("line", colour)
    case .dashDotted: ("dashed_dotted", colour)
    case .dotted: ("dotted", colour)
    case .dashed: ("dashed", colour)
    case .double: ("line", "#cc3311")
    case .struck: ("dashed", colour)
    }
  }
}
