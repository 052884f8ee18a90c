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
      text += "\(edge.tail) -> \(edge.head) [key=\(index),weight=\(edge.weight)]\n"
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
}

/// A number with at most `places` decimals, without trailing zeros, the same in every locale.
func decimal(_ value: Double, _ places: Int = 2) -> String {
  var factor = 1
  for _ in 0..<places { factor *= 10 }
  let scaled = Int((abs(value) * Double(factor)).rounded())
  let sign = value < 0 && scaled > 0 ? "-" : ""
  let whole = scaled / factor
  let rest = scaled % factor
  guard rest > 0 else { return "\(sign)\(whole)" }
  var digits = String(repeating: "0", count: places - String(rest).count) + String(rest)
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}
