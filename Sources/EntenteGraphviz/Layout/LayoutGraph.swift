/// What Graphviz is given to lay out: boxes and the lines between them, nothing that a user wrote.
struct LayoutGraph: Hashable, Sendable {
  var nodes: [Size] = []
  var edges: [Edge] = []
  /// Attributes of the whole graph, such as `rankdir`.
  var attributes: [(name: String, value: String)] = []

  struct Edge: Hashable, Sendable {
    let tail: Int
    let head: Int
    var weight = 1
    /// Over how many gaps between layers it leads at least.
    var layers = 1
  }

  /// How long an edge would be at its best, in inches, for engines that know no layers.
  private func length(_ edge: Edge) -> Double {
    let (tail, head) = (nodes[edge.tail], nodes[edge.head])
    return (tail.width + tail.height + head.width + head.height) / 4 / 72 + 0.2 * Double(edge.layers)
  }

  static func == (a: LayoutGraph, b: LayoutGraph) -> Bool { a.dot == b.dot }
  func hash(into hasher: inout Hasher) { hasher.combine(dot) }

  /// The graph in Graphviz' language. Lines run from centre to centre; the picture itself ends them at the outlines.
  var dot: String {
    var text = "digraph {\n"
    for (name, value) in attributes { text += "\(name)=\"\(value)\"\n" }
    text += "node [shape=box,fixedsize=true,label=\"\"]\nedge [arrowhead=none,headclip=false,tailclip=false]\n"
    for (index, size) in nodes.enumerated() {
      text += "\(index) [width=\"\(decimal(size.width / 72, 4))\",height=\"\(decimal(size.height / 72, 4))\"]\n"
    }
    for (index, edge) in edges.enumerated() {
      text +=
        "\(edge.tail) -> \(edge.head) [key=\(index),weight=\(edge.weight),minlen=\(edge.layers),len=\"\(decimal(length(edge), 3))\"]\n"
    }
    return text + "}\n"
  }
}

/// Where everything of a `LayoutGraph` came to stand, in points, y down the page.
struct Placement: Hashable, Sendable {
  /// The centre of each node.
  var centres: [Point]
  /// The line of each edge, from its tail's centre to its head's.
  var routes: [Curve]

  /// Whether all of it is somewhere: numbers, and within 100 metres, beyond which no picture reaches.
  var isReal: Bool {
    let limit = 283_465.0
    func isReal(_ point: Point) -> Bool { abs(point.x) <= limit && abs(point.y) <= limit }
    return centres.allSatisfy(isReal)
      && routes.allSatisfy { route in
        route.pieces.allSatisfy { [$0.start, $0.control1, $0.control2, $0.end].allSatisfy(isReal) }
      }
  }
}
