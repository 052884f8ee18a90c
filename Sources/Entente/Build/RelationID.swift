/// Makes a relation's id from what it says, so that it stays when others are added or moved.
///
/// `japan claims southern-kurils`, `1945~/..` becomes `japan-claims-southern-kurils-1945-about-to-open`: the date's signs
/// become words, so that dates that mean different things make different ids.
enum RelationID {
  /// The bytes of the id.
  static func make(
    head: [UnsafeBufferPointer<UInt8>], date: UnsafeBufferPointer<UInt8>, status: Status
  ) -> [UInt8] {
    var id: [UInt8] = []
    for part in head {
      if !id.isEmpty { id.append(hyphen) }
      id.append(contentsOf: part)
    }
    write(date: date, into: &id)
    if status != .asserted {
      id.append(hyphen)
      id.append(contentsOf: status.name.utf8)
    }
    return id
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func write(date: UnsafeBufferPointer<UInt8>, into id: inout [UInt8]) {
    var index = 0
    /// Whether a hyphen belongs before what comes next.
    var separated = true
    func word(_ text: StaticString) {
      id.append(hyphen)
      text.withUTF8Buffer { id.append(contentsOf: $0) }
      separated = true
    }
    while index < date.count {
      let byte = date[index]
      index += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if separated { id.append(hyphen) }
        separated = false
        id.append(byte >= UInt8(ascii: "A") ? byte | 0x20 : byte)
      case hyphen:
        // A hyphen between digits only separates; at the beginning of a date it is the sign of a year before 0.
        if separated { word("minus") } else { separated = true }
      case UInt8(ascii: "~"): word("about")
      case UInt8(ascii: "?"): word("perhaps")
      case UInt8(ascii: "%"): word("perhaps-about")
      case UInt8(ascii: "/"): word("to")
      case UInt8(ascii: "["): word("one-of")
      case UInt8(ascii: "{"): word("all-of")
      case UInt8(ascii: ","): word("and")
      case UInt8(ascii: "+"): word("plus")
      case UInt8(ascii: ".") where index < date.count && date[index] == byte:
        index += 1
        word("open")
      default: separated = true
      }
    }
  }
}
