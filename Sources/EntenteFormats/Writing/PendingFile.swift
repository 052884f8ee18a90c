#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being written beside its place.
final class PendingFile {
  let sink: DescriptorSink
  private let descriptor: Int32
  private var isOpen = true
  /// Where it is being written, and where it belongs; both the same for what is no regular file.
  private let temporary: String
  private let target: String
  /// What messages call it.
  private let shown: String

  init(_ path: String) throws(WriteError) {
    shown = path
    target = FilePlace.resolved(path)
    let mode = FilePlace.mode(of: target)
    if let mode, mode & S_IFMT == S_IFDIR { throw WriteError(path: path, code: EISDIR) }
    let isRegular = mode.map { $0 & S_IFMT == S_IFREG } ?? true
    temporary = isRegular ? FilePlace.neighbour(of: target) : path
    descriptor = open(temporary, O_WRONLY | O_CLOEXEC | (isRegular ? O_CREAT | O_EXCL : 0), 0o666)
    if descriptor < 0 { throw WriteError(path: path) }
    sink = DescriptorSink(descriptor, path: path)
    // The process's mask may have taken from the permissions that the old file had.
    if isRegular, let mode, fchmod(descriptor, mode & 0o7777) != 0 {
      let error = WriteError(path: path)
      discard()
      throw error
    }
  }

  /// Puts the file in its place.
  func keep() throws(WriteError) {
    // Some file systems only now say that they could not keep what was written.
    isOpen = false
    if close(descriptor) != 0 { throw WriteError(path: shown) }
    if temporary != shown, rename(temporary, target) != 0 { throw WriteError(path: shown) }
  }

  /// Leaves what was there as it was.
  func discard() {
    if isOpen { close(descriptor) }
    if temporary != shown { unlink(temporary) }
  }
}

/// A folder whose files are being written beside their places.
struct PendingFolder {
  let sink: FolderSink
  private let temporary: String
  private let target: String
  private let shown: String

  init(_ path: String, isPacked: Bool) throws(WriteError) {
    var shown = path
    while shown.count > 1, shown.last == "/" { shown.removeLast() }
    self.shown = shown
    target = FilePlace.resolved(shown)
    if let mode = FilePlace.mode(of: target), mode & S_IFMT != S_IFDIR {
      throw WriteError(path: path, code: ENOTDIR)
    }
    temporary = FilePlace.neighbour(of: target)
    if mkdir(temporary, 0o777) != 0 { throw WriteError(path: path) }
    sink = FolderSink(folder: temporary, shown: shown, isPacked: isPacked)
  }

  /// Puts the files in their places.
  func keep() throws(WriteError) {
    try sink.finish()
    if rename(temporary, target) == 0 { return }
    for name in sink.names where rename("\(temporary)/\(name)", "\(target)/\(name)") != 0 {
      throw WriteError(path: "\(shown)/\(name)")
    }
    rmdir(temporary)
  }

  /// Leaves what was there as it was.
  func discard() {
    for name in sink.names { unlink("\(temporary)/\(name)") }
    rmdir(temporary)
  }
}

/// What the file system says of paths.
enum FilePlace {
  /// The path behind links, as far as it is there.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// A hidden name beside `path` that no other run of ours uses.
  static func neighbour(of path: String) -> String {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let suffix = String(UInt64.random(in: 0...(.max)), radix: 36)
    return "\(path[..<cut]).\(path[cut...]).\(suffix)"
  }
}

extension ByteWriter {
  /// Makes the folder that a path's file belongs in, and those above it, where they are not there.
  ///
  /// - Throws: ``WriteError`` when one of them cannot be made.
  public static func makeFolders(above path: String) throws(WriteError) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    if FilePlace.mode(of: folder) != nil { return }
    try makeFolders(above: folder)
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw WriteError(path: folder) }
  }
}
