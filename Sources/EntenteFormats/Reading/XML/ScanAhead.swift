import Dispatch
import Synchronization

/// Scans on a thread of its own what comes next, while a handler hears what came before.
///
/// The handler hears the same, in the same order; only that it does not wait for it.
final class ScanAhead: Sendable {
  /// How many batches there are at once.
  private static let batches = 4

  private let scanner: ScannerBox
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)

  private struct State {
    var ready: [XMLBatch] = []
    var told: [XMLBatch] = []
    var isStopped = false
  }

  init(_ scanner: ScannerBox) {
    self.scanner = scanner
    for _ in 0..<Self.batches { room.signal() }
    DispatchQueue(label: "XML").async { self.scan() }
  }

  private func scan() {
    defer { hasEnded.signal() }
    while true {
      room.wait()
      let (told, isStopped) = state.withLock { state in
        defer { state.told = [] }
        return (state.told, state.isStopped)
      }
      if isStopped { return }
      for batch in told { scanner.reuse(batch) }
      let batch = scanner.next()
      state.withLock { $0.ready.append(batch) }
      ready.signal()
      guard case .goesOn = batch.ending else { return }
    }
  }

  /// The next batch; not to be asked for behind the last.
  func next() -> XMLBatch {
    ready.wait()
    return state.withLock { $0.ready.removeFirst() }
  }

  /// Takes back a batch that was told.
  func reuse(_ batch: XMLBatch) {
    state.withLock { $0.told.append(batch) }
    room.signal()
  }

  /// Comes back when the thread has let go of the scanner.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
    hasEnded.wait()
  }
}

/// A scanner that goes from one thread to another.
///
/// - Invariant: only one thread uses it at a time: the reader's, and from the beginning to the end of ``ScanAhead`` its own.
final class ScannerBox: @unchecked Sendable {
  private var scanner: XMLScanner

  init(_ scanner: consuming XMLScanner) { self.scanner = scanner }

  func next() -> XMLBatch { scanner.next() }
  func reuse(_ batch: XMLBatch) { scanner.reuse(batch) }
}
