import CLibZ
import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Packs what it takes as gzip does (RFC 1952), for another sink: the same bytes in, the same bytes out, whenever and
/// wherever, since no time, name or system is written.
///
/// Blocks of equal length are packed beside each other, on as many cores as there are; each may refer to the end of the one
/// before it, as in a stream that is packed by itself. Where they begin and end depends on nothing but what was taken.
final class GzipSink: ByteSink {
  private static let blockLength = 1 << 17
  /// How many blocks are gathered until they are packed.
  private static let blocks = 8
  /// How far back a block may refer.
  private static let reach = 1 << 15

  private let sink: any ByteSink
  /// The end of what was packed, and what is still to be packed.
  private var bytes: [UInt8] = []
  /// How many of the bytes are there to be referred to.
  private var known = 0
  private var hasBegun = false
  private var checksum = crc32(0, nil, 0)
  private var length = 0

  init(_ sink: any ByteSink) {
    self.sink = sink
    bytes.reserveCapacity(Self.reach + Self.blocks * Self.blockLength)
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let room = Self.blocks * Self.blockLength - (self.bytes.count - known)
      if room == 0 {
        try pack(isLast: false)
        continue
      }
      self.bytes.append(contentsOf: rest.prefix(room))
      rest = rest.dropFirst(room)
    }
  }

  func finish() throws(WriteError) {
    try pack(isLast: true)
    try sink.take(Self.numbers(checksum, UInt(truncatingIfNeeded: length)))
    try sink.finish()
  }

  /// Packs what was gathered; of it, the end is kept for the next blocks to refer to.
  private func pack(isLast: Bool) throws(WriteError) {
    if !hasBegun {
      hasBegun = true
      // gzip, deflate, no flags, no time, no extra flags, and the system that nobody tells.
      try sink.take([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
    }
    let starts = Array(stride(from: known, to: max(bytes.count, known + 1), by: Self.blockLength))
    var packed = [PackedBlock?](repeating: nil, count: starts.count)
    bytes.withUnsafeBufferPointer { bytes in
      packed.withUnsafeMutableBufferPointer { packed in
        let work = Work(bytes: bytes, packed: packed)
        DispatchQueue.concurrentPerform(iterations: starts.count) { index in
          let range = starts[index]..<min(starts[index] + Self.blockLength, work.bytes.count)
          let isLastBlock = isLast && index == starts.count - 1
          let reach = max(0, range.lowerBound - Self.reach)..<range.lowerBound
          work.packed[index] = PackedBlock(work.bytes[range], after: work.bytes[reach], isLast: isLastBlock)
        }
      }
    }
    for block in packed {
      // It has no room: what it leaves out must not seem to be written.
      guard let block else { throw WriteError(path: nil, code: ENOMEM) }
      checksum = crc32_combine(checksum, block.checksum, block.length)
      length += block.length
      try sink.take(block.bytes)
    }
    bytes.removeFirst(max(0, bytes.count - Self.reach))
    known = bytes.count
  }

  /// What the blocks are made of, and where each is put.
  ///
  /// - Invariant: both are there until all blocks are packed, and each block writes its own place alone.
  private struct Work: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>
    let packed: UnsafeMutableBufferPointer<PackedBlock?>
  }

  /// The two numbers at a file's end, of 32 bits each, the lowest byte first.
  private static func numbers(_ checksum: UInt, _ length: UInt) -> [UInt8] {
    [checksum, length].flatMap { number in
      stride(from: 0, to: 32, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }
}

/// A stretch of a gzip file that ends at a whole byte.
private struct PackedBlock {
  let bytes: [UInt8]
  /// How long it is when it is unpacked.
  let length: Int
  let checksum: UInt

  /// `nil` where zlib has no memory.
  init?(_ block: Slice<UnsafeBufferPointer<UInt8>>, after before: Slice<UnsafeBufferPointer<UInt8>>, isLast: Bool) {
    let block = UnsafeBufferPointer(rebasing: block)
    let before = UnsafeBufferPointer(rebasing: before)
    var stream = z_stream()
    // -15: the largest window, and neither a header nor a checksum; 8 for the memory that zlib takes by itself.
    let state = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    guard state == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    if !before.isEmpty { deflateSetDictionary(&stream, before.baseAddress, CUnsignedInt(clamping: before.count)) }
    stream.next_in = UnsafeMutablePointer(mutating: block.baseAddress)
    stream.avail_in = CUnsignedInt(clamping: block.count)
    // Six more bytes for the mark that ends a block at a whole byte.
    let capacity = Int(deflateBound(&stream, CUnsignedLong(block.count))) + 16
    var end = Z_OK
    bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      stream.next_out = buffer.baseAddress
      stream.avail_out = CUnsignedInt(clamping: capacity)
      end = deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      count = capacity - Int(stream.avail_out)
    }
    guard end == (isLast ? Z_STREAM_END : Z_OK), stream.avail_in == 0 else { return nil }
    length = block.count
    checksum = crc32(0, block.baseAddress, CUnsignedInt(clamping: block.count))
  }
}
