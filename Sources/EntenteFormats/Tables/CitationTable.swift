import Entente

/// The citations of a folder's `citations.csv`, by the ids of the nodes and edges that have them.
struct CitationTable {
  private var entries: [GraphDraft.CitationEntry] = []
  /// The next citation of the same owner plus one; 0 for none.
  private var next: [Int32] = []
  private var nodes = Owners()
  private var edges = Owners()

  /// The citations of nodes, or of edges, by the numbers of their ids.
  private struct Owners {
    /// The first and the last citation.
    var rows: [StringID: (first: Int, last: Int)] = [:]
    var order: [StringID] = []
    var places: [PackedPlace] = []
  }

  /// Nothing is cited.
  init() {}

  /// Reads the table.
  init(_ table: Table, into draft: inout GraphDraft) throws {
    let record = RecordTable(table)
    while try table.readRow(into: &draft) {
      guard let document = record.needed("document", into: &draft) else { continue }
      var entry = GraphDraft.CitationEntry(document: draft.intern(document), place: record.place("document"))
      if let text = record.text("paragraph") {
        guard let paragraph = Int(text), paragraph > 0, paragraph <= Int(Int32.max) else {
          draft.report(NotACount(what: "paragraph", text: text), at: record.place("paragraph"))
          continue
        }
        entry.paragraph = paragraph
      }
      if let text = record.text("page") {
        guard let pages = Citation.pages(text) else {
          draft.report(NotACount(what: "page", text: text), at: record.place("page"))
          continue
        }
        entry.pages = pages
      }
      if let text = record.text("quote") { entry.quote = draft.intern(text) }
      if let text = record.text("prefix") { entry.prefix = draft.intern(text) }
      if let text = record.text("suffix") { entry.suffix = draft.intern(text) }
      if let edge = record.text("edge") {
        add(entry, of: draft.intern(edge), at: record.place("edge"), to: \.edges)
      } else if let node = record.text("node") {
        add(entry, of: draft.intern(node), at: record.place("node"), to: \.nodes)
      } else {
        draft.report(EmptyCell(column: "edge"), at: table.rowPlace)
      }
    }
  }

  private mutating func add(
    _ entry: GraphDraft.CitationEntry, of owner: StringID, at place: PackedPlace,
    to owners: WritableKeyPath<CitationTable, Owners>
  ) {
    let row = entries.count
    entries.append(entry)
    next.append(0)
    if let known = self[keyPath: owners].rows[owner] {
      next[known.last] = Int32(truncatingIfNeeded: row + 1)
      self[keyPath: owners].rows[owner] = (known.first, row)
    } else {
      self[keyPath: owners].rows[owner] = (row, row)
      self[keyPath: owners].order.append(owner)
      self[keyPath: owners].places.append(place)
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The citations of the node with that id, handed over to the draft; each once.
  mutating func take(node id: StringID, into draft: inout GraphDraft) -> GraphDraft.Run {
    take(id, from: \.nodes, into: &draft)
  }

  /// The citations of the edge with that id, handed over to the draft; each once.
  mutating func take(edge id: StringID, into draft: inout GraphDraft) -> GraphDraft.Run {
    take(id, from: \.edges, into: &draft)
  }

  private mutating func take(
    _ id: StringID, from owners: WritableKeyPath<CitationTable, Owners>, into draft: inout GraphDraft
  ) -> GraphDraft.Run {
    if entries.isEmpty { return GraphDraft.Run() }
    guard let rows = self[keyPath: owners].rows.removeValue(forKey: id) else { return GraphDraft.Run() }
    var list: [GraphDraft.CitationEntry] = []
    var row = rows.first
    while row >= 0 {
      list.append(entries[row])
      row = Int(next[row]) - 1
    }
    return draft.add(citations: list)
  }

  /// Reports the citations of nodes and edges that are not there.
  func reportRest(into draft: inout GraphDraft) {
    for (owners, what) in [(nodes, "node"), (edges, "edge")] where !owners.rows.isEmpty {
      for (id, place) in zip(owners.order, owners.places) where owners.rows[id] != nil {
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
