#if os(Linux)
  import CFiles
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being written where nobody sees it, and then put in its place in one step.
///
/// Where the system has files without a name, a process that is killed leaves nothing; elsewhere the next run to the same
/// output removes what is left.
final class PendingFile: PendingOutput {
  let sink: DescriptorSink
  private let descriptor: Int32
  private var isOpen = true
  /// What is no regular file is written to as it is.
  private let isRegular: Bool
  /// The name under which it is being written, if it has one.
  private var temporary: String?
  private let target: String
  /// What messages call it.
  private let shown: String
  private let syncs: Bool

  init(_ path: String, syncs: Bool) throws(WriteError) {
    (shown, self.syncs) = (path, syncs)
    target = FilePlace.resolved(path)
    let mode = FilePlace.mode(of: target)
    if let mode, mode & S_IFMT == S_IFDIR { throw WriteError(path: path, code: EISDIR) }
    isRegular = mode.map { $0 & S_IFMT == S_IFREG } ?? true
    if isRegular {
      FilePlace.clearLeftovers(of: target)
      (descriptor, temporary) = Self.begin(beside: target)
    } else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    }
    if descriptor < 0 { throw WriteError(path: path) }
    sink = DescriptorSink(descriptor, path: path)
    // The process's mask may have taken from the permissions that the old file had.
    if isRegular, let mode, fchmod(descriptor, mode & 0o7777) != 0 {
      let error = WriteError(path: path)
      discard()
      throw error
    }
  }

  /// A file without a name where the system has such, else one with a name of ours.
  private static func begin(beside target: String) -> (descriptor: Int32, name: String?) {
    #if os(Linux)
      let descriptor = open(FilePlace.folder(of: target), entente_unnamed_file | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        // A name that it has for a moment, in `keep`, is then known as being written.
        _ = FilePlace.lock(descriptor)
        return (descriptor, nil)
      }
    #endif
    for _ in 0..<3 {
      let name = FilePlace.neighbour(of: target)
      let descriptor = open(name, O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL, 0o666)
      if descriptor < 0 { return (descriptor, nil) }
      if FilePlace.lock(descriptor) || FilePlace.mode(of: name) != nil { return (descriptor, name) }
      close(descriptor)
    }
    errno = EBUSY
    return (-1, nil)
  }

  func keep() throws(WriteError) {
    guard isRegular else { return try end() }
    do {
      if syncs { try FilePlace.sync(descriptor) }
      if temporary == nil { try name() }
    } catch {
      throw WriteError(path: shown, code: error.code)
    }
    try end()
    guard let temporary else { return }
    if rename(temporary, target) != 0 { throw WriteError(path: shown) }
    self.temporary = nil
    if syncs { try FilePlace.sync(folder: FilePlace.folder(of: target)) }
  }

  /// Gives a file without a name one, from which it can be renamed over another.
  private func name() throws(WriteError) {
    let name = FilePlace.neighbour(of: target)
    if linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) != 0 {
      throw WriteError(path: nil)
    }
    temporary = name
  }

  /// Closes it; some file systems only then say that they could not keep what was written.
  private func end() throws(WriteError) {
    isOpen = false
    if close(descriptor) != 0 { throw WriteError(path: shown) }
  }

  func discard() {
    if isOpen { close(descriptor) }
    if let temporary { unlink(temporary) }
  }
}
