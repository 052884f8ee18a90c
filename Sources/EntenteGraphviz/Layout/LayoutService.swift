/// What runs Graphviz: this process, or another one.
protocol LayoutService: Sendable {
  /// Whether several graphs may be laid out at once, with the same places as one after the other.
  var takesSeveral: Bool { get }

  /// Makes ready for so many graphs at once. What lays them out ends with the thread that calls this.
  func beReady(for count: Int)

  /// Where everything of a graph comes to stand, as Graphviz says it.
  ///
  /// - Throws: ``Graphviz/Failure``, or what ``Patience`` throws where nobody waits any more and the service can end at that.
  func place(_ request: LayoutRequest) throws -> Placement
}

/// A graph that is to be laid out, in Graphviz' language.
struct LayoutRequest: Hashable, Sendable {
  let engine: Graphviz.Engine
  /// Nodes and edges have numbers as names, from 0 on.
  let nodes: Int
  let edges: Int
  let dot: String
}

extension LayoutService {
  func beReady(for count: Int) {}

  /// The same for a graph of ours: each line runs from its tail's centre to its head's.
  func layout(_ graph: LayoutGraph, engine: Graphviz.Engine) throws -> Placement {
    var placement = try place(
      LayoutRequest(engine: engine, nodes: graph.nodes.count, edges: graph.edges.count, dot: graph.dot))
    for (index, edge) in graph.edges.enumerated() {
      placement.routes[index].join(placement.centres[edge.tail], placement.centres[edge.head])
    }
    return placement
  }
}

// MARK: - Between processes

/// Requests and answers as they go from one process to another: the bytes of numbers as this machine has them, since both
/// are on it. What comes in is not trusted: a length that cannot be is no message.
struct LayoutMessage {
  private(set) var bytes: [UInt8] = []
  private var place = 0

  init() {}

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes a message has at most.
  static let limit = 256 << 20

  mutating func add<Number: BitwiseCopyable>(_ number: Number) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  /// The next number; `nil` where the message has none.
  mutating func next<Number: BitwiseCopyable>(_ type: Number.Type) -> Number? {
    let size = MemoryLayout<Number>.size
    guard bytes.count - place >= size else { return nil }
    defer { place += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: type) }
  }

  /// A count of things of which each takes some bytes: no more than can follow.
  mutating func nextCount(of size: Int) -> Int? {
    guard let count = next(UInt32.self).map(Int.init), count <= (bytes.count - place) / size else { return nil }
    return count
  }

  /// All that is left.
  mutating func rest() -> String {
    defer { place = bytes.count }
    return String(decoding: bytes[place...], as: UTF8.self)
  }
}

extension LayoutMessage {
  init(_ request: LayoutRequest) {
    add(UInt8(Graphviz.Engine.allCases.firstIndex(of: request.engine) ?? 0))
    add(UInt32(request.nodes))
    add(UInt32(request.edges))
    bytes += Array(request.dot.utf8)
  }

  mutating func request() -> LayoutRequest? {
    guard let engine = next(UInt8.self).map(Int.init), Graphviz.Engine.allCases.indices.contains(engine),
      let nodes = next(UInt32.self), let edges = next(UInt32.self)
    else { return nil }
    return LayoutRequest(
      engine: Graphviz.Engine.allCases[engine], nodes: Int(nodes), edges: Int(edges), dot: rest())
  }

  init(_ answer: Result<Placement, Graphviz.Failure>) {
    switch answer {
    case .failure(let failure):
      add(0 as UInt8)
      bytes += Array(failure.message.utf8)
    case .success(let placement):
      add(1 as UInt8)
      add(UInt32(placement.centres.count))
      for centre in placement.centres { add(centre) }
      add(UInt32(placement.routes.count))
      for route in placement.routes {
        add(UInt32(route.pieces.count))
        for piece in route.pieces { for point in piece.points { add(point) } }
      }
    }
  }

  private mutating func add(_ point: Point) {
    add(point.x)
    add(point.y)
  }

  /// The answer to a request; `nil` where it is none.
  mutating func answer(to request: LayoutRequest) -> Result<Placement, Graphviz.Failure>? {
    guard let isPlaced = next(UInt8.self) else { return nil }
    if isPlaced == 0 { return .failure(Graphviz.Failure(message: rest())) }
    guard let nodes = nextCount(of: 16), nodes == request.nodes else { return nil }
    let centres = (0..<nodes).compactMap { _ in point() }
    guard let edges = nextCount(of: 4), edges == request.edges else { return nil }
    let routes = (0..<edges).compactMap { _ in route() }
    let placement = Placement(centres: centres, routes: routes)
    return centres.count == nodes && routes.count == edges && placement.isReal ? .success(placement) : nil
  }

  private mutating func point() -> Point? {
    guard let x = next(Double.self), let y = next(Double.self) else { return nil }
    return Point(x, y)
  }

  private mutating func route() -> Curve? {
    guard let count = nextCount(of: 64) else { return nil }
    let pieces = (0..<count).compactMap { _ -> Cubic? in
      guard let start = point(), let first = point(), let second = point(), let end = point() else { return nil }
      return Cubic(start, first, second, end)
    }
    return pieces.count == count ? Curve(pieces) : nil
  }
}

extension Cubic {
  fileprivate var points: [Point] { [start, control1, control2, end] }
}
