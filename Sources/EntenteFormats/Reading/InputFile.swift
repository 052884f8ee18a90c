import Entente

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the files that the caller names.
package enum InputFile {
  /// Why a file cannot be read.
  enum Problem: Error {
    case noSuchFile, folder, notAllowed
    /// It is packed, and cannot be unpacked.
    case packed(PackedDataFault)
    /// It is too long to be held in memory as a whole.
    case tooLong
    /// Anything else, in the system's name for it.
    case other(String)
  }

  /// How many bytes are held in memory as a whole: of graph files, workbooks, documents' texts and what comes by a pipe.
  static let longestWhole = 1 << 30

  /// The whole of a file, or its first bytes, unpacked if it is packed; pipes are read to their end.
  static func read(_ path: String, upTo limit: Int? = nil) throws(Problem) -> [UInt8] {
    // Foundation's Data refuses pipes.
    let stream = try ByteStream(path: path)
    if let limit { return try stream.rest(upTo: limit) }
    let bytes = try stream.rest(upTo: longestWhole + 1)
    guard bytes.count <= longestWhole else { throw .tooLong }
    return bytes
  }

  /// What a file is like: one that is different was changed.
  struct Stamp: Sendable, Equatable {
    let file: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  /// What the file is like; `nil` for what is no plain file, such as a pipe.
  static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    return Stamp(
      file: UInt64(status.st_ino), size: Int64(status.st_size), seconds: Int(modified.tv_sec),
      nanoseconds: Int(modified.tv_nsec))
  }

  /// Whether the path leads to anything.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// The names of the files in a folder, but those that begin with a point.
  static func names(in folder: String) throws(Problem) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
    } catch {
      throw Problem((error as? CocoaError)?.underlying as? POSIXError ?? error as? POSIXError)
    }
  }

  /// Whether the path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The name in the folder of a file that is not there which is nearest to it, as a path.
  static func nearest(to path: String) -> String? {
    let (folder, name) = split(path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return NearestName.of(name, among: names).map { folder + $0 }
  }

  /// The path without `.`, `..` and links, by which two ways to one file are told to be one.
  static func withoutDetours(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }

  /// The folder of a path, with its slash, and the last part.
  package static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}

extension InputFile.Problem {
  /// The problem that a system call reports.
  init(errno code: CInt) { self.init(POSIXError.Code(rawValue: code).map { POSIXError($0) }) }

  fileprivate init(_ error: POSIXError?) {
    switch error?.code {
    case .ENOENT?, .ENOTDIR?: self = .noSuchFile
    case .EISDIR?: self = .folder
    case .EACCES?, .EPERM?: self = .notAllowed
    case let code?: self = .other("\(code)")
    case nil: self = .other("an error without a name")
    }
  }

  /// The problem in words, after "cannot be read: ".
  var words: String {
    switch self {
    case .noSuchFile: "there is no such file"
    case .folder: "it is a folder, not a file"
    case .notAllowed: "its permissions do not allow it"
    case .packed(let fault): fault.words
    case .tooLong: "it is longer than \(InputFile.longestWhole >> 20) MB"
    case .other(let name): "the system reports \(name)"
    }
  }
}

/// A graph file that cannot be read.
struct UnreadableGraphFile: Finding {
  let problem: InputFile.Problem
  let nearest: String?

  var message: String { "the file cannot be read: \(problem.words)" }
  var advice: [String] {
    if case .packed(let fault) = problem { return fault.advice }
    if case .tooLong = problem {
      return ["GraphML, GEXF, CSV and JSON may be longer, in a file and not by a pipe: they are read piece by piece"]
    }
    guard case .folder = problem else { return Wording.didYouMean(nearest) }
    return ["name the graph files in it, one by one"]
  }
}
