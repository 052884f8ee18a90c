import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("FollowTheMoney")
struct FollowTheMoneyTests {
  private static let schemas = [
    "person": "Person", "organization": "Organization", "state": "Territory", "island": "Territory",
    "place": "Territory",
  ]

  /// The nasty graph without the dates that FollowTheMoney refuses.
  private func graph(_ specimen: Specimens) throws -> Selection {
    guard specimen == .nasty else { return try specimen.graph().everything }
    var filter = Filter()
    filter.years = YearRange(1000, 2999)
    filter.certainOnly = false
    filter.types = ["claims", "holds", "part-of", "met", "issued"]
    filter.keepsIsolated = true
    let graph = try specimen.graph()
    let selection = try graph.selecting(filter)
    return selection
  }

  private func id(_ id: String) -> String {
    if id.allSatisfy(\.isASCII) { return id }
    let letters = id.unicodeScalars.map { $0.isASCII ? String($0) : "." + String($0.value, radix: 16) + "." }
    return "id." + letters.joined() + ".id"
  }

  private func values(_ texts: [String]) -> ClientValue? {
    // The package keeps one of several equal values.
    let sorted = Set(texts).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    return sorted.isEmpty ? nil : .list(sorted.map { .text($0) })
  }

  private func expected(_ selection: Selection) -> ClientGraph {
    var expected = ClientGraph()
    for document in selection.graph.documents {
      var properties: [String: ClientValue] = ["schema": .text("Document")]
      properties["fileName"] = values([document.text.map { ($0 as NSString).lastPathComponent } ?? document.id])
      properties["title"] = values([document.title].compactMap(\.self))
      properties["author"] = values([document.author].compactMap(\.self))
      properties["publisher"] = values([document.publisher].compactMap(\.self))
      properties["publishedAt"] = values([document.date?.text].compactMap(\.self))
      properties["sourceUrl"] = values([document.url].compactMap(\.self))
      expected.nodes["document." + document.id] = properties
    }
    for entity in selection.entities {
      let schema = entity.kind.happens ? "Event" : Self.schemas[entity.kind.name] ?? "Asset"
      var properties: [String: ClientValue] = ["schema": .text(schema)]
      properties["name"] = values([entity.name])
      properties["alias"] = values(entity.aliases)
      let wikidata = entity.sameAs.filter { $0.hasPrefix("wikidata:") }
      properties["wikidataId"] = values(wikidata.map { String($0.dropFirst(9)) })
      properties["sourceUrl"] = values(entity.sameAs.filter { !wikidata.contains($0) })
      properties["keywords"] = values([entity.kind.name] + (id(entity.id) == entity.id ? [] : ["id: " + entity.id]))
      properties["notes"] = values([entity.note].compactMap(\.self))
      if schema == "Event" { properties["date"] = values([entity.when?.text].compactMap(\.self)) }
      add(entity.citations, to: &properties)
      expected.nodes[id(entity.id)] = properties
    }
    for relation in selection.relations {
      var properties: [String: ClientValue] = ["id": .text(id(relation.id))]
      properties["role"] = values([relation.type.label])
      properties["status"] = values([relation.status.name])
      properties["recordId"] = values([relation.id])
      properties["description"] = values([relation.note].compactMap(\.self))
      let (start, end) = span(relation)
      if let start, start == end {
        properties["date"] = values([start])
      } else {
        properties["startDate"] = values([start].compactMap(\.self))
        properties["endDate"] = values([end].compactMap(\.self))
      }
      add(relation.citations, to: &properties)
      expected.edges.append(ClientGraph.Edge(id(relation.subject.id), id(relation.object.id), properties))
    }
    return expected
  }

  private func add(_ citations: [Citation], to properties: inout [String: ClientValue]) {
    properties["proof"] = values(citations.map { "document." + $0.document })
    properties["summary"] = values(citations.map(\.description))
  }

  private static let spans: [String: (String?, String?)] = [
    "1956": ("1956", "1956"), "1956-10-19": ("1956-10-19", "1956-10-19"), "1945~": ("1945", "1945"),
    "1945?": ("1945", "1945"), "195X": ("1950", "1959"), "1945/1956": ("1945", "1956"), "1945/..": ("1945", nil),
    "1945/": ("1945", nil), "../1875": (nil, "1875"), "/1945": (nil, "1945"), "1945~/..": ("1945", nil),
    "[1667,1668,1670..1672]": ("1667", "1672"), "{1945..}": ("1945", nil), "[2018-11..]": ("2018", nil),
    "[1960..]": ("1960", nil),
    "1956-24": ("1956", "1957"), "1X5X": ("1050", "1959"), "2004-06-~11": ("2004", "2004"),
    "1875/1945": ("1875", "1945"), "2018-11-14": ("2018-11-14", "2018-11-14"), "2018-11": ("2018-11", "2018-11"),
    "1960-01-27": ("1960-01-27", "1960-01-27"), "1960": ("1960", "1960"),
  ]

  /// What stands for a date, by how it is read; a permanent relation has none.
  private func span(_ relation: Relation) -> (String?, String?) {
    guard let when = relation.when, relation.type.holds != .permanent else { return (nil, nil) }
    let span = Self.spans[when.text]
    if span == nil { Issue.record("no expectation for the date \(when.text)") }
    return span ?? (nil, nil)
  }

  @Test("is valid and arrives whole", arguments: Specimens.allCases)
  func arrives(specimen: Specimens) throws {
    let selection = try graph(specimen)
    try withTemporaryFolder { folder in
      try selection.write(.followTheMoney, to: "\(folder)/graph.ftm.json")
      expectSame(try Client.graph("followthemoney_entities", "\(folder)/graph.ftm.json"), expected(selection))
    }
  }

  @Test("a year that its dates cannot hold, or an id too long, is an error that names the relation")
  func beyond() throws {
    let graph = try RelationGraph("Rome") {
      let (rome, gaul) = (State("rome"), Place("gaul"))
      rome.holds(gaul, when: "-0049/0476")
      rome.holds(Place(String(repeating: "галлия-", count: 7) + "i"), when: "1956")
    }
    try withTemporaryFolder { folder in
      let failure = #expect(throws: CheckFailure.self) {
        try graph.write(.followTheMoney, to: "\(folder)/graph.ftm.json")
      }
      let long = String(repeating: "галлия-", count: 7) + "i"
      #expect(
        failure?.diagnostics.map(\.finding.message) == [
          "the date -0049/0476 of relation 'rome-holds-gaul-minus-0049-to-0476' is beyond what FollowTheMoney can hold",
          "the id of entity '\(long)' is too long for FollowTheMoney",
          "the id of relation 'rome-holds-\(long)-1956' is too long for FollowTheMoney",
        ])
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test("tells what has no place")
  func losses() throws {
    let losses = FollowTheMoney().losses(of: try Specimens.everything().everything, options: ExportOptions())
    let messages = losses.map(\.message)
    #expect(Set(losses.map(\.severity)) == [.warning])
    #expect(messages.contains("FollowTheMoney: 1 relation without a place for who says so"))
    #expect(messages.contains("FollowTheMoney: 1 citation without a place for the prefix or suffix"))
  }
}
