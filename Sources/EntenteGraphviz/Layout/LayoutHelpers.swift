import CSandbox
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Graphviz in processes of their own, which a drawing starts and ends.
///
/// One that takes too long, dies or answers nonsense is ended, and the next layout starts another; after three in a row the
/// drawing is given up. A cancelled task ends the layout that it waits for.
final class LayoutHelpers: LayoutService {
  private let helper: LayoutHelper
  private let state = Mutex(State())

  private struct State {
    /// Those that wait for work.
    var idle: [HelperProcess] = []
    /// How many have died since one answered.
    var deaths = 0
  }

  private static let mostDeaths = 3

  private let patience: Patience

  init(_ helper: LayoutHelper, _ patience: Patience) {
    (self.helper, self.patience) = (helper, patience)
  }

  func place(_ request: LayoutRequest) throws -> Placement {
    let process = try state.withLock { $0.idle.popLast() } ?? HelperProcess(helper, patience)
    let answer: Result<Placement, Graphviz.Failure>
    do throws(HelperProcess.End) {
      answer = try process.answer(to: request)
    } catch .unwanted {
      try patience.check()
      throw CancellationError()
    } catch .died(let how) {
      let deaths = state.withLock { state in
        state.deaths += 1
        return state.deaths
      }
      throw Graphviz.Failure(message: how, isFinal: deaths >= Self.mostDeaths)
    }
    state.withLock { state in
      state.idle.append(process)
      state.deaths = 0
    }
    return try answer.get()
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
