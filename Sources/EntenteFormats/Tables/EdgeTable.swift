import Entente

/// Reads a table of relations, a row each.
struct EdgeTable {
  private let table: Table
  private let plan: TablePlan
  private let ends: (source: Int, target: Int)
  private var attributes: CellAttributes
  private var dates: CellDates
  private let relatedTo: StringID
  private var lastType = StringID.empty
  private var lastDirected = true
  private var lastStatus = (Array(Status.asserted.name.utf8), Status.asserted)

  init?(_ table: Table, _ plan: TablePlan, into draft: inout GraphDraft) {
    guard let source = plan.column(.source), let target = plan.column(.target) else { return nil }
    self.table = table
    self.plan = plan
    ends = (source, target)
    attributes = CellAttributes(of: table, plan, into: &draft)
    dates = CellDates(plan.columns(.when))
    relatedTo = draft.intern("related-to")
  }

  mutating func read(_ citations: inout CitationTable, into draft: inout GraphDraft) throws {
    let (id, type, accordingTo, note) = (
      plan.column(.id), plan.column(.type), plan.column(.accordingTo), plan.column(.note)
    )
    let direction = plan.uses.firstIndex(of: .direction)
    let status = plan.column(.status)
    while try table.readRow(into: &draft) {
      guard let subject = end(ends.source, into: &draft), let object = end(ends.target, into: &draft) else { continue }
      let typeName = type.map { draft.intern(table.text($0)) } ?? .empty
      let place = table.rowPlace
      let errors = draft.errorCount
      var entry = GraphDraft.RelationEntry(
        subject: subject, type: typeName == .empty ? relatedTo : typeName, object: object, place: place)
      entry.subjectPart = .init(table.place(ends.source), of: place)
      entry.objectPart = .init(table.place(ends.target), of: place)
      if let type { entry.typePart = .init(table.place(type), of: place) }
      let isDirected = direction.map { self.isDirected($0) } ?? true
      if entry.type != lastType || isDirected != lastDirected {
        draft.create(type: entry.type, in: table.source, directed: isDirected)
        (lastType, lastDirected) = (entry.type, isDirected)
      }
      if let id {
        entry.id = draft.intern(table.text(id))
        entry.idPart = .init(table.place(id), of: place)
      }
      if let status { entry.status = self.status(status, into: &draft) }
      if let accordingTo, !table.text(accordingTo).isEmpty {
        entry.accordingTo = draft.intern(table.text(accordingTo))
        entry.accordingToPart = .init(table.place(accordingTo), of: place)
      }
      if let note { entry.note = draft.intern(table.text(note)) }
      entry.when = dates.date(table, into: &draft)
      entry.citations = citations.take(edge: entry.id, into: &draft)
      entry.attributes = attributes.read(table, into: &draft)
      entry.isFaulty = draft.errorCount > errors
      draft.add(relation: entry)
    }
    attributes.finish(into: &draft)
  }

  @inline(__always)
  private func end(_ column: Int, into draft: inout GraphDraft) -> StringID? {
    let text = table.text(column)
    if !text.isEmpty { return draft.intern(text) }
    draft.report(EmptyCell(column: table.headers[column].written), at: table.place(column))
    return nil
  }

  private func isDirected(_ column: Int) -> Bool {
    let text = table.text(column)
    return text.isEmpty || text[0] | 0x20 != UInt8(ascii: "u")
  }

  private mutating func status(_ column: Int, into draft: inout GraphDraft) -> Status {
    let text = table.text(column)
    if text.isEmpty { return .asserted }
    if text.elementsEqual(lastStatus.0) { return lastStatus.1 }
    let name = String(decoding: text, as: UTF8.self)
    if let status = Status(name: name) {
      lastStatus = (Array(text), status)
      return status
    }
    draft.report(
      NotOneOf(what: "status", text: name, known: Status.allCases.map(\.name)), at: table.place(column))
    return .asserted
  }
}
