import Entente
import EntenteFormats

@testable import EntenteGraphviz

/// Small graphs of any shape, made as `Fuzz`'s subject `pictures` makes them: each pair of bytes is a relation between two of
/// twelve entities, loops and parallels among them; and all of their names are lines of odd texts.
enum RandomShapes {
  /// The same graph for the same seed.
  static func graph(_ seed: UInt64) -> RelationGraph {
    var random = SeededGenerator(seed: seed)
    let pairs = (0..<Int.random(in: 1...24, using: &random)).map { _ in
      (UInt8.random(in: 0...255, using: &random), UInt8.random(in: 0...255, using: &random))
    }
    var draft = GraphDraft()
    for index in Set(pairs.flatMap { [$0.0 % 12, $0.1 % 12] }).sorted() {
      let name = (0..<Int.random(in: 0...3, using: &random)).map { _ in texts.randomElement(using: &random) ?? "" }
      draft.entity("n\(index)", kind: "state", name: name.isEmpty ? nil : name.joined(separator: " "))
    }
    for (index, (first, second)) in pairs.enumerated() {
      let date = second & 0x80 == 0 ? nil : "\(1900 + Int(first % 100))"
      draft.relation("n\(first % 12)", "allied-with", "n\(second % 12)", when: date, id: "r\(index)")
    }
    return draft.finish(title: "Shapes").graph
  }

  /// The graph as it is drawn, with some of what was placed moved out of its place by up to 30 points.
  static func jostled(_ seed: UInt64) throws -> Scene {
    var scene = try graph(seed).everything.drawn(.quick).scene
    var random = SeededGenerator(seed: seed)
    func step() -> Point { Point(.random(in: -30...30, using: &random), .random(in: -30...30, using: &random)) }
    for _ in 0..<3 {
      if let index = scene.entities.indices.randomElement(using: &random) {
        let by = step()
        scene.entities[index].box = scene.entities[index].box.moved(by: by)
        for text in scene.entities[index].texts.indices { move(&scene.entities[index].texts[text], by) }
      }
      if let index = scene.links.indices.randomElement(using: &random), !scene.links[index].isCard {
        let by = step()
        for row in scene.links[index].rows.indices {
          for text in scene.links[index].rows[row].texts.indices { move(&scene.links[index].rows[row].texts[text], by) }
        }
      }
    }
    return scene
  }

  private static func move(_ text: inout TextRun, _ by: Point) { text.origin = text.origin + by }

  private static let texts = [
    "a", "North", "the straits between two islands", "x<y & \"z\" ]]>", "--> &#x0;", "'${HOME}' \\N\\G %n", "Ünïcödë é",
    "Αθήνα",
    "Курилы", "日本国", "조선", "שלום (עולם)", "السلام", "abc שלום 123", "WWWWWWWWWWWWWWWWWWWWWW", "iiiiiiiiii", "1956",
    "f\u{0301}i\u{0323}",
    "zero\u{200b}width", "in-between—dash", "…",
  ]
}

extension Scene {
  /// The picture with more room for each text's letters, or less: so many points on each side.
  func with(textsGrownBy more: Double) -> Scene {
    var scene = self
    func grow(_ text: inout TextRun) {
      text.face.size += 2 * more
      text.origin = text.origin + Point(-more, more / 2)
      text.width += 2 * more
    }
    for index in scene.heading.indices { grow(&scene.heading[index]) }
    for entity in scene.entities.indices {
      for index in scene.entities[entity].texts.indices { grow(&scene.entities[entity].texts[index]) }
    }
    for link in scene.links.indices {
      for row in scene.links[link].rows.indices {
        for index in scene.links[link].rows[row].texts.indices { grow(&scene.links[link].rows[row].texts[index]) }
      }
    }
    return scene
  }
}
