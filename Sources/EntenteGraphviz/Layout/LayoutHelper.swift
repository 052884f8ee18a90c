import CSandbox

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that lays out graphs for pictures, in processes of its own: it can be stopped, may use only so much memory,
/// and where it fails the program that draws goes on.
///
/// Without one a picture is laid out in the process that asks for it: a layout that has begun there cannot be stopped, and
/// one that runs out of memory ends the process. The program calls ``serve(_:)`` and nothing else:
///
/// ```swift
/// LayoutHelper.serve(CommandLine.arguments)
/// ```
public struct LayoutHelper: Sendable, Hashable {
  /// The program's path; no folders are searched for it.
  public var path: String
  /// What it is called with, before what ``serve(_:)`` reads.
  public var arguments: [String]
  /// How much memory one of its processes may use, in bytes; four gigabytes unless said otherwise. It has effect on Linux.
  public var memory: Int

  /// A helper by its path.
  public init(path: String, arguments: [String] = [], memory: Int = 4 << 30) {
    self.path = path
    self.arguments = arguments
    self.memory = memory
  }

  /// Lays out what comes in on standard input until that ends. The process first gives up what it does not need: memory
  /// beyond its limit, files to write, and on Linux the network and other programs.
  ///
  /// - Parameter arguments: The arguments of the process; the last is the limit.
  /// - Returns: the status to exit with.
  public static func serve(_ arguments: [String]) -> Int32 {
    let memory = arguments.last.flatMap { UInt64($0) } ?? 4 << 30
    // What most graphs need is loaded before anybody asks; what another engine needs, when the first request names it: once
    // it has given up what it does not need, the process can open no library.
    Graphviz.prepare(.dot)
    var hasGivenUp = false
    while let length = LayoutMessage(read(8)).length {
      let bytes = read(length)
      var message = LayoutMessage(bytes)
      guard bytes.count == length, let request = message.request() else { return 65 }
      if !hasGivenUp {
        if request.engine != .dot { Graphviz.prepare(request.engine) }
        guard entente_give_up(memory) == 0 else { return 71 }
        hasGivenUp = true
      }
      let answer = LayoutMessage(Graphviz.answer(request)).bytes
      var head = LayoutMessage()
      head.add(UInt64(answer.count))
      guard write(head.bytes + answer) else { return 0 }
    }
    return 0
  }

  /// So many bytes of standard input, or fewer where it ends.
  private static func read(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = Array(repeating: 0 as UInt8, count: min(count, 1 << 16))
    while bytes.count < count {
      let wanted = min(part.count, count - bytes.count)
      let received = part.withUnsafeMutableBytes { recv(0, $0.baseAddress, wanted, 0) }
      if received > 0 { bytes += part[..<received] } else if received == 0 || errno != EINTR { break }
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { send(1, $0.baseAddress, $0.count, 0) }
      if sent > 0 { rest = rest.dropFirst(sent) } else if errno != EINTR { return false }
    }
    return true
  }
}
