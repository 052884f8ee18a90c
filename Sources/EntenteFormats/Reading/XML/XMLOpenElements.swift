/// The elements that have begun and not ended: their start tags, without attributes but where these declare namespaces.
///
/// It is what end tags are held against, and all that libxml2 has to be told to go on in the middle of a document.
struct XMLOpenElements: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 10
  private var count = 0
  private var elements: [(start: Int, nameLength: Int)] = []
  private(set) var longestName = 0
  /// The root's prefix with its colon; empty where it has none.
  private(set) var rootPrefix: [UInt8] = []

  init() { bytes = .allocate(capacity: capacity) }
  deinit { bytes.deallocate() }

  var depth: Int { elements.count }

  /// The start tags, one behind the other.
  var tags: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }

  /// Notes the element that begins with `tag`, which goes from `<` to what stands before `/>` or `>`.
  mutating func open(_ tag: UnsafeBufferPointer<UInt8>, nameLength: Int, colon: Int, isWhole: Bool) {
    let kept = isWhole ? tag.count : nameLength + 1
    if count + kept + 1 > capacity { grow(by: kept + 1) }
    if elements.isEmpty { rootPrefix = Array(tag[1..<1 + colon]) }
    elements.append((count, nameLength))
    longestName = max(longestName, nameLength)
    if let first = tag.baseAddress { (bytes + count).update(from: first, count: kept) }
    bytes[count + kept] = UInt8(ascii: ">")
    count += kept + 1
  }

  private mutating func grow(by length: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (capacity + length))
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
    capacity = 2 * (capacity + length)
  }

  /// Forgets the element that began last.
  mutating func close() {
    if let last = elements.popLast() { count = last.start }
  }

  /// The length of the name of the element that began last, if the bytes begin with it.
  @inline(__always)
  func matches(_ name: UnsafePointer<UInt8>) -> Int? {
    guard let last = elements.last else { return nil }
    let known = bytes + last.start + 1
    for index in 0..<last.nameLength where known[index] != name[index] { return nil }
    return last.nameLength
  }

  /// Whether a name with a prefix of that length, with its colon, has another prefix than the root.
  @inline(__always)
  func isForeign(_ name: UnsafePointer<UInt8>, prefix length: Int) -> Bool {
    length != rootPrefix.count
      || (length > 0 && !UnsafeBufferPointer(start: name, count: length).elementsEqual(rootPrefix))
  }
}
