import CSandbox
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Graphviz in processes of their own, which a drawing starts when it needs them, at most one for each core, and ends.
///
/// One that dies or answers nonsense is ended, and what it was to lay out goes to another, once: a graph that needs too much
/// memory needs it there, too. After three such graphs in a row the drawing is given up. A drawing that nobody waits for ends
/// the layout that it waits for itself.
///
/// The engines without layers go by what their process has laid out before, even with the same random numbers: each of their
/// layouts has a process to itself, so that a picture has the same bytes however many cores there are.
final class LayoutHelpers: LayoutService {
  let takesSeveral = true
  private let helper: LayoutHelper
  private let patience: Patience
  private let state = Mutex(State())

  private struct State {
    /// Those that wait for work.
    var idle: [HelperProcess] = []
    /// How many have been made ready.
    var started = 0
    /// How many graphs in a row had no answer.
    var unanswered = 0
  }

  private static let mostUnanswered = 3

  init(_ helper: LayoutHelper, _ patience: Patience) {
    (self.helper, self.patience) = (helper, patience)
  }

  /// Starts them by the thread that draws: Linux ends them with the thread that started them, and others come and go. One
  /// that cannot be started is started again when it is needed, which then says why.
  func beReady(for count: Int) {
    let missing = state.withLock { state in
      let missing = max(0, min(InParallel.width, count) - state.started)
      state.started += missing
      return missing
    }
    let processes = (0..<missing).compactMap { _ in try? HelperProcess(helper, patience) }
    state.withLock { $0.idle += processes }
  }

  func place(_ request: LayoutRequest) throws -> Placement {
    var end = ""
    for _ in 0..<2 {
      let isForMany = request.engine == .dot
      let idle = isForMany ? state.withLock { $0.idle.popLast() } : nil
      let process = try idle ?? HelperProcess(helper, patience)
      let answer: Result<Placement, Graphviz.Failure>
      do throws(HelperProcess.End) {
        answer = try process.answer(to: request)
      } catch .unwanted {
        try patience.check()
        throw CancellationError()
      } catch .died(let how) {
        end = how
        continue
      }
      state.withLock { state in
        if isForMany { state.idle.append(process) }
        state.unanswered = 0
      }
      return try answer.get()
    }
    let unanswered = state.withLock { state in
      state.unanswered += 1
      return state.unanswered
    }
    throw Graphviz.Failure(message: end, isFinal: unanswered >= Self.mostUnanswered)
  }
}

/// One helper, from its start to its end.
private final class HelperProcess: Sendable {
  private let process: pid_t
  private let connection: Int32
  private let memory: Int
  private let patience: Patience

  /// Why a helper gave no answer; it has been ended.
  enum End: Error {
    /// Nobody waits for it any more.
    case unwanted
    case died(String)
  }

  init(_ helper: LayoutHelper, _ patience: Patience) throws(Graphviz.Failure) {
    self.patience = patience
    memory = helper.memory
    var (process, connection): (pid_t, Int32) = (0, -1)
    let texts = ([helper.path] + helper.arguments + ["\(helper.memory)"]).map { strdup($0) }
    defer { for text in texts { free(text) } }
    let arguments = texts.map { UnsafePointer($0) } + [nil]
    let problem = entente_start_helper(helper.path, arguments, &process, &connection)
    guard problem == 0 else {
      let reason = String(cString: strerror(problem))
      throw Graphviz.Failure(message: "the helper '\(helper.path)' cannot be started: \(reason)", isFinal: true)
    }
    (self.process, self.connection) = (process, connection)
  }

  /// It ends when nobody speaks to it any more; nothing of it is left.
  deinit {
    close(connection)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
  }

  func answer(to request: LayoutRequest) throws(End) -> Result<Placement, Graphviz.Failure> {
    try tell(LayoutMessage(request).bytes)
    guard let length = LayoutMessage(try receive(8)).length else { throw .died("the helper answered nonsense") }
    var message = LayoutMessage(try receive(length))
    guard let answer = message.answer(to: request) else { throw .died("the helper answered nonsense") }
    return answer
  }

  private func tell(_ message: [UInt8]) throws(End) {
    var length = LayoutMessage()
    length.add(UInt64(message.count))
    var rest = (length.bytes + message)[...]
    while !rest.isEmpty {
      try wait(for: Int16(POLLOUT))
      let sent = rest.withUnsafeBytes { Self.sent(connection, $0) }
      if sent > 0 { rest = rest.dropFirst(sent) } else if errno != EINTR { throw ended() }
    }
  }

  /// A connection that the other side has closed is an error, and no signal: on a Mac its socket says so.
  private static func sent(_ connection: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if os(Linux)
      send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #else
      send(connection, bytes.baseAddress, bytes.count, 0)
    #endif
  }

  private func receive(_ count: Int) throws(End) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = Array(repeating: 0 as UInt8, count: min(count, 1 << 16))
    while bytes.count < count {
      try wait(for: Int16(POLLIN))
      let wanted = min(part.count, count - bytes.count)
      let received = part.withUnsafeMutableBytes { recv(connection, $0.baseAddress, wanted, 0) }
      if received > 0 { bytes += part[..<received] } else if received == 0 || errno != EINTR { throw ended() }
    }
    return bytes
  }

  /// Waits until the connection is ready, and looks now and then whether anybody still wants the answer.
  private func wait(for events: Int16) throws(End) {
    var ready = pollfd(fd: connection, events: events, revents: 0)
    while true {
      let count = poll(&ready, 1, Self.glance)
      if count > 0 { return }
      if count < 0, errno != EINTR { throw ended() }
      if patience.isOver { throw .unwanted }
    }
  }

  /// In milliseconds.
  private static let glance: Int32 = 50

  /// How the helper came to its end, in words.
  private func ended() -> End {
    let gigabytes = Double(memory) / Double(1 << 30)
    return .died(
      "the process that laid it out ended before its answer, as one does that needs more than \(gigabytes) GiB of memory"
    )
  }
}

extension LayoutMessage {
  /// The message that says how long the next one is; `nil` where that cannot be.
  var length: Int? {
    var message = self
    guard let length = message.next(UInt64.self), length <= UInt64(Self.limit) else { return nil }
    return Int(length)
  }
}
