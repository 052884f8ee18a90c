#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder whose files are being written beside their places.
///
/// A folder that is already there changes places with the new one in one step, into which what else it holds was linked
/// before: whoever looks, or kills the process, finds all files old or all new. Where that cannot be (the folder is a mount
/// point, the file system has no links, or more than ``mostOthers`` other files are in it) its files are renamed one by one.
final class PendingFolder: PendingOutput {
  let sink: FolderSink
  private let temporary: String
  private let target: String
  private let shown: String
  private let syncs: Bool
  /// Locked as long as the folder is written.
  private let descriptor: Int32

  private static let mostOthers = 10_000

  init(_ path: String, isPacked: Bool, syncs: Bool) throws(WriteError) {
    var shown = path
    while shown.count > 1, shown.last == "/" { shown.removeLast() }
    (self.shown, self.syncs) = (shown, syncs)
    target = FilePlace.resolved(shown)
    let mode = FilePlace.mode(of: target)
    if let mode, mode & S_IFMT != S_IFDIR { throw WriteError(path: path, code: ENOTDIR) }
    FilePlace.clearLeftovers(of: target)
    temporary = FilePlace.neighbour(of: target)
    if mkdir(temporary, 0o777) != 0 { throw WriteError(path: path) }
    descriptor = open(temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 || !FilePlace.lock(descriptor) { throw WriteError(path: path) }
    if let mode { fchmod(descriptor, mode & 0o7777) }
    sink = FolderSink(folder: temporary, shown: shown, isPacked: isPacked, syncs: syncs)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func keep() throws(WriteError) {
    try sink.finish()
    if syncs { try FilePlace.sync(descriptor) }
    // Succeeds where no folder, or an empty one, is there.
    if rename(temporary, target) != 0 { try replace() }
    if syncs { try FilePlace.sync(folder: FilePlace.folder(of: target)) }
  }

  private func replace() throws(WriteError) {
    var budget = Self.mostOthers
    if link(target, into: temporary, except: Set(sink.names), &budget), FilePlace.exchange(temporary, target) {
      return FilePlace.removeTree(temporary)
    }
    for name in sink.names where rename("\(temporary)/\(name)", "\(target)/\(name)") != 0 {
      throw WriteError(path: "\(shown)/\(name)")
    }
    FilePlace.removeTree(temporary)
  }

  /// Links what a folder holds into another, folder by folder.
  ///
  /// - Returns: whether all of it was.
  private func link(_ folder: String, into other: String, except names: Set<String>, _ budget: inout Int) -> Bool {
    let entries = FilePlace.entries(of: folder)
    guard entries.areAll else { return false }
    for name in entries.names where !names.contains(name) {
      budget -= 1
      if budget < 0 { return false }
      let (old, new) = ("\(folder)/\(name)", "\(other)/\(name)")
      if linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0 { continue }
      guard let mode = FilePlace.mode(of: old), mode & S_IFMT == S_IFDIR, mkdir(new, mode & 0o7777) == 0,
        link(old, into: new, except: [], &budget)
      else { return false }
    }
    return true
  }

  func discard() { FilePlace.removeTree(temporary) }
}
