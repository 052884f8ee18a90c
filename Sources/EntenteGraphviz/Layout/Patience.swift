import Synchronization

/// How long somebody waits for a drawing: until it is called off, or its time is over.
final class Patience: Sendable {
  private let deadline: ContinuousClock.Instant?
  private let isCalledOff = Atomic(false)

  /// From now on, for so long; `nil` is for ever.
  init(_ limit: Duration? = nil) { deadline = limit.map { ContinuousClock.now + $0 } }

  /// Its time is over.
  struct Over: Error {}

  /// Whether nobody waits any more.
  var isOver: Bool { isCalledOff.load(ordering: .relaxed) || isLate }

  private var isLate: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// Nobody waits any more.
  func callOff() { isCalledOff.store(true, ordering: .relaxed) }

  /// - Throws: `CancellationError` where it was called off, ``Over`` where its time is over.
  func check() throws {
    if isCalledOff.load(ordering: .relaxed) { throw CancellationError() }
    if isLate { throw Over() }
  }

  /// What `body` draws, called off when the task is cancelled: the threads that draw do not know of the task.
  func during<Drawn: Sendable>(_ body: @Sendable () throws -> Drawn) async throws -> Drawn {
    try await withTaskCancellationHandler {
      try check()
      return try body()
    } onCancel: {
      callOff()
    }
  }
}
