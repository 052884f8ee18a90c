import Testing

@testable import Entente

@Suite("Selecting around entities")
struct AroundTests {
  /// States allied by chance, some with themselves, some several times.
  private func graph(entities: Int, relations: Int, seed: UInt64) throws -> RelationGraph {
    var maker = DateMaker(seed: seed)
    let states = (0..<entities).map { State("state-\($0)") }
    return try RelationGraph("By chance") {
      for state in states { state }
      for number in 0..<relations {
        maker.random.pick(states).alliedWith(maker.random.pick(states), id: "r-\(number)")
      }
    }
  }

  /// Distances counted from one relation to the next, over all of them each time.
  private func distances(in graph: RelationGraph, from centres: Set<Int>, hops: Int) -> [Int: Int] {
    var distances = Dictionary(uniqueKeysWithValues: centres.map { ($0, 0) })
    for hop in 1...hops {
      for relation in graph.relations {
        for (near, far) in [(relation.subject.row, relation.object.row), (relation.object.row, relation.subject.row)]
        where distances[near] == hop - 1 && distances[far] == nil {
          distances[far] = hop
        }
      }
    }
    return distances
  }

  @Test("Hops reach what a search over all relations reaches, and pass the relations on the way", arguments: 1...4)
  func hops(_ hops: Int) throws {
    for seed in 0..<8 as Range<UInt64> {
      let graph = try graph(entities: 40, relations: 50, seed: seed)
      let distances = distances(in: graph, from: [3, 17], hops: hops)
      func isPassed(_ relation: Relation) -> Bool {
        [relation.subject.row, relation.object.row].contains { distances[$0].map { $0 < hops } ?? false }
      }
      let filter = Filter(around: ["state-3", "state-17"], hops: hops)
      let selection = try graph.selecting(filter)
      #expect(selection.entities.map(\.row) == distances.keys.sorted())
      #expect(selection.relations.map(\.row) == graph.relations.filter(isPassed).map(\.row))
      #expect(selection.reasons.map(\.causeName) == graph.relations.filter { !isPassed($0) }.map { _ in "too-far" })
    }
  }

  @Test("Among keeps what joins those found, too")
  func among() throws {
    let graph = try RelationGraph("A triangle and a tail") {
      let (a, b, c, d) = (State("a"), State("b"), State("c"), State("d"))
      a.alliedWith(b, id: "ab")
      a.alliedWith(c, id: "ac")
      b.alliedWith(c, id: "bc")
      c.alliedWith(d, id: "cd")
      c.alliedWith(c, id: "cc")
    }
    func ids(_ filter: Filter) throws -> [String] { try graph.selecting(filter).relations.map(\.id) }
    #expect(try ids(Filter(around: ["a"])) == ["ab", "ac"])
    #expect(try ids(Filter(around: ["a"], among: true)) == ["ab", "ac", "bc", "cc"])
    #expect(try graph.selecting(Filter(around: ["a"], among: true)).entities.map(\.id) == ["a", "b", "c"])
  }

  @Test("Hops count over what the other conditions keep, and who was asked about stays")
  func narrowed() throws {
    let graph = try RelationGraph("Two years") {
      let (a, b, c) = (State("a"), State("b"), State("c"))
      a.alliedWith(b, when: "1950", id: "ab")
      b.alliedWith(c, when: "1960", id: "bc")
    }
    let selection = try graph.selecting(Filter(years: YearRange(1960), around: ["a"], hops: 2))
    #expect(selection.relations.isEmpty)
    #expect(selection.entities.map(\.id) == ["a"])
    #expect(selection.reason(for: graph.relations[0])?.causeName == "ends-earlier")
    #expect(selection.reason(for: graph.relations[1])?.causeName == "too-far")
  }
}
