import Entente

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds files that another file names: only beneath that file's folder, or beneath those that the user names, so that somebody
/// else's graph file cannot have any file of the reader's read.
enum NamedFile {
  enum Problem: Error {
    case outside, notThere(nearest: String?), notAFile
  }

  /// The path of the file, first beside the file that names it, then in the folders in their order.
  static func find(_ name: String, beside folder: String, orIn folders: [String]) throws(Problem) -> String {
    // A sheet's name is no part of the file's.
    let sheet = name.range(ofSheet: ".xlsx#")
    let file = sheet.map { String(name[..<$0]) } ?? name
    guard !file.isEmpty, !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else { throw .outside }
    for folder in [folder] + folders.map({ $0.hasSuffix("/") ? $0 : $0 + "/" }) {
      let path = folder + file
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard isBeneath(path, folder.isEmpty ? "." : folder) else { throw .outside }
      guard isPlainFile(path) else { throw .notAFile }
      return folder + name
    }
    throw .notThere(nearest: InputFile.nearest(to: folder + file))
  }

  /// Whether it is neither a folder nor a device nor a pipe, which may never end.
  private static func isPlainFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a file is in a folder when all symbolic links are followed.
  private static func isBeneath(_ path: String, _ folder: String) -> Bool {
    let root = resolved(folder)
    return resolved(path).hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

extension String {
  /// Where the sign is that parts a workbook's name from a sheet's.
  fileprivate func range(ofSheet ending: String) -> Index? {
    guard let sign = lastIndex(of: "#"), self[..<sign].lowercased().hasSuffix(ending.dropLast()) else { return nil }
    return sign
  }
}

/// A file that a graph file names and that is not read.
struct NamedFileFault: Finding {
  let name: String
  let problem: NamedFile.Problem

  var message: String {
    switch problem {
    case .outside: "'\(name)' leads out of the graph file's folder"
    case .notThere: "there is no file '\(name)'"
    case .notAFile: "'\(name)' is no plain file"
    }
  }

  var advice: [String] {
    switch problem {
    case .outside, .notAFile: ["files are read from beneath that folder, or beneath those that --files names"]
    case .notThere(let nearest):
      Wording.didYouMean(nearest) + ["it is looked for beside the graph file, then in the folders that --files names"]
    }
  }
}
