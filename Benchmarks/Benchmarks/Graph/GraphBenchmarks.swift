import Benchmark
import CMalloc
import Entente
import EntenteFormats
import Foundation

let megabytesPerSecond = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)
let bytesPerRelation = BenchmarkMetric.custom(
  "Bytes per relation over strings", polarity: .prefersSmaller, useScalingFactor: false)

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock], warmupIterations: 1, maxDuration: .seconds(20), maxIterations: 10)

  Benchmark("Read a graph file of 1 M relations", configuration: .init(maxDuration: .seconds(60), maxIterations: 3)) {
    _ in
    blackHole(LoadedGraph(contentsOf: [LargeGraph.path]).graph)
  }

  Benchmark("Memory", configuration: .init(metrics: [bytesPerRelation], warmupIterations: 0, maxIterations: 1)) {
    benchmark in
    let before = allocatedBytes()
    let graph = LoadedGraph(contentsOf: [LargeGraph.path]).graph
    let after = allocatedBytes()
    guard let graph else { fatalError("the benchmark's graph file is broken") }
    benchmark.measurement(
      bytesPerRelation, (after - before - LargeGraph.textBytes(of: graph)) / LargeGraph.relations)
  }

  for certain in [false, true] {
    Benchmark("Filter 1 M relations by year\(certain ? ", certain only" : "")") { benchmark in
      let graph = LargeGraph.graph
      var filter = Filter()
      filter.years = YearRange(1956)
      filter.certainOnly = certain
      benchmark.startMeasurement()
      blackHole(try graph.selecting(filter))
    }
  }

  for case let exporter as any StreamingExporter in Exporters.all {
    Benchmark("Write \(exporter.format.name)", configuration: .init(metrics: [megabytesPerSecond])) { benchmark in
      let everything = LargeGraph.graph.everything
      var bytes = 0
      let start = ContinuousClock.now
      try discard(exporter.format) { writer in
        try exporter.write(everything, options: ExportOptions(), to: &writer)
        bytes = writer.written
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      benchmark.measurement(megabytesPerSecond, Int(Double(bytes) / 1e6 / seconds))
    }
  }
}

/// Writes to nowhere, or, where a format is a folder, to one that is then gone.
func discard(_ format: Format, _ body: (inout ByteWriter) throws -> Void) throws {
  guard format.isFolder else { return try ByteWriter.file(at: "/dev/null", body) }
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  try ByteWriter.folder(at: folder.path, body)
}

/// The bytes that the process has from the allocator and not given back.
func allocatedBytes() -> Int {
  let usage = mallinfo2()
  return Int(usage.uordblks) + Int(usage.hblkhd)
}
