import Entente
import EntenteFormats
import Testing

@testable import EntenteGraphviz

/// Colours that mean sides.
@Suite struct SideTests {
  private func graph() throws -> RelationGraph {
    let yaml = """
      title: Two sides
      subtitle: Spring 1982
      states: {uk: United Kingdom, argentina: Argentina}
      people: {thatcher: {name: Margaret Thatcher, attributes: {party: Tories}}, galtieri: Leopoldo Galtieri}
      islands: {falklands: {name: Falkland Islands, colour: mint, shape: hexagon}}
      organizations: {un: United Nations}
      sides:
        british: {name: Britain and its people, members: [uk, thatcher]}
        argentine: [argentina, galtieri]
      relations:
        - uk claims falklands: {when: 1833/..}
        - argentina claims falklands: {when: 1833/..}
        - thatcher prime-minister-of uk
        - galtieri president-of argentina
        - uk member-of un
      """
    let loaded = LoadedGraph([.bytes(Array(yaml.utf8), name: "sides.yaml")], importers: [GraphFile()], format: "yaml")
    return try #require(loaded.graph, "\(loaded.diagnostics)")
  }

  private func fill(of id: String, _ svg: String) throws -> String {
    let entity = try #require(svg.firstRange(of: "<g id=\"\(id)\""))
    return String(try #require(svg[entity.lowerBound...].firstMatch(of: /fill="(#[0-9a-f]{6})"/)).1)
  }

  @Test func aSideHasOneColourWhateverTheKinds() async throws {
    let svg = try await graph().everything.picture(.quick).svg()
    let (british, argentine) = (Theme.light.sides[0], Theme.light.sides[1])
    #expect(try fill(of: "uk", svg) == british && fill(of: "thatcher", svg) == british)
    #expect(try fill(of: "argentina", svg) == argentine && fill(of: "galtieri", svg) == argentine)
    #expect(try fill(of: "un", svg) == Theme.light.neutral)
    #expect(try fill(of: "falklands", svg) == Theme.light.fill(.mint), "its own colour stands above that")
    for text in ["Britain and its people", "argentine", "no side", "person", "Spring 1982"] {
      #expect(svg.contains(">\(text)</text>"), "\(text)")
    }
    #expect(svg.contains("data-side=\"Britain and its people\""))
    #expect(svg.contains("Side: Britain and its people."))
  }

  @Test func coloursMayMeanAnAttributeOrTheKind() async throws {
    var options = PictureOptions.quick
    options.colourBy = "party"
    let byParty = try await graph().everything.picture(options).svg()
    #expect(try fill(of: "thatcher", byParty) == Theme.light.sides[0])
    #expect(try fill(of: "uk", byParty) == Theme.light.neutral)
    #expect(byParty.contains(">no party</text>"))
    options.colourBy = "kind"
    let byKind = try await graph().everything.picture(options).svg()
    #expect(try fill(of: "uk", byKind) == Theme.light.fill(.blue))
    #expect(!byKind.contains(">argentine</text>"))
    options.colourBy = "partty"
    let wrong = options
    await #expect(throws: PictureError.noAttribute("partty", known: ["party", "side"])) {
      try await graph().everything.picture(wrong)
    }
  }

  @Test func ofManySidesEightHaveColours() async throws {
    let graph = try RelationGraph("Many") {
      let all = (0..<11).map { State("s\($0)", "S\($0)", attributes: ["bloc": .integer(Int64($0))]) }
      for state in all.dropFirst() { state.alliedWith(all[0]) }
    }
    var options = PictureOptions.quick
    options.colourBy = "bloc"
    let picture = try await graph.everything.picture(options)
    #expect(picture.notes.contains(.sidesWithoutColour(3)))
    let svg = picture.svg()
    #expect(Set(try (0..<11).map { try fill(of: "s\($0)", svg) }).count == 9)
  }

  @Test func yearsAndFilmstripsHaveTheSameColours() async throws {
    let strip = try await graph().everything.filmstrip(years: [1900, 1950], .quick).svg()
    #expect(try fill(of: "y1950-uk", strip) == Theme.light.sides[0])
    let year = try await graph().selecting(Filter(years: YearRange(1950))).picture(.quick).svg()
    #expect(try fill(of: "uk", year) == Theme.light.sides[0])
  }
}
