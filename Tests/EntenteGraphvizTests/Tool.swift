import Foundation

/// A program that tests ask about a picture.
enum Tool {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What it prints; what it says on standard error is seen where the tests run. `failure` is said where its status is
  /// not 0.
  static func output(of program: URL, _ arguments: [String], failure: String) throws -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: failure) }
    return data
  }

  /// Calls `body` with the paths of files that hold `files`, which are gone afterwards.
  static func withFiles<Answer>(
    _ files: [(ending: String, data: Data)], _ body: ([String]) throws -> Answer
  ) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(
      files.enumerated().map { number, file in
        let path = folder.appending(path: "\(number).\(file.ending)")
        try file.data.write(to: path)
        return path.path
      })
  }
}
