import Entente

/// A sheet as text: a line per row, from the first on, tabs between cells, quotes as ``TableReader`` has them. A text that
/// would be taken for a number, or for nothing, stands in quotes; a date is `YYYY-MM-DD`, as precise as its cell shows it.
final class SheetText {
  /// Rows and columns that the format has.
  private static let (mostRows, mostColumns) = (1_048_576, 16_384)
  /// A table is not longer; a sheet that is has its last cells far apart.
  private static let longest = 1 << 30

  /// What was found wrong with cells that have been handed over.
  private(set) var faults: [PlacedSheetFault] = []

  private let xml: WorkbookXML
  private let workbook: Workbook
  private var text: [UInt8] = []
  private var given = 0
  private var length = 0
  private var row = 0
  private var column = 0
  private var isDone = false
  /// Whether the row has no place that it can have: its cells are left out.
  private var isOutOfOrder = false

  init(_ xml: WorkbookXML, of workbook: Workbook) {
    self.xml = xml
    self.workbook = workbook
  }

  /// Fills the buffer with the next part of the text; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookFault) -> Int {
    while !isDone, text.count - given < buffer.count { try readRow() }
    let count = min(buffer.count, text.count - given)
    text.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
    given += count
    if given == text.count {
      text.removeAll(keepingCapacity: true)
      given = 0
    }
    return count
  }

  // MARK: - Rows

  /// Reads to the end of the next row, or of the sheet.
  private func readRow() throws(WorkbookFault) {
    while let event = try xml.next() {
      guard event == .start else {
        if event == .end, xml.isElement("row") { return endRow() }
        continue
      }
      if xml.isElement("row") {
        beginRow(xml.attribute("r").flatMap { Int($0) } ?? row + 1)
      } else if xml.isElement("c") {
        try readCell()
      } else if xml.isElement("mergeCell"), let range = xml.attribute("ref") {
        noteMerged(range)
      }
    }
    isDone = true
  }

  private func beginRow(_ number: Int) {
    isOutOfOrder = number <= row || number > Self.mostRows
    if isOutOfOrder { return fail(.disorder) }
    while row < number - 1 {
      write(byte: 0x0a)
      row += 1
    }
    row = number
    column = 0
  }

  private func endRow() {
    if isOutOfOrder { return }
    write(byte: 0x0a)
    column = 0
  }

  private func write(byte: UInt8) {
    text.append(byte)
    length += 1
  }

  private func fail(_ fault: SheetFault) {
    faults.append(PlacedSheetFault(fault: fault, row: max(1, row), column: max(1, column)))
  }

  private func noteMerged(_ range: String) {
    let ends = range.split(separator: ":").map { CellName($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first != last else { return }
    faults.append(PlacedSheetFault(fault: .merged(range), row: first.row, column: first.column))
  }

  // MARK: - Cells

  private func readCell() throws(WorkbookFault) {
    let place = xml.attribute("r").flatMap { CellName($0[...]) }
    let type = xml.attribute("t") ?? "n"
    let style = xml.attribute("s").flatMap { Int($0) } ?? 0
    let number = place?.column ?? column + 1
    var value: [UInt8] = []
    var (isValue, hasValue, hasFormula, phonetic) = (false, false, false, 0)
    reading: while let event = try xml.next() {
      switch event {
      case .start:
        if xml.isElement("f") { hasFormula = true }
        if xml.isElement("rPh") { phonetic += 1 }
        isValue = phonetic == 0 && (xml.isElement("v") || (type == "inlineStr" && xml.isElement("t")))
        hasValue = hasValue || isValue
      case .text: if isValue { xml.withText { value.append(contentsOf: $0) } }
      case .end:
        isValue = false
        if xml.isElement("rPh") { phonetic -= 1 }
        if xml.isElement("c") { break reading }
      }
    }
    if isOutOfOrder { return }
    guard number > column, number <= Self.mostColumns, length < Self.longest else { return fail(.disorder) }
    if hasFormula && (!hasValue || (value.isEmpty && type != "str")) {
      column = number
      return fail(.formulaWithoutValue)
    }
    if value.isEmpty { return }
    while column < number {
      if column > 0 { write(byte: 0x09) }
      column += 1
    }
    write(value, type: type, style: style)
  }

  private func write(_ value: [UInt8], type: String, style: Int) {
    switch type {
    case "s":
      let index = Int(String(decoding: value, as: UTF8.self)) ?? -1
      guard let shared = workbook.strings[index] else { return fail(.disorder) }
      write(text: shared)
    case "str", "inlineStr": write(text: value[...])
    case "d": append(value[...])
    case "b": append(Array((value == [0x31] ? "true" : "false").utf8)[...])
    case "e": fail(.errorValue(String(decoding: value, as: UTF8.self)))
    default: write(number: value, style: style)
    }
  }

  private func write(number value: [UInt8], style: Int) {
    guard let number = Double(String(decoding: value, as: UTF8.self)) else { return append(value[...]) }
    if let precision = workbook.styles[style] {
      let date = SheetDate(serial: number, precision, countsFrom1904: workbook.countsFrom1904)
      guard let date else { return fail(.noDate(String(decoding: value, as: UTF8.self))) }
      return append(Array(date.text.utf8)[...])
    }
    if let whole = Int64(exactly: number), abs(whole) < 1 << 53 { return append(Array(String(whole).utf8)[...]) }
    append(Array(number.description.utf8.filter { $0 != UInt8(ascii: "+") })[...])
  }

  private func write(text value: ArraySlice<UInt8>) {
    let needsQuotes =
      value.first == 0x20 || value.last == 0x20 || value.contains { $0 < 0x20 || $0 == TableSyntax.quote }
      || value.withUnsafeBufferPointer { CellValue.looksTyped($0) }
    if !needsQuotes { return append(value) }
    write(byte: TableSyntax.quote)
    for byte in value {
      if byte == TableSyntax.quote { write(byte: byte) }
      write(byte: byte)
    }
    write(byte: TableSyntax.quote)
  }

  private func append(_ bytes: ArraySlice<UInt8>) {
    text.append(contentsOf: bytes)
    length += bytes.count
  }
}

/// A cell's name: `B3` is row 3, column 2.
struct CellName: Hashable, CustomStringConvertible {
  let row: Int
  let column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  init?(_ text: Substring) {
    let letters = text.prefix { ("A"..."Z").contains($0) }
    guard (1...3).contains(letters.utf8.count), let row = Int(text.dropFirst(letters.count)), row > 0 else {
      return nil
    }
    column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    self.row = row
  }

  var description: String { Self.letters(column) + String(row) }

  /// A column's letters.
  static func letters(_ column: Int) -> String {
    var (letters, rest) = ("", column)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
