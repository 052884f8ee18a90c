import Entente

/// How many texts lose the white space at their ends, or are left out since they are empty.
struct TrimmedTexts: Sendable {
  private var trimmed = 0
  private var empty = 0

  mutating func look(at selection: Selection) {
    selection.forEachEntity { entity in
      look(at: entity.name)
      for index in 0..<entity.aliasCount { look(at: entity.alias(index)) }
      look(atTextsOf: entity)
    }
    selection.forEachRelation { look(atTextsOf: $0) }
  }

  private mutating func look(atTextsOf row: borrowing some GraphRow & ~Copyable) {
    if let note = row.note { look(at: note) }
    for index in 0..<row.attributeCount {
      if case .text(let text) = row.attribute(index).value { look(at: text) }
    }
  }

  private mutating func look(at text: Span<UInt8>) {
    if text.isEmpty { empty += 1 } else if text.hasSpaceAtAnEnd { trimmed += 1 }
  }

  func losses(in format: Format) -> [Loss] {
    func note(_ count: Int, _ one: String, _ many: String) -> [Loss] {
      count == 0 ? [] : [Loss(format, count == 1 ? "1 \(one)" : "\(count) \(many)", severity: .note)]
    }
    return note(trimmed, "text without the white space at the ends", "texts without the white space at the ends")
      + note(empty, "empty text is left out", "empty texts are left out")
  }
}

extension Span<UInt8> {
  fileprivate var hasSpaceAtAnEnd: Bool { XML.isSpace(self[0]) || XML.isSpace(self[count - 1]) }
}
