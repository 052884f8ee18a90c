/// A spreadsheet file (ECMA-376, `.xlsx`): its sheets, and what they share.
final class Workbook {
  /// A sheet's name, and its part in the archive.
  struct Sheet: Hashable {
    let name: String
    let part: String
  }

  private(set) var sheets: [Sheet] = []
  private let archive: WorkbookArchive
  private(set) var strings = WorkbookStrings()
  private(set) var styles = WorkbookStyles()
  /// Whether days are counted from 1904, as on old Macintoshes.
  private(set) var countsFrom1904 = false

  convenience init(_ bytes: [UInt8]) throws(WorkbookFault) {
    if bytes.isEmpty { throw .notAnArchive("it is empty") }
    if bytes.starts(with: Self.compoundFile) { throw Self.isEncrypted(bytes) ? .password : .oldFormat }
    if !bytes.starts(with: Array("PK".utf8)), let guess = FormatGuess.guess(Array(bytes.prefix(1 << 10))) {
      throw .another(guess)
    }
    try self.init(WorkbookArchive(bytes))
  }

  private init(_ archive: WorkbookArchive) throws(WorkbookFault) {
    self.archive = archive
    let name = try workbookPart()
    guard name.hasSuffix(".xml") else { throw .binary }
    let targets = try relationships(of: name)
    try readWorkbook(name, targets.byID)
    if let part = targets.byType["styles"] { styles = try archive.part(part).map(WorkbookStyles.init) ?? styles }
    if let part = targets.byType["sharedStrings"] {
      strings = try archive.part(part).map(WorkbookStrings.init) ?? strings
    }
  }

  /// How files of Microsoft's older formats begin.
  private static let compoundFile: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

  /// Whether there is an encrypted workbook in a compound file; without one it is of the old format.
  private static func isEncrypted(_ file: [UInt8]) -> Bool {
    let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
    return file.indices.contains { file[$0] == name[0] && file[$0...].starts(with: name) }
  }

  /// The sheet with that name, or the first.
  func text(ofSheet name: String?) throws(WorkbookFault) -> SheetText {
    let found = name.map { name in sheets.first { $0.name == name } } ?? sheets.first
    guard let sheet = found else { throw .noSheet(name ?? "", sheets.map(\.name)) }
    guard let part = try archive.part(sheet.part) else { throw .part(sheet.part, "it is not there") }
    return SheetText(try WorkbookXML(part), of: self)
  }

  // MARK: - Parts

  private func workbookPart() throws(WorkbookFault) -> String {
    if let name = try relationships(of: "").byType["officeDocument"] { return name }
    if archive.has("xl/workbook.xml") { return "xl/workbook.xml" }
    if archive.has("xl/workbook.bin") { throw .binary }
    throw .notAWorkbook
  }

  private struct Relationships {
    var byID: [String: String] = [:]
    /// By the last part of the type's address.
    var byType: [String: String] = [:]
  }

  /// What a part refers to, as names of parts.
  private func relationships(of name: String) throws(WorkbookFault) -> Relationships {
    let (folder, file) = PartName.split(name)
    guard let part = try archive.part("\(folder)_rels/\(file).rels") else { return Relationships() }
    let xml = try WorkbookXML(part)
    var relationships = Relationships()
    while let event = try xml.next() {
      guard event == .start, xml.isElement("Relationship"), xml.attribute("TargetMode") != "External",
        let target = xml.attribute("Target")
      else { continue }
      guard let path = PartName.resolve(target, in: folder) else { throw .part(target, "its path leaves the archive") }
      if let id = xml.attribute("Id") { relationships.byID[id] = path }
      if let type = xml.attribute("Type")?.split(separator: "/").last { relationships.byType[String(type)] = path }
    }
    return relationships
  }

  private func readWorkbook(_ name: String, _ targets: [String: String]) throws(WorkbookFault) {
    guard let part = try archive.part(name) else { throw .part(name, "it is not there") }
    let xml = try WorkbookXML(part)
    while let event = try xml.next() {
      guard event == .start else { continue }
      if xml.isElement("workbookPr") {
        let value = xml.attribute("date1904")
        countsFrom1904 = value == "1" || value == "true"
      } else if xml.isElement("sheet"), let name = xml.attribute("name"), let id = xml.attribute("id"),
        let part = targets[id]
      {
        sheets.append(Sheet(name: name, part: part))
      }
    }
  }
}

/// Names of parts of an archive.
private enum PartName {
  /// The folder with its slash, and the rest.
  static func split(_ name: String) -> (folder: String, file: String) {
    guard let slash = name.lastIndex(of: "/") else { return ("", name) }
    return (String(name[...slash]), String(name[name.index(after: slash)...]))
  }

  /// What a target means that stands in a part of that folder; `nil` when it climbs out of the archive.
  static func resolve(_ target: String, in folder: String) -> String? {
    let parts = target.hasPrefix("/") ? target.split(separator: "/") : (folder + target).split(separator: "/")
    var path: [Substring] = []
    for part in parts where part != "." {
      if part != ".." {
        path.append(part)
      } else if path.popLast() == nil {
        return nil
      }
    }
    return path.joined(separator: "/")
  }
}
