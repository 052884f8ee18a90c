/// The numbers of short texts that came last: of two that fall on one place only the later one.
///
/// It stands before a ``StringTable``, and has the texts themselves, so that one look is enough.
struct RecentTexts: Sendable {
  /// The longest text that it keeps, in bytes.
  static let longest = 24
  private static let bits = 15

  private var entries: [Entry] = []

  private struct Entry: Sendable {
    var text = Short()
    var number: UInt32 = 0
  }

  /// A text of at most ``longest`` bytes, in three words that overlap, and its length.
  struct Short: Sendable, Equatable {
    var first: UInt64 = 0
    var middle: UInt64 = 0
    var last: UInt64 = 0
    var count: UInt32 = 0

    init() {}

    /// `nil` for a text that is empty or too long.
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>) {
      let bytes = UnsafeRawBufferPointer(text)
      guard bytes.count > 0, bytes.count <= RecentTexts.longest else { return nil }
      count = UInt32(truncatingIfNeeded: bytes.count)
      if bytes.count >= 8 {
        first = bytes.loadUnaligned(as: UInt64.self)
        last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
        if bytes.count > 16 { middle = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
      } else if bytes.count >= 4 {
        first = UInt64(bytes.loadUnaligned(as: UInt32.self))
        last = UInt64(bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
      } else {
        first = UInt64(bytes[0]) | UInt64(bytes[bytes.count / 2]) << 8
        last = UInt64(bytes[bytes.count - 1])
      }
    }

    /// Where it stands among the entries.
    @inline(__always)
    var place: Int {
      let word = (first ^ last &* 0x9e37_79b9_7f4a_7c15 ^ middle &* 0xc2b2_ae3d_27d4_eb4f) &* 0xd6e8_feb8_6659_fd93
      return Int(truncatingIfNeeded: (word ^ UInt64(count)) >> UInt64(64 - RecentTexts.bits))
    }
  }

  @inline(__always)
  subscript(text: Short) -> StringID? {
    get {
      if entries.isEmpty { return nil }
      let entry = entries[text.place]
      return entry.text == text ? StringID(value: entry.number) : nil
    }
    set {
      // Small graphs do without.
      guard let newValue, newValue.value > 1 << 10 || !entries.isEmpty else { return }
      if entries.isEmpty { entries = Array(repeating: Entry(), count: 1 << Self.bits) }
      entries[text.place] = Entry(text: text, number: newValue.value)
    }
  }
}
