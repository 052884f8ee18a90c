import Foundation

@testable import EntenteGraphviz

/// A headless Chromium, started once for all pictures that are handed to it: `Tests/Clients/picture_in_browser.py`.
enum Browser {
  /// Where it paints texts, and what axe-core finds.
  struct Reading: Decodable {
    struct Text: Decodable {
      let text: String
      let left: Double
      let right: Double
    }
    let texts: [Text]
    let violations: [String]
  }

  /// What lies over what in a picture as it paints it, and how much it looked at.
  struct Measure: Decodable {
    /// Its kind by the name that ``Faults`` has for it, and the ids and texts that are concerned.
    struct Fault: Decodable, Hashable, CustomStringConvertible {
      let kind: String
      let what: String
      var description: String { "\(kind): \(what)" }
    }
    let texts: Int
    let shapes: Int
    let lines: Int
    let faults: [Fault]
    let running: Running
  }

  /// How the lines of a picture run: ids of those that turn sharply or take a long way round, and counts of crossings, of lines
  /// beside each other, of crowded places and of heads that touch. Lengths are points.
  struct Running: Decodable {
    let width: Double
    let height: Double
    let crossings: Double
    let kinks: [String]
    let detours: [String]
    let besides: Int
    let crowds: Int
    let heads: Int
  }

  static func read(_ svgs: [String]) throws -> [Reading] {
    try ask("texts", files: svgs.map { ("svg", Data($0.utf8)) })
  }

  static func measure(_ svgs: [String]) throws -> [Measure] {
    try ask("faults", files: svgs.map { ("svg", Data($0.utf8)) })
  }

  /// The share, from 0 to 1, of each PNG of 96 dots an inch in which the browser's render of the SVG looks otherwise.
  static func difference(_ pictures: [(svg: String, png: [UInt8])]) throws -> [Double] {
    try ask("difference", files: pictures.flatMap { [("svg", Data($0.svg.utf8)), ("png", Data($0.png))] })
  }

  private static func ask<Answer: Decodable>(
    _ question: String, files: [(ending: String, data: Data)]
  ) throws -> [Answer] {
    try Tool.withFiles(files) { try JSONDecoder().decode([Answer].self, from: run([question] + $0)) }
  }

  private static func run(_ arguments: [String]) throws -> Data {
    let python = Graphs.repository.appending(path: ".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw Tool.Failure(description: "Scripts/setup --tests makes .venv, which is missing")
    }
    let client = Graphs.repository.appending(path: "Tests/Clients/picture_in_browser.py")
    return try Tool.output(
      of: python, [client.path] + arguments, failure: "the browser client failed; its message is above")
  }
}
