#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What came by a pipe, in a temporary file that has no name any more and is gone with this: so it can be read several
/// times without being in memory.
final class StoredBytes: Sendable {
  private let descriptor: CInt
  /// How many bytes there are.
  let count: Int

  /// Reads a stream to its end.
  ///
  /// - Throws: `InputFile.Problem` when the stream, or the temporary file, fails: a full disk.
  init(_ stream: ByteStream) throws(InputFile.Problem) {
    descriptor = try Self.makeFile()
    do throws(InputFile.Problem) {
      count = try Self.copy(stream, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  private static func makeFile() throws(InputFile.Problem) -> CInt {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var path = Array("\(folder)/entente-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw InputFile.Problem(errno: errno) }
    unlink(path)
    // No process that is started inherits it.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private static func copy(_ stream: ByteStream, to descriptor: CInt) throws(InputFile.Problem) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var total = 0
    while case let count = try stream.read(into: buffer), count > 0 {
      var done = 0
      while done < count {
        let written = write(descriptor, buffer.baseAddress.map { $0 + done }, count - done)
        if written >= 0 { done += written } else if errno != EINTR { throw InputFile.Problem(errno: errno) }
      }
      total += count
    }
    return total
  }

  /// Fills as much of `buffer` as there is from the byte at `offset` on; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputFile.Problem) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw InputFile.Problem(errno: errno) }
    }
  }
}
