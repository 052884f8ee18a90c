import Synchronization

/// A line on a terminal that tells what is being done and for how long, once it takes longer than two seconds: for work
/// of which nobody knows how much is left. It is gone when the work is done.
final class ElapsedLine: Sendable {
  private struct State {
    var isShown = false
    var isEnded = false
  }

  private let what: String
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private init(_ what: String) { self.what = what }

  /// Shows the line while `body` works.
  static func during<Result>(_ what: String, _ body: () throws -> Result) rethrows -> Result {
    let line = ElapsedLine(what)
    let clock = line.run()
    defer { line.end(clock) }
    return try body()
  }

  /// As above, for work that waits.
  static func during<Result>(
    _ what: String, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
  ) async rethrows -> Result {
    let line = ElapsedLine(what)
    let clock = line.run()
    defer { line.end(clock) }
    return try await body()
  }

  private func run() -> Task<Void, any Error> {
    Task.detached { [self] in
      try await Task.sleep(for: .seconds(2))
      while true {
        state.withLock { state in
          guard !state.isEnded else { return }
          state.isShown = true
          StandardError.write(text: "\r" + Self.text(what, after: ContinuousClock.now - start) + "\u{1B}[K")
        }
        try await Task.sleep(for: .seconds(1))
      }
    }
  }

  private func end(_ clock: Task<Void, any Error>) {
    clock.cancel()
    state.withLock { state in
      if state.isShown { StandardError.write(text: "\r\u{1B}[K") }
      state = State(isEnded: true)
    }
  }

  /// What the line says: `reading graph.yaml, 3 s`.
  static func text(_ what: String, after elapsed: Duration) -> String {
    "\(what), \(elapsed.components.seconds) s"
  }
}
