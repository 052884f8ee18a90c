/// Streams bytes to a file, a folder of files, a descriptor or memory, through a buffer of fixed size.
///
/// Exporters write a graph of any size through one of these and never hold their output. Texts are copied, and escaped,
/// as bytes; numbers are written digit by digit.
///
/// ```swift
/// try ByteWriter.file(at: "years.txt") { writer in
///   try writer.write("first year: ")
///   try writer.write(1945)
/// }
/// ```
///
/// One is handed out by `file(at:)`, `folder(at:)`, `descriptor(_:)` and `memory`, which flush and close it.
/// Every method throws ``WriteError`` when the bytes cannot be delivered: a full disk, a closed pipe.
///
/// It cannot be copied, and so has one owner at a time, who may be on any thread.
public struct ByteWriter: ~Copyable, @unchecked Sendable {
  private static let capacity = 1 << 17
  /// A vector's length longer than what is written, since texts are looked over in vectors where they lie.
  private let buffer = Self.allocate()
  private var count = 0
  private var flushed = 0
  private let sink: any ByteSink

  init(to sink: any ByteSink) {
    self.sink = sink
  }

  deinit { buffer.deallocate() }

  private static func allocate() -> UnsafeMutablePointer<UInt8> {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 16)
    buffer.initialize(repeating: 0, count: capacity + 16)
    return buffer
  }

  /// How many bytes were written so far, in all files together.
  public var written: Int { flushed + count }

  /// Ends the file that is being written and begins another of the folder.
  ///
  /// - Throws: ``WriteError`` when this does not write to a folder.
  public mutating func begin(file name: String) throws(WriteError) {
    try flush()
    try sink.begin(file: name)
  }

  /// Writes one byte.
  public mutating func write(byte: UInt8) throws(WriteError) {
    if count == Self.capacity { try flush() }
    buffer[count] = byte
    count += 1
  }

  /// Writes a constant text as UTF-8.
  public mutating func write(_ text: StaticString) throws(WriteError) {
    try write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a text as UTF-8. For what is written once; loops over a graph write bytes.
  public mutating func write(text: String) throws(WriteError) {
    // Not `withUTF8`, which would take typed errors as plain ones.
    try text.utf8.span.withUnsafeBufferPointer { (bytes) throws(WriteError) in try write(bytes) }
  }

  /// Writes bytes as they are.
  public mutating func write(_ bytes: [UInt8]) throws(WriteError) {
    try bytes.span.withUnsafeBufferPointer { (bytes) throws(WriteError) in try write(bytes) }
  }

  /// Writes bytes as they are.
  public mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    guard let start = bytes.baseAddress else { return }
    if bytes.count > Self.capacity - count {
      try flush()
      if bytes.count > Self.capacity {
        try sink.take(bytes)
        flushed += bytes.count
        return
      }
    }
    (buffer + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Writes a whole number of at most 64 bits in decimal digits.
  public mutating func write(_ integer: some FixedWidthInteger) throws(WriteError) {
    if integer < 0 { try write(byte: UInt8(ascii: "-")) }
    var rest = UInt64(integer.magnitude)
    // The 20 digits of 2^64 at most; tuples and arrays would cost more than counting them.
    var digits = 1
    var bound: UInt64 = 10
    while digits < 20, rest >= bound {
      digits += 1
      bound = bound &* 10
    }
    if Self.capacity - count < digits { try flush() }
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Writes a text that a cursor hands out, or other bytes, as they are.
  public mutating func write(_ bytes: Span<UInt8>) throws(WriteError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(WriteError) in try write(bytes) }
  }

  /// Writes a text that a cursor hands out with what must not stand there replaced.
  public mutating func write(_ bytes: Span<UInt8>, escaping escapes: borrowing Escapes) throws(WriteError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(WriteError) in try write(bytes, escaping: escapes) }
  }

  /// Writes bytes with what must not stand there replaced.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, escaping escapes: borrowing Escapes) throws(WriteError) {
    guard let start = bytes.baseAddress else { return }
    if escapes.isQuick, bytes.count <= Self.capacity - count {
      // Most texts have nothing to replace: they are copied, and looked over in the buffer.
      let place = buffer + count
      place.update(from: start, count: bytes.count)
      if !escapes.mayReplace(in: place, count: bytes.count) {
        count += bytes.count
        return
      }
    }
    var copied = 0
    for index in bytes.indices {
      let replacement = escapes[bytes[index]]
      if replacement == 0 { continue }
      let last = (index > 1 ? bytes[index - 2] : 0, index > 0 ? bytes[index - 1] : 0)
      guard let text = escapes.text(replacement, for: bytes[index], after: last) else { continue }
      try write(UnsafeBufferPointer(rebasing: bytes[copied..<index]))
      try write(text)
      copied = index + 1
    }
    try write(UnsafeBufferPointer(rebasing: bytes[copied...]))
  }

  /// Writes a text with what must not stand there replaced. For what is written once.
  public mutating func write(text: String, escaping escapes: borrowing Escapes) throws(WriteError) {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if let text = escapes.text(escapes[byte], for: byte, after: last) {
        try write(text)
      } else {
        try write(byte: byte)
      }
      last = (last.1, byte)
    }
  }

  /// Hands what is in the buffer to the sink.
  mutating func flush() throws(WriteError) {
    if count == 0 { return }
    try sink.take(UnsafeBufferPointer(start: buffer, count: count))
    flushed += count
    count = 0
  }

  /// Hands what is in the buffer to memory, which takes all.
  mutating func drain(into memory: MemorySink) {
    memory.take(UnsafeBufferPointer(start: buffer, count: count))
    flushed += count
    count = 0
  }
}
