import Entente
import EntenteFormats
import Testing

@Suite("Looks")
struct LooksTests {
  private func graph() throws -> RelationGraph {
    try RelationGraph("Looks") {
      let (person, ship, plan) = (Person("p"), Ship("s", "Ship A"), Plan("pl", "Plan A"))
      Verb<Ship>(person, "sails", from: [Person.self])(ship, when: "1956/1960")
      Verb<Plan>(person, "makes", from: [Person.self])(plan, when: "1970/1980")
    }
  }

  struct Ship: EntityReference {
    static let kind = Kind("ship")
    let declaration: EntityDeclaration
    init(declaration: EntityDeclaration) { self.declaration = declaration }
  }

  struct Plan: EntityReference {
    static let kind = Kind("plan")
    let declaration: EntityDeclaration
    init(declaration: EntityDeclaration) { self.declaration = declaration }
  }

  @Test("built-in kinds have their own, a file's own the next ones by name, unless they say otherwise")
  func order() {
    let schema = Schema(
      kinds: Schema.builtIn.kinds + [
        Kind("ship"), Kind("plan", colour: .violet), Kind("fleet", shape: .bowl), Kind("port"),
      ], relationTypes: [])
    let looks = Looks(of: schema)
    let shown = zip(schema.kinds, 0..<looks.count).map { "\($0.name): \(looks[$1].shape) \(looks[$1].colour)" }
    #expect(
      shown == [
        "person: pill orange", "state: rectangle blue", "organization: barred violet", "treaty: note yellow",
        "event: octagon pink", "island: hexagon green", "place: signpost lime", "ship: arch cream",
        "plan: trapezium violet", "fleet: bowl grey", "port: spool olive",
      ])
  }

  @Test("more own kinds than shapes have a second outline, so that no two look alike")
  func many() {
    let schema = Schema(kinds: Schema.builtIn.kinds + (10..<26).map { Kind("own-\($0)") }, relationTypes: [])
    let looks = Looks(of: schema)
    #expect(Set((0..<looks.count).map { looks[$0] }).count == looks.count)
  }

  @Test("a kind looks the same in every selection, year and format", arguments: ["dot", "gexf", "graphml"])
  func same(format: String) throws {
    let graph = try graph()
    var options = ExportOptions()
    if format == "graphml" { options.dialect = "yed" }
    func look(_ filter: Filter) throws -> [String] {
      let selection = try graph.selecting(filter)
      let text =
        switch format {
        case "dot": String(decoding: try selection.bytes(.dot, options: options), as: UTF8.self)
        case "gexf": String(decoding: try selection.bytes(.gexf, options: options), as: UTF8.self)
        default: String(decoding: try selection.bytes(.graphml, options: options), as: UTF8.self)
        }
      let line = try #require(text.split(separator: "\n").first { $0.contains("Ship A") })
      let pieces =
        /fillcolor="[^"]*"|shape=\w+|viz:color [^\/]*|viz:shape [^\/]*|y:Fill color="[^"]*"|y:Shape type="\w+"/
      return line.matches(of: pieces).map { String($0.output) }
    }
    let whole = try look(Filter())
    #expect(whole.count == 2)
    #expect(try look(Filter(kinds: ["person", "ship"])) == whole)
    #expect(try look(Filter(years: YearRange(1958))) == whole)
  }
}
