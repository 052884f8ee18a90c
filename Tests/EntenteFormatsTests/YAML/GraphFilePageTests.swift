import Entente
import EntenteFormats
import Foundation
import Testing

/// The page "The graph file" has every key that the reader has, with an example that is right, and one that is wrong.
@Suite("The page \"The graph file\"")
struct GraphFilePageTests {
  /// A row of a table: a key, and what is said of it.
  private struct Row {
    let heading: String
    let key: String
    let example: String
    let mistake: String
    let message: String
  }

  /// Where the examples of a heading stand in a file, what stands beside them, and what the schema calls their owner.
  private struct Frame {
    let before: String
    var beside: [(key: String, text: String)] = []
    let after: String
    /// The definition of the JSON Schema that has the keys; the schema's root where it is empty.
    let definition: String
  }

  private static let relations = "relations: {subject: from, type: {literal: claims}, object: to}"
  private static let frames: [String: Frame] = [
    "The top level": Frame(before: "", after: "", definition: ""),
    "Documents": Frame(before: "documents: {gazette: {", after: "}}", definition: "document"),
    "Entities": Frame(before: "states: {northland: {", after: "}, southland: Southland}", definition: "entity"),
    "Sides": Frame(
      before: "sides: {north: {", beside: [("members", "[northland]")], after: "}}", definition: "side"),
    "Relations": Frame(
      before: "relations: [{northland claims seal-island: {", after: "}}]", definition: "relationProperties"),
    "Relations, the long form": Frame(
      before: "relations: [{",
      beside: [("subject", "northland"), ("type", "claims"), ("object", "seal-island")], after: "}]",
      definition: "relation"),
    "Citations": Frame(
      before: "relations: [{northland claims seal-island: {cite: {", beside: [("document", "gazette")], after: "}}}]",
      definition: "citation"),
    "The schema": Frame(before: "schema: {", after: "}", definition: "schema"),
    "Kinds": Frame(before: "schema: {kinds: {ship: {", after: "}}}", definition: "kind"),
    "Relation types": Frame(
      before: "schema: {relations: {shelled: {", after: "}}}", definition: "relationType"),
    "Tables": Frame(
      before: "tables: [{",
      beside: [("file", "edges.csv"), ("relations", "{subject: from, type: {literal: claims}, object: to}")],
      after: "}]", definition: "table"),
    "Entities of a table": Frame(
      before: "tables: [{file: edges.csv, entities: {",
      beside: [("id", "{column: from, lookup: {northland: a}}")], after: "}}]", definition: "mappedEntity"),
    "Relations of a table": Frame(
      before: "tables: [{file: edges.csv, relations: {",
      beside: [("subject", "from"), ("type", "{literal: claims}"), ("object", "to")], after: "}}]",
      definition: "mappedRelation"),
    "Citations of a table": Frame(
      before: "tables: [{file: edges.csv, \(relations.dropLast()), cite: {", beside: [("document", "source")],
      after: "}}}]", definition: "mappedCitation"),
    "Values of a table": Frame(
      before: "tables: [{file: edges.csv, entities: {id: {column: from, lookup: {northland: a}}, note: {",
      beside: [("column", "note")], after: "}}}]", definition: "value"),
    "Dates of a table": Frame(
      before: "tables: [{file: edges.csv, \(relations.dropLast()), when: {", after: "}}}]", definition: "valueOfDate"),
  ]

  /// The file in which the examples stand.
  private static let base = [
    ("documents", "{gazette: {title: Border treaty signed, text: gazette.txt}}"), ("people", "{keller: Anna Keller}"),
    ("states", "{northland: Northland, southland: Southland}"), ("islands", "{seal-island: Seal Island}"),
  ]

  private func page() throws -> String {
    let path = "Sources/EntenteFormats/EntenteFormats.docc/TheGraphFile.md"
    return try String(contentsOf: Client.repository.appending(path: path), encoding: .utf8)
  }

  /// Every example of the page, and every mistake, as a file.
  static func files() throws -> [String] {
    let page = GraphFilePageTests()
    return try page.rows().flatMap { row in
      let frame = try #require(frames[row.heading])
      return [try page.file(row.example, frame), try page.file(row.mistake, frame)]
    }
  }

