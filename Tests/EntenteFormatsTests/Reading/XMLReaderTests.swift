import EntenteFormats
import Foundation
import Testing

/// What an XML document says, an event a line.
private struct Events: XMLHandler {
  var lines: [String] = []

  mutating func start(_ element: borrowing XMLElement) throws {
    let attributes = element.attributes.map { "\(String(decoding: $0.name, as: UTF8.self))=\($0.text)" }
    lines.append("<\(element.name)@\(element.offset)\(element.isForeign ? " foreign" : "") \(attributes)")
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws {
    lines.append("text \(String(decoding: text, as: UTF8.self).debugDescription)")
  }

  mutating func end() throws { lines.append(">") }
}

private struct Reading: Equatable {
  var lines: [String] = []
  var fault: String?

  init(_ document: some Sequence<UInt8>, piece: Int = .max, scans: Bool = true, cores: Int = 1) {
    var events = Events()
    do {
      // With several cores another thread scans from the beginning on.
      try XMLReader.read(
        ByteStream(Array(document), inPiecesOf: piece), &events, scans: scans, cores: cores, alone: 0)
    } catch {
      fault = "\(error)"
    }
    lines = events.lines
  }

  /// Whether two ways to read a document come to the same: all of it, or a fault, before which one may have told more.
  func agrees(with other: Reading) -> Bool {
    guard (fault == nil) == (other.fault == nil) else { return false }
    return fault == nil ? lines == other.lines : lines.starts(with: other.lines) || other.lines.starts(with: lines)
  }
}

@Suite("Reading XML")
struct XMLReaderTests {
  static let documents = [
    #"<a/>"#, #"<a></a>"#, #"  <a b="c" d='e"f'>text</a>  "#, #"<a b = "1"   c='2' />"#,
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b>x &lt; y &amp;&gt;&quot;&apos; &#10;&#x1F600;</b>\n</a>\n",
    "\u{FEFF}<?xml version='1.0' encoding='utf-8' standalone='yes'?><a>ü 北 👩🏽‍🚀</a>",
    #"<a b="x&lt;&#9;&#xA;y" c="ü 北">]] > ] ]></a>"#, #"<a b="x&amp;y&#38;z&amp;#38;" c='&#x26;'>&amp;#38;</a>"#,
    "<a b=\"1\n2\t3\r\n4\r5\">1\r\n2\r3</a>",
    "<a><!-- a comment - with <tags> --><b/><?php echo 1 ?>x<![CDATA[<&>]]>y<![CDATA[]]></a><!-- end --><?z?>\n",
    #"<g:a xmlns:g="u" xmlns:y="v"><g:b y:c="1"/><y:d/><e/></g:a>"#,
    #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="x" xsi:schemaLocation="u v"><graph/></graphml>"#,
    "<!DOCTYPE a SYSTEM \"a.dtd\"><a b=\"1\">x</a>", "<!DOCTYPE a [<!ELEMENT a ANY>]><a>x</a>",
    "<a>\(String(repeating: "<b>", count: 230))x\(String(repeating: "</b>", count: 230))</a>",
    "<a \((0..<40).map { "a\($0)='\($0)'" }.joined(separator: " "))/>", "<ä ö='ü'>x</ä>",
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>x</a>", "<?xml version=\"1.1\"?><a>x</a>",
  ]

  static let faulty = [
    "", " ", "<", "text", "<a>", "<a", "<a b", "<a b=", "<a b=\"", "<a></b>", "<a/><b/>", "<a/>text",
    "<a b='1' b='2'/>",
    "<a b='1'c='2'/>", "<a b='<'/>", "<a>&x;</a>", "<a>&#0;</a>", "<a>&#xFFFE;</a>", "<a>&lt</a>", "<a>]]></a>",
    "<a>\u{1}</a>", "<a b='\u{1}'/>", "<a>\0</a>", "<a><!-- -- --></a>", "<a><?xml version='1.0'?></a>", "<1/>",

    "<a><![CDATA[x</a>", "<a b=c/>", "< a/>", "<a><b></a></b>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost/'> %x;]><a/>", "<!DOCTYPE a SYSTEM 'a.dtd'><a>&x;</a>",
    "<a>\(String(repeating: "<b>", count: 1000))", "<?xml version=\"1.0\" encoding=\"nonsense\"?><a/>",
  ]

