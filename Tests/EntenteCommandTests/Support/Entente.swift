import Foundation
import Testing

/// The built command, run as a user runs it.
enum Entente {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let seed = "Graphs/southern-kurils.yaml"

  #if DEBUG
    private static let configuration = "debug"
  #else
    private static let configuration = "release"
  #endif

  /// Where the package manager puts the command, beside the tests that it builds.
  static let executable: URL = {
    let tests = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
    let places = tests.map { $0.deletingLastPathComponent().appending(path: "entente") }
    return places.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? root.appending(path: ".build/\(configuration)/entente")
  }()

  /// Runs `entente` with arguments, in the repository's root unless told otherwise.
  static func run(
    _ arguments: String..., in folder: URL = root, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(all: arguments, in: folder, input: input, environment: environment)
  }

  /// As above, for arguments that are a list.
  static func run(
    all arguments: [String], in folder: URL = root, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, since two pipes that are read one after the other can block the command.
    let streams = try ["out", "err"].map { try Scratch.file(named: $0) }
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    if let input {
      let file = try Scratch.file(named: "in", text: input)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

/// Files of a test, in a folder of their own.
enum Scratch {
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  static func file(named name: String, text: String = "") throws -> URL {
    let file = try folder().appending(path: name)
    try text.write(to: file, atomically: false, encoding: .utf8)
    return file
  }
}