  /// The files that the examples name.
  static let others = [
    "gazette.txt": "Border treaty signed\n\nNorthland has claimed Seal Island since 1948.\n",
    "treaties.yaml": "treaties: {border-treaty: {name: Border Treaty, when: 1951}}\n",
    "sources.json": #"[{"id": "smith1999", "type": "book", "title": "The border"}]"#,
    "edges.csv": """
    id,from,to,year,month,day,ended,source,paragraph,words,sure,note,kind,name,number
    1,northland,seal-island,1948,5,0,1951,gazette,2,has claimed Seal Island,yes,so it is said,state,Northland,2

    """,
  ]

  private func rows() throws -> [Row] {
    var heading = ""
    var rows: [Row] = []
    for line in try page().split(separator: "\n") {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      try #require(cells.count == 5, "\(line)")
      func code(_ index: Int) -> String { String(cells[index].dropFirst().dropLast()) }
      rows.append(Row(heading: heading, key: code(0), example: code(2), mistake: code(3), message: cells[4]))
    }
    return rows
  }

  /// A graph file with an example in it.
  private func file(_ example: String, _ frame: Frame) throws -> String {
    let beside = try frame.beside.filter { pair in !example.contains(try Regex("(^|, )\(pair.key): ")) }
    let all = beside.map { "\($0.key): \($0.text)" } + [example]
    let line = frame.before + all.joined(separator: ", ") + frame.after
    let rest = Self.base.filter { !line.hasPrefix($0.0 + ":") }.map { "\($0.0): \($0.1)\n" }
    return rest.joined() + line + "\n"
  }

  private func errors(_ text: String) throws -> [String] {
    let folder = try TemporaryFolder(Self.others.merging(["border.yaml": text]) { $1 })
    return folder.load("border.yaml").diagnostics.filter { $0.severity == .error }
      .map { $0.finding.message.replacing(folder.path, with: "") }
  }

  @Test("has an example of every key that is read without an error, and one that gets the message that stands there")
  func examples() throws {
    for row in try rows() {
      let frame = try #require(Self.frames[row.heading], "no frame for '\(row.heading)'")
      let right = try errors(try file(row.example, frame))
      #expect(right.isEmpty, "\(row.heading), \(row.key): \(row.example)")
      #expect(row.example.contains("\(row.key): "), "\(row.heading), \(row.key)")
      let wrong = try errors(try file(row.mistake, frame))
      #expect(wrong.first == row.message, "\(row.heading), \(row.key): \(row.mistake)")
    }
  }

  /// The keys of a part of the JSON Schema, which has them from the reader's own lists, wherever in the part they stand.
  private func keys(of part: Any) -> Set<String> {
    if let list = part as? [Any] { return list.reduce(into: []) { $0.formUnion(keys(of: $1)) } }
    guard let object = part as? [String: Any] else { return [] }
    let own = (object["properties"] as? [String: Any]).map { Set($0.keys) } ?? []
    return ["anyOf", "then", "else"].reduce(own) { $0.union(keys(of: object[$1] ?? [])) }
  }

  @Test("has every key that the reader has, and no other")
  func everyKey() throws {
    let data = Data(GraphFile.jsonSchema.utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let rows = try rows()
    let plurals = Set(Schema.builtIn.kinds.map(\.plural))
    for (heading, frame) in Self.frames {
      let part = frame.definition.isEmpty ? schema : try #require(definitions[frame.definition])
      var expected = keys(of: part)
      // One kind's section stands for all of them; a value's keys are told by themselves.
      if heading == "The top level" { expected = expected.subtracting(plurals).union(["states"]) }
      if heading == "Relations, the long form" { expected.subtract(keys(of: definitions["relationProperties"] ?? [])) }
      if heading == "Dates of a table" {
        expected.subtract(keys(of: definitions["value"] ?? []))
        expected.insert("column")
      }
      let written = Set(rows.filter { $0.heading == heading }.map(\.key))
      #expect(written == expected, "\(heading)")
      #expect(heading.isEmpty || rows.contains { $0.heading == heading })
    }
    // Every key is explained where an editor shows it.
    func unexplained(_ part: Any) -> [String] {
      if let list = part as? [Any] { return list.flatMap(unexplained) }
      guard let object = part as? [String: Any] else { return [] }
      let properties = object["properties"] as? [String: Any] ?? [:]
      let own = properties.filter { ($0.value as? [String: Any])?["description"] == nil }.map(\.key)
      return own + object.values.flatMap(unexplained)
    }
    #expect(unexplained(schema).isEmpty)
  }

  @Test("begins with a graph file that is right")
  func overview() throws {
    let text = try #require(try page().firstMatch(of: /```yaml\n((?s:.*?))```/)?.1)
    #expect(try errors(String(text)).isEmpty)
  }
}
