import Entente

/// A folder of tables in pieces: some rows of nodes, or of edges, with the citations of them. The other tables are small, and
/// read with each piece.
final class CSVPieces: SourcePieces {
  private let source: Source
  private let size: Int
  /// The tables by their names.
  private let files: [TableReading.Name: Source]
  /// Those with rows, as far as they are not read yet.
  private var names: [TableReading.Name]
  private var rows: (name: TableReading.Name, pieces: TextPieces)?
  private var citations: CitationPieces?

  /// - Throws: ``SourceFault`` when a table cannot be opened, ``NotInPieces`` where the folder has others.
  init(_ source: Source, size: Int) throws {
    var files: [TableReading.Name: Source] = [:]
    for file in try source.files() {
      let stem = file.hasSuffix(".gz") ? file.dropLast(3) : file[...]
      guard stem.hasSuffix(".csv"), let name = TableReading.Name(rawValue: String(stem.dropLast(4))),
        files.updateValue(source.file(file), forKey: name) == nil
      else { throw NotInPieces("'\(file)' in it is no table that Entente writes") }
    }
    (self.source, self.size, self.files) = (source, size, files)
    names = [.nodes, .edges].filter { files[$0] != nil }
    citations = try files[.citations].map { try CitationPieces($0) }
  }

  func next() throws -> SourcePiece? {
    while true {
      if let rows, let piece = try self.rows?.pieces.next() { return try sourcePiece(piece, of: rows.name) }
      guard let name = names.first, let file = files[name] else {
        if let citations, !citations.isAtEnd { throw NotInPieces("citations.csv is not in the order of its rows") }
        return nil
      }
      names.removeFirst()
      rows = (name, try TextPieces(file, size: size, at: Places()))
    }
  }

  private func sourcePiece(_ piece: TextPieces.Piece, of name: TableReading.Name) throws -> SourcePiece {
    let cited = try citations?.take(ofRowsIn: piece.bytes, name)
    return SourcePiece(head: piece.head, body: piece.body, text: piece.text) { [self] in
      var draft = GraphDraft()
      var reading = TableReading(source.options)
      let whole = draft.add(source: SourceText(source.name, bytes: []))
      for small in TableReading.Name.allCases where ![.citations, .nodes, .edges].contains(small) {
        guard let file = files[small] else { continue }
        try reading.read(try Table.text(file, .together(in: whole), into: &draft), small, into: &draft)
      }
      func table(_ bytes: [UInt8], _ name: TableReading.Name) throws -> Table {
        var rows = Source.bytes(bytes, name: files[name]?.name ?? "")
        rows.options = source.options
        return try Table.text(rows, .together(in: whole), into: &draft)
      }
      if let cited { try reading.read(try table(cited, .citations), .citations, into: &draft) }
      let rows = try table(piece.bytes, name)
      try reading.read(rows, name, into: &draft)
      reading.finish(into: &draft)
      let nodes = name == .nodes ? rows.source : draft.add(source: SourceText(files[.nodes]?.name ?? "", bytes: []))
      return SourcePiece.Draft(draft: draft, source: rows.source, entities: nodes)
    }
  }

  /// The ends of lines that are not within quotation marks.
  private struct Places: CuttingPlaces {
    var fault: String { "its rows are too long" }

    func first(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      var found: Int?
      forEachPlace(in: bytes) { if found == nil { found = $0 } }
      return found
    }

    func last(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      var found: Int?
      forEachPlace(in: bytes) { found = $0 }
      return found
    }

    private func forEachPlace(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
      var isQuoted = false
      for index in bytes.indices {
        if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if bytes[index] == UInt8(ascii: "\n"), !isQuoted, index + 1 < bytes.count { body(index + 1) }
      }
    }
  }
}

/// The table of citations, in pieces that belong to those of the other tables.
private final class CitationPieces {
  private let reader: TableReader
  private let head: [UInt8]
  private let columns: (edge: Int?, node: Int?)
  private(set) var isAtEnd = false

  init(_ source: Source) throws {
    let stream = try TableStream(source)
    let beginning = try stream.look(1 << 16)
    let syntax = beginning.withUnsafeBufferPointer { TableSyntax(ofTextThatBegins: $0, expected: .comma) }
    guard syntax == .comma else { throw NotInPieces("citations.csv has no commas") }
    let reader = TableReader(syntax) { try stream.read(into: $0) }
    guard try reader.readRow() else { throw NotInPieces("citations.csv is empty") }
    let names = reader.cells.map { String(decoding: reader.text($0), as: UTF8.self) }
    columns = (names.firstIndex(of: "edge"), names.firstIndex(of: "node"))
    head = Self.line(of: reader)
    self.reader = reader
    try goOn()
  }

  private func goOn() throws {
    isAtEnd = try !reader.readRow()
    if reader.fault != nil { throw NotInPieces("something is wrong with citations.csv") }
  }

  /// The next citations, as far as they are of rows of these.
  func take(ofRowsIn table: [UInt8], _ name: TableReading.Name) throws -> [UInt8] {
    let ids = try Self.ids(in: table)
    var bytes = head
    while !isAtEnd {
      let edge = columns.edge.map { Array(reader.text($0)) } ?? []
      let node = columns.node.map { Array(reader.text($0)) } ?? []
      let owner = edge.isEmpty ? node : edge
      guard edge.isEmpty == (name == .nodes), ids.contains(owner) else { break }
      bytes += Self.line(of: reader)
      try goOn()
    }
    return bytes
  }

  /// The ids of a table's rows.
  private static func ids(in table: [UInt8]) throws -> Set<[UInt8]> {
    let stream = ByteStream(table)
    let reader = TableReader(.comma) { try stream.read(into: $0) }
    guard try reader.readRow() else { return [] }
    let names = reader.cells.map { String(decoding: reader.text($0), as: UTF8.self) }
    guard let id = names.firstIndex(of: "id") else { throw NotInPieces("its tables have no column 'id'") }
    var ids: Set<[UInt8]> = []
    while try reader.readRow() {
      if id < reader.count { ids.insert(Array(reader.text(id))) }
    }
    return ids
  }

  /// A row as it can be read again.
  private static func line(of reader: TableReader) -> [UInt8] {
    var line: [UInt8] = []
    for index in 0..<reader.count {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      let text = reader.text(index)
      if text.isEmpty { continue }
      line.append(UInt8(ascii: "\""))
      for byte in text { line += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
      line.append(UInt8(ascii: "\""))
    }
    return line + [0x0D, 0x0A]
  }
}
