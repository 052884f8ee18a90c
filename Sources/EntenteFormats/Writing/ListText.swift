/// Several texts in one, with a sign between them: what stands for a list in formats that have none.
///
/// Where a text has the sign in it, or a backslash before it or at its end, a backslash stands before that; so the list comes
/// back as it was, and a text without either is written as it is.
enum ListText {
  private static let escape = UInt8(ascii: "\\")

  /// One text as it stands in a list; `nil` where nothing is to be escaped.
  static func escaped(_ text: Span<UInt8>, separator: UInt8) -> [UInt8]? {
    text.withUnsafeBufferPointer { text in
      guard text.contains(where: { $0 == separator || $0 == escape }) else { return nil }
      var escaped: [UInt8] = []
      for (index, byte) in text.enumerated() {
        let next = index + 1 < text.count ? text[index + 1] : separator
        if byte == separator || byte == escape && (next == separator || next == escape) { escaped.append(escape) }
        escaped.append(byte)
      }
      return escaped
    }
  }

  /// The texts of a list, without empty ones.
  static func forEach(
    in list: UnsafeBufferPointer<UInt8>, separator: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard list.contains(escape) else {
      for part in list.split(separator: separator) { body(UnsafeBufferPointer(rebasing: part)) }
      return
    }
    var part: [UInt8] = []
    func end() {
      if !part.isEmpty { part.withUnsafeBufferPointer(body) }
      part.removeAll(keepingCapacity: true)
    }
    var index = 0
    while index < list.count {
      let byte = list[index]
      index += 1
      if byte == separator {
        end()
      } else if byte == escape, index < list.count, list[index] == separator || list[index] == escape {
        part.append(list[index])
        index += 1
      } else {
        part.append(byte)
      }
    }
    end()
  }

  /// The texts as one.
  static func joined(_ texts: [String], separator: UInt8) -> String {
    let parts = texts.map { text in
      let bytes = Array(text.utf8)
      return escaped(bytes.span, separator: separator) ?? bytes
    }
    return String(decoding: Array(parts.joined(separator: [separator])), as: UTF8.self)
  }

  /// The texts of a list.
  static func texts(of list: String, separator: UInt8) -> [String] {
    var texts: [String] = []
    Array(list.utf8).withUnsafeBufferPointer { list in
      forEach(in: list, separator: separator) { texts.append(String(decoding: $0, as: UTF8.self)) }
    }
    return texts
  }
}
