import Entente

extension Source {
  /// What a reader of XML has come upon, as a fault with a place.
  func fault(_ error: any Error, in id: SourceID, expected: String) -> any Error {
    switch error {
    case let fault as XMLFault:
      if fault.isAtTheBeginning {
        let head = head
        if head.allSatisfy({ $0 <= 0x20 }) { return SourceFault(EmptyFile()) }
        if let guess = FormatGuess.guess(head) {
          return SourceFault(AnotherFormat(expected: expected, found: guess))
        }
      }
      let place = fault.offset.map { PackedPlace(id, offset: $0, length: 1) }
      return SourceFault(NotXML(fault: fault), at: place)
    case let problem as InputFile.Problem: return self.fault(problem)
    case let root as AnotherRoot:
      let guess = FormatGuess.guess(head) ?? "XML of another kind"
      return SourceFault(
        AnotherFormat(expected: expected, found: guess), at: PackedPlace(id, offset: root.offset, length: root.length))
    default: return error
    }
  }

  /// The first bytes.
  var head: [UInt8] {
    guard let stream = try? stream() else { return [] }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 10, alignment: 1)
    defer { buffer.deallocate() }
    var head: [UInt8] = []
    while head.count < buffer.count, let count = try? stream.read(into: buffer), count > 0 {
      head.append(contentsOf: buffer[..<count])
    }
    return head
  }
}

/// What a handler throws at the first element when it is none of its vocabulary.
struct AnotherRoot: Error {
  let offset: Int
  let length: Int
}

extension XMLFault {
  /// Whether nothing of the document could be read.
  fileprivate var isAtTheBeginning: Bool {
    guard case .grammar(let code, _, _) = self else { return false }
    return code == 4
  }
}
