import Foundation

/// Lines of a shell, in which `$entente` is the built command and `$seed` the seed graph.
enum Shell {
  static func run(_ line: String, in folder: URL, environment: [String: String] = [:]) throws -> Entente.Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    let own = ["entente": Entente.executable.path, "seed": Entente.root.appending(path: Entente.seed).path]
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let streams = try ["out", "err"].map { try Scratch.file(named: $0) }
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Entente.Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
