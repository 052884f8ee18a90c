/// How long somebody waits for a drawing: until its task is cancelled, or its time is over.
struct Patience: Hashable, Sendable {
  private let deadline: ContinuousClock.Instant?

  /// From now on, for so long; `nil` is for ever.
  init(_ limit: Duration? = nil) { deadline = limit.map { ContinuousClock.now + $0 } }

  /// Its time is over.
  struct Over: Error {}

  /// Whether nobody waits any more.
  var isOver: Bool { Task.isCancelled || isLate }

  private var isLate: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// - Throws: `CancellationError` or ``Over`` where nobody waits any more.
  func check() throws {
    try Task.checkCancellation()
    if isLate { throw Over() }
  }
}
