import Foundation
import Testing

@testable import Entente

@Suite("Rows of a selection")
struct RowsTests {
  @Test("A position has the row that counting to it gives", arguments: [1, 63, 64, 65, 511, 512, 513, 5000])
  func positions(capacity: Int) {
    var random = DateMaker(seed: UInt64(capacity)).random
    for percent in [0, 1, 30, 100] {
      var bits = BitSet(capacity: capacity)
      for row in 0..<capacity where random.chance(percent) { bits.insert(row) }
      var expected: [Int] = []
      bits.forEach { expected.append($0) }
      let ranked = RankedBitSet(bits)
      #expect((0..<ranked.count).map { ranked.row(at: $0) } == expected)
    }
  }

  @Test("They are a collection")
  func collection() throws {
    let graph = try RelationGraph("Four") {
      let (a, b) = (State("a"), State("b"))
      for number in 0..<100 { a.alliedWith(b, when: "\(1900 + number)", id: "r-\(number)") }
    }
    let relations = try graph.selecting(Filter(years: YearRange(1910, 1912))).relations
    #expect(relations.first?.id == "r-10")
    #expect(relations.last?.id == "r-12")
    #expect(relations[1].id == "r-11")
    #expect(relations.count == 3)
    #expect(relations.reversed().map(\.id) == ["r-12", "r-11", "r-10"])
    #expect(relations.map(\.id) == (0..<3).map { relations[$0].id })
  }

  @Test("A program that goes through them at its top level compiles optimized, and runs")
  func release() throws {
    let program = """
      import Entente

      let graph = try RelationGraph("g") { State("a").alliedWith(State("b"), when: "1904") }
      let selection = try graph.selecting(Filter())
      for relation in selection.relations { print(relation.sentence) }
      try await Task.sleep(for: .milliseconds(1))
      """
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, built) = (folder.appendingPathComponent("main.swift"), folder.appendingPathComponent("main"))
    try program.write(to: source, atomically: true, encoding: .utf8)
    let products = CompilerRefusesTests.products
    let objects = products.appendingPathComponent("Entente.build")
    // The folder may also have objects of sources that are no more.
    let sources = try String(contentsOf: objects.appendingPathComponent("sources"), encoding: .utf8)
    let linked = sources.split(separator: "\n").compactMap { $0.split(separator: "/").last }.map {
      objects.appendingPathComponent("\($0).o").path
    }
    let modules = products.appendingPathComponent("Modules").path
    try run("/usr/bin/env", ["swiftc", "-O", "-I", modules, source.path] + linked + ["-o", built.path])
    #expect(try run(built.path, []) == "a allied with b\n")
  }

  /// What a program prints; one that fails is an issue.
  @discardableResult
  private func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(complaints.suffix(2000))")
    return printed
  }
}
