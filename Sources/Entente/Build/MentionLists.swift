/// The lists that one mention of an entity or relation has.
struct MentionLists {
  var aliases = GraphDraft.Run()
  var sameAs = GraphDraft.Run()
  var attributes = GraphDraft.Run()
  var citations = GraphDraft.Run()
}

extension GraphDraft.EntityEntry {
  var lists: MentionLists {
    MentionLists(aliases: aliases, sameAs: sameAs, attributes: attributes, citations: citations)
  }
}

extension GraphDraft.RelationEntry {
  var lists: MentionLists { MentionLists(attributes: attributes, citations: citations) }
}

// Many mentions of one thing are merged without copying their lists: the lists of all but the first wait beside it.
extension GraphAssembly {
  mutating func keepLists(_ lists: MentionLists, forRow row: Int) {
    if lists.aliases.isEmpty, lists.sameAs.isEmpty, lists.attributes.isEmpty, lists.citations.isEmpty { return }
    furtherLists[row, default: []].append(lists)
  }

  /// The lists of all mentions but the first of the thing in that row: none, nearly always.
  func furtherLists(ofRow row: Int) -> [MentionLists] { furtherLists.isEmpty ? [] : furtherLists[row] ?? [] }

  /// Copies the attributes of one owner, sorted by key; one key with two values is reported, and one that names nothing.
  mutating func keep(attributes first: GraphDraft.Run, _ further: [MentionLists], of owner: StringID) {
    if first.isEmpty, further.isEmpty { return }
    if further.isEmpty, hasLastKeys(first.rows) {
      steps += first.rows.count
      for place in lastKeys.order {
        let entry = draft.attributes[first.rows.lowerBound + place]
        attributes.key.append(entry.key)
        attributes.value.append(entry.value)
      }
      return
    }
    var rows = Array(first.rows)
    for lists in further { rows += lists.attributes.rows }
    steps += rows.count
    let keys = rows.map { draft.attributes[$0].key }
    let ranks = keys.count > 1 ? keys.map { rank(ofKey: $0) } : [0]
    let order = rows.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    let areNamed = !keys.contains(.empty)
    let areDifferent = zip(order, order.dropFirst()).allSatisfy { ranks[$0] != ranks[$1] }
    if areNamed, areDifferent { lastKeys = (keys, order) }
    rows = order.map { rows[$0] }
    var last: GraphDraft.AttributeEntry?
    for row in rows {
      let entry = draft.attributes[row]
      if entry.key == .empty {
        report(AttributeWithoutName(owner: draft.strings[owner]), at: entry.place)
        continue
      }
      if let last, last.key == entry.key {
        if !last.value.isSame(as: entry.value) {
          report(conflict(last, entry, owner: owner), at: entry.place, related: last.place)
        }
        continue
      }
      attributes.key.append(entry.key)
      attributes.value.append(entry.value)
      last = entry
    }
  }

  /// Whether the attributes in these rows have the keys that those of the last owner had, in the same order.
  private func hasLastKeys(_ rows: Range<Int>) -> Bool {
    guard rows.count == lastKeys.keys.count else { return false }
    for (place, row) in rows.enumerated() where draft.attributes[row].key != lastKeys.keys[place] { return false }
    return true
  }

  /// Where the key stands among all keys of the draft in the alphabet: found once, since rows repeat their keys.
  private mutating func rank(ofKey key: StringID) -> Int {
    if keyRanks.isEmpty {
      var recent = RecentValues<Void>()
      var known: Set<StringID> = []
      for entry in draft.attributes where recent[entry.key] == nil {
        recent[entry.key] = ()
        known.insert(entry.key)
      }
      let keys = known.map { (text(draft.strings, $0), $0) }.sorted { $0.0 < $1.0 }
      keyRanks = Dictionary(keys.enumerated().map { ($1.1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return keyRanks[key] ?? 0
  }

  private func text(_ strings: StringTable, _ id: StringID) -> String { strings[id] }

  private func conflict(
    _ first: GraphDraft.AttributeEntry, _ second: GraphDraft.AttributeEntry, owner: StringID
  ) -> ConflictingValues {
    ConflictingValues(
      what: "'\(draft.strings[owner])'", property: "attribute '\(draft.strings[first.key])'",
      first: first.value.value(in: draft.strings).description,
      second: second.value.value(in: draft.strings).description)
  }

  /// Copies the citations of one owner, without those that repeat another and those of unknown documents.
  mutating func keep(citations first: GraphDraft.Run, _ further: [MentionLists]) {
    if first.isEmpty, further.isEmpty { return }
    if further.isEmpty, first.rows.count == 1 {
      steps += 1
      let entry = draft.citations[first.rows.lowerBound]
      if let document = documentRow(of: entry) { append(entry, document: document) }
      return
    }
    var rows = Array(first.rows)
    for lists in further { rows += lists.citations.rows }
    steps += rows.count
    var known = Set<KnownCitation>()
    for row in rows {
      let entry = draft.citations[row]
      guard let document = documentRow(of: entry) else { continue }
      let paragraph = UInt32(clamping: entry.paragraph)
      let key = KnownCitation(
        document: document, paragraph: paragraph, pages: entry.pages, quote: entry.quote, prefix: entry.prefix,
        suffix: entry.suffix)
      if known.insert(key).inserted { append(entry, document: document) }
    }
  }

  private mutating func append(_ entry: GraphDraft.CitationEntry, document: Int) {
    citations.document.append(UInt32(truncatingIfNeeded: document))
    citations.paragraph.append(UInt32(clamping: entry.paragraph))
    citations.firstPage.append(UInt32(clamping: entry.pages.lowerBound))
    citations.lastPage.append(UInt32(clamping: entry.pages.upperBound))
    citations.quote.append(entry.quote)
    citations.prefix.append(entry.prefix)
    citations.suffix.append(entry.suffix)
    citations.verified.append(verified(entry))
    citations.place.append(entry.place)
  }

  /// The day on which a citation was verified, as a seal says; empty for none.
  private mutating func verified(_ entry: GraphDraft.CitationEntry) -> StringID {
    // Most graphs have no seal, and digests take time.
    if draft.seal.documents.isEmpty { return .empty }
    guard let sealed = draft.seal.documents[text(draft.strings, entry.document)] else { return .empty }
    let strings = draft.strings
    func given(_ id: StringID) -> String? { id == .empty ? nil : strings[id] }
    let citation = Citation(
      document: strings[entry.document], paragraph: entry.paragraph > 0 ? entry.paragraph : nil,
      pages: entry.pages.lowerBound > 0 ? entry.pages : nil, quote: given(entry.quote), prefix: given(entry.prefix),
      suffix: given(entry.suffix))
    return sealed.citations[Seal.digest(of: citation)].map { draft.intern($0) } ?? .empty
  }

  private struct KnownCitation: Hashable {
    let document: Int
    let paragraph: UInt32
    let pages: ClosedRange<Int>
    let quote: StringID
    let prefix: StringID
    let suffix: StringID
  }
}
