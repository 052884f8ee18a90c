import Foundation
import Testing

@Suite("Laying out in a process of its own")
struct LayoutProcessTests {
  /// A graph whose layout takes a while.
  private static func large(_ folder: URL) throws -> String {
    var text = "title: Large\nstates:\n"
    for index in 0..<120 { text += "  s\(index): State \(index)\n" }
    text += "relations:\n"
    for index in 0..<400 { text += "  - s\(index * 7 % 120) recognizes s\((index * 13 + index / 120 + 1) % 120)\n" }
    let file = folder.appending(path: "large.yaml")
    try text.write(to: file, atomically: false, encoding: .utf8)
    return file.path
  }

  @Test("A drawing that takes too long ends in time, says what would help, and leaves nothing")
  func timeout() throws {
    let folder = try Scratch.folder()
    let graph = try Self.large(folder)
    let output = folder.appending(path: "large.svg")
    try "old".write(to: output, atomically: false, encoding: .utf8)
    let start = ContinuousClock.now
    let outcome = try Entente.run("export", graph, "-o", output.path, "--timeout", "0.5", "--quiet")
    // Far below what the drawing takes, and far above what ending takes on a loaded machine.
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(outcome.status == 1)
    for word in ["not drawn in its time", "--quick", "--around", "--timeout"] {
      #expect(outcome.errors.contains(word), "\(outcome.errors)")
    }
    #expect(try String(contentsOf: output, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["large.svg", "large.yaml"])
  }

  @Test("No process that lays out outlives the command, however that ends", arguments: [SIGINT, SIGTERM, SIGKILL])
  func interrupted(_ signal: Int32) throws {
    let folder = try Scratch.folder()
    let process = Process()
    process.executableURL = Entente.executable
    process.arguments = ["export", try Self.large(folder), "-o", folder.appending(path: "large.svg").path, "--quiet"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    var helpers: [Int32] = []
    for _ in 0..<200 where helpers.isEmpty {
      usleep(50_000)
      helpers = children(of: process.processIdentifier)
    }
    #expect(!helpers.isEmpty)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    var isGone = false
    for _ in 0..<100 where !isGone {
      isGone = helpers.allSatisfy { kill($0, 0) != 0 }
      if !isGone { usleep(20_000) }
    }
    #expect(isGone)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["large.yaml"])
  }

  @Test("A helper that dies is another try, and an error where it always dies")
  func killedHelpers() throws {
    let folder = try Scratch.folder()
    let process = Process()
    process.executableURL = Entente.executable
    process.arguments = ["export", try Self.large(folder), "-o", folder.appending(path: "large.svg").path, "--quiet"]
    let errors = folder.appending(path: "errors")
    try "".write(to: errors, atomically: false, encoding: .utf8)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    while process.isRunning {
      for helper in children(of: process.processIdentifier) { kill(helper, SIGKILL) }
      usleep(1_000)
    }
    process.waitUntilExit()
    let text = try String(contentsOf: errors, encoding: .utf8)
    #expect(process.terminationStatus == 1)
    #expect(text.contains("the process that laid it out ended before its answer"), "\(text)")
  }

  @Test("What lays out may not write files, start programs or use the network")
  func confined() throws {
    let status = try Entente.run("lay-out", "4294967296", input: "")
    #expect(status.status == 0, "\(status.errors)")
    let process = Process()
    process.executableURL = Entente.executable
    process.arguments = ["export", try Self.large(Scratch.folder()), "-o", "/dev/null", "--format", "svg", "--quiet"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    var limits: [String] = []
    for _ in 0..<200 where limits.isEmpty {
      usleep(50_000)
      limits = children(of: process.processIdentifier).compactMap {
        try? String(contentsOfFile: "/proc/\($0)/status", encoding: .utf8)
      }
      .filter { $0.contains("Seccomp:\t2") && $0.contains("NoNewPrivs:\t1") }
    }
    #expect(!limits.isEmpty)
  }

  /// All at once, so that each is hindered by the others.
  @Test("A dense picture has the same bytes on every run and on one core", arguments: ["dot", "neato", "fdp", "sfdp"])
  func sameBytes(engine: String) throws {
    let graph = "Tests/EntenteGraphvizTests/Fixtures/dense/ranks-34.yaml"
    let folder = try Scratch.folder()
    let runs = try ["1", "2", "3", "one core"].map { name in
      let output = folder.appending(path: "\(name).svg")
      let process = Process()
      process.executableURL = URL(filePath: name == "one core" ? "/usr/bin/taskset" : "/usr/bin/env")
      process.arguments =
        (name == "one core" ? ["--cpu-list", "0"] : []) + [
          Entente.executable.path, "export", graph, "-o", output.path, "--engine", engine, "--quick", "--quiet",
        ]
      process.currentDirectoryURL = Entente.root
      process.standardError = FileHandle.nullDevice
      try process.run()
      return (process, output)
    }
    let pictures = try runs.map { process, output in
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return try Data(contentsOf: output)
    }
    #expect(Set(pictures).count == 1)
  }

  /// The processes that any of its threads has started.
  private func children(of process: Int32) -> [Int32] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.flatMap { thread in
      let text = try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/children", encoding: .utf8)
      return (text ?? "").split(separator: " ").compactMap { Int32($0) }
    }
  }
}
