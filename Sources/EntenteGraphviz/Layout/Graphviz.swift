import CGraphviz
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Graphviz' layout engines in this process.
///
/// Graphviz keeps its state in globals: this is the only place that calls it, one layout at a time. A layout that has
/// begun cannot be stopped. Many of its faults have no other sign than a message: one that is said on success is a failure,
/// too.
enum Graphviz {
  /// A layout engine by the name of its command.
  enum Engine: String, Sendable, CaseIterable {
    case dot, neato, fdp, sfdp, circo, twopi
  }

  /// What Graphviz had to say against a graph.
  struct Failure: Error, Hashable {
    let message: String
    /// Whether no other arrangement need be tried.
    var isFinal = false
  }

  /// Graphviz in this process: one layout after the other, since the engines without layers go by what was laid out before.
  struct InProcess: LayoutService {
    let takesSeveral = false

    func place(_ request: LayoutRequest) throws -> Placement { try answer(request).get() }
  }

  private struct Context: @unchecked Sendable {
    // Made once for the process: making it costs more than laying out a small graph.
    let pointer: OpaquePointer?
  }

  private static let context = Mutex(Context(pointer: gvContext()))
  private static let messages = Mutex("")

  /// Loads what an engine needs. Those without layers are in a library of their own: to load it takes as long as laying out
  /// a small graph.
  static func prepare(_ engine: Engine) {
    _ = answer(LayoutRequest(engine: engine, nodes: 2, edges: 1, dot: "digraph {\n0\n1\n0 -> 1 [key=0]\n}\n"))
  }

  static func answer(_ request: LayoutRequest) -> Result<Placement, Failure> {
    context.withLock { context in
      messages.withLock { $0 = "" }
      // The engines without layers take numbers from the process' own generators, and would go on where the last layout, or
      // anybody else, left them.
      srand(1)
      srand48(1)
      agseterrf { text in
        guard let text else { return 0 }
        Graphviz.messages.withLock { $0 += String(cString: text) }
        return 0
      }
      guard let root = request.dot.withCString({ agmemread($0) }) else { return .failure(failure("unreadable graph")) }
      defer { agclose(root) }
      guard request.engine.rawValue.withCString({ gvLayout(context.pointer, root, $0) }) == 0 else {
        return .failure(failure("no layout"))
      }
      defer { gvFreeLayout(context.pointer, root) }
      let placement = read(root, request)
      return complaint.map { .failure(Failure(message: $0)) } ?? placement
    }
  }

  /// What was said of the layout, but for warnings that it goes without some effort: those are no faults of the picture.
  private static var complaint: String? {
    let lines = messages.withLock { $0 }.split(separator: "\n").filter { !$0.hasPrefix("Warning:") }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func failure(_ fallback: String) -> Failure {
    let message = messages.withLock { $0 }
    if message.contains("not recognized") {
      let engine = message.split(separator: "\"").dropFirst().first.map { "'\($0)'" } ?? "such an engine"
      return Failure(
        message: "Graphviz has no \(engine) here: its plugins are missing, or not registered ('dot -c' does that)",
        isFinal: true)
    }
    return Failure(message: message.isEmpty ? fallback : message)
  }

  private static func read(
    _ root: UnsafeMutablePointer<Agraph_t>, _ request: LayoutRequest
  ) -> Result<Placement, Failure> {
    var placement = Placement(
      centres: Array(repeating: .zero, count: request.nodes),
      routes: Array(repeating: Curve([]), count: request.edges))
    var node = agfstnode(root)
    while let current = node {
      guard let index = number(UnsafeMutableRawPointer(current)), placement.centres.indices.contains(index) else {
        return .failure(failure("a node without a number"))
      }
      let centre = entente_node_centre(current)
      placement.centres[index] = Point(centre.x, -centre.y)
      var edge = agfstout(root, current)
      while let line = edge {
        guard let index = number(UnsafeMutableRawPointer(line)), placement.routes.indices.contains(index) else {
          return .failure(failure("a line without a number"))
        }
        placement.routes[index] = route(line)
        edge = agnxtout(root, line)
      }
      node = agnxtnode(root, current)
    }
    return placement.isReal ? .success(placement) : .failure(failure("a place that is no place"))
  }

  private static func number(_ object: UnsafeMutableRawPointer) -> Int? {
    agnameof(object).flatMap { Int(String(cString: $0)) }
  }

  private static func route(_ edge: UnsafeMutablePointer<Agedge_t>) -> Curve {
    var pieces: [Cubic] = []
    for curve in 0..<entente_curve_count(edge) {
      let points = (0..<entente_curve_point_count(edge, curve)).map {
        let point = entente_curve_point(edge, curve, $0)
        return Point(point.x, -point.y)
      }
      for first in stride(from: 0, to: points.count - 3, by: 3) {
        pieces.append(Cubic(points[first], points[first + 1], points[first + 2], points[first + 3]))
      }
    }
    return Curve(pieces)
  }
}

extension Curve {
  /// Makes the curve run from `start` to `end`: turned round if it was drawn the other way, and lengthened by straight
  /// lines where it ends short of them.
  mutating func join(_ start: Point, _ end: Point) {
    guard !pieces.isEmpty else {
      self = Curve(through: [start, end])
      return
    }
    let asIs = self.start.distance(to: start) + self.end.distance(to: end)
    let turned = self.end.distance(to: start) + self.start.distance(to: end)
    if turned < asIs { self = reversed }
    if self.start.distance(to: start) > 0.5 { pieces.insert(Cubic(line: start, self.start), at: 0) }
    if self.end.distance(to: end) > 0.5 { pieces.append(Cubic(line: self.end, end)) }
  }
}
