import Entente

/// A text that is a table: its encoding and its separator, found in its first bytes.
struct TableText {
  let reader: TableReader
  let id: SourceID
  let syntax: TableSyntax

  /// How much of a text is looked at before it is read.
  private static let lookahead = 1 << 16

  /// - Throws: ``SourceFault`` when it cannot be read, or not in this encoding.
  init(_ source: Source, _ rules: SourceRules, into draft: inout GraphDraft) throws {
    let options = source.options
    let stream = try TableStream(source)
    let beginning = try stream.look(Self.lookahead)
    try Self.refuse(beginning, source, into: &draft)
    let sign = beginning.withUnsafeBufferPointer { TextEncoding.sign(in: $0) }
    var encoding = options.encoding ?? (sign.markLength > 0 ? sign.encoding : .utf8)
    // A mark tells UTF-16 from UTF-16 the other way round, which its name leaves open.
    if options.encoding == .utf16LittleEndian, sign.markLength == 2 { encoding = sign.encoding }
    let expected: TableSyntax = [".tsv", ".tsv.gz"].contains { source.name.lowercased().hasSuffix($0) } ? .tab : .comma
    if encoding == .utf8 {
      id = draft.add(source: source.text, rules)
      if options.encoding == nil, sign.encoding != .utf8 {
        throw SourceFault(OtherEncoding(encoding: sign.encoding), at: PackedPlace(id, offset: 0, length: 1))
      }
      let mark = sign.encoding == .utf8 ? sign.markLength : 0
      let syntax = beginning.dropFirst(mark).withUnsafeBufferPointer {
        TableSyntax(ofTextThatBegins: $0, expected: expected)
      }
      try stream.skip(mark)
      reader = TableReader(syntax, from: mark) { try stream.read(into: $0) }
      self.syntax = syntax
    } else {
      let text = try Self.utf8(source, encoding, into: &draft)
      let decoded = Source.bytes(text, name: source.name)
      id = draft.add(source: decoded.text, rules)
      let syntax = text.prefix(Self.lookahead).withUnsafeBufferPointer {
        TableSyntax(ofTextThatBegins: $0, expected: expected)
      }
      let stream = try TableStream(decoded)
      reader = TableReader(syntax) { try stream.read(into: $0) }
      self.syntax = syntax
      if options.encoding == nil { draft.report(ReadAs(encoding: encoding), at: PackedPlace(id)) }
    }
    if syntax != expected { draft.report(PartedBy(syntax: syntax), at: PackedPlace(id)) }
  }

  /// Refuses what is a file of another format under a table's ending.
  private static func refuse(_ beginning: [UInt8], _ source: Source, into draft: inout GraphDraft) throws(SourceFault) {
    guard let guess = FormatGuess.guess(beginning), !FormatGuess.isTable(guess) else { return }
    throw SourceFault(AnotherFormat(expected: "table", found: guess))
  }

  private static func utf8(
    _ source: Source, _ encoding: TextEncoding, into draft: inout GraphDraft
  ) throws -> [UInt8] {
    do {
      return try encoding.utf8(from: try source.bytes())
    } catch let error as TextEncoding.NotThisEncoding {
      let id = draft.add(source: source.text)
      throw SourceFault(
        NotInEncoding(encoding: encoding), at: PackedPlace(id, offset: error.offset, length: 1))
    }
  }
}
