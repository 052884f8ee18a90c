/// What is said of a graph that is read piece by piece, each a graph of its own.
///
/// What the rules about single entities and relations find is the same in the pieces as in the whole. What the rules about
/// all of them together would find (names alike, entities without a relation, relations said twice) is left to the caller.
package struct PieceFindings: Sendable {
  /// Warnings, and what everybody is told, in the order of the pieces.
  private var told: [Diagnostic] = []
  /// What is about no place of a piece, by its words.
  private var whole: [Diagnostic] = []
  private var wholeWords: Set<String> = []
  /// How many notes there are besides.
  package private(set) var notes = 0
  private var notVerified = 0
  private var missing: Set<String> = []
  private var textless: Set<String> = []

  package init() {}

  /// Where a piece stands.
  package struct Stretch {
    let source: SourceID
    let head: Int
    let body: Range<Int>
    let text: SourceText

    /// - Parameters:
    ///   - source: the source that the piece is among its graph's.
    ///   - head: where in what was read the head ends, which all pieces share.
    ///   - body: where in it that stands which no other piece says; that of the first has the head, too.
    ///   - text: that part, as messages show it.
    package init(source: SourceID, head: Int, body: Range<Int>, text: SourceText) {
      (self.source, self.head, self.body, self.text) = (source, head, body, text)
    }

    /// Where in the piece a place is; `nil` for one in another source, or in all of one.
    func offset(_ place: SourcePlace?) -> Int? {
      guard let packed = place?.packed, packed.source == source else { return nil }
      return packed.offset
    }
  }

  /// Takes what was found in a piece.
  ///
  /// - Parameters:
  ///   - graph: what the piece came to.
  ///   - found: what was found while it was made.
  ///   - stretch: where it stands.
  ///   - place: where the entity stands that has a row, if that is known.
  /// - Returns: whether that is the same as what the whole would say; an error, for one, may look different there.
  package mutating func add(
    _ graph: RelationGraph, _ found: [Diagnostic], _ stretch: Stretch, placeOfEntity place: (Int) -> SourcePlace?
  ) -> Bool {
    // What was found in the rows means a decision that other pieces would have to know of.
    guard found.allSatisfy({ stretch.offset($0.place) ?? 0 < stretch.head }) else { return false }
    return (found + graph.check().diagnostics).inOrder().allSatisfy { take($0, stretch, placeOfEntity: place) }
  }

  private mutating func take(
    _ diagnostic: Diagnostic, _ stretch: Stretch, placeOfEntity: (Int) -> SourcePlace?
  ) -> Bool {
    switch diagnostic.finding {
    case is SharedName, is AliasIsAName, is MirroredRelation, is IsolatedEntity: return true
    case let finding as NotVerified:
      notVerified += finding.count
      missing.formUnion(finding.missing)
      textless.formUnion(finding.textless)
      return true
    default: break
    }
    guard diagnostic.severity < .error else { return false }
    guard let offset = stretch.offset(diagnostic.place) else {
      take(whole: diagnostic)
      return true
    }
    // What stands before is said of the first piece, and what stands behind of another.
    let body = stretch.body
    guard body.contains(offset) else { return true }
    if diagnostic.severity == .note {
      notes += 1
      return true
    }
    let moved = diagnostic.moved { place in
      guard let offset = stretch.offset(place), offset >= body.lowerBound else { return nil }
      if offset >= body.upperBound { return placeOfEntity(offset - body.upperBound) }
      return place.moved(by: body.lowerBound, to: stretch.text)
    }
    if let moved { told.append(moved) }
    return moved != nil
  }

  private mutating func take(whole diagnostic: Diagnostic) {
    let isTold = diagnostic.severity > .note || diagnostic.finding is any ToldToEverybody
    // Of a mere note about a whole file only the number is said, and each piece may word it otherwise.
    let isWorded = isTold || diagnostic.place?.packed.offset != nil
    let words = isWorded ? diagnostic.description : "\(diagnostic.place?.file ?? "") \(type(of: diagnostic.finding))"
    guard wholeWords.insert(words).inserted else { return }
    if isTold { whole.append(diagnostic) } else { notes += 1 }
  }

  /// All that there is to say; `documents` are those of the graph, in their order.
  package func diagnostics(documents: [Document]) -> [Diagnostic] {
    var all = whole.filter { $0.place != nil } + told + whole.filter { $0.place == nil }
    if notVerified > 0 {
      let ids = documents.map(\.id)
      let finding = NotVerified(
        count: notVerified, missing: ids.filter(missing.contains), textless: ids.filter(textless.contains))
      all.append(Diagnostic(finding, at: nil))
    }
    return all
  }
}

extension Diagnostic {
  /// The same at other places; `nil` where one of them is not known.
  fileprivate func moved(_ move: (SourcePlace) -> SourcePlace?) -> Diagnostic? {
    guard let place = place.flatMap(move) else { return nil }
    let related = related.compactMap { other in move(other.place).map { Related($0, other.message) } }
    return related.count < self.related.count ? nil : Diagnostic(finding, at: place, related: related)
  }
}

extension SourcePlace {
  /// The same stretch, counted from a later beginning of another text.
  package func moved(by distance: Int, to text: SourceText) -> SourcePlace {
    let offset = (packed.offset ?? 0) - distance
    return SourcePlace(PackedPlace(packed.source, offset: offset, length: packed.length), in: text)
  }
}
