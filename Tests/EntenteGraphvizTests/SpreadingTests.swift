import Testing

@testable import EntenteGraphviz

@Suite struct SpreadingTests {
  private static func boxes(_ seed: UInt64, inOnePlace: Bool = false) -> (Placement, LayoutGraph) {
    var random = SeededGenerator(seed: seed)
    var graph = LayoutGraph()
    graph.nodes = (0..<60).map { _ in
      Size(Double.random(in: 20...90, using: &random), Double.random(in: 10...40, using: &random))
    }
    graph.edges = (1..<60).map { LayoutGraph.Edge(tail: $0, head: Int.random(in: 0..<$0, using: &random)) }
    let centres = (0..<60).map { _ in
      inOnePlace ? .zero : Point(Double.random(in: 0...300, using: &random), Double.random(in: 0...300, using: &random))
    }
    let routes = graph.edges.map { Curve(through: [centres[$0.tail], centres[$0.head]]) }
    return (Placement(centres: centres, routes: routes), graph)
  }

  @Test(arguments: 1...12, [false, true])
  func boxesComeApart(_ seed: Int, fromOnePlace: Bool) {
    let (placement, graph) = Self.boxes(UInt64(seed), inOnePlace: fromOnePlace)
    let spread = Spreading.apart(placement, graph, gap: 6, for: .any)
    let boxes = zip(spread.centres, graph.nodes).map { Box(centre: $0, size: $1).grown(by: 2.99) }
    for (index, box) in boxes.enumerated() {
      #expect(boxes[(index + 1)...].allSatisfy { !$0.overlaps(box) })
    }
    #expect(zip(spread.routes, graph.edges).allSatisfy { $0.start == spread.centres[$1.tail] })
  }

  @Test func whatIsApartStaysBesideWhatItWasBeside() {
    var graph = LayoutGraph()
    graph.nodes = Array(repeating: Size(40, 20), count: 9)
    graph.edges = (1..<9).map { LayoutGraph.Edge(tail: $0 - 1, head: $0) }
    let centres = (0..<9).map { Point(Double($0 % 3) * 30, Double($0 / 3) * 15) }
    let spread = Spreading.apart(Placement(centres: centres, routes: []), graph, gap: 6, for: .any).centres
    for place in 0..<3 {
      let row = spread[(3 * place)..<(3 * place + 3)]
      let column = [spread[place], spread[place + 3], spread[place + 6]]
      #expect(zip(row, row.dropFirst()).allSatisfy { $0.x < $1.x })
      #expect(zip(column, column.dropFirst()).allSatisfy { $0.y < $1.y })
    }
  }
}
