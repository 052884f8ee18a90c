import CReading

/// The elements of a workbook's part, one after the other, as libxml2's reader gives them: no entities beyond XML's own, no
/// network, no part of any length in memory.
final class WorkbookXML {
  /// What stands at the reader's place.
  enum Event: Equatable {
    case start, end, text
  }

  private let part: WorkbookArchive.Part
  private let reader: xmlTextReaderPtr
  private var hasEnded = false

  init(_ part: WorkbookArchive.Part) throws(WorkbookFault) {
    self.part = part
    let context = Unmanaged.passUnretained(part).toOpaque()
    let read: xmlInputReadCallback = { context, buffer, count in
      guard let context, let buffer, count > 0 else { return 0 }
      let part = Unmanaged<WorkbookArchive.Part>.fromOpaque(context).takeUnretainedValue()
      return CInt(part.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))))
    }
    guard let reader = xmlReaderForIO(read, nil, context, nil, nil, XML_PARSE_NONET) else {
      throw .part(part.name, "libxml2 cannot read it")
    }
    self.reader = reader
    // Without a handler libxml2 prints what is wrong.
    xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
  }

  deinit { xmlFreeTextReader(reader) }

  /// Goes on to the next element's start, its end, or text; `nil` at the end.
  ///
  /// An element that is empty has an end, too.
  func next() throws(WorkbookFault) -> Event? {
    if hasEnded {
      hasEnded = false
      return .end
    }
    while true {
      switch xmlTextReaderRead(reader) {
      case 0: return nil
      case 1: break
      default:
        throw part.fault ?? .part(part.name, "its XML is broken at line \(xmlTextReaderGetParserLineNumber(reader))")
      }
      switch xmlTextReaderNodeType(reader) {
      case XML_READER_TYPE_ELEMENT:
        hasEnded = xmlTextReaderIsEmptyElement(reader) == 1
        return .start
      case XML_READER_TYPE_END_ELEMENT: return .end
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return .text
      case XML_READER_TYPE_DOCUMENT_TYPE:
        throw .part(part.name, "it has a document type, which no workbook has")
      default: break
      }
    }
  }

  /// Whether the element at the reader's place has that name, whatever its prefix.
  func isElement(_ name: StaticString) -> Bool {
    guard let local = xmlTextReaderConstLocalName(reader) else { return false }
    return Self.equals(local, name)
  }

  /// The value of an attribute, as long as the reader stays; `nil` when the element has none of that name.
  func attribute(_ name: StaticString) -> String? {
    var value: String?
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    repeat {
      if let local = xmlTextReaderConstLocalName(reader), Self.equals(local, name),
        let text = xmlTextReaderConstValue(reader)
      {
        value = String(cString: text)
        break
      }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    xmlTextReaderMoveToElement(reader)
    return value
  }

  /// The bytes of the text at the reader's place.
  func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let text = xmlTextReaderConstValue(reader) else { return }
    body(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  private static func equals(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    for index in 0..<count where text[index] != name.utf8Start[index] { return false }
    return text[count] == 0
  }
}
