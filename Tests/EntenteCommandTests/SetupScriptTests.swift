import Foundation
import Testing

/// `Scripts/setup` on a machine whose package manager is a script of the test's, so that nothing is installed.
@Suite("The script that sets a machine up")
struct SetupScriptTests {
  private let tools: URL

  init() throws {
    tools = try Scratch.folder()
    for name in ["bash", "env", "sed", "tail", "grep", "mktemp", "rm", "cat", "dirname"] {
      let path = try #require(
        ["/bin", "/usr/bin"].map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) })
      try FileManager.default.createSymbolicLink(
        atPath: tools.appending(path: name).path, withDestinationPath: path)
    }
    try tool("swift", "exit 0")
    try tool("id", "echo 0")
    try tool("sleep", "echo waited >> '\(tools.path)/waits'")
    // Nothing is installed yet.
    try tool("dpkg-query", "exit 1")
  }

  private func tool(_ name: String, _ script: String) throws {
    let file = tools.appending(path: name)
    try "#!/bin/bash\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  private func run() throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [Entente.root.appending(path: "Scripts/setup").path]
    process.environment = ["PATH": tools.path]
    let output = try Scratch.file(named: "output")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }

  @Test("Waits for another package manager, and says so once")
  func waits() throws {
    try tool(
      "apt-get",
      """
      if [ "$(cat '\(tools.path)/waits' 2>/dev/null)" != $'waited\\nwaited' ]; then
        echo 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7 (apt)' >&2; exit 100
      fi
      """)
    let (status, output) = try run()
    #expect(status == 0, "\(output)")
    #expect(output.components(separatedBy: "another package manager is at work; waiting for it").count == 2)
    #expect(output.hasSuffix("setup: everything is there\n"))
    #expect(try String(contentsOf: tools.appending(path: "waits"), encoding: .utf8) == "waited\nwaited\n")
  }

  @Test("Says what failed, in the package manager's words, and what to do")
  func failure() throws {
    try tool("apt-get", "if [ $2 = install ]; then echo 'E: Unable to locate package libyaml-dev' >&2; exit 100; fi")
    let (status, output) = try run()
    #expect(status == 1)
    #expect(
      output.contains("  E: Unable to locate package libyaml-dev\nsetup: apt-get could not install libgraphviz-dev"))
    #expect(output.contains("then run Scripts/setup again"))
    #expect(!FileManager.default.fileExists(atPath: tools.appending(path: "waits").path))
  }

  @Test("Goes on with the lists of packages that are there when new ones cannot be had")
  func oldLists() throws {
    try tool("apt-get", "if [ $2 = update ]; then echo 'E: Could not resolve host' >&2; exit 100; fi")
    let (status, output) = try run()
    #expect(status == 0, "\(output)")
    #expect(output.contains("going on with the lists that are there: E: Could not resolve host"))
  }

  @Test("Says what to install where it knows no package manager")
  func otherSystem() throws {
    let (status, output) = try run()
    #expect(status == 1)
    #expect(output.hasPrefix("setup: this system has neither apt-get nor brew"))
    #expect(output.contains("libgraphviz-dev"))
  }
}
