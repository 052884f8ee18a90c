import Entente
import EntenteFormats
import EntentePage
import Foundation
import Testing

/// The graphs whose pages are tested.
enum Graphs {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The seed, with an address for its document, and what a book would have besides.
  static func seed() throws -> RelationGraph {
    let path = repository.appending(path: "Graphs/southern-kurils.yaml").path
    let more = """
          publisher: TASS
          url: https://example.org/tass
          author: A. Reporter
          pages: 12-14
          isbn: 978-0-306-40615-7
          doi: 10.1000/182

      """
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacing("    publisher: TASS\n", with: more)
    return try #require(LoadedGraph([.bytes(Array(text.utf8), name: "southern-kurils.yaml")], format: "yaml").graph)
  }

  /// A text for the seed's document: the real one is not in the repository, but for the phrases that are cited.
  static let text = DocumentText(
    "Headline\n\nTwo\n\nThree\n\nFour\n\nIt says that Japan laid claims to the\nfour southern islands, and more.\n\nSix"
  )

  /// No relation, no entity.
  static func empty() -> RelationGraph { GraphDraft().finish(title: nil).graph }

  /// Relations without dates, and without documents.
  static func undated() -> RelationGraph {
    var draft = GraphDraft()
    draft.entity("a", kind: "person", name: "Anna")
    draft.entity("b", kind: "person", name: "Ben")
    draft.relation("a", "met", "b")
    return draft.finish(title: "Without a date").graph
  }

  /// A hub whose members are gathered in a card under two headings, and two people whom nothing joins.
  static func gathered() throws -> RelationGraph {
    var draft = GraphDraft()
    draft.entity("club", kind: "organization", name: "The Club")
    for index in 0..<40 {
      draft.entity("m\(index)", kind: "state", name: "Member \(index)")
      draft.relation("m\(index)", "member-of", "club", when: index < 20 ? "1920/1930" : "1980/..", id: "r\(index)")
    }
    draft.entity("old", kind: "state", name: "Old State")
    draft.entity("war", kind: "state", name: "New State")
    draft.relation("old", "recognizes", "war", when: "1890/1910", id: "recognition")
    for (id, name) in [("anna", "Anna"), ("ben", "Ben")] { draft.entity(id, kind: "person", name: name) }
    return draft.finish(title: "Gathered").graph
  }

  /// A part of real data: 1,500 relations, too many for one picture.
  static func diplomacy() throws -> RelationGraph {
    let file = repository.appending(path: "Tests/EntentePageTests/Fixtures/diplomacy.tsv")
    var draft = GraphDraft()
    var known = Set<String>()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      for start in [1, 5] where known.insert(cells[start]).inserted {
        draft.entity(cells[start], kind: cells[start + 1], name: cells[start + 2])
      }
      let when = cells[8].isEmpty && cells[9].isEmpty ? nil : "\(cells[8])/\(cells[9])"
      draft.relation(cells[1], cells[4], cells[5], when: when, id: cells[0])
    }
    let (graph, _) = draft.finish(title: "Diplomacy of the United States")
    return graph
  }

  /// Names that would like to be code.
  static func hostile() throws -> RelationGraph {
    var draft = GraphDraft()
    let names = [
      "</script><img src=x onerror=\"window.broken = 1\">", "<script>window.broken = 2</script>",
      "\"><svg onload=alert(1)>",
      "'; window.broken = 3; '", "{{script}}", "&lt;b&gt;", "\u{202e}evil", "a\u{0}b", "`${window.broken = 4}`", "]]>",
      "constructor",
      "__proto__",
    ]
    draft.add(document: Document("evil", title: names[0], publisher: names[1], url: "javascript:window.broken = 5"))
    for (index, name) in names.enumerated() {
      draft.entity(name, kind: index % 2 == 0 ? "person" : "state", name: name, aliases: [name], note: name)
    }
    for (index, name) in names.enumerated() {
      let next = names[(index + 1) % names.count]
      draft.relation(
        name, "claims", next, when: "19\(50 + index)", cite: [Citation(document: "evil", paragraph: 1, quote: name)],
        note: name, id: "relation \(name)")
    }
    let (graph, _) = draft.finish(title: names[0])
    return graph
  }
}
