import Dispatch
import Synchronization

/// Makes on a thread of its own what comes next, while somebody uses what came before.
///
/// Who uses it gets the same, in the same order; only that it does not wait for it.
///
/// - Invariant: a place belongs to the thread that makes until ``ready`` says that it is filled, then to who uses it, until
///   ``room`` says that it was used. `made` is the making thread's, `taken` the user's.
final class Ahead<Batch: Sendable>: @unchecked Sendable {
  /// Makes the next batch, perhaps of one that was used; says whether there is another behind it.
  typealias Maker = @Sendable (_ used: Batch?) -> (batch: Batch, goesOn: Bool)

  private let make: Maker
  /// A ring of places.
  private let places: UnsafeMutablePointer<Batch>
  private let count: Int
  private var made = 0
  private var taken = 0
  private let ready = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)
  private let isStopped = Atomic(false)

  /// Begins at once, and keeps so many batches at most.
  init(_ label: String, batches count: Int = 4, _ make: @escaping Maker) {
    self.make = make
    self.count = count
    places = .allocate(capacity: count)
    for _ in 0..<count { room.signal() }
    DispatchQueue(label: label).async { self.run() }
  }

  deinit {
    places.deinitialize(count: min(made, count))
    places.deallocate()
  }

  private func run() {
    defer { hasEnded.signal() }
    while true {
      room.wait()
      if isStopped.load(ordering: .acquiring) { return }
      let place = places + made % count
      let isUsed = made >= count
      let (batch, goesOn) = make(isUsed ? place.pointee : nil)
      if isUsed { place.pointee = batch } else { place.initialize(to: batch) }
      made += 1
      ready.signal()
      if !goesOn { return }
    }
  }

  /// The next batch, with which the one before is given back; not to be asked for behind the last.
  func next() -> Batch {
    if taken > 0 { room.signal() }
    ready.wait()
    defer { taken += 1 }
    return places[taken % count]
  }

  /// Comes back when the thread makes nothing any more; to be called once.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    room.signal()
    hasEnded.wait()
  }
}
