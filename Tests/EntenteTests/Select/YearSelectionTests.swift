import Testing

@testable import Entente

/// The year filter works on whole words of rows; here it is held against one relation after the other.
@Suite("Selecting by year")
struct YearSelectionTests {
  /// States, treaties and events with dates of every kind, and relations of every way to hold between them.
  private func graph(relations: Int, seed: UInt64) throws -> RelationGraph {
    var maker = DateMaker(seed: seed)
    func date() -> String? { maker.random.chance(15) ? nil : maker.date().text }
    func existence() -> String? { maker.random.chance(60) ? nil : maker.date().text }
    let states = (0..<20).map { State("state-\($0)", when: existence()) }
    let treaties = (0..<20).map { Treaty("treaty-\($0)", when: existence()) }
    let events = (0..<20).map { Event("event-\($0)", when: existence()) }
    return try RelationGraph("By chance") {
      for number in 0..<relations {
        let (state, treaty) = (maker.random.pick(states), maker.random.pick(treaties))
        switch number % 3 {
        case 0: state.signed(treaty, when: date(), id: "r-\(number)")
        case 1: state.partyTo(treaty, when: date(), id: "r-\(number)")
        default: treaty.followed(maker.random.pick(events), when: date(), id: "r-\(number)")
        }
      }
    }
  }

  private func answer(_ relation: Relation, _ years: YearRange) -> Answer {
    let ends = [relation.subject, relation.object]
    if ends.contains(where: { $0.existence(years) == .no }) { return .no }
    let holds = relation.type.holds
    return relation.when?.answer(years, holds: holds) ?? DateExtent.undated(holds: holds)
  }

  /// Numbers of relations on both sides of a word's end.
  @Test(
    "A selection keeps what each relation's date and ends allow, and counts it", arguments: [1, 63, 64, 65, 129, 600])
  func keepsAndCounts(_ count: Int) throws {
    let graph = try graph(relations: count, seed: UInt64(count))
    for years in [YearRange(1945), YearRange(1950), YearRange(from: 1955), YearRange(to: 1940), YearRange(-3)] {
      var filter = Filter()
      filter.years = years
      let selection = try graph.selecting(filter)
      let answers = graph.relations.map { answer($0, years) }
      #expect(graph.relations.map { selection.answer($0) } == answers)
      #expect(selection.relations.map(\.row) == answers.indices.filter { answers[$0] != .no })
      let ends = Set(selection.relations.flatMap { [$0.subject.row, $0.object.row] })
      #expect(selection.entities.map(\.row) == ends.sorted())
      let undated = graph.relations.filter { $0.when == nil }
      #expect(selection.counts.certain == answers.count { $0 == .certain })
      #expect(selection.counts.possible == answers.count { $0 == .possible })
      #expect(selection.counts.leftOut == answers.count { $0 == .no })
      #expect(selection.counts.undatedKept == undated.count { answers[$0.row] != .no })
      #expect(selection.counts.undatedLeftOut == undated.count { answers[$0.row] == .no })
      filter.certainOnly = true
      #expect(try graph.selecting(filter).relations.map(\.row) == answers.indices.filter { answers[$0] == .certain })
    }
  }

  @Test("Each relation that is left out or only possible has a reason")
  func reasons() throws {
    let graph = try graph(relations: 300, seed: 7)
    var filter = Filter()
    filter.years = YearRange(1950)
    filter.types = ["signed", "followed"]
    let selection = try graph.selecting(filter)
    let reasons = Array(selection.reasons)
    let expected = graph.relations.filter { !selection.contains($0) || selection.answer($0) != .certain }
    #expect(reasons.map(\.relation.row) == expected.map(\.row))
    for reason in reasons {
      let relation = reason.relation
      switch reason.cause {
      case is OtherType: #expect(relation.type.name == "party-to")
      case let date as DateCause: #expect(date.reason.answer == (reason.isKept ? .possible : .no))
      case let absent as NotExisting:
        #expect(!reason.isKept)
        #expect(graph.entity(absent.entity)?.existence(absent.years) == Answer.no)
      default: Issue.record("\(relation.head): \(reason.words)")
      }
    }
  }
}
