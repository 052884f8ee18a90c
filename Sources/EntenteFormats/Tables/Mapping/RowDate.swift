import Entente

/// A date that is made of a row's cells; each distinct text is read once.
final class RowDate {
  private enum Form {
    case text(RowText, [DateFormat])
    case parts(year: RowText, month: RowText?, day: RowText?)
    case interval(RowDate?, RowDate?, emptyEndIsOpen: Bool)
  }

  private let form: Form
  /// What the texts of cells are in EDTF, by their numbers.
  private var known: [StringID: StringID] = [:]
  private var lastText = StringID.empty
  private var lastDate = DateID.none

  init(_ mapping: DateMapping, _ text: (TextMapping) throws -> RowText) rethrows {
    switch mapping {
    case .text(let mapping, let formats): form = .text(try text(mapping), formats)
    case .parts(let year, let month, let day):
      form = .parts(year: try text(year), month: try month.map(text), day: try day.map(text))
    case .interval(let start, let end, let isOpen):
      form = .interval(
        try start.map { try RowDate($0, text) }, try end.map { try RowDate($0, text) }, emptyEndIsOpen: isOpen)
    }
  }

  /// The current row's date; what is none is reported at its cell.
  func date(_ table: Table, into draft: inout GraphDraft) -> DateID {
    let errors = draft.errorCount
    let text = edtf(table, into: &draft)
    if draft.errorCount > errors { return .unreadable }
    if text == .empty { return .none }
    if text == lastText { return lastDate }
    do throws(EDTFError) {
      lastDate = try draft.date(text)
      lastText = text
      return lastDate
    } catch {
      let text = draft.text(text)
      let isEnd = text.unicodeScalars.prefix(error.offset).contains("/")
      draft.report(NoDateInCell(text: text, error: error), at: place(table, ofEnd: isEnd))
      return .unreadable
    }
  }

  private func place(_ table: Table, ofEnd isEnd: Bool = false) -> PackedPlace {
    switch form {
    case .text(let text, _): text.place(table)
    case .parts(let year, _, _): year.place(table)
    case .interval(let start, let end, _): ((isEnd ? end : nil) ?? start ?? end)?.place(table) ?? table.rowPlace
    }
  }

  /// The current row's date in EDTF; empty where there is none.
  private func edtf(_ table: Table, into draft: inout GraphDraft) -> StringID {
    switch form {
    case .text(let text, let formats):
      let cell = text.text(table, into: &draft)
      if cell == .empty { return cell }
      return formats.isEmpty
        ? fourDigits(cell, into: &draft) : read(cell, formats, at: text.place(table), into: &draft)
    case .parts(let year, let month, let day):
      let texts = (
        year.text(table, into: &draft), month?.text(table, into: &draft) ?? .empty,
        day?.text(table, into: &draft) ?? .empty
      )
      return parts(texts, at: year.place(table), into: &draft)
    case .interval(let start, let end, let isOpen):
      let first = start?.edtf(table, into: &draft) ?? .empty
      let last = end?.edtf(table, into: &draft) ?? .empty
      if first == .empty && last == .empty { return .empty }
      var text: [UInt8] = []
      draft.withBytes(of: first) { text.append(contentsOf: $0) }
      text.append(UInt8(ascii: "/"))
      draft.withBytes(of: last) { text.append(contentsOf: $0) }
      if last == .empty && isOpen { text += [UInt8(ascii: "."), UInt8(ascii: ".")] }
      return text.withUnsafeBufferPointer { draft.intern($0) }
    }
  }

  /// A year of three digits can only be the one that has a 0 before it; of two, it may be one of any century.
  private func fourDigits(_ cell: StringID, into draft: inout GraphDraft) -> StringID {
    let digits = draft.withBytes(of: cell) { bytes in
      bytes.count == 3 && bytes.allSatisfy { (0x30...0x39).contains($0) } ? [0x30] + bytes : []
    }
    return digits.isEmpty ? cell : digits.withUnsafeBufferPointer { draft.intern($0) }
  }

  private func read(
    _ cell: StringID, _ formats: [DateFormat], at place: PackedPlace, into draft: inout GraphDraft
  ) -> StringID {
    if let known = known[cell] { return known }
    let text = draft.withBytes(of: cell) { bytes in formats.lazy.compactMap { $0.edtf(bytes) }.first }
    guard let text else {
      draft.report(NotInFormat(text: draft.text(cell), formats: formats.map(\.pattern)), at: place)
      return .empty
    }
    let date = text.withUnsafeBufferPointer { draft.intern($0) }
    known[cell] = date
    return date
  }

  private func parts(
    _ texts: (year: StringID, month: StringID, day: StringID), at place: PackedPlace, into draft: inout GraphDraft
  ) -> StringID {
    if texts.year == .empty { return .empty }
    func number(_ text: StringID) -> Int? {
      text == .empty ? 0 : Int(draft.text(text)).flatMap { abs($0) < 1 << 30 ? $0 : nil }
    }
    guard let year = number(texts.year), let month = number(texts.month), let day = number(texts.day), month >= 0,
      day >= 0,
      let text = DateFormat.edtf(year: abs(year), isNegative: year < 0, month: month, day: day)
    else {
      let shown = [texts.year, texts.month, texts.day].map { draft.text($0) }.filter { !$0.isEmpty }
      draft.report(NotInFormat(text: shown.joined(separator: " "), formats: ["year, month, day"]), at: place)
      return .empty
    }
    return text.withUnsafeBufferPointer { draft.intern($0) }
  }
}

/// A cell with a date that is written otherwise than the mapping says.
struct NotInFormat: Finding {
  let text: String
  let formats: [String]

  var message: String { "'\(text)' is no date in the form \(formats.joined(separator: " or "))" }
}

/// A cell whose text is no date; a format in which it is one.
struct NoDateInCell: Finding {
  let text: String
  let error: EDTFError

  private var format: String? {
    let bytes = Array(text.utf8)
    return DateFormat.usual.first { pattern in
      bytes.withUnsafeBufferPointer { bytes in (try? DateFormat(pattern))?.edtf(bytes) != nil }
    }
  }

  var message: String { NotEDTF(text: text, error: error).message }
  var advice: [String] {
    NotEDTF(text: text, error: error).advice
      + (format.map { ["as {column: …, format: \"\($0)\"} it can be read"] } ?? [])
  }
}
