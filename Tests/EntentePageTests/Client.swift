import Foundation

/// A Python program of `Tests/Clients` that opens pages in browsers and prints what it found as JSON.
enum Client {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What `program` answers; what it says on standard error is seen where the tests run.
  static func ask<Answer: Decodable>(_ program: String, _ arguments: [String]) throws -> Answer {
    let python = Graphs.repository.appending(path: ".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw Failure(description: "Scripts/setup --tests makes .venv, which is missing")
    }
    let output = try run(python, [Graphs.repository.appending(path: "Tests/Clients/\(program)").path] + arguments)
    return try JSONDecoder().decode(Answer.self, from: output)
  }

  /// What a program prints; its status must be 0.
  static func run(_ program: URL, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = String(decoding: data, as: UTF8.self)
      throw Failure(description: "\(program.lastPathComponent) failed; its message is above. \(said)")
    }
    return data
  }

  /// A folder of its own for the files of a test.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
