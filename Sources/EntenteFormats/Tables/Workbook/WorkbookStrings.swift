/// The texts that a workbook's cells share, as bytes one after the other.
struct WorkbookStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  init(_ part: WorkbookArchive.Part) throws(WorkbookFault) {
    let xml = try WorkbookXML(part)
    var depth = 0
    var isText = false
    var phonetic = 0
    while let event = try xml.next() {
      switch event {
      case .start:
        if xml.isElement("si") { depth += 1 }
        // Readings of Japanese words are no part of the text.
        if xml.isElement("rPh") { phonetic += 1 }
        isText = depth > 0 && phonetic == 0 && xml.isElement("t")
      case .text: if isText { xml.withText { bytes.append(contentsOf: $0) } }
      case .end:
        isText = false
        if xml.isElement("rPh") { phonetic -= 1 }
        if xml.isElement("si") {
          depth -= 1
          ends.append(bytes.count)
        }
      }
    }
  }

  /// The bytes of the text with that number; `nil` when there is none.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
