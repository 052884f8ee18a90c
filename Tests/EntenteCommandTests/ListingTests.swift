import Foundation
import Testing

@Suite("Lists")
struct ListingTests {
  private let graph: String

  init() throws {
    graph = try Scratch.file(
      named: "graph.yaml",
      text: """
        states: {northland: Northland, southland: Southland}
        islands: {seal-island: Seal Island}
        treaties: {border-treaty: {name: Border Treaty, when: 1951-05}}
        events: {quake: {name: "Quake\\tof 1950", when: 1950}}
        relations:
          - northland claims seal-island: {when: 1948~/.., id: first-claim}
          - southland claims seal-island: {when: 1950}
          - northland signed border-treaty: {when: 1951-05}
          - southland signed border-treaty: {when: 1951-05}

        """
    ).path
  }

  @Test("Entities have their id, kind, name, existence, and how many relations they have")
  func entities() throws {
    let outcome = try Entente.run("entities", graph)
    #expect(
      outcome.output == """
        northland\tstate\tNorthland\t\t2
        southland\tstate\tSouthland\t\t2
        seal-island\tisland\tSeal Island\t\t2
        border-treaty\ttreaty\tBorder Treaty\t1951-05\t2
        quake\tevent\tQuake of 1950\t1950\t0

        """)
  }

  @Test("Of a selection, entities count the relations that are in it")
  func selectedEntities() throws {
    let outcome = try Entente.run("entities", graph, "--year", "1950")
    #expect(
      outcome.output == """
        northland\tstate\tNorthland\t\t1
        southland\tstate\tSouthland\t\t1
        seal-island\tisland\tSeal Island\t\t2

        """)
  }

  @Test("With --ids relations have ids in place of names, and their own")
  func ids() throws {
    let lines = try Entente.run("list", graph, "--ids").output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "northland\tclaims\tseal-island\t1948~/..\tasserted\t\(graph):6:5\tfirst-claim")
  }

  @Test("A list of a year says which relations certainly held")
  func answers() throws {
    let lines = try Entente.run("list", graph, "--year", "1950").output.split(separator: "\n")
    #expect(lines.map { $0.split(separator: "\t").last } == ["certain", "certain"])
    let year = try Entente.run("list", graph, "--year", "1948").output
    #expect(year.hasSuffix("\tpossible\n"))
  }
}
