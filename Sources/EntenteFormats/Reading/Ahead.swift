import Dispatch
import Synchronization

/// Makes on a thread of its own what comes next, while somebody uses what came before.
///
/// Who uses it gets the same, in the same order; only that it does not wait for it.
final class Ahead<Batch: Sendable>: Sendable {
  /// Makes the next batch, and takes back those that were used; says whether there is another behind it.
  typealias Maker = @Sendable (_ used: [Batch]) -> (batch: Batch, goesOn: Bool)

  private let make: Maker
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)

  private struct State {
    var ready: [Batch] = []
    var used: [Batch] = []
    var isStopped = false
  }

  /// Begins at once, and keeps so many batches at most.
  init(_ label: String, batches: Int = 4, _ make: @escaping Maker) {
    self.make = make
    for _ in 0..<batches { room.signal() }
    DispatchQueue(label: label).async { self.run() }
  }

  private func run() {
    defer { hasEnded.signal() }
    while true {
      room.wait()
      let (used, isStopped) = state.withLock { state in
        defer { state.used = [] }
        return (state.used, state.isStopped)
      }
      if isStopped { return }
      let (batch, goesOn) = make(used)
      state.withLock { $0.ready.append(batch) }
      ready.signal()
      if !goesOn { return }
    }
  }

  /// The next batch; not to be asked for behind the last.
  func next() -> Batch {
    ready.wait()
    return state.withLock { $0.ready.removeFirst() }
  }

  /// Takes back a batch that was used.
  func reuse(_ batch: Batch) {
    state.withLock { $0.used.append(batch) }
    room.signal()
  }

  /// Comes back when the thread makes nothing any more; to be called once.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
    hasEnded.wait()
  }
}
