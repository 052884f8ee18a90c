import Entente
import Testing

@Suite("Relations outside their ends' existence")
struct ExistenceTests {
  /// What the rule says of a relation at `date`, to a treaty or an organization that exists at `existence`.
  private func warnings(
    _ date: String?, holds: Holding, existence: String, happens: Bool = false, status: Status = .asserted
  ) throws -> [String] {
    let type = RelationType("acts-on", holds: holds)
    let japan = State("japan", "Japan")
    let graph: RelationGraph
    if happens {
      let event = Event("other", "Other", when: existence)
      graph = try RelationGraph("") { Verb<Event>(japan, type) { $0.declaration }(event, when: date, status: status) }
    } else {
      let treaty = Treaty("other", "Other", when: existence)
      graph = try RelationGraph("") { Verb<Treaty>(japan, type) { $0.declaration }(treaty, when: date, status: status) }
    }
    return graph.check().diagnostics.filter { $0.severity == .warning }.map(\.finding.message)
  }

  @Test(
    "A warning where no reading has the relation within the existence",
    arguments: [
      ("1955-12-31", Holding.atItsDate, "1956", "before"), ("1900/1955", .atItsDate, "1956", "before"),
      ("1992", .atItsDate, "1922/1991", "after"), ("1900/..", .throughout, "1956", "before"),
      ("1950/..", .throughout, "1922/1991", "after"), ("1950/1992", .throughout, "1922/1991", "after"),
      ("195X", .atItsDate, "1960", "before"), ("[1950,1955]", .atItsDate, "1956", "before"),
    ])
  func outside(date: String, holds: Holding, existence: String, side: String) throws {
    let messages = try warnings(date, holds: holds, existence: existence)
    #expect(messages.count == 1)
    #expect(messages.first?.contains(side) == true)
  }

  @Test(
    "None where some reading has it within, or nothing bounds it",
    arguments: [
      ("1956-01-01", Holding.atItsDate, "1956"), ("1900/1960", .atItsDate, "1956"), ("2020", .atItsDate, "1956"),
      ("195X", .atItsDate, "1956"), ("1950/", .throughout, "1922/1991"), ("../1960", .throughout, "1956/.."),
      ("1900", .permanent, "1956"), ("1956/..", .throughout, "1956/.."), ("1956/..", .throughout, "1956/"),
    ])
  func within(date: String, holds: Holding, existence: String) throws {
    #expect(try warnings(date, holds: holds, existence: existence).isEmpty)
  }

  @Test("What happens lasts as long as its date; everything else goes on")
  func happening() throws {
    #expect(try warnings("1957", holds: .atItsDate, existence: "1956", happens: true).count == 1)
    #expect(try warnings("1957", holds: .atItsDate, existence: "1956").isEmpty)
    #expect(try warnings("1957", holds: .atItsDate, existence: "[1950,1956]").isEmpty)
  }

  @Test("Plans and conditions may be about what is yet to come")
  func plans() throws {
    for status in Status.allCases {
      let isPlan = status == .planned || status == .conditional
      #expect(try warnings("1955", holds: .atItsDate, existence: "1956", status: status).isEmpty == isPlan)
    }
    #expect(try warnings(nil, holds: .atItsDate, existence: "1956").isEmpty)
  }
}
