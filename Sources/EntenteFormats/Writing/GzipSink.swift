import CLibZ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Packs what it takes as gzip does (RFC 1952), for another sink: the same bytes in, the same bytes out, whenever and
/// wherever, since no time, name or system is written.
final class GzipSink: ByteSink {
  private let sink: any ByteSink
  private let stream: UnsafeMutablePointer<z_stream>
  private let header: UnsafeMutablePointer<gz_header>
  private let packed: UnsafeMutableBufferPointer<UInt8>
  /// What zlib says of its last step: below zero it has failed.
  private var state: CInt

  init(_ sink: any ByteSink) {
    self.sink = sink
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    header = .allocate(capacity: 1)
    header.initialize(to: gz_header())
    // 255 is a system that nobody tells.
    header.pointee.os = 255
    packed = .allocate(capacity: 1 << 17)
    // 16 for gzip's format, 15 for the largest window, 8 for the memory that zlib takes by itself.
    state = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + 15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    deflateSetHeader(stream, header)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    header.deallocate()
    packed.deallocate()
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = CUnsignedInt(clamping: bytes.count)
    try pack(Z_NO_FLUSH)
  }

  func finish() throws(WriteError) {
    stream.pointee.avail_in = 0
    try pack(Z_FINISH)
    try sink.finish()
  }

  private func pack(_ flush: CInt) throws(WriteError) {
    repeat {
      // It has no room, perhaps from the beginning on: what it leaves out must not seem to be written.
      guard state >= 0 || state == Z_BUF_ERROR else { throw WriteError(path: nil, code: ENOMEM) }
      stream.pointee.next_out = packed.baseAddress
      stream.pointee.avail_out = CUnsignedInt(clamping: packed.count)
      state = deflate(stream, flush)
      let count = packed.count - Int(stream.pointee.avail_out)
      if count > 0 { try sink.take(UnsafeBufferPointer(rebasing: packed[..<count])) }
      // A buffer that was not filled held all there was.
    } while stream.pointee.avail_out == 0
  }
}
