import Entente
import EntenteFormats
import Foundation

/// The graph that is measured: 200 k entities and 1 M relations, read from a graph file that is made for it.
///
/// What it is made of depends on nothing but the numbers here: a small generator with a fixed seed.
enum LargeGraph {
  static let entities = 200_000
  static let relations = 1_000_000

  /// The graph file, made once and kept between runs.
  static let path: String = {
    let path = FileManager.default.temporaryDirectory.appending(path: "entente-benchmark-graph.yaml").path
    if !FileManager.default.fileExists(atPath: path) { FileManager.default.createFile(atPath: path, contents: file()) }
    return path
  }()

  static let graph: RelationGraph = {
    let loaded = LoadedGraph(contentsOf: [path])
    guard let graph = loaded.graph else {
      fatalError(loaded.diagnostics.prefix(5).map(\.description).joined(separator: "\n"))
    }
    return graph
  }()

  /// The bytes of all distinct texts of the graph: what strings take, however it is stored.
  static func textBytes(of graph: RelationGraph) -> Int {
    var texts: Set<String> = []
    for entity in graph.entities { texts.formUnion([entity.id, entity.name]) }
    for relation in graph.relations { texts.formUnion([relation.id, relation.when?.text ?? ""]) }
    return texts.reduce(0) { $0 + $1.utf8.count }
  }

  private static func file() -> Data {
    var random = Generator(state: 1945)
    var text = "states:\n"
    for row in 0..<entities { text += "  e\(row): Entity \(row)\n" }
    text += "relations:\n"
    let types = ["recognizes", "negotiates-with", "allied-with", "at-war-with", "succeeded"]
    for row in 0..<relations {
      let (subject, object) = (random.next(entities), random.next(entities))
      let year = 1700 + random.next(320)
      let dates = [
        "\(year)", "\(year)/\(year + random.next(30))", "\(year)~/..", "\(year)-0\(1 + random.next(9))", "\(year)/",
      ]
      text +=
        "  - e\(subject) \(types[random.next(types.count)]) e\(object): {id: r\(row), when: \(dates[random.next(5)])}\n"
    }
    return Data(text.utf8)
  }

  /// SplitMix64.
  private struct Generator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }
}
