import EntenteFormats
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line on a terminal that tells how far an export has come, once it takes longer than two seconds; gone when it is done.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var last = ContinuousClock.now
  }

  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// Whether there is somebody who would see it.
  static var isWanted: Bool { isatty(2) == 1 }

  func report(_ progress: ExportProgress) {
    let now = ContinuousClock.now
    state.withLock { state in
      guard now - start > .seconds(2), now - state.last > .milliseconds(100) else { return }
      state = State(isShown: true, last: now)
      StandardError.write(text: "\r" + Self.text(progress, after: now - start) + "\u{1B}[K")
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.isShown { StandardError.write(text: "\r\u{1B}[K") }
      state.isShown = false
    }
  }

  /// What the line says: `340000 of 1000000 relations, 210 MB, 4 s left`.
  static func text(_ progress: ExportProgress, after elapsed: Duration) -> String {
    let done = "\(progress.relations) of \(progress.total) relations, \(progress.bytes / 1_000_000) MB"
    if progress.relations == 0 { return done }
    let left = elapsed * Double(progress.total - progress.relations) / Double(progress.relations)
    return done + ", \(left.components.seconds + 1) s left"
  }
}
