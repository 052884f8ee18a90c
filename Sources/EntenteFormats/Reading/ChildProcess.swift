import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs another program to its end, and gives what it wrote.
///
/// It is not swift-subprocess, whose calls have to be awaited: a graph is read by one that is not. What is read is small, and
/// nothing goes in.
struct ChildProcess {
  /// What came of it.
  struct Outcome {
    /// 0 when it did what it was asked to.
    let status: CInt
    let output: [UInt8]
    /// The beginning of what it said.
    let messages: [UInt8]
  }

  enum Problem: Error {
    /// There is no such program on the search path.
    case notThere
    case tooLong(seconds: Int)
    case tooMuch(bytes: Int)
    /// The system's number of an error.
    case system(CInt)
  }

  /// How long it may take, in seconds, and how many bytes it may write.
  var seconds = 60
  var bytes = 1 << 26
  /// How much memory it may use, in bytes, on Linux.
  var memory = 2 << 30

  /// Runs the program, which is looked for on the search path; it has no standard input.
  func run(_ program: String, _ arguments: [String]) throws(Problem) -> Outcome {
    let (output, messages) = (try Pipe(), try Pipe())
    let pid = try spawn(program, arguments, output, messages)
    output.closeWriting()
    messages.closeWriting()
    defer {
      output.closeReading()
      messages.closeReading()
    }
    do throws(Problem) {
      let texts = try read(output, messages)
      let status = wait(for: pid)
      return Outcome(status: status, output: texts.output, messages: texts.messages)
    } catch {
      kill(pid, SIGKILL)
      _ = wait(for: pid)
      throw error
    }
  }

  private final class Pipe {
    private(set) var reading: CInt
    private(set) var writing: CInt

    init() throws(Problem) {
      var ends: [CInt] = [-1, -1]
      guard pipe(&ends) == 0 else { throw .system(errno) }
      // Neither end is for other children; the one that is meant gets a copy.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }

    func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    func closeReading() {
      if reading >= 0 { close(reading) }
      reading = -1
    }

    deinit {
      closeWriting()
      closeReading()
    }
  }

  private func spawn(
    _ program: String, _ arguments: [String], _ output: Pipe, _ messages: Pipe
  ) throws(Problem) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, messages.writing, 2)
    var pid: pid_t = 0
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let code = posix_spawnp(&pid, program, &actions, nil, words, environ)
    if code == ENOENT { throw .notThere }
    guard code == 0 else { throw .system(code) }
    limitMemory(of: pid)
    return pid
  }

  /// What runs away is refused memory, and ends by itself.
  private func limitMemory(of pid: pid_t) {
    #if os(Linux)
      _ = entente_limit_memory(pid, UInt64(memory))
    #endif
  }

  /// Reads both to their ends; of the messages only the beginning is kept.
  private func read(_ output: Pipe, _ messages: Pipe) throws(Problem) -> (output: [UInt8], messages: [UInt8]) {
    var texts: [[UInt8]] = [[], []]
    var open = [
      pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: messages.reading, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let end = Self.now + seconds
    while open.contains(where: { $0.fd >= 0 }) {
      let rest = end - Self.now
      guard rest > 0 else { throw .tooLong(seconds: seconds) }
      if poll(&open, nfds_t(open.count), CInt(min(rest, 3600)) * 1000) < 0, errno != EINTR { throw .system(errno) }
      for row in open.indices where open[row].fd >= 0 && open[row].revents != 0 {
        let count = Self.read(open[row].fd, &buffer)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          open[row].fd = -1
        } else if row == 0 || texts[row].count < 4096 {
          texts[row] += buffer[..<count]
        }
      }
      if texts[0].count > bytes { throw .tooMuch(bytes: bytes) }
    }
    return (texts[0], texts[1])
  }

  private static func read(_ descriptor: CInt, _ buffer: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, &buffer, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, &buffer, buffer.count)
    #else
      Darwin.read(descriptor, &buffer, buffer.count)
    #endif
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec)
  }

  /// The status with which it ended; 128 and more for a signal, as in a shell.
  private func wait(for pid: pid_t) -> CInt {
    var status: CInt = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
