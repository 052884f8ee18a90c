import Foundation
import Testing

/// A package of somebody else's that uses the library as the README says.
@Suite("A package that uses the library")
struct DependentPackageTests {
  private struct Dependency: Decodable {
    let name: String
    let dependencies: [Dependency]
  }

  @Test("resolves no argument parser where it leaves out the trait Command, and does where it does not")
  func traits() throws {
    let readme = try String(contentsOf: Entente.root.appending(path: "README.md"), encoding: .utf8)
    let block = readme.components(separatedBy: "```").first { $0.contains("import PackageDescription") }
    let manifest = try #require(block).dropFirst("swift\n".count)
      .replacingOccurrences(of: "\"../entente\"", with: "\"\(Entente.root.path)\"")
    #expect(try dependencies(of: manifest) == [])
    let withCommand = manifest.replacingOccurrences(of: ", traits: []", with: "")
    #expect(try dependencies(of: withCommand) == ["swift-argument-parser"])
  }

  /// What the package that this manifest depends on brings along.
  private func dependencies(of manifest: String) throws -> [String] {
    let folder = try Scratch.folder()
    try manifest.write(to: folder.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
    let sources = folder.appending(path: "Sources/border")
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    try "print(1)\n".write(to: sources.appending(path: "main.swift"), atomically: true, encoding: .utf8)
    let output = try Scratch.file(named: "dependencies.json")
    let errors = try Scratch.file(named: "errors")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "package", "--package-path", folder.path, "show-dependencies", "--format", "json"]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let messages = try String(contentsOf: errors, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(messages)")
    #expect(!messages.contains("pthread"), "\(messages)")
    let root = try JSONDecoder().decode(Dependency.self, from: Data(contentsOf: output))
    return try #require(root.dependencies.first { $0.name == "entente" }).dependencies.map(\.name)
  }
}
