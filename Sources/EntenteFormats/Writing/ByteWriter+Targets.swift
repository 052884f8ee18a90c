extension ByteWriter {
  /// All that `body` writes, in memory.
  public static func memory(_ body: (inout ByteWriter) throws -> Void) rethrows -> [UInt8] {
    let sink = MemorySink()
    var writer = ByteWriter(to: sink)
    try body(&writer)
    writer.drain(into: sink)
    return sink.bytes
  }

  /// All that `body` writes, in memory, where `body` may have to wait.
  nonisolated(nonsending) public static func memory(
    _ body: (inout ByteWriter) async throws -> Void
  ) async rethrows -> [UInt8] {
    let sink = MemorySink()
    var writer = ByteWriter(to: sink)
    try await body(&writer)
    writer.drain(into: sink)
    return sink.bytes
  }

  /// The files that `body` writes, each begun by ``begin(file:)``, in memory and in that order.
  ///
  /// - Throws: ``WriteError`` when `body` writes without having begun a file, and what it throws.
  public static func files(
    _ body: (inout ByteWriter) throws -> Void
  ) throws -> [(name: String, bytes: [UInt8])] {
    let sink = FilesInMemorySink()
    try run(sink, body)
    return sink.files
  }

  /// Writes to an open descriptor, such as 1 for standard output, and leaves it open.
  ///
  /// - Parameters:
  ///   - descriptor: the descriptor.
  ///   - isPacked: whether the bytes are packed as gzip does.
  ///   - body: what writes.
  /// - Throws: ``WriteError``, and what `body` throws. A closed pipe is an error only where `SIGPIPE` is ignored; otherwise
  ///   the system ends the process.
  public static func descriptor(
    _ descriptor: Int32, isPacked: Bool = false, _ body: (inout ByteWriter) throws -> Void
  ) throws {
    try run(sink(DescriptorSink(descriptor), isPacked), body)
  }

  /// The same where `body` may have to wait.
  ///
  /// - Throws: ``WriteError``, and what `body` throws.
  nonisolated(nonsending) public static func descriptor(
    _ descriptor: Int32, isPacked: Bool = false, _ body: (inout ByteWriter) async throws -> Void
  ) async throws {
    try await run(sink(DescriptorSink(descriptor), isPacked), body)
  }

  /// Writes a file whole or not at all: where nobody sees it, and then renamed, so that after a failure, or when the process
  /// is killed, the old file, or none, is there.
  ///
  /// Before it is renamed it is synced, so that the same holds when the power fails; `syncs: false` does without, which is
  /// faster.
  ///
  /// What is no regular file (`/dev/null`, a named pipe) is written to as it is. A link stays, and the file it names is
  /// replaced; a file that is replaced keeps its permissions.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isPacked: whether the bytes are packed as gzip does; if the name ends in `.gz`, where it is left out.
  ///   - syncs: whether to wait until it is on the disk.
  ///   - body: what writes.
  /// - Throws: ``WriteError``, and what `body` throws.
  public static func file(
    at path: String, isPacked: Bool? = nil, syncs: Bool = true, _ body: (inout ByteWriter) throws -> Void
  ) throws {
    try keep(PendingFile(path, syncs: syncs), isPacked: isPacked ?? isPackedName(path), body)
  }

  /// The same where `body` may have to wait.
  ///
  /// - Throws: ``WriteError``, and what `body` throws.
  nonisolated(nonsending) public static func file(
    at path: String, isPacked: Bool? = nil, syncs: Bool = true, _ body: (inout ByteWriter) async throws -> Void
  ) async throws {
    try await keep(PendingFile(path, syncs: syncs), isPacked: isPacked ?? isPackedName(path), body)
  }

  /// Writes the files of a folder, each begun by ``begin(file:)``, all of them or none. The folder is made if it is not
  /// there, but not those above it; other files in it stay. Files are synced as those of `file(at:)`.
  ///
  /// A folder that is there changes places with the new one in one step. Where the system cannot do that (a mount point,
  /// a file system without hard links, more than 10,000 other files in it), each file is whole, but a process that is
  /// killed in that moment leaves some old and some new.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - isPacked: whether each file is packed as gzip does, and has `.gz` behind its name.
  ///   - syncs: whether to wait until all is on the disk.
  ///   - body: what writes.
  /// - Throws: ``WriteError``, and what `body` throws.
  public static func folder(
    at path: String, isPacked: Bool = false, syncs: Bool = true, _ body: (inout ByteWriter) throws -> Void
  ) throws {
    try keep(PendingFolder(path, isPacked: isPacked, syncs: syncs), body)
  }

  /// The same where `body` may have to wait.
  ///
  /// - Throws: ``WriteError``, and what `body` throws.
  nonisolated(nonsending) public static func folder(
    at path: String, isPacked: Bool = false, syncs: Bool = true, _ body: (inout ByteWriter) async throws -> Void
  ) async throws {
    try await keep(PendingFolder(path, isPacked: isPacked, syncs: syncs), body)
  }

  /// Whether a file of that name is packed.
  static func isPackedName(_ path: String) -> Bool { path.lowercased().hasSuffix(".gz") }

  private static func sink(_ sink: any ByteSink, _ isPacked: Bool) -> any ByteSink {
    AheadSink(isPacked ? GzipSink(sink) : sink)
  }

  private static func keep(
    _ output: some PendingOutput, isPacked: Bool = false, _ body: (inout ByteWriter) throws -> Void
  ) throws {
    do {
      try run(sink(output.sink, isPacked), body)
      try output.keep()
    } catch {
      output.discard()
      throw error
    }
  }

  nonisolated(nonsending) private static func keep(
    _ output: some PendingOutput, isPacked: Bool = false, _ body: (inout ByteWriter) async throws -> Void
  ) async throws {
    do {
      try await run(sink(output.sink, isPacked), body)
      try output.keep()
    } catch {
      output.discard()
      throw error
    }
  }

  private static func run(_ sink: any ByteSink, _ body: (inout ByteWriter) throws -> Void) throws {
    defer { sink.settle() }
    var writer = ByteWriter(to: sink)
    try body(&writer)
    try writer.flush()
    try sink.finish()
  }

  nonisolated(nonsending) private static func run(
    _ sink: any ByteSink, _ body: (inout ByteWriter) async throws -> Void
  ) async throws {
    defer { sink.settle() }
    var writer = ByteWriter(to: sink)
    try await body(&writer)
    try writer.flush()
    try sink.finish()
  }
}
