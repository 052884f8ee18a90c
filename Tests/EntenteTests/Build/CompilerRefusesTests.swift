import Foundation
import Testing

/// What the compiler itself must refuse: code with relations that the schema does not know.
@Suite("The compiler")
struct CompilerRefusesTests {
  static let preamble = """
    import Entente
    let japan = State("japan", "Japan")
    let putin = Person("putin", "Vladimir Putin")
    let kurils = Island("southern-kurils", "Southern Kuril Islands")

    """

  @Test("takes a relation between kinds that its type joins")
  func takesRightKinds() throws {
    #expect(try compile("_ = japan.claims(kurils, when: \"1945~/..\")").errors == [])
  }

  @Test("refuses an object of the wrong kind")
  func refusesObject() throws {
    #expect(
      try compile("_ = japan.claims(putin)").errors == [
        "argument type 'Person' does not conform to expected type 'Land'"
      ])
  }

  @Test("refuses a subject of the wrong kind")
  func refusesSubject() throws {
    #expect(try compile("_ = putin.claims(kurils)").errors == ["value of type 'Person' has no member 'claims'"])
  }

  /// The folder with the modules and objects that this test is built with: that of the tests, or of the program itself.
  static let products: URL = {
    let folders = [
      URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(), URL(fileURLWithPath: CommandLine.arguments[0]),
    ]
    .map { $0.deletingLastPathComponent() }
    return folders.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("Modules").path) }
      ?? folders[1]
  }()

  /// Type-checks `line` after the preamble against the module that this test is built with.
  private func compile(_ line: String) throws -> (errors: [String], status: Int32) {
    let source = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID()).swift")
    try (Self.preamble + line + "\n").write(to: source, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: source) }
    let modules = Self.products.appendingPathComponent("Modules").path
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["swiftc", "-typecheck", "-I", modules, source.path]
    let pipe = Pipe()
    compiler.standardError = pipe
    try compiler.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    let errors = output.split(separator: "\n").compactMap { line in
      line.contains(": error: ") ? line.components(separatedBy: ": error: ").last : nil
    }
    return (errors, compiler.terminationStatus)
  }
}
