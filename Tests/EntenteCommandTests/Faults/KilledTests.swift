import Foundation
import Testing

@Suite("A process that is killed")
struct KilledTests {
  /// Starts the command, kills it after some microseconds, and waits for its end.
  private func runAndKill(_ arguments: [String], after microseconds: UInt32) throws {
    let process = Process()
    process.executableURL = Entente.executable
    process.arguments = arguments
    process.currentDirectoryURL = Entente.root
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(microseconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// How long one undisturbed run takes, in microseconds: the moments to kill at are spread over it.
  private func duration(_ arguments: [String]) throws -> UInt32 {
    let start = ContinuousClock.now
    #expect(try Entente.run(all: arguments).status == 0)
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return UInt32(clamping: seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
  }

  @Test("leaves the old file or the new one, whole")
  func file() throws {
    let output = try Scratch.folder().appending(path: "graph.graphml")
    let arguments = ["export", Entente.seed, "-o", output.path, "--year", "1956", "--quiet"]
    let whole = try duration(arguments)
    let new = try Data(contentsOf: output)
    var random = SystemRandomNumberGenerator()
    for round in 0..<100 {
      let old = Data("old \(round)".utf8)
      try old.write(to: output)
      try runAndKill(arguments, after: .random(in: 0...whole, using: &random))
      let found = try Data(contentsOf: output)
      #expect(found == old || found == new, "round \(round): \(found.count) bytes")
    }
    try leavesNothing(beside: output, arguments)
  }

  @Test("leaves all old files of a folder or all new ones, and what else is in it")
  func folder() throws {
    let output = try Scratch.folder().appending(path: "tables")
    let arguments = ["export", Entente.seed, "-o", output.path + "/", "--year", "1956", "--quiet"]
    let whole = try duration(arguments)
    let new = try contents(of: output)
    #expect(new.count >= 4)
    try FileManager.default.createDirectory(at: output.appending(path: "own"), withIntermediateDirectories: true)
    let others = ["notes.txt": Data("mine".utf8), "own/more.txt": Data("mine, too".utf8)]
    for (name, data) in others { try data.write(to: output.appending(path: name)) }
    var random = SystemRandomNumberGenerator()
    for round in 0..<100 {
      let old = new.mapValues { _ in Data("old \(round)".utf8) }
      for (name, data) in old { try data.write(to: output.appending(path: name)) }
      try runAndKill(arguments, after: .random(in: 0...whole, using: &random))
      let found = try contents(of: output)
      let (allOld, allNew) = (old.merging(others) { $1 }, new.merging(others) { $1 })
      #expect(found == allOld || found == allNew, "round \(round): \(found.mapValues(\.count))")
    }
    try leavesNothing(beside: output, arguments)
  }

  /// The next run to the same output clears up.
  private func leavesNothing(beside output: URL, _ arguments: [String]) throws {
    #expect(try Entente.run(all: arguments).status == 0)
    let folder = output.deletingLastPathComponent()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [output.lastPathComponent])
  }

  /// The files in a folder and the folders within, by their paths in it.
  private func contents(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: name)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
