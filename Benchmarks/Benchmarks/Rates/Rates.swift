import Entente
import EntenteFormats
import Foundation

/// Measures Entente's side of what `compare.py` sets beside other tools, and prints it as JSON on one line.
///
///     Rates parse DATES                 dates a second, from a list of one a line
///     Rates filter GRAPH ROWS YEAR      seconds to select a year; the graph's rows go to a file for the other tools
@main
struct Rates {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("parse", let files) where files.count == 1: try parse(files[0])
    case ("filter", let values) where values.count == 3: try filter(values[0], rows: values[1], year: values[2])
    default: fatalError("usage: Rates parse DATES | Rates filter GRAPH ROWS YEAR")
    }
  }

  private static func parse(_ path: String) throws {
    let texts = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    let seconds = try fastest(of: 9) {
      for _ in 0..<200 {
        for text in texts { blackHole(try EDTF(text)) }
      }
    }
    print("{\"dates\": \(texts.count), \"rate\": \(Double(texts.count * 200) / seconds)}")
  }

  private static func filter(_ path: String, rows: String, year: String) throws {
    let loaded = LoadedGraph(contentsOf: [path])
    guard let graph = loaded.graph, let year = Int64(year) else { fatalError("\(loaded.diagnostics.prefix(3))") }
    try ByteWriter.file(at: rows) { writer in
      for relation in graph.relations {
        let years = relation.when?.extent.years(holds: relation.type.holds)
        let four = years ?? DateExtent.undatedYears(holds: relation.type.holds)
        try writer.write(text: "\(relation.subject.row)\t\(relation.object.row)\t\(four.possibleFrom)\t")
        try writer.write(text: "\(four.certainFrom)\t\(four.certainTo)\t\(four.possibleTo)\n")
      }
    }
    var filter = Filter()
    filter.years = YearRange(year)
    var counts = graph.everything.counts
    let seconds = try fastest(of: 201) { counts = try graph.selecting(filter).counts }
    print(
      "{\"seconds\": \(seconds), \"certain\": \(counts.certain), \"possible\": \(counts.possible), "
        + "\"relations\": \(graph.relations.count)}")
  }

  /// The fastest of several runs: what else runs on the machine can only add to it.
  private static func fastest(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
    try (0..<runs).map { _ in
      let start = ContinuousClock.now
      try body()
      return (ContinuousClock.now - start) / .seconds(1)
    }.min() ?? .infinity
  }
}

/// Keeps the optimizer from leaving out what nobody reads.
@inline(never)
func blackHole(_ value: some Any) {}
