#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a ``ByteWriter``'s buffer goes when it is full.
protocol ByteSink: AnyObject {
  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError)
  func begin(file name: String) throws(WriteError)
  /// Nothing more comes.
  func finish() throws(WriteError)
  /// Comes back when nothing of what was taken is still under way.
  func settle()
}

extension ByteSink {
  func take(_ bytes: [UInt8]) throws(WriteError) {
    try bytes.span.withUnsafeBufferPointer { (bytes) throws(WriteError) in try take(bytes) }
  }

  func finish() throws(WriteError) {}
  func settle() {}

  func begin(file name: String) throws(WriteError) {
    throw WriteError(path: name, code: ENOTDIR, reason: "this output is one file, not a folder")
  }
}

/// Keeps all bytes.
final class MemorySink: ByteSink {
  var bytes: [UInt8] = []

  func take(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes.append(contentsOf: bytes) }
}

/// Keeps all bytes, by the files that they belong to.
final class FilesInMemorySink: ByteSink {
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    if files.isEmpty { throw WriteError(path: nil, code: EISDIR, reason: "no file of the folder was begun") }
    files[files.count - 1].bytes.append(contentsOf: bytes)
  }

  func begin(file name: String) { files.append((name, [])) }
}

/// An open descriptor that somebody else closes.
final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let path: String?

  init(_ descriptor: Int32, path: String? = nil) {
    self.descriptor = descriptor
    self.path = path
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    var rest = UnsafeRawBufferPointer(bytes)[...]
    while !rest.isEmpty {
      let taken = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if taken > 0 {
        rest = rest.dropFirst(taken)
      } else if errno != EINTR {
        throw WriteError(path: path)
      }
    }
  }
}

/// The files of a folder, one after the other.
final class FolderSink: ByteSink {
  private let folder: String
  private let shown: String
  private let isPacked: Bool
  private let syncs: Bool
  private var current: Int32 = -1
  /// What takes the bytes of the file that is being written.
  private var file: (any ByteSink)?
  /// The files' names, in the order in which they were begun.
  private(set) var names: [String] = []

  /// Writes into `folder`, which messages call `shown`; if they are packed, files have `.gz` behind their names. Waits at the
  /// end of each file until it is on the disk if it `syncs`.
  init(folder: String, shown: String, isPacked: Bool, syncs: Bool) {
    (self.folder, self.shown, self.isPacked, self.syncs) = (folder, shown, isPacked, syncs)
  }

  deinit { if current >= 0 { close(current) } }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    guard let file else { throw WriteError(path: shown, code: EISDIR, reason: "no file of the folder was begun") }
    try file.take(bytes)
  }

  func begin(file name: String) throws(WriteError) {
    try finish()
    let name = isPacked ? name + ".gz" : name
    current = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if current < 0 { throw WriteError(path: "\(shown)/\(name)") }
    names.append(name)
    let plain = DescriptorSink(current, path: shown)
    file = isPacked ? GzipSink(plain) : plain
  }

  /// Ends the last file; some file systems only then say that they could not keep it.
  func finish() throws(WriteError) {
    if current < 0 { return }
    try file?.finish()
    file = nil
    let ended = current
    current = -1
    do {
      if syncs { try FilePlace.sync(ended) }
    } catch {
      close(ended)
      throw WriteError(path: shown, code: error.code)
    }
    if close(ended) != 0 { throw WriteError(path: shown) }
  }
}

extension WriteError {
  /// The error with that number, in the system's words.
  init(path: String?, code: Int32) {
    self.init(path: path, code: code, reason: String(cString: strerror(code)))
  }

  /// The error that the last system call left.
  init(path: String?) {
    let code = errno
    self.init(path: path, code: code, reason: String(cString: strerror(code)))
  }
}
