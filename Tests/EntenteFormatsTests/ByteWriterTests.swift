import EntenteFormats
import Foundation
import Testing

@Suite("Byte writer")
struct ByteWriterTests {
  private func text(_ body: (inout ByteWriter) throws -> Void) rethrows -> String {
    String(decoding: try ByteWriter.memory(body), as: UTF8.self)
  }

  @Test("whole numbers are written as Swift does", arguments: [UInt64(1), 7])
  func integers(seed: UInt64) throws {
    var state = seed
    var numbers: [Int64] = [0, 9, 10, -1, .min, .max, Int64(Int32.min), Int64(Int32.max)]
    for bits in 0..<64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      numbers.append(Int64(bitPattern: state) >> bits)
    }
    for number in numbers {
      #expect(try text { try $0.write(number) } == String(number), "seed \(seed)")
    }
    #expect(try text { try $0.write(UInt64.max) } == String(UInt64.max))
  }

  @Test("more than the buffer holds arrives whole, in order", arguments: [1, 1000, 131_071, 131_072, 131_073, 400_000])
  func beyondTheBuffer(size: Int) throws {
    let chunk = [UInt8]((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    let count = 1_000_000 / size + 2
    try withTemporaryFolder { folder in
      try ByteWriter.file(at: "\(folder)/file") { writer in
        for _ in 0..<count {
          try writer.write(chunk)
          try writer.write(byte: 10)
        }
        #expect(writer.written == count * (size + 1))
      }
      let read = try Data(contentsOf: URL(filePath: "\(folder)/file"))
      #expect(read == Data(repeatElement(chunk + [10], count: count).joined()))
    }
  }

  /// Blocks are 131,072 bytes, and eight of them are packed together.
  @Test(
    "what is packed is unpacked by gzip as it was, and is the same however it was handed over",
    arguments: [0, 1, 131_071, 131_072, 131_073, 1_048_575, 1_048_576, 1_048_577, 2_500_000])
  func packed(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 7) }
    try withTemporaryFolder { folder in
      let paths = [1_000_003, 50_021].map { piece in (piece, "\(folder)/\(piece).gz") }
      for (piece, path) in paths {
        try ByteWriter.file(at: path) { writer in
          for start in stride(from: 0, to: size, by: piece) {
            try writer.write(Array(bytes[start..<min(size, start + piece)]))
          }
        }
        let unpacked = "\(folder)/unpacked"
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/sh")
        gzip.arguments = ["-c", "gzip -dc '\(path)' >'\(unpacked)'"]
        try gzip.run()
        gzip.waitUntilExit()
        #expect(gzip.terminationStatus == 0)
        #expect(try Data(contentsOf: URL(filePath: unpacked)) == Data(bytes))
      }
      let files = try paths.map { try Data(contentsOf: URL(filePath: $0.1)) }
      #expect(files[0] == files[1])
    }
  }

  @Test("what fails while more is being made is thrown, and nothing is kept")
  func failureBehind() throws {
    let full = try #require(
      #expect(throws: WriteError.self) {
        try ByteWriter.file(at: "/dev/full") { writer in
          for _ in 0..<40 { try writer.write([UInt8](repeating: 65, count: 100_000)) }
        }
      })
    #expect(full.description == "cannot write '/dev/full': No space left on device")
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    var made = 0
    let closed = try #require(
      #expect(throws: WriteError.self) {
        try ByteWriter.descriptor(pipe.fileHandleForWriting.fileDescriptor) { writer in
          // A pipe holds less than this; its other end goes when the first piece is there.
          for _ in 0..<1_000 {
            try writer.write([UInt8](repeating: 65, count: 4_000))
            made += 1
            if made == 15 { try pipe.fileHandleForReading.close() }
          }
        }
      })
    #expect(closed.description == "cannot write: Broken pipe" && made < 1_000)
  }

  private struct Interrupted: Error {}

  @Test("after a failure the old file is there as it was, and nothing else")
  func failure() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/file"
      try ByteWriter.file(at: path) { try $0.write("old") }
      #expect(throws: Interrupted.self) {
        try ByteWriter.file(at: path) { writer in
          try writer.write(Array(repeating: 65, count: 1_000_000))
          throw Interrupted()
        }
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
    }
  }

  @Test("a file that is replaced keeps its permissions, and a link its place")
  func replaced() throws {
    try withTemporaryFolder { folder in
      let (file, link) = ("\(folder)/file", "\(folder)/link")
      try ByteWriter.file(at: file) { try $0.write("old") }
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      try ByteWriter.file(at: link) { try $0.write("new") }
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o640)
    }
  }

  @Test("a full disk, a missing folder, a folder in the file's place and a closed pipe are errors")
  func undeliverable() throws {
    func message(_ body: () throws -> Void) throws -> String {
      try #require(#expect(throws: WriteError.self) { try body() }).description
    }
    try withTemporaryFolder { folder in
      let full = try message { try ByteWriter.file(at: "/dev/full") { try $0.write("x") } }
      #expect(full == "cannot write '/dev/full': No space left on device")
      let nowhere = "\(folder)/nowhere/file"
      let missing = try message { try ByteWriter.file(at: nowhere) { try $0.write("x") } }
      #expect(missing == "cannot write '\(nowhere)': No such file or directory")
      let taken = try message { try ByteWriter.file(at: folder) { try $0.write("x") } }
      #expect(taken == "cannot write '\(folder)': Is a directory")
      signal(SIGPIPE, SIG_IGN)
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let closed = try message {
        try ByteWriter.descriptor(pipe.fileHandleForWriting.fileDescriptor) { try $0.write("x") }
      }
      #expect(closed == "cannot write: Broken pipe")
    }
  }

  @Test("a folder's files come all or none; what else is in the folder stays")
  func folders() throws {
    try withTemporaryFolder { parent in
      let folder = "\(parent)/tables"
      func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
      func write(_ text: StaticString, failing: Bool = false) throws {
        try ByteWriter.folder(at: folder + "/") { writer in
          try writer.begin(file: "a.csv")
          try writer.write(text)
          try writer.begin(file: "b.csv")
          if failing { throw Interrupted() }
          try writer.write(text)
        }
      }
      #expect(throws: Interrupted.self) { try write("never", failing: true) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
      try write("first")
      try "mine".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
      #expect(throws: Interrupted.self) { try write("never", failing: true) }
      try write("second")
      #expect(try names() == ["a.csv", "b.csv", "notes.txt"])
      #expect(try String(contentsOfFile: folder + "/b.csv", encoding: .utf8) == "second")
      #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["tables"])
    }
  }
}
