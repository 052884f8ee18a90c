/// A drawing that has begun: who waits for it, and what lays out for all that it tries.
final class Drawing: Sendable {
  let patience: Patience
  let service: any LayoutService

  /// By the helper's processes, or in this one; `limit` begins now.
  init(_ helper: LayoutHelper? = nil, _ limit: Duration? = nil) {
    let patience = Patience(limit)
    self.patience = patience
    service = helper.map { LayoutHelpers($0, patience) } ?? Graphviz.InProcess()
  }
}

extension Drawing: Hashable {
  static func == (a: Drawing, b: Drawing) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
