/// A graph told to Graphviz in another order.
struct Shuffled {
  private let graph: LayoutGraph
  private let nodes: [Int]
  private let edges: [Int]

  init(_ graph: LayoutGraph, seed: UInt64) {
    var nodes = Array(graph.nodes.indices)
    var edges = Array(graph.edges.indices)
    if seed > 0 {
      var generator = SeededGenerator(seed: seed)
      nodes.shuffle(using: &generator)
      edges.shuffle(using: &generator)
    }
    self.graph = graph
    self.nodes = nodes
    self.edges = edges
  }

  func layout(engine: Graphviz.Engine, by service: any LayoutService) throws -> Placement {
    var place = Array(repeating: 0, count: nodes.count)
    for (new, old) in nodes.enumerated() { place[old] = new }
    var shuffled = LayoutGraph()
    shuffled.attributes = graph.attributes
    shuffled.nodes = nodes.map { graph.nodes[$0] }
    shuffled.edges = edges.map {
      let edge = graph.edges[$0]
      return LayoutGraph.Edge(tail: place[edge.tail], head: place[edge.head], weight: edge.weight, layers: edge.layers)
    }
    let found = try service.layout(shuffled, engine: engine)
    var placement = found
    for (new, old) in nodes.enumerated() { placement.centres[old] = found.centres[new] }
    for (new, old) in edges.enumerated() { placement.routes[old] = found.routes[new] }
    return placement
  }
}
