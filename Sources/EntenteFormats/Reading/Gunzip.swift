import CLibZ

/// Why packed data cannot be unpacked.
enum PackedDataFault: Error {
  /// They are not what gzip writes, or damaged; zlib's words.
  case broken(String)
  /// They end before they should.
  case endsTooEarly
  /// A little becomes so much that it can only be meant to fill the memory.
  case bomb(packed: Int, unpacked: Int)
}

/// Unpacks what gzip has packed (RFC 1952), one or several files behind each other.
final class Gunzip {
  /// Text packs to a fifth or a tenth, a graph's at most to a hundredth; zlib can make 1,000 of 1.
  static let ratioLimit = 250
  /// So much may come out of anything.
  static let freeBytes = 1 << 26

  /// Whether the bytes begin as packed ones do.
  static func isPacked(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  private let stream: UnsafeMutablePointer<z_stream>
  private let packed: UnsafeMutableRawBufferPointer
  /// Whether zlib could begin.
  private var state: CInt
  private var isWithinFile = false
  private var totalPacked = 0
  private var totalUnpacked = 0

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    packed = .allocate(byteCount: 1 << 17, alignment: 16)
    // 16 for gzip's format, 15 for the largest window.
    state = inflateInit2_(stream, 16 + 15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    packed.deallocate()
  }

  private static func words(of result: CInt) -> String {
    result == Z_MEM_ERROR ? "there is no memory left to unpack them" : "zlib reports \(result)"
  }

  /// Fills as much of `buffer` as one step unpacks, at least one byte but at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer,
    from source: (UnsafeMutableRawBufferPointer) throws(InputFile.Problem) -> Int
  ) throws(InputFile.Problem) -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = CUnsignedInt(clamping: buffer.count)
    let room = Int(stream.pointee.avail_out)
    guard state == Z_OK else { throw .packed(.broken(Self.words(of: state))) }
    while true {
      if stream.pointee.avail_in == 0 {
        let count = try source(packed)
        totalPacked += count
        stream.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = CUnsignedInt(clamping: count)
        if count == 0 {
          if isWithinFile || totalPacked == 0 { throw .packed(.endsTooEarly) }
          return 0
        }
      }
      isWithinFile = true
      let result = inflate(stream, Z_NO_FLUSH)
      if result == Z_STREAM_END {
        isWithinFile = false
        inflateReset(stream)
      } else if result != Z_OK && result != Z_BUF_ERROR {
        throw .packed(.broken(stream.pointee.msg.map { String(cString: $0) } ?? Self.words(of: result)))
      }
      let count = room - Int(stream.pointee.avail_out)
      if count > 0 {
        totalUnpacked += count
        if totalUnpacked > Self.freeBytes, totalUnpacked / Self.ratioLimit > totalPacked {
          throw .packed(.bomb(packed: totalPacked, unpacked: totalUnpacked))
        }
        return count
      }
    }
  }
}

extension PackedDataFault {
  var words: String {
    switch self {
    case .broken(let problem): "the packed data are broken (\(problem))"
    case .endsTooEarly: "the packed data end too early"
    case .bomb(let packed, let unpacked):
      "\(packed) packed bytes become more than \(unpacked), and no graph packs to less than a \(Gunzip.ratioLimit)th"
    }
  }

  var advice: [String] {
    switch self {
    case .broken, .endsTooEarly: ["get or write the file anew; 'gzip -t' tests one"]
    case .bomb: ["if it is meant to be so large, unpack it with 'gunzip' and name what comes out"]
    }
  }
}
