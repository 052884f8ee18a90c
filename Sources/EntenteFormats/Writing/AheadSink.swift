import Dispatch
import Synchronization

/// Hands what it takes to another sink on a thread of its own, so that bytes are made while those before them are written.
///
/// The other sink hears the same, in the same order. What it throws is thrown by a later call, ``finish()`` at the latest.
final class AheadSink: ByteSink {
  /// How many pieces may wait.
  private static let pieces = 4

  private let writing: Writing
  private let queue = DispatchQueue(label: "output")
  private let room = DispatchSemaphore(value: 0)
  private var hasTaken = false

  /// The other sink, which goes from one thread to another.
  ///
  /// - Invariant: only one thread uses it at a time: the queue's, and where the queue has nothing left to do the caller's.
  private final class Writing: @unchecked Sendable {
    let sink: any ByteSink
    private let fault = Mutex<WriteError?>(nil)

    init(_ sink: any ByteSink) { self.sink = sink }

    func take(_ piece: [UInt8]) {
      guard fault.withLock({ $0 == nil }) else { return }
      do throws(WriteError) {
        try sink.take(piece)
      } catch {
        fault.withLock { $0 = error }
      }
    }

    /// Throws what the sink has thrown.
    func check() throws(WriteError) {
      if let error = fault.withLock({ $0 }) { throw error }
    }
  }

  init(_ sink: any ByteSink) {
    writing = Writing(sink)
    for _ in 0..<Self.pieces { room.signal() }
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    // Most outputs are one piece: no thread is begun for it.
    guard hasTaken else {
      hasTaken = true
      return try writing.sink.take(bytes)
    }
    room.wait()
    queue.async { [writing, room, piece = Array(bytes)] in
      writing.take(piece)
      room.signal()
    }
    try writing.check()
  }

  func settle() { if hasTaken { queue.sync {} } }

  func begin(file name: String) throws(WriteError) {
    settle()
    try writing.check()
    try writing.sink.begin(file: name)
    hasTaken = false
  }

  func finish() throws(WriteError) {
    settle()
    try writing.check()
    try writing.sink.finish()
  }
}
