import ArgumentParser
import EntenteFormats
import EntenteGraphviz
import EntentePage

/// Every format that `export` writes: texts, pictures and pages in one list of exporters.
enum Formats {
  static let all = exporters({ PictureExporter($0) }, HTML()).map(\.format)

  /// The exporters, with pictures and pages made as the options say.
  static func exporters(_ picture: (PictureFormat) -> PictureExporter, _ page: HTML) -> [any Exporter] {
    Exporters.all + PictureFormat.allCases.map(picture) + [page]
  }

  /// The list as the help text shows it.
  static var table: String {
    let endings = all.map { $0.isFolder ? "NAME/" : $0.endings.map { ".\($0)" }.joined(separator: " ") }
    let width = endings.map(\.count).max() ?? 0
    return zip(endings, all).map { "  \($0.padded(to: width))  \($1.name): \($1.summary)" }.joined(separator: "\n")
  }

  static var knownEndings: String {
    all.map { $0.isFolder ? "/" : $0.endings.map { ".\($0)" }.joined(separator: " ") }.joined(separator: " ")
  }
}

/// Where an export goes, and in which format.
struct ExportTarget {
  let format: Format
  /// `nil` is standard output.
  let path: String?
  /// Whether it is packed as gzip does.
  private let isPacked: Bool
  /// Whether to wait until it is on the disk.
  let syncs: Bool

  init(output: String?, format name: String?, tool: String?, syncs: Bool) throws {
    self.syncs = syncs
    path = output == "-" ? nil : output
    isPacked = [path, name].contains { $0?.lowercased().hasSuffix(".gz") == true }
    if let name {
      guard let format = Formats.all.format(ending: name) else {
        throw ValidationError(
          "no format is called '\(name)'; known: \(Formats.all.flatMap(\.endings).joined(separator: " "))")
      }
      self.format = format
    } else if let path {
      guard let format = Formats.all.format(forPath: path) else {
        throw ValidationError(
          "the ending of '\(path)' is no known format's; known: \(Formats.knownEndings). --format chooses one whatever the name"
        )
      }
      self.format = format
    } else {
      format = DOT().format
    }
    if let tool { try check(tool) }
    if path == nil, format.isFolder { throw ValidationError("\(format.name) is a folder of files: give -o FOLDER/") }
  }

  private func check(_ tool: String) throws {
    guard !format.dialects.contains(where: { $0.name == tool }) else { return }
    let known = format.dialects.map(\.name).joined(separator: ", ")
    throw ValidationError(
      "\(format.name) has no variant for '\(tool)'; " + (known.isEmpty ? "it has none at all" : "it has: \(known)"))
  }

  /// Writes the output whole, or leaves what was there.
  func write(_ body: (inout ByteWriter) async throws -> Void) async throws {
    guard let path else { return try await ByteWriter.descriptor(1, isPacked: isPacked, body) }
    if format.isFolder {
      try await ByteWriter.folder(at: path, isPacked: isPacked, syncs: syncs, body)
    } else {
      try await ByteWriter.file(at: path, isPacked: isPacked, syncs: syncs, body)
    }
  }
}
