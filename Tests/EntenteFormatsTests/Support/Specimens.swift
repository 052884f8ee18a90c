import Entente
import EntenteFormats
import Foundation

/// Graphs that every format is tried on.
enum Specimens: String, CaseIterable {
  /// Something of everything, and all that is nasty.
  case nasty
  /// The seed graph.
  case seed

  func graph() throws -> RelationGraph {
    switch self {
    case .nasty: try Self.everything()
    case .seed: try Self.seed()
    }
  }

  /// The seed graph without the seal that lies beside its file.
  private static func seed() throws -> RelationGraph {
    let file = Client.repository.appending(path: "Graphs/southern-kurils.yaml")
    let loaded = LoadedGraph([.bytes(Array(try Data(contentsOf: file)), name: file.path)], format: "yaml")
    return try loaded.graph ?? { throw CheckFailure(loaded.diagnostics) }()
  }

  /// Texts that some format or tool trips over: every one goes through every format.
  static let nastyTexts = [
    "]]>", "\"", "'", "<script>alert(1)</script>", "&amp; &lt; &copy; &", "ends in a backslash\\", "\\N \\G \\l {a|b}",
    "two\nlines", "tab\there", "Курильские острова", "北方領土", "👩🏽‍🚀 e\u{301}", "a|b", "a, b; c", "=1+1", "$x {y} `z`",
    "NULL", "true", "0123", "1e5", "\u{202E}left", "'); DROP TABLE people; --", "%7B%22#?/", "NaN",
  ]

  /// Every kind of date that a bound comes out differently for.
  static let dates = [
    "1956", "1956-10-19", "1945~", "1945?", "195X", "1945/1956", "1945/..", "1945/", "../1875", "/1945", "1945~/..",
    "[1667,1668,1670..1672]", "{1945..}", "[2018-11..]", "-0001", "Y12000", "1956-24", "1X5X", "2004-06-~11",
  ]

  struct Memorandum: EntityReference {
    static let kind = Kind("memorandum", plural: "memoranda", happens: true)
    let declaration: EntityDeclaration
    init(declaration: EntityDeclaration) { self.declaration = declaration }
  }

  /// A graph with something of everything, and with all that is nasty.
  static func everything() throws -> RelationGraph {
    try RelationGraph("\"Everything\" & <more>\\") {
      let tass = Document(
        "tass", title: "A \"title\" & more", publisher: "TASS", date: try EDTF("2021-01"), text: "tass.txt",
        url: "https://example.org/?a=1&b=2")
      let japan = State("japan", "Japan", when: "1945/", attributes: everywhere(1, 0.5))
      let putin = Person(
        "putin", "Vladimir Putin", aliases: ["Путин", "a \"nick\""],
        sameAs: ["wikidata:Q7747", "https://example.org/?a=1&b=2;c#d"], note: "a note\nof two lines",
        cite: tass[5, "laid claims", prefix: "had ", suffix: " to"],
        attributes: everywhere(2, -1.25).merging(["size": .text("big"), "id": .integer(7)]) { $1 })
      let kurils = Island(
        "курилы-千島", "Kurils", aliases: ["北方領土"], when: "-0001", attributes: everywhere(3, 1e300))
      let memorandum = Memorandum("memo", "Memo", when: "1960-01-27", attributes: everywhere(4, 3))
      let micro = Place("µ-land", "µ", attributes: everywhere(5, 0))
      Organization("alone", attributes: everywhere(-6, 1))
      entitiesWithNastyNames()
      japan.claims(kurils, when: "1945~/..", cite: tass[5, "laid claims"], tass.whole, accordingTo: putin)
      japan.claims(kurils, when: "1956", status: .disputed, note: "another of the same type")
      japan.claims(kurils, status: .claimed, id: "own-id", attributes: ["sure": .boolean(true), "label": .text("x")])
      japan.holds(kurils, when: "1875/1945", attributes: ["sure": .boolean(false)])
      kurils.partOf(kurils)
      micro.partOf(japan, when: "1900")
      putin.met(putin, when: "2018-11-14")
      Verb<Memorandum>(japan, "issued", label: "issued & \"sent\"", from: [State.self], holds: .atItsDate)(
        memorandum, when: "1960-01-27", status: .withdrawn)
      relationsWithNastyDates(japan, micro)
    }
  }

  /// Attributes that every entity has: numbers that stay numbers.
  private static func everywhere(_ rank: Int64, _ share: Double) -> [String: AttributeValue] {
    ["rank": .integer(rank), "share": .number(share), "is-old": .boolean(rank > 2)]
  }

  @RelationGraphBuilder
  private static func entitiesWithNastyNames() -> GraphPart {
    for (number, text) in nastyTexts.enumerated() {
      Person(
        "nasty-\(number)", text, aliases: ["alias \(text)"], note: text,
        attributes: everywhere(Int64(number), Double(number) / 8).merging([
          "nasty": .text(text), "mixed": number % 2 == 0 ? .integer(Int64(number)) : .text(text),
        ]) { $1 })
    }
  }

  @RelationGraphBuilder
  private static func relationsWithNastyDates(_ japan: State, _ place: Place) -> GraphPart {
    for date in dates {
      japan.claims(place, when: date, status: Status.allCases[date.utf8.count % Status.allCases.count])
      place.offeredTo(japan, when: date)
    }
  }
}
