import Entente

/// The statuses of a table's relations. In tables of others the column may hold what Entente has no word for: that stays an
/// attribute.
struct StatusColumn {
  private let column: Int
  private let key: StringID
  /// Whether another text is an error: in a table of Entente's, and where the user says that the column has statuses.
  private let isStrict: Bool
  private var others = OtherStatuses()
  private var last = (text: Array(Status.asserted.name.utf8), status: Status.asserted)

  init?(_ table: Table, _ plan: TablePlan, into draft: inout GraphDraft) {
    guard let column = plan.column(.status) else { return nil }
    self.column = column
    key = draft.intern(table.headers[column].name)
    isStrict = plan.isOurs || plan.isMapped(.status)
  }

  /// The status of the current row, or the attribute that keeps what is none.
  mutating func read(
    _ table: Table, into draft: inout GraphDraft
  ) -> (status: Status, other: GraphDraft.AttributeEntry?) {
    let text = table.text(column)
    if text.isEmpty { return (.asserted, nil) }
    if text.elementsEqual(last.text) { return (last.status, nil) }
    let name = String(decoding: text, as: UTF8.self)
    if let status = Status(name: name) {
      last = (Array(text), status)
      return (status, nil)
    }
    if isStrict {
      draft.report(
        NotOneOf(what: "status", text: name, known: Status.allCases.map(\.name)), at: table.place(column))
      return (.asserted, nil)
    }
    others.take(name, attribute: draft.text(key))
    return (.asserted, .init(key: key, value: .text(draft.intern(text)), place: table.place(column)))
  }

  /// Says how many statuses became attributes.
  func finish(_ table: Table, into draft: inout GraphDraft) {
    if others.count > 0 { draft.report(others, at: PackedPlace(table.source)) }
  }
}
