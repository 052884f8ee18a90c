import Foundation
import Testing

/// A value that a client read.
enum ClientValue: Decodable, Hashable, CustomStringConvertible {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case list([ClientValue])
  case object([String: ClientValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let boolean = try? container.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ClientValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ClientValue].self))
    }
  }

  var description: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .number(let number): "\(number)"
    case .boolean(let boolean): "\(boolean)"
    case .list(let values): "\(values)"
    case .object(let members): "\(members.sorted { $0.key < $1.key })"
    }
  }
}

/// What a tool knows after it has read a file of ours.
struct ClientGraph: Decodable {
  struct Edge: Decodable {
    let source: String
    let target: String
    let attributes: [String: ClientValue]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      source = try container.decode(String.self)
      target = try container.decode(String.self)
      attributes = try container.decode([String: ClientValue].self)
    }

    init(_ source: String, _ target: String, _ attributes: [String: ClientValue]) {
      self.source = source
      self.target = target
      self.attributes = attributes
    }
  }

  var nodes: [String: [String: ClientValue]] = [:]
  var edges: [Edge] = []
  var directed: Bool?

  /// Everything, a line each, sorted: what two graphs differ in is what their lines differ in.
  var lines: [String] {
    func text(_ attributes: [String: ClientValue]) -> String {
      attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
    return
      (nodes.map { "node \($0.key): \(text($0.value))" }
      + edges.map { "edge \($0.source) -> \($0.target): \(text($0.attributes))" }).sorted()
  }
}

/// Fails with the lines that one of the two graphs has and the other has not.
func expectSame(
  _ read: ClientGraph, _ expected: ClientGraph, sourceLocation: SourceLocation = #_sourceLocation
) {
  let (read, expected) = (read.lines, expected.lines)
  let missing = expected.filter { !read.contains($0) }.map { "missing " + $0 }
  let unexpected = read.filter { !expected.contains($0) }.map { "unexpected " + $0 }
  let isSame = read == expected
  #expect(
    isSame, "\((missing.prefix(5) + unexpected.prefix(5)).joined(separator: "\n"))", sourceLocation: sourceLocation)
}

/// Programs that read our files back: those of `.venv`, in `Tests/Clients`, and those of the system.
enum Client {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of `Tests/Clients/NAME.py`.
  static func script(_ name: String) -> String { repository.appending(path: "Tests/Clients/\(name).py").path }

  /// What `Tests/Clients/NAME.py` prints for these arguments.
  static func python(_ name: String, _ arguments: String...) throws -> Data {
    try run(repository.appending(path: ".venv/bin/python").path, [script(name)] + arguments)
  }

  /// The graph that a client read.
  static func graph(_ name: String, _ path: String) throws -> ClientGraph {
    try JSONDecoder().decode(ClientGraph.self, from: try python(name, path))
  }

  /// What a program prints; an error when it is not there or fails.
  @discardableResult
  static func run(_ program: String, _ arguments: [String]) throws -> Data {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw Failure(description: "\(program) is not there; ./Scripts/setup --tests installs it")
    }
    let process = Process()
    let (output, errors) = (Pipe(), FileManager.default.temporaryDirectory.appending(path: UUID().uuidString))
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
      let missing = said.contains("ModuleNotFoundError") ? "; ./Scripts/setup --tests installs it" : ""
      throw Failure(description: "\(program) \(arguments.joined(separator: " ")) failed\(missing)\n\(said)")
    }
    return data
  }
}

/// A folder that is gone when the test is over.
func withTemporaryFolder<R>(_ body: (String) throws -> R) throws -> R {
  let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// A folder that is gone when the test is over.
func withTemporaryFolder<R>(_ body: (String) async throws -> R) async throws -> R {
  let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}
