import CParsers
import Entente
import EntenteFormats

extension Subject {
  /// A workbook's parts, unpacked: the sheet, the texts that its cells share, and its styles, with lines of `===` between.
  /// A fuzzer that changes packed bytes hardly ever comes behind their checksums.
  static let sheet = Subject(name: "sheet") { bytes in
    let parts = bytes.split(separator: Array("===\n".utf8), maxSplits: 2, omittingEmptySubsequences: false)
    var files = StoredArchive.workbook
    for (name, part) in zip(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"], parts) {
      files.append((name, Array(part)))
    }
    let loaded = LoadedGraph([.bytes(StoredArchive.bytes(of: files), name: "input.xlsx")])
    for diagnostic in loaded.diagnostics { _ = diagnostic.description }
    if let graph = loaded.graph { Laws.hold(graph) }
  }
}

/// A ZIP archive without compression.
enum StoredArchive {
  /// What a workbook with one sheet has beside its sheet.
  static let workbook: [(name: String, bytes: [UInt8])] = [
    (
      "[Content_Types].xml",
      xml("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
    ),
    (
      "_rels/.rels",
      xml(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
          + "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
          + "Target='xl/workbook.xml'/></Relationships>")
    ),
    (
      "xl/workbook.xml",
      xml(
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r="
          + "'http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
          + "<sheet name='Sheet1' sheetId='1' r:id='r1'/></sheets></workbook>")
    ),
    (
      "xl/_rels/workbook.xml.rels",
      xml(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          + ["worksheet:worksheets/sheet1", "sharedStrings:sharedStrings", "styles:styles"].enumerated()
          .map { index, part in
            let names = part.split(separator: ":")
            return "<Relationship Id='r\(index + 1)' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
              + "relationships/\(names[0])' Target='\(names[1]).xml'/>"
          }.joined() + "</Relationships>")
    ),
  ]

  private static func xml(_ text: String) -> [UInt8] { Array("<?xml version=\"1.0\"?>\(text)".utf8) }

  /// The archive of some files (APPNOTE 6.3.9, 4.3).
  static func bytes(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let sum = file.bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
      let size = number(file.bytes.count, 4)
      // Version 2.0, no flags, stored, no time; then what both headers have.
      let shared =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + number(Int(sum), 4) + size + size
        + number(file.name.utf8.count, 2) + [0, 0]
      directory +=
        [0x50, 0x4b, 1, 2, 20, 0] + shared + [UInt8](repeating: 0, count: 10)
        + number(archive.count, 4) + Array(file.name.utf8)
      archive += [0x50, 0x4b, 3, 4] + shared + Array(file.name.utf8) + file.bytes
    }
    let count = number(files.count, 2)
    return archive + directory + [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + count + count + number(directory.count, 4)
      + number(archive.count, 4) + [0, 0]
  }

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
