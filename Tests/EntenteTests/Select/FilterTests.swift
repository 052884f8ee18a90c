import Testing

@testable import Entente

@Suite("Filters")
struct FilterTests {
  private let graph: RelationGraph

  init() throws {
    graph = try RelationGraph("The South Atlantic") {
      let gazette = Document("gazette", title: "Border Gazette")
      let argentina = State("argentina", "Argentina")
      let uk = State("uk", "United Kingdom", aliases: ["Great Britain"])
      let islands = Island("falklands", "Falkland Islands", aliases: ["Islas Malvinas"])
      let georgia = Island("south-georgia", "Georgia")
      State("georgia-state", "Georgia")
      argentina.claims(islands, when: "1833/..", cite: gazette[1, "claims"], id: "claim")
      uk.holds(islands, when: "1833/..", id: "hold")
      uk.holds(georgia, when: "1775/..", cite: gazette[2, "holds"], id: "georgia")
      uk.agreedWith(argentina, when: "1971", status: .planned, id: "agreement")
    }
  }

  private func kept(_ filter: Filter) throws -> [String] { try graph.selecting(filter).relations.map(\.id) }

  private func errors(_ filter: Filter) -> [String] {
    do throws(CheckFailure) {
      _ = try graph.selecting(filter)
      return []
    } catch {
      return error.diagnostics.map { $0.finding.message + "; " + $0.finding.advice.joined(separator: "; ") }
    }
  }

  @Test("A filter without conditions is empty and keeps everything; with any it is not")
  func empty() throws {
    #expect(Filter().isEmpty)
    #expect(Filter(hops: 3, among: true, keepsIsolated: true).isEmpty)
    #expect(try kept(Filter()) == ["claim", "hold", "georgia", "agreement"])
    let conditions = [
      Filter(years: YearRange(1)), Filter(kinds: ["state"]), Filter(types: ["holds"]), Filter(statuses: [.planned]),
      Filter(documents: ["gazette"]), Filter(uncitedOnly: true), Filter(around: ["uk"]),
    ]
    #expect(conditions.allSatisfy { !$0.isEmpty })
  }

  @Test("Each condition narrows, and says why it leaves a relation out")
  func conditions() throws {
    for (filter, ids, cause) in [
      (Filter(years: YearRange(1800)), ["georgia"], "begins-later"),
      (Filter(kinds: ["state", "island"]), ["claim", "hold", "georgia", "agreement"], ""),
      (Filter(kinds: ["state"]), ["agreement"], "kind"), (Filter(types: ["holds"]), ["hold", "georgia"], "type"),
      (Filter(statuses: [.planned]), ["agreement"], "status"),
      (Filter(documents: ["gazette"]), ["claim", "georgia"], "document"),
      (Filter(uncitedOnly: true), ["hold", "agreement"], "cited"),
      (Filter(around: ["south-georgia"]), ["georgia"], "too-far"),
    ] {
      let selection = try graph.selecting(filter)
      #expect(selection.relations.map(\.id) == ids)
      #expect(Set(selection.reasons.filter { !$0.isKept }.map(\.causeName)) == (cause.isEmpty ? [] : [cause]))
    }
  }

  @Test("Names and plurals are understood where one thing is called so")
  func names() throws {
    let selection = try graph.selecting(Filter(kinds: ["people", "States"], around: ["united kingdom"]))
    #expect(selection.filter == Filter(kinds: ["person", "state"], around: ["uk"]))
    #expect(try kept(Filter(around: ["Falkland Islands"])) == ["claim", "hold"])
    #expect(try kept(Filter(around: ["Islas Malvinas"])) == ["claim", "hold"])
    #expect(try kept(Filter(types: ["agreed with"])) == ["agreement"])
    #expect(try kept(Filter(documents: ["Border Gazette"])) == ["claim", "georgia"])
  }

  @Test("A name that several have is an error that says which; an unknown one names the nearest")
  func unclear() {
    #expect(
      errors(Filter(around: ["Georgia"])) == [
        "'Georgia' is the name of 2 entities; say which one by its id: georgia-state or south-georgia"
      ])
    #expect(errors(Filter(kinds: ["peeple"])).first?.hasSuffix("did you mean 'people'?") == true)
    #expect(errors(Filter(around: ["Falkland Island"])).first?.hasSuffix("did you mean 'Falkland Islands'?") == true)
  }

  @Test("A selection says its conditions in a reader's words")
  func words() throws {
    let filter = Filter(kinds: ["state", "island"], types: ["holds"], documents: ["gazette"], around: ["uk"], hops: 2)
    #expect(
      try graph.selecting(filter).words == [
        "between states and islands", "only holds", "from “Border Gazette”", "within 2 relations of United Kingdom",
      ])
  }

  @Test("Years may be any integers")
  func years() {
    let year: UInt16 = 1956
    #expect(YearRange(year) == YearRange(1956))
    #expect(YearRange(1945 as Int32, 1960) == YearRange(1945, 1960))
    #expect(YearRange(from: UInt64.max) == YearRange(from: Int64.max))
    #expect(YearRange(2, 1) == nil)
  }
}
