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

/// What the file system says of an output's place, and the names beside it under which outputs are written.
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

  /// The folder that holds what is at `path`.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A hidden name beside `path` that no other run uses, and that the next run to the same output knows as one of ours.
  ///
  /// It holds a digest of the name and not the name itself, which may have all the 255 bytes that a name can have.
  static func neighbour(of path: String) -> String {
    let suffix = String(UInt64.random(in: 0...(.max)), radix: 36)
    return "\(folder(of: path))/\(prefix(of: path))\(suffix)"
  }

  private static func prefix(of path: String) -> String {
    let name = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    // FNV-1a, the same in every process.
    let digest = name.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return ".entente-\(String(digest, radix: 36))-"
  }

  /// Removes what runs to the same output left beside it when they were killed. What a run still writes is locked by it.
  static func clearLeftovers(of path: String) {
    let prefix = prefix(of: path)
    let folder = folder(of: path)
    for name in entries(of: folder).names where name.hasPrefix(prefix) {
      let leftover = "\(folder)/\(name)"
      let descriptor = open(leftover, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { removeTree(leftover) }
    }
  }

  /// Makes a name of ours known as being written, until the descriptor is closed.
  ///
  /// - Returns: whether it is still there: a run that clears up may have been faster.
  static func lock(_ descriptor: Int32) -> Bool {
    var status = stat()
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// The names in a folder, without `.` and `..`, and whether those are all: a name that is not UTF-8 is not among them.
  static func entries(of folder: String) -> (names: [String], areAll: Bool) {
    guard let stream = opendir(folder) else { return ([], false) }
    defer { closedir(stream) }
    var names: [String] = []
    var areAll = true
    while let entry = readdir(stream) {
      guard let name = String(validatingCString: name(of: entry)) else {
        areAll = false
        continue
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return (names, areAll)
  }

  /// The name of an entry where it stands: the last entries of a folder are shorter than the type, which has room for the longest
  /// name, and must not be copied whole.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar> {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    return UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
  }

  /// Removes a file, or a folder with all that is in it; links are removed and not followed.
  static func removeTree(_ path: String) {
    if unlink(path) == 0 { return }
    for name in entries(of: path).names { removeTree("\(path)/\(name)") }
    rmdir(path)
  }

  /// Waits until a file or folder is on the disk. What cannot be synced (a pipe, some network file systems) is not.
  static func sync(_ descriptor: Int32) throws(WriteError) {
    if fsync(descriptor) == 0 || [EINVAL, EROFS, ENOTSUP].contains(errno) { return }
    throw WriteError(path: nil)
  }

  /// Waits until the names in a folder are on the disk.
  static func sync(folder: String) throws(WriteError) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    // A folder that may be written to and not read has no other way.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    try sync(descriptor)
  }

  /// Lets two names change places in one step.
  static func exchange(_ one: String, _ other: String) -> Bool {
    #if canImport(Darwin)
      renamex_np(one, other, UInt32(RENAME_SWAP)) == 0
    #else
      entente_exchange(one, other) == 0
    #endif
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
