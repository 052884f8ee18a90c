import Entente
import Testing
import EntenteFormats
import Foundation

/// The graph files that pictures are tested with.
enum Graphs: String, CaseIterable, CustomTestStringConvertible {
  /// The graph of the README.
  case seed
  /// A hub with 43 neighbours, most of them linked to nothing else.
  case league
  /// Forty relations between two states.
  case parallels
  /// Cyrillic, Greek, Arabic, Hebrew, Chinese, Japanese, Korean, combining marks, and a name that looks like markup.
  case scripts
  /// More kinds than shapes, several parts, a loop.
  case kinds

  var testDescription: String { rawValue }

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Kinds of the file's own.
  static let looks = GraphFixture(path: "looks.yaml")

  private var path: String {
    switch self {
    case .seed: "Graphs/southern-kurils.yaml"
    default: "Tests/EntenteGraphvizTests/Fixtures/\(rawValue).yaml"
    }
  }

  func graph() throws -> RelationGraph {
    try RelationGraph(contentsOf: [Self.repository.appending(path: path).path])
  }
}

/// A graph file among the fixtures that is no picture for all tests.
struct GraphFixture: Sendable {
  let path: String

  func graph() throws -> RelationGraph {
    try RelationGraph(contentsOf: [
      Graphs.repository.appending(path: "Tests/EntenteGraphvizTests/Fixtures/\(path)").path
    ])
  }
}

extension String {
  /// How often `part` occurs.
  func occurrences(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
