import Entente

/// Reads a table of entities, a row each.
struct NodeTable {
  private let table: Table
  private let plan: TablePlan
  private let id: Int
  private var attributes: CellAttributes
  private var kinds = NamedKinds()
  private var dates: CellDates
  /// The rows of the ids, by the ids' numbers: an id that stands twice is an error here.
  private var places: [StringID: PackedPlace] = [:]
  private var aliases: [StringID] = []

  init?(_ table: Table, _ plan: TablePlan, into draft: inout GraphDraft) {
    guard let id = plan.column(.id) else { return nil }
    self.table = table
    self.plan = plan
    self.id = id
    attributes = CellAttributes(of: table, plan, into: &draft)
    dates = CellDates(plan.columns(.when))
  }

  mutating func read(_ citations: inout CitationTable, into draft: inout GraphDraft) throws {
    let (kind, name, list, note) = (
      plan.column(.kind), plan.column(.name), plan.column(.aliases), plan.column(.note)
    )
    let sameAs = plan.column(.sameAs)
    while try table.readRow(into: &draft) {
      let text = table.text(id)
      if text.isEmpty {
        draft.report(EmptyCell(column: table.headers[id].written), at: table.place(id))
        continue
      }
      let key = draft.intern(text)
      let place = table.place(id)
      if let first = places.updateValue(place, forKey: key) {
        draft.report(RowTwice(id: draft.text(key)), at: place, related: first)
        continue
      }
      var entry = GraphDraft.EntityEntry(id: key, kind: kinds.kind(table, kind, into: &draft), place: place)
      let errors = draft.errorCount
      if let name { entry.name = draft.intern(table.text(name)) }
      if let note { entry.note = draft.intern(table.text(note)) }
      if let list { entry.aliases = self.aliases(list, into: &draft) }
      if let sameAs { entry.sameAs = self.sameAs(sameAs, into: &draft) }
      entry.when = dates.date(table, into: &draft)
      entry.citations = citations.take(node: key, into: &draft)
      entry.attributes = attributes.read(table, into: &draft)
      entry.isFaulty = draft.errorCount > errors
      draft.add(entity: entry)
    }
    attributes.finish(into: &draft)
  }

  private mutating func aliases(_ column: Int, into draft: inout GraphDraft) -> GraphDraft.Run {
    let text = table.text(column)
    if text.isEmpty { return GraphDraft.Run() }
    aliases.removeAll(keepingCapacity: true)
    ListText.forEach(in: text, separator: plan.listSeparator) { aliases.append(draft.intern($0)) }
    return draft.add(aliases: aliases)
  }
}

extension NodeTable {
  /// The names in registries that a cell has, with `|` between.
  private func sameAs(_ column: Int, into draft: inout GraphDraft) -> GraphDraft.Run {
    let names = table.text(column).split(separator: UInt8(ascii: "|")).map {
      draft.intern(UnsafeBufferPointer(rebasing: $0))
    }
    return names.isEmpty ? GraphDraft.Run() : draft.add(sameAs: names, at: names.map { _ in table.place(column) })
  }
}

/// The kinds of a table's entities; most rows have the one that the row before has.
struct NamedKinds {
  private var last: (name: StringID, kind: GraphDraft.KindID)?
  private var known: [StringID: GraphDraft.KindID] = [:]

  /// The kind that the column has in the current row; `entity` where it has none.
  mutating func kind(_ table: Table, _ column: Int?, into draft: inout GraphDraft) -> GraphDraft.KindID {
    var text = column.map { table.text($0) } ?? UnsafeBufferPointer(start: nil, count: 0)
    // Of several labels, as Neo4j has them, the first is the kind.
    if let column, table.headers[column].type == "LABEL", let end = text.firstIndex(of: UInt8(ascii: ";")) {
      text = UnsafeBufferPointer(rebasing: text[..<end])
    }
    let name = text.isEmpty ? draft.intern(GraphDraft.defaultKind) : draft.intern(text)
    if let last, last.name == name { return last.kind }
    let kind = known[name] ?? draft.kind(name, in: table.source, undeclared: .create)
    known[name] = kind
    last = (name, kind)
    return kind
  }
}
