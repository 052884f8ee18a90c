import CParsers
import CSerd

/// A graph in Graphviz' language, read by Graphviz.
struct DOTFile: ~Copyable {
  private let graph: UnsafeMutablePointer<Agraph_t>

  /// `nil` where Graphviz takes the bytes for no graph.
  init?(_ bytes: [UInt8]) {
    agseterr(AGMAX)
    let text = bytes.map { CChar(bitPattern: $0) } + [0]
    guard let graph = agmemread(text) else { return nil }
    self.graph = graph
  }

  deinit { agclose(graph) }

  /// An id as Graphviz keeps it: it makes one of two backslashes for labels, and leaves both everywhere else.
  static func kept(_ id: String) -> String {
    id.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// What its nodes have as `id`. Their names are not asked: of one that begins with a percent sign Graphviz makes a number.
  var ids: Set<String> {
    var ids: Set<String> = []
    var name = Array("id".utf8CString)
    var next = agfstnode(graph)
    while let node = next {
      if let text = name.withUnsafeMutableBufferPointer({ agget(node, $0.baseAddress) }) {
        ids.insert(String(cString: text))
      }
      next = agnxtnode(graph, node)
    }
    return ids
  }
}

/// Turtle, read by serd.
enum TurtleFile {
  private final class Found {
    var literals: Set<String> = []
    var isFaulty = false
  }

  /// The texts of all literals; `nil` where serd does not take it.
  static func literals(in bytes: [UInt8]) -> Set<String>? {
    let found = Found()
    let me = Unmanaged.passUnretained(found).toOpaque()
    let reader = serd_reader_new(
      SERD_TURTLE, me, nil, nil, nil,
      { me, _, _, _, _, object, _, _ in
        guard let me, object.pointee.type == SERD_LITERAL, let text = object.pointee.buf else {
          return SERD_SUCCESS
        }
        let bytes = UnsafeBufferPointer(start: text, count: object.pointee.n_bytes)
        Unmanaged<Found>.fromOpaque(me).takeUnretainedValue().literals.insert(String(decoding: bytes, as: UTF8.self))
        return SERD_SUCCESS
      }, nil)
    guard let reader else { return nil }
    defer { serd_reader_free(reader) }
    serd_reader_set_strict(reader, true)
    serd_reader_set_error_sink(
      reader,
      { me, _ in
        if let me { Unmanaged<Found>.fromOpaque(me).takeUnretainedValue().isFaulty = true }
        return SERD_SUCCESS
      }, me)
    let status = serd_reader_read_string(reader, bytes + [0])
    return status == SERD_SUCCESS && !found.isFaulty ? found.literals : nil
  }
}

/// A table, read by libcsv.
enum CSVFile {
  private final class Counted {
    var cells = 0
    var first: Int?
    var isRectangular = true
  }

  /// Whether all rows have as many cells as the first.
  static func isRectangular(_ bytes: [UInt8]) -> Bool {
    let counted = Counted()
    let me = Unmanaged.passUnretained(counted).toOpaque()
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else { return false }
    defer { csv_free(&parser) }
    let cell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = { _, _, me in
      if let me { Unmanaged<Counted>.fromOpaque(me).takeUnretainedValue().cells += 1 }
    }
    let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, me in
      guard let me else { return }
      let counted = Unmanaged<Counted>.fromOpaque(me).takeUnretainedValue()
      if let first = counted.first, first != counted.cells { counted.isRectangular = false }
      if counted.first == nil { counted.first = counted.cells }
      counted.cells = 0
    }
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    let count = bytes.count - start
    let parsed = bytes.withUnsafeBytes { bytes in
      csv_parse(&parser, bytes.baseAddress.map { $0 + start }, count, cell, row, me)
    }
    return parsed == count && csv_fini(&parser, cell, row, me) == 0 && counted.isRectangular
  }
}

/// Cypher, of which no parser is a library here: its texts and names are taken out by its grammar's rules for them, and what
/// is left must be the statements' own words.
enum CypherFile {
  /// The texts between single quotes; `nil` where a quote is open, or something else stands outside.
  static func texts(in bytes: [UInt8]) -> Set<String>? {
    var texts: Set<String> = []
    var text: [UInt8] = []
    var quote: UInt8 = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote == 0 {
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
          quote = byte
          text.removeAll(keepingCapacity: true)
        } else if byte >= 0x80 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\"") {
          return nil
        }
      } else if byte == quote {
        if quote == UInt8(ascii: "`"), index < bytes.count, bytes[index] == quote {
          index += 1
          continue
        }
        if quote == UInt8(ascii: "'") { texts.insert(String(decoding: text, as: UTF8.self)) }
        quote = 0
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "'") {
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "'"), UInt8(ascii: "\\"): text.append(bytes[index])
        default: return nil
        }
        index += 1
      } else {
        text.append(byte)
      }
    }
    return quote == 0 ? texts : nil
  }
}
