import CMalloc
import Entente
import EntenteFormats
import Foundation

/// Measures Entente's side of what `compare.py` and `processes.py` set beside other tools, and prints it as JSON on one
/// line.
///
///     Rates parse DATES                 dates a second, from a list of one a line
///     Rates filter GRAPH ROWS YEAR      seconds to select a year; the graph's rows go to a file for the other tools
///     Rates read GRAPH                  seconds to read and check a graph, of any format
///     Rates write GRAPH OUTPUT          seconds to write a graph that is in memory
///     Rates year GRAPH YEAR             seconds to select a year of a graph in memory
///     Rates around GRAPH ID HOPS        seconds to select what lies around an entity
///     Rates scale GRAPH                 CPU seconds to read, select and write a graph, and the bytes that it takes
@main
struct Rates {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("parse", let files) where files.count == 1: try parse(files[0])
    case ("filter", let values) where values.count == 3: try filter(values[0], rows: values[1], year: values[2])
    case ("read", let values) where values.count == 1: try read(values[0])
    case ("write", let values) where values.count == 2: try write(values[0], to: values[1])
    case ("year", let values) where values.count == 2:
      try select(Filter(years: Int64(values[1]).flatMap { YearRange($0) }), from: values[0])
    case ("around", let values) where values.count == 3:
      try select(Filter(around: [values[1]], hops: Int(values[2]) ?? 1), from: values[0])
    case ("scale", let values) where values.count == 1: try scale(values[0])
    default: fatalError("what there is to measure stands above")
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

  private static func load(_ path: String) -> RelationGraph {
    let loaded = LoadedGraph(contentsOf: [path])
    guard let graph = loaded.graph else { fatalError("\(loaded.diagnostics.prefix(3))") }
    return graph
  }

  private static func read(_ path: String) throws {
    let start = ContinuousClock.now
    let graph = load(path)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(
      "{\"seconds\": \(seconds), \"cpu\": \(Double(clock()) / Double(CLOCKS_PER_SEC)), "
        + "\"entities\": \(graph.entities.count), \"relations\": \(graph.relations.count), "
        + "\"claimed\": \(try graph.selecting(Filter(statuses: [.claimed])).relations.count)}")
  }

  private static func write(_ path: String, to output: String) throws {
    let graph = load(path)
    let start = ContinuousClock.now
    try graph.everything.write(.graphml, to: output)
    print("{\"seconds\": \((ContinuousClock.now - start) / .seconds(1))}")
  }

  private static func select(_ filter: Filter, from path: String) throws {
    let graph = load(path)
    var selection = try graph.selecting(filter)
    let seconds = try fastest(of: 51) { selection = try graph.selecting(filter) }
    let counts = selection.counts
    print(
      "{\"seconds\": \(seconds), \"entities\": \(selection.entities.count), "
        + "\"relations\": \(selection.relations.count), \"certain\": \(counts.certain)}")
  }

  private static func scale(_ path: String) throws {
    let (bytesBefore, start) = (allocatedBytes(), clock())
    let graph = load(path)
    let read = seconds(since: start)
    let bytes = allocatedBytes() - bytesBefore - textBytes(of: graph)
    var selection = graph.everything
    let year = try fastest(of: 21) { selection = try graph.selecting(Filter(years: YearRange(1956))) }
    var counts = selection.counts
    let counting = fastest(of: 21) { counts = selection.counts }
    blackHole(counts)
    // The first asks for the relations of each entity, which are then there.
    let around = Filter(around: ["e7"], hops: 2)
    let aroundFirst = try fastest(of: 1) { blackHole(try graph.selecting(around)) }
    let aroundThen = try fastest(of: 21) { blackHole(try graph.selecting(around)) }
    let writing = clock()
    try graph.everything.write(.graphml, to: "/dev/null")
    print(
      "{\"read\": \(read), \"bytes\": \(bytes), \"year\": \(year), \"counts\": \(counting), "
        + "\"aroundFirst\": \(aroundFirst), \"around\": \(aroundThen), \"write\": \(seconds(since: writing))}")
  }

  private static func seconds(since start: clock_t) -> Double { Double(clock() - start) / Double(CLOCKS_PER_SEC) }

  /// The bytes that the process has from the allocator and not given back.
  private static func allocatedBytes() -> Int {
    let usage = mallinfo2()
    return Int(usage.uordblks) + Int(usage.hblkhd)
  }

  /// The bytes of the texts of a graph in which ids and names differ, and few dates are there.
  private static func textBytes(of graph: RelationGraph) -> Int {
    var bytes = 0
    graph.everything.forEachEntity { bytes += $0.id.count + $0.name.count }
    graph.everything.forEachRelation { bytes += $0.id.count }
    return bytes
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
