#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ByteWriter {
  /// All that `body` writes, in memory.
  public static func memory(_ body: (inout ByteWriter) throws -> Void) rethrows -> [UInt8] {
    let sink = MemorySink()
    var writer = ByteWriter(to: sink)
    try body(&writer)
    writer.drain(into: sink)
    return sink.bytes
  }

  /// Writes to an open descriptor, such as 1 for standard output, and leaves it open.
  ///
  /// - Throws: ``WriteError``, and what `body` throws. A closed pipe is an error only where `SIGPIPE` is ignored; otherwise
  ///   the system ends the process.
  public static func descriptor(_ descriptor: Int32, _ body: (inout ByteWriter) throws -> Void) throws {
    try run(DescriptorSink(descriptor), body)
  }

  /// Writes a file whole or not at all: beside its place and then renamed, so that after a failure the old file, or none,
  /// is there.
  ///
  /// What is no regular file (`/dev/null`, a named pipe) is written to as it is. A link stays, and the file it names is
  /// replaced; a file that is replaced keeps its permissions.
  ///
  /// - Throws: ``WriteError``, and what `body` throws.
  public static func file(at path: String, _ body: (inout ByteWriter) throws -> Void) throws {
    let target = resolved(path)
    let mode = mode(of: target)
    if let mode, mode & S_IFMT == S_IFDIR {
      throw WriteError(path: path, code: EISDIR, reason: String(cString: strerror(EISDIR)))
    }
    if let mode, mode & S_IFMT != S_IFREG { return try open(path, as: path, O_WRONLY, body) }
    let temporary = neighbour(of: target)
    do {
      try open(temporary, as: path, O_WRONLY | O_CREAT | O_EXCL, mode: mode.map { $0 & 0o7777 }, body)
      if rename(temporary, target) != 0 { throw WriteError(path: path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes the files of a folder, each begun by ``begin(file:)``, all of them or none. The folder is made if it is not
  /// there, but not those above it; other files in it stay.
  ///
  /// - Throws: ``WriteError``, and what `body` throws.
  public static func folder(at path: String, _ body: (inout ByteWriter) throws -> Void) throws {
    var shown = path
    while shown.count > 1, shown.last == "/" { shown.removeLast() }
    let target = resolved(shown)
    if let mode = mode(of: target), mode & S_IFMT != S_IFDIR {
      throw WriteError(path: path, code: ENOTDIR, reason: String(cString: strerror(ENOTDIR)))
    }
    let temporary = neighbour(of: target)
    if mkdir(temporary, 0o777) != 0 { throw WriteError(path: path) }
    let sink = FolderSink(folder: temporary, shown: shown)
    do {
      try run(sink, body)
      try sink.finish()
      try move(sink.names, from: temporary, to: target, as: path)
    } catch {
      for name in sink.names { unlink("\(temporary)/\(name)") }
      rmdir(temporary)
      throw error
    }
  }

  // MARK: - Steps

  private static func run(_ sink: some ByteSink, _ body: (inout ByteWriter) throws -> Void) throws {
    var writer = ByteWriter(to: sink)
    try body(&writer)
    try writer.flush()
  }

  private static func open(
    _ path: String, as shown: String, _ flags: Int32, mode: mode_t? = nil, _ body: (inout ByteWriter) throws -> Void
  ) throws {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode ?? 0o666)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, flags | O_CLOEXEC, mode ?? 0o666)
    #else
      let descriptor = Darwin.open(path, flags | O_CLOEXEC, mode ?? 0o666)
    #endif
    if descriptor < 0 { throw WriteError(path: shown) }
    do {
      // The process's mask may have taken from the permissions that the old file had.
      if let mode, fchmod(descriptor, mode) != 0 { throw WriteError(path: shown) }
      try run(DescriptorSink(descriptor, path: shown), body)
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems only now say that they could not keep what was written.
    if close(descriptor) != 0 { throw WriteError(path: shown) }
  }

  private static func move(_ names: [String], from: String, to target: String, as shown: String) throws {
    if rename(from, target) == 0 { return }
    for name in names where rename("\(from)/\(name)", "\(target)/\(name)") != 0 {
      throw WriteError(path: "\(shown)/\(name)")
    }
    rmdir(from)
  }

  /// The path behind links, as far as it is there.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// A hidden name beside `path` that no other run of ours uses.
  private static func neighbour(of path: String) -> String {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let suffix = String(UInt64.random(in: 0...(.max)), radix: 36)
    return "\(path[..<cut]).\(path[cut...]).\(suffix)"
  }
}
