/// Hears what stands in an XML document, in its order.
///
/// Names and values are borrowed: they are gone when the call returns. What a handler throws ends the reading.
package protocol XMLHandler: ~Copyable {
  /// An element begins.
  mutating func start(_ element: borrowing XMLElement) throws
  /// The text between two tags, whole, with its references resolved; it begins at that offset.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws
  /// The element that began last, and has not ended, ends.
  mutating func end() throws
  /// An element that has only text in it, or nothing: it begins, has its text, and ends.
  mutating func leaf(_ element: borrowing XMLElement, _ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws
  /// The hashes of some values of attributes that are going to be heard, as a table of texts has them: who looks them up
  /// there may fetch what that takes.
  mutating func expect(_ hashes: ArraySlice<UInt32>)
}

extension XMLHandler where Self: ~Copyable {
  package mutating func leaf(
    _ element: borrowing XMLElement, _ text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) throws {
    try start(element)
    if !text.isEmpty { try self.text(text, at: offset) }
    try end()
  }

  package mutating func expect(_ hashes: ArraySlice<UInt32>) {}
}

/// A start tag.
package struct XMLElement: ~Copyable {
  /// The name without its prefix.
  package let name: XMLName
  /// The same as it is written.
  package let nameBytes: UnsafeBufferPointer<UInt8>
  /// Whether the prefix is another than the root's: the element is of another vocabulary than the document.
  package let isForeign: Bool
  /// The attributes in the order in which they stand.
  package let attributes: UnsafeBufferPointer<XMLAttribute>
  /// Where the tag begins, and how many bytes it is long.
  package let offset: Int
  package let length: Int

  /// The value of the attribute with that name, without a prefix.
  package func value(_ name: StaticString) -> XMLAttribute? {
    for attribute in attributes where attribute.name.equals(name) { return attribute }
    return nil
  }
}

/// An attribute of a start tag.
package struct XMLAttribute {
  /// The name, with its prefix if it has one.
  package let name: UnsafeBufferPointer<UInt8>
  /// The value with its references resolved.
  package let value: UnsafeBufferPointer<UInt8>
  /// Where the value stands between its quotes, and how many bytes it takes there.
  package let offset: Int
  package let length: Int

  /// The value as a string of its own.
  package var text: String { String(decoding: value, as: UTF8.self) }
}

/// The name of an element: its first eight bytes as one number, so that a handler finds it by one comparison.
package struct XMLName: Hashable {
  private let first: UInt64
  private let count: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var first: UInt64 = 0
    for index in 0..<Swift.min(8, bytes.count) { first = first << 8 | UInt64(bytes[index]) }
    self.first = first
    count = bytes.count
  }

  /// The same, where eight bytes may be read from the first on.
  @inline(__always)
  init(padded bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    guard let start = bytes.baseAddress, count > 0 else {
      first = 0
      return
    }
    let word = UInt64(bigEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    first = word >> UInt64(8 * (8 - Swift.min(8, count)))
  }

  /// A name that a vocabulary has; no two of one vocabulary may have the same length and the same eight first letters.
  package init(_ name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are the same, one by one: names are too short for anything else.
  @inline(__always)
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    if count != other.count { return false }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// Whether these are the bytes of the text.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && isSame(as: UnsafeBufferPointer(start: text.utf8Start, count: count))
  }
}

/// Why an XML document cannot be read further.
package enum XMLFault: Error {
  /// It breaks XML's grammar, or a limit of libxml2: libxml2's number for it, and its words.
  case grammar(code: Int, problem: String, offset: Int)
  /// It declares an entity, which could name another file, or grow without end.
  case entityDeclaration(offset: Int)
  /// One text, or one tag, is longer than anything in a graph.
  case tooLong(limit: Int, offset: Int)
  /// One tag has more attributes than any in a graph.
  case tooManyAttributes(limit: Int, offset: Int)
  /// The system has no memory left for libxml2.
  case noMemory
  /// libxml2, which reads what is not plain, is not there.
  case noLibrary(problem: String)
}
