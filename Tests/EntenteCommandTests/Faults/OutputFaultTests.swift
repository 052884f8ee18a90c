import Foundation
import Testing

@Suite("Outputs that fail")
struct OutputFaultTests {
  private func shell(_ line: String, in folder: URL) throws -> Entente.Outcome { try Shell.run(line, in: folder) }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("A file that may not grow: an error, the old file, and nothing beside it")
  func limit() throws {
    let folder = try Scratch.folder()
    for (output, old) in [("graph.graphml", "graph.graphml"), ("tables/", "tables/nodes.csv")] {
      let file = folder.appending(path: old)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try "old".write(to: file, atomically: false, encoding: .utf8)
      // What started the tests may have the signal ignored, which goes on to what they start. Here the command would live on
      // without ignoring it: libdispatch's threads take no signals.
      let line = "ulimit -f 1; env --default-signal=XFSZ \"$entente\" export \"$seed\" -o \(output) --quiet"
      let outcome = try shell(line, in: folder)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("cannot write '\(output.trimmingSuffix("/"))"), "\(outcome.errors)")
      #expect(outcome.errors.contains("File too large"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    }
    #expect(try names(in: folder) == ["graph.graphml", "tables"])
    #expect(try names(in: folder.appending(path: "tables")) == ["nodes.csv"])
  }

  @Test("Messages that may not grow: the status says what was wrong, and no signal ends the command")
  func limitOfMessages() throws {
    // Messages are written by the first thread, which takes signals.
    for (arguments, status) in [("frobnicate", 64), ("export nothing.yaml", 1)] {
      let line = "ulimit -f 0; env --default-signal=XFSZ \"$entente\" \(arguments) 2> messages"
      #expect(try shell(line, in: Scratch.folder()).status == status)
    }
  }

  @Test("A device that is full is an error")
  func fullDevice() throws {
    let outcome = try shell("\"$entente\" export \"$seed\" -o /dev/full --format graphml --quiet", in: Scratch.folder())
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot write '/dev/full': No space left on device"))
  }

  @Test("A reader that has seen enough ends the command without an error")
  func closedPipe() throws {
    let outcome = try shell("\"$entente\" export \"$seed\" --format graphml --quiet | head -c 20", in: Scratch.folder())
    #expect(!outcome.errors.contains("error:"))
    #expect(outcome.output.utf8.count == 20)
  }

  @Test("Two exports to one folder at the same time leave one of the two, whole")
  func together() throws {
    let folder = try Scratch.folder()
    let line = """
      for i in 1 2 3 4 5; do
        "$entente" export "$seed" -o both/ --quiet & "$entente" export "$seed" -o both/ --year 1956 --quiet & wait
      done
      "$entente" export "$seed" -o all/ --quiet; "$entente" export "$seed" -o year/ --year 1956 --quiet
      diff -r both all >&2 || diff -r both year >&2 && echo one
      """
    let outcome = try shell(line, in: folder)
    #expect(outcome.output == "one\n", "\(outcome.errors)")
    #expect(try names(in: folder) == ["all", "both", "year"])
  }

  @Test("A name of 255 bytes, of shell characters or with a line break is a name like another")
  func names() throws {
    let folder = try Scratch.folder()
    let long = String(repeating: "n", count: 247) + ".graphml"
    for name in [long, "$(touch gone);'\" &.graphml", "two\nlines.graphml", "-o.graphml"] {
      let outcome = try Entente.run(
        "export", Entente.root.appending(path: Entente.seed).path, "-o", "./" + name, "--quiet", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try names(in: folder) == [name])
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  @Test("What is written is on the disk before it has its name, unless --no-sync")
  func synced() throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "Scripts/setup --tests installs strace")
    for (flag, isSynced) in [("", true), ("--no-sync", false)] {
      let folder = try Scratch.folder()
      let line = """
        strace -f -e trace=fsync,rename -o calls "$entente" export "$seed" -o x.graphml --quiet \(flag)
        """
      #expect(try shell(line, in: folder).status == 0)
      let calls = try String(contentsOf: folder.appending(path: "calls"), encoding: .utf8)
        .split(separator: "\n").filter { $0.contains("fsync(") || $0.contains("x.graphml") }
        .map { $0.contains("fsync(") ? "fsync" : "rename" }
      #expect(calls == (isSynced ? ["fsync", "rename", "fsync"] : ["rename"]))
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