  @Test("is the same with the scanner and without, in pieces of any size", arguments: documents)
  func same(document: String) {
    let expected = Reading(document.utf8, scans: false)
    #expect(expected.fault == nil)
    for piece in [1, 2, 3, 7, 64, .max] { #expect(Reading(document.utf8, piece: piece) == expected, "\(piece)") }
    #expect(Reading(document.utf8, cores: 2) == expected)
  }

  @Test("finds the same faults with the scanner and without", arguments: faulty)
  func faults(document: String) {
    let expected = Reading(document.utf8, scans: false)
    #expect(expected.fault != nil)
    for piece in [1, 5, .max] { #expect(Reading(document.utf8, piece: piece).agrees(with: expected), "\(piece)") }
    #expect(Reading(document.utf8, cores: 2) == Reading(document.utf8))
  }

  @Test("is the same for every GraphML file of the fuzzer's corpus, cut off in many places")
  func corpus() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../../Fuzz/Corpus/graphml").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count > 50)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      // What is packed the stream unpacks; a cut there is not XML's matter.
      if bytes.starts(with: [0x1f, 0x8b]) { continue }
      for end in Set([bytes.count] + Array(stride(from: 0, to: bytes.count, by: 1 + bytes.count / 25))) {
        let (scanned, read) = (Reading(bytes[..<end]), Reading(bytes[..<end], scans: false))
        #expect(scanned.agrees(with: read), "\(name) \(end)")
        #expect(scanned == Reading(bytes[..<end], cores: 2), "\(name) \(end)")
      }
    }
  }

  @Test("is the same over many batches, on one core and two, and where it ends too early or a handler gives up")
  func long() throws {
    var document = #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph>"#
    for row in 0..<7_000 {
      document += "\n <edge id='e\(row)' source='a&amp;\(row)' target='ü\(row)'>"
      for key in 0..<4 { document += "<data key=\"k\(key)\">[\(row), \(key % 2 == 0 ? "北" : "&lt;")]</data>" }
      document += "</edge>"
    }
    document += "</graph></graphml>"
    let bytes = Array(document.utf8)
    let expected = Reading(bytes, scans: false)
    for cores in [1, 2] {
      // Messages of whole documents are of no use.
      let isSame = Reading(bytes, cores: cores) == expected
      let isSameCut = Reading(bytes[..<900_000], cores: cores) == Reading(bytes[..<900_000])
      #expect(isSame && isSameCut)
      var impatient = Impatient()
      #expect(throws: Impatient.Enough.self) {
        try XMLReader.read(ByteStream(bytes), &impatient, cores: cores, alone: 1)
      }
    }
  }

  /// Gives up after so many elements.
  private struct Impatient: XMLHandler {
    struct Enough: Error {}
    var count = 0

    mutating func start(_ element: borrowing XMLElement) throws {
      count += 1
      if count > 20_000 { throw Enough() }
    }
    mutating func text(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws {}
    mutating func end() throws {}
  }

  @Test("is the same wherever a document ends too early", arguments: documents)
  func truncated(document: String) {
    let bytes = Array(document.utf8)
    let whole = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
    for end in stride(from: 0, to: whole, by: 1 + bytes.count / 400) {
      let (scanned, read) = (Reading(bytes[..<end]), Reading(bytes[..<end], scans: false))
      #expect(scanned.agrees(with: read), "\(end): \(scanned) \(read)")
    }
  }

  @Test("is the same with any byte put in any place")
  func damaged() {
    for document in Self.documents where document.utf8.count < 120 {
      for place in document.utf8.indices.indices {
        let offset = document.utf8.distance(from: document.utf8.startIndex, to: place)
        for byte: UInt8 in [0, 0x0d, 0x20, 0x22, 0x26, 0x2f, 0x3c, 0x3e, 0x5d, 0xc3, 0xff] {
          var bytes = Array(document.utf8)
          bytes[offset] = byte
          let (scanned, read) = (Reading(bytes), Reading(bytes, scans: false))
          #expect(scanned.agrees(with: read), "\(document) \(offset) \(byte)\n\(scanned)\n\(read)")
        }
      }
    }
  }
}
