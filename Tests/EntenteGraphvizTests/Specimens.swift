import Entente
import EntenteFormats

@testable import EntenteGraphviz

/// Diagrams that tests draw.
enum Specimens {
  /// A graph of 5 to 60 entities and 5 to 120 relations, the same for the same seed: some with hubs, some without.
  static func generated(_ seed: UInt64) -> Diagram {
    var random = SeededGenerator(seed: seed)
    let entities = Int.random(in: 5...60, using: &random)
    let relations = Int.random(in: 5...120, using: &random)
    return generated(entities: entities, relations: relations, using: &random)
  }

  /// A graph of so many entities and relations.
  static func generated(_ seed: UInt64, entities: Int, relations: Int) -> Diagram {
    var random = SeededGenerator(seed: seed)
    return generated(entities: entities, relations: relations, using: &random)
  }

  private static func generated(
    entities: Int, relations: Int, using random: inout SeededGenerator
  ) -> Diagram {
    let hasHubs = Bool.random(using: &random)
    var diagram = Diagram(title: "\(entities) entities, \(relations) relations")
    diagram.looks = Looks.byKind(of: .builtIn)
    for index in 0..<entities {
      let kind = kinds.randomElement(using: &random) ?? "person"
      let words = Int.random(in: 1...4, using: &random)
      let name = (0..<words).map { _ in nouns.randomElement(using: &random) ?? "" }.joined(separator: " ")
      diagram.entities.append(
        Diagram.Entity(id: "entity-\(index)", kind: kind, kindName: kind, name: name.capitalized))
    }
    var ends: [Int] = []
    for index in 0..<relations {
      func pick() -> Int {
        if hasHubs, let known = ends.randomElement(using: &random), Double.random(in: 0..<1, using: &random) < 0.6 {
          return known
        }
        return Int.random(in: 0..<entities, using: &random)
      }
      let (subject, object) = (pick(), pick())
      ends += [subject, object]
      let type = types.randomElement(using: &random) ?? "met"
      diagram.relations.append(
        Diagram.Relation(
          id: "relation-\(index)", subject: subject, object: object,
          type: type.split(separator: " ").joined(separator: "-"), words: type,
          date: dates.randomElement(using: &random) ?? "",
          status: Double.random(in: 0..<1, using: &random) < 0.6
            ? .asserted : Status.allCases.randomElement(using: &random) ?? .asserted,
          isDirected: type != "met" && type != "allied with"))
    }
    return diagram
  }

  private static let kinds = ["person", "state", "treaty", "island", "organization", "event", "place"]
  private static let types = [
    "claims", "met", "signed", "party to", "allied with", "foreign minister of", "occupied",
    "recognizes the government of",
    "member of", "offered",
  ]
  private static let dates = [
    "", "1956", "27 Jan 1960", "about 1945 to now", "1930s", "after Nov 2018", "1875 to 1905",
  ]
  private static let nouns = [
    "northern", "council", "sea", "treaty", "of", "Kunashir", "republic", "minister", "straits", "convention", "Ivanov",
    "peace", "joint", "economic", "committee", "harbour", "Yalta", "Portsmouth", "assembly", "federation",
  ]
}

extension PictureOptions {
  /// The first arrangement instead of the best: whatever a test asks of a picture that is not its beauty.
  static var quick: PictureOptions {
    var options = PictureOptions()
    options.isQuick = true
    return options
  }
}

extension Specimens {
  /// A diagram that no selection is behind, with a place for everything.
  static func laidOut(_ diagram: Diagram, _ options: PictureOptions = PictureOptions()) throws -> LaidOut {
    try options.layouter.laidOut(diagram)
  }
}

extension Scene {
  /// As a picture paints it.
  var svg: String {
    get throws {
      String(
        decoding: try ByteWriter.memory { try SVGPainter(theme: .light).writeFile(displayList, to: &$0) }, as: UTF8.self
      )
    }
  }
}
