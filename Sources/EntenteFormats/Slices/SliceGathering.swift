import Entente

/// What the first reading of a file finds out.
struct SliceGathering {
  private let source: Source
  private let filter: Filter
  private let omitsNothing: Bool
  private let size: Int
  private var resolved: Filter?
  private var shared = SharedHead()
  private(set) var counts = Selection.Counts.none
  private(set) var index = EntityIndex()
  private(set) var isKept: [Bool] = []
  private(set) var findings = PieceFindings()
  private(set) var rules: PieceRules
  private(set) var rows: RowFacts
  private(set) var parts: [FileSlice.Part] = []

  init(_ source: Source, _ filter: Filter, omitsNothing: Bool, size: Int) throws {
    let seal = SealedInput(path: source.path, sources: 0..<0).sealPath
    if let seal, InputFile.stamp(of: seal) != nil { throw NotInPieces("a seal is for the whole graph") }
    (self.source, self.filter, self.omitsNothing, self.size) = (source, filter, omitsNothing, size)
    rules = try PieceRules()
    rows = RowFacts(omitsNothing: omitsNothing)
  }

  mutating func run() throws {
    let pieces = try EntenteFormats.pieces(of: source, size: size)
    while let piece = try pieces.next() { try add(piece) }
    if try rules.hasIDTwice() { throw NotInPieces("an id stands in it twice") }
    try gatherEntities()
  }

  private mutating func add(_ piece: SourcePiece) throws {
    let read = try ReadPiece(piece, index)
    let graph = read.graph
    var part = FileSlice.Part(firstEntity: index.count, hasEntities: read.entities > 0)
    let places = try addEntities(of: read, piece)
    let stretch = PieceFindings.Stretch(source: read.source, head: piece.head, body: piece.body, text: piece.text)
    let isAll = findings.add(graph, read.found, stretch) { [index] in index.place(ofRow: $0) }
    guard isAll, shared.join(graph) else { throw NotInPieces("something in it has to be told of the whole graph") }
    try rules.add(graph, entities: read.entities, rows: places)
    if resolved == nil { resolved = filter.resolvedIfKnown(in: graph) }
    guard let resolved else { throw NotInPieces("its head does not name all that is asked for") }
    let selection = Selection(of: graph, resolved: resolved)
    selection.entityRows.forEach { isKept[places[$0]] = true }
    counts = counts + selection.counts
    part.hasRelations = selection.relationRows.count > 0
    parts.append(part)
    rows.add(graph)
    rows.add(
      selection.with(entities: BitSet(capacity: graph.entities.count)), omitsNothing: omitsNothing, separator: "|")
  }

  /// Adds a piece's own entities to the index, and returns the rows there of all that it names.
  private mutating func addEntities(of read: ReadPiece, _ piece: SourcePiece) throws -> [Int] {
    let kinds = read.graph.schema.kinds
    var places: [Int] = []
    var isNew = true
    read.graph.everything.forEachEntity { entity in
      if entity.row < read.entities {
        places.append(index.count)
        var when = ""
        if let date = entity.when { when = String(date) }
        let place = entity.place?.moved(by: piece.body.lowerBound, to: piece.text)
        isNew = isNew && index.add(entity.id, kind: kinds[entity.kindRow].name, when: when) { place }
      } else {
        places.append(entity.id.withUnsafeBufferPointer { index.row(of: $0) } ?? 0)
      }
    }
    guard isNew else { throw NotInPieces("an id stands in it twice") }
    isKept.append(contentsOf: repeatElement(false, count: index.count - isKept.count))
    return places
  }

  /// Looks at the entities once more, now that it is known which are kept.
  private mutating func gatherEntities() throws {
    guard let last = parts.lastIndex(where: \.hasEntities), let resolved else { return }
    let pieces = try EntenteFormats.pieces(of: source, size: size)
    for part in parts[...last] {
      guard let piece = try pieces.next() else { throw NotInPieces("the file is no longer what it was") }
      guard part.hasEntities else { continue }
      let read = try ReadPiece(piece, index)
      var kept = BitSet(capacity: read.graph.entities.count)
      for row in 0..<read.entities where isKept[part.firstEntity + row] { kept.insert(row) }
      let selection = Selection(of: read.graph, resolved: resolved).with(entities: kept).withoutRelations
      rows.add(selection, omitsNothing: omitsNothing, separator: "|")
    }
  }

  /// What the graph says of itself.
  func head(title: String?) throws -> Selection {
    let graph = shared.graph(title: title)
    return Selection(of: graph, resolved: resolved ?? filter)
  }
}
