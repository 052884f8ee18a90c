import Entente

/// Reads a table of relations, a row each.
struct EdgeTable {
  private let table: Table
  private let plan: TablePlan
  private let ends: (source: Int, target: Int)
  private var attributes: CellAttributes
  private var dates: CellDates
  private let relatedTo: StringID
  private var types = DirectedTypes()
  /// The ends, and the ids where there are such, of the rows that were taken apart together.
  private var ids: BatchIDs
  private var statuses: StatusColumn?

  init?(_ table: Table, _ plan: TablePlan, into draft: inout GraphDraft) {
    guard let source = plan.column(.source), let target = plan.column(.target) else { return nil }
    self.table = table
    self.plan = plan
    ends = (source, target)
    attributes = CellAttributes(of: table, plan, into: &draft)
    dates = CellDates(plan.columns(.when))
    statuses = StatusColumn(table, plan, into: &draft)
    relatedTo = draft.intern("related-to")
    ids = BatchIDs([source, target] + (plan.column(.id).map { [$0] } ?? []))
  }

  mutating func read(_ citations: inout CitationTable, into draft: inout GraphDraft) throws {
    let (id, type, accordingTo, note) = (
      plan.column(.id), plan.column(.type), plan.column(.accordingTo), plan.column(.note)
    )
    let direction = plan.uses.firstIndex(of: .direction)
    while try table.readRow(into: &draft) {
      ids.fetch(table, into: &draft)
      let (subject, object) = (ids[0], ids[1])
      if subject == .empty || object == .empty {
        let column = subject == .empty ? ends.source : ends.target
        draft.report(EmptyCell(column: table.headers[column].written), at: table.place(column))
        continue
      }
      let typeName = type.map { draft.intern(recurring: table.text($0)) } ?? .empty
      let place = table.rowPlace
      let errors = draft.errorCount
      var entry = GraphDraft.RelationEntry(
        subject: subject, type: typeName == .empty ? relatedTo : typeName, object: object, place: place)
      entry.subjectPart = .init(table.place(ends.source), of: place)
      entry.objectPart = .init(table.place(ends.target), of: place)
      if let type { entry.typePart = .init(table.place(type), of: place) }
      let isDirected = direction.map { self.isDirected($0) } ?? true
      entry.type = types.type(entry.type, isDirected: isDirected, in: table.source, at: place, into: &draft)
      if let id {
        entry.id = ids[2]
        entry.idPart = .init(table.place(id), of: place)
      }
      let status = statuses?.read(table, into: &draft)
      entry.status = status?.status ?? .asserted
      if let accordingTo, !table.text(accordingTo).isEmpty {
        entry.accordingTo = draft.intern(recurring: table.text(accordingTo))
        entry.accordingToPart = .init(table.place(accordingTo), of: place)
      }
      if let note { entry.note = draft.intern(table.text(note)) }
      entry.when = dates.date(table, into: &draft)
      entry.citations = citations.take(edge: entry.id, into: &draft)
      entry.attributes = attributes.read(table, with: status?.other, into: &draft)
      entry.isFaulty = draft.errorCount > errors
      draft.add(relation: entry)
    }
    attributes.finish(into: &draft)
    statuses?.finish(table, into: &draft)
  }

  private func isDirected(_ column: Int) -> Bool {
    let text = table.text(column)
    return text.isEmpty || text[0] | 0x20 != UInt8(ascii: "u")
  }
}

/// The relation types of a table; one that is used both with and without a direction is two.
private struct DirectedTypes {
  private var last: (name: StringID, isDirected: Bool, type: StringID)?
  private var directions: [StringID: Bool] = [:]
  private var others: [StringID: StringID] = [:]

  /// The type of a relation.
  @inline(__always)
  mutating func type(
    _ name: StringID, isDirected: Bool, in source: SourceID, at place: PackedPlace, into draft: inout GraphDraft
  ) -> StringID {
    if let last, last.name == name, last.isDirected == isDirected { return last.type }
    let type = find(name, isDirected: isDirected, in: source, at: place, into: &draft)
    last = (name, isDirected, type)
    return type
  }

  private mutating func find(
    _ name: StringID, isDirected: Bool, in source: SourceID, at place: PackedPlace, into draft: inout GraphDraft
  ) -> StringID {
    guard let known = directions[name] else {
      directions[name] = isDirected
      draft.create(type: name, in: source, directed: isDirected)
      return name
    }
    if known == isDirected { return name }
    if let other = others[name] { return other }
    let (type, other) = (draft.text(name), draft.text(name) + (isDirected ? "-directed" : "-undirected"))
    let id = draft.intern(other)
    others[name] = id
    draft.create(type: id, in: source, directed: isDirected)
    draft.report(TypeInBothForms(type: type, other: other, isDirected: isDirected), at: place)
    return id
  }
}

/// A relation type that a table uses both with and without a direction.
struct TypeInBothForms: ToldToEverybody {
  let type: String
  let other: String
  let isDirected: Bool

  var severity: Severity { .note }
  var message: String {
    "'\(type)' stands here both with and without a direction: those \(isDirected ? "with" : "without") are '\(other)'"
  }
}
