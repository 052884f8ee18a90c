import Entente

/// The citations of a folder's `citations.csv`, by the ids of the nodes and edges that have them.
struct CitationTable {
  private var entries: [GraphDraft.CitationEntry] = []
  /// The next citation of the same owner plus one; 0 for none.
  private var next: [Int32] = []
  private var nodes = Owners()
  private var edges = Owners()
  private var list: [GraphDraft.CitationEntry] = []

  /// Nodes, or edges, that are cited, by the numbers of their ids.
  private struct Owners {
    /// The first and the last citation plus one; 0 for none, or taken.
    private var rows: [(first: Int32, last: Int32)] = []
    /// How many were not taken.
    private(set) var count = 0
    private(set) var order: [StringID] = []
    private(set) var places: [PackedPlace] = []

    /// The citation that was the last of the owner before this one, plus one; 0 for none.
    mutating func add(_ citation: Int, of owner: StringID, at place: PackedPlace) -> Int32 {
      let number = Int(owner.value)
      if number >= rows.count {
        let count = max(rows.count, number + 1 - rows.count)
        rows.append(contentsOf: repeatElement((first: 0, last: 0), count: count))
      }
      let (row, last) = (Int32(truncatingIfNeeded: citation + 1), rows[number].last)
      rows[number].last = row
      if last == 0 {
        rows[number].first = row
        count += 1
        order.append(owner)
        places.append(place)
      }
      return last
    }

    /// The first citation plus one of the owner, who then has none any more.
    mutating func take(_ owner: StringID) -> Int32 {
      let number = Int(owner.value)
      guard number < rows.count, rows[number].first > 0 else { return 0 }
      defer { rows[number] = (0, 0) }
      count -= 1
      return rows[number].first
    }

    func has(_ owner: StringID) -> Bool { rows[Int(owner.value)].first > 0 }
  }

  /// Nothing is cited.
  init() {}

  /// Reads the table.
  init(_ table: Table, into draft: inout GraphDraft) throws {
    let record = RecordTable(table)
    let (document, paragraph, page) = (record.column("document"), record.column("paragraph"), record.column("page"))
    let (quote, prefix, suffix) = (record.column("quote"), record.column("prefix"), record.column("suffix"))
    let (edge, node) = (record.column("edge"), record.column("node"))
    var ids = BatchIDs([document, edge, node].compactMap(\.self))
    // Where a column lacks, none of its cells has anything.
    let (edgeID, nodeID) = (document == nil ? 0 : 1, (document == nil ? 0 : 1) + (edge == nil ? 0 : 1))
    while try table.readRow(into: &draft) {
      ids.fetch(table, into: &draft)
      guard document != nil, ids[0] != .empty else {
        _ = record.needed("document", into: &draft)
        continue
      }
      var entry = GraphDraft.CitationEntry(document: ids[0], place: document.map { table.place($0) } ?? .none)
      if let text = record.text(paragraph) {
        guard let paragraph = Int(text), paragraph > 0, paragraph <= Int(Int32.max) else {
          draft.report(NotACount(what: "paragraph", text: text), at: record.place("paragraph"))
          continue
        }
        entry.paragraph = paragraph
      }
      if let text = record.text(page) {
        guard let pages = Citation.pages(text) else {
          draft.report(NotACount(what: "page", text: text), at: record.place("page"))
          continue
        }
        entry.pages = pages
      }
      if let quote { entry.quote = draft.intern(table.text(quote)) }
      if let prefix { entry.prefix = draft.intern(table.text(prefix)) }
      if let suffix { entry.suffix = draft.intern(table.text(suffix)) }
      if let edge, ids[edgeID] != .empty {
        next.append(0)
        link(edges.add(entries.count, of: ids[edgeID], at: table.place(edge)))
      } else if let node, ids[nodeID] != .empty {
        next.append(0)
        link(nodes.add(entries.count, of: ids[nodeID], at: table.place(node)))
      } else {
        draft.report(EmptyCell(column: "edge"), at: table.rowPlace)
        continue
      }
      entries.append(entry)
    }
  }

  /// Puts the citation that is being added behind another of its owner.
  private mutating func link(_ last: Int32) {
    if last > 0 { next[Int(last) - 1] = Int32(truncatingIfNeeded: next.count) }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The citations of the node with that id, handed over to the draft; each once.
  mutating func take(node id: StringID, into draft: inout GraphDraft) -> GraphDraft.Run {
    entries.isEmpty ? GraphDraft.Run() : take(from: nodes.take(id), into: &draft)
  }

  /// The citations of the edge with that id, handed over to the draft; each once.
  mutating func take(edge id: StringID, into draft: inout GraphDraft) -> GraphDraft.Run {
    entries.isEmpty ? GraphDraft.Run() : take(from: edges.take(id), into: &draft)
  }

  private mutating func take(from first: Int32, into draft: inout GraphDraft) -> GraphDraft.Run {
    if first == 0 { return GraphDraft.Run() }
    list.removeAll(keepingCapacity: true)
    var row = Int(first) - 1
    while row >= 0 {
      list.append(entries[row])
      row = Int(next[row]) - 1
    }
    return draft.add(citations: list)
  }

  /// Reports the citations of nodes and edges that are not there.
  func reportRest(into draft: inout GraphDraft) {
    for (owners, what) in [(nodes, "node"), (edges, "edge")] where owners.count > 0 {
      for (id, place) in zip(owners.order, owners.places) where owners.has(id) {
        draft.report(CitedByNobody(what: what, id: draft.text(id)), at: place)
      }
    }
  }
}

/// A citation of something that is not there.
struct CitedByNobody: Finding {
  let what: String
  let id: String

  var message: String { "no \(what) has the id '\(id)'" }
}
