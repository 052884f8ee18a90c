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

  /// The path of the file, first beside the file that names it, then in the folders of `options` in their order; with
  /// ``ImportOptions/trustsPaths`` wherever it is.
  static func find(_ name: String, beside folder: String, _ options: ImportOptions) throws(Problem) -> String {
    let (folders, isTrusted) = (options.folders, options.trustsPaths)
    // A sheet's name is no part of the file's.
    let sheet = name.range(ofSheet: ".xlsx#")
    let file = sheet.map { String(name[..<$0]) } ?? name
    guard !file.isEmpty else { throw .notAFile }
    if !isTrusted, file.hasPrefix("/") || file.split(separator: "/").contains("..") { throw .outside }
    for folder in [file.hasPrefix("/") ? "" : folder] + folders.map({ $0.hasSuffix("/") ? $0 : $0 + "/" }) {
      let path = folder + file
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard isTrusted || isBeneath(path, folder.isEmpty ? "." : folder) else { throw .outside }
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
    case .outside:
      [
        "files are read from beneath that folder, or beneath those that --files names; "
          + "--trust reads them wherever they are"
      ]
    case .notAFile: ["a device, a pipe or a folder is not read"]
    case .notThere(let nearest):
      Wording.didYouMean(nearest) + ["it is looked for beside the graph file, then in the folders that --files names"]
    }
  }
}
