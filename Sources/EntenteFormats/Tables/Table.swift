import Entente

/// A table that is being read: its headings, then row by row.
final class Table {
  /// Where places in it are.
  let source: SourceID
  let headers: [TableHeader]
  /// Whether all headings stand in quotation marks: then those around a value say nothing of its type.
  let isAllQuoted: Bool
  let reader: TableReader
  /// The sheet that it is; `nil` for text.
  private let sheet: SheetText?
  private var toldSheetFaults = 0

  private init(source: SourceID, headers: [TableHeader], isAllQuoted: Bool, reader: TableReader, sheet: SheetText?) {
    self.source = source
    self.headers = headers
    self.isAllQuoted = isAllQuoted
    self.reader = reader
    self.sheet = sheet
  }

  /// What parts its cells, for people.
  var syntaxName: String { TableSyntax.name(of: reader.separator) }

  // MARK: - Opening

  /// Opens a table of text, and reads its headings.
  ///
  /// - Throws: ``SourceFault`` when it cannot be read, or is no table.
  static func text(_ source: Source, _ rules: SourceRules, into draft: inout GraphDraft) throws -> Table {
    let opened = try TableText(source, rules, into: &draft)
    return try table(opened.reader, source: opened.id, sheet: nil, into: &draft)
  }

  /// Opens a sheet of a workbook, and reads its headings.
  static func sheet(
    _ name: String?, of workbook: Workbook, _ source: Source, _ rules: SourceRules, into draft: inout GraphDraft
  ) throws
    -> Table
  {
    let place = PackedPlace(draft.add(source: source.text))
    let sheet: SheetText
    do {
      sheet = try workbook.text(ofSheet: name)
    } catch {
      throw SourceFault(UnreadableWorkbook(fault: error), at: place)
    }
    let title = name ?? workbook.sheets.first?.name ?? ""
    let id = draft.add(source: SourceText(linesOf: "\(source.name)#\(title)"), rules)
    let reader = TableReader(.tab) { try sheet.read(into: $0) }
    return try table(reader, source: id, sheet: sheet, into: &draft)
  }

  private static func table(
    _ reader: TableReader, source: SourceID, sheet: SheetText?, into draft: inout GraphDraft
  ) throws -> Table {
    do {
      guard try reader.readRow() else { throw SourceFault(EmptyTable(), at: PackedPlace(source)) }
    } catch let fault as WorkbookFault {
      throw SourceFault(UnreadableWorkbook(fault: fault), at: PackedPlace(source))
    }
    let cells = reader.cells
    let names = cells.map { String(decoding: reader.text($0), as: UTF8.self) }
    let table = Table(
      source: source, headers: TableHeader.all(names), isAllQuoted: cells.allSatisfy(\.isQuoted), reader: reader,
      sheet: sheet)
    try table.checkHeadings(names, into: &draft)
    return table
  }

  /// Two columns of one name cannot be told apart.
  private func checkHeadings(_ names: [String], into draft: inout GraphDraft) throws {
    if let fault = reader.fault { throw SourceFault(BrokenTable(fault: fault.fault), at: place(of: fault)) }
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty {
      if let known = first[name] {
        draft.report(
          HeadingTwice(name: name), at: place(reader.cells[index]), related: place(reader.cells[known]))
      } else {
        first[name] = index
      }
    }
  }

  // MARK: - Rows

  /// Reads the next row that can be used; those that cannot are reported and left out.
  ///
  /// - Returns: false at the end.
  /// - Throws: ``SourceFault`` when nothing further can be read.
  @inline(__always)
  func readRow(into draft: inout GraphDraft) throws -> Bool {
    guard try nextRow(into: &draft) else { return false }
    if sheet == nil, reader.fault == nil, reader.count == headers.count { return true }
    return try readOddRow(into: &draft)
  }

  private func nextRow(into draft: inout GraphDraft) throws -> Bool {
    do {
      if try reader.readRow() { return true }
    } catch let fault as WorkbookFault {
      throw SourceFault(UnreadableWorkbook(fault: fault), at: PackedPlace(source))
    }
    _ = reportSheetFaults(upTo: .max, into: &draft)
    return false
  }

  /// Goes on from a row of a sheet, or one in which something is wrong, to the first that can be used.
  private func readOddRow(into draft: inout GraphDraft) throws -> Bool {
    repeat {
      if let fault = reader.fault {
        if case .rowTooLong = fault.fault { throw SourceFault(BrokenTable(fault: fault.fault), at: place(of: fault)) }
        draft.report(BrokenTable(fault: fault.fault), at: place(of: fault))
      } else if reportSheetFaults(upTo: reader.rowNumber, into: &draft) {
        // A value is missed that is there.
        continue
      } else if reader.count == headers.count || fits() {
        return true
      } else {
        draft.report(WrongLength(cells: reader.count, columns: headers.count), at: rowPlace)
      }
    } while try nextRow(into: &draft)
    return false
  }

  /// Whether a row that has more or fewer cells than there are headings can still be read: cells beyond the last heading may
  /// be empty, and a sheet leaves out the empty ones at a row's end.
  private func fits() -> Bool {
    if reader.count < headers.count { return sheet != nil }
    return reader.cells[headers.count...].allSatisfy(\.isEmpty)
  }

  /// Reports what a sheet's cells have instead of values, and says whether the row itself has such a cell.
  private func reportSheetFaults(upTo row: Int, into draft: inout GraphDraft) -> Bool {
    guard let sheet, toldSheetFaults < sheet.faults.count else { return false }
    var isFaulty = false
    while toldSheetFaults < sheet.faults.count, sheet.faults[toldSheetFaults].row <= row {
      let fault = sheet.faults[toldSheetFaults]
      draft.report(UnreadableCell(fault: fault), at: PackedPlace(source, line: fault.row, column: fault.column))
      isFaulty = isFaulty || fault.row == row
      toldSheetFaults += 1
    }
    return isFaulty
  }

  // MARK: - Cells

  /// The text of a column's cell in the current row; empty where the row has none.
  @inline(__always)
  func text(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    column < reader.count ? reader.text(column) : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Where the cell of a column is in the current row.
  func place(_ column: Int) -> PackedPlace {
    if sheet != nil { return PackedPlace(source, line: reader.rowNumber, column: column + 1) }
    return column < reader.count ? place(reader.cells[column]) : rowPlace
  }

  private func place(_ cell: TableReader.Cell) -> PackedPlace {
    PackedPlace(source, offset: reader.offset(cell), length: max(1, reader.length(cell)))
  }

  /// Where the current row is.
  var rowPlace: PackedPlace {
    if sheet != nil { return PackedPlace(source, line: reader.rowNumber, column: 1) }
    return PackedPlace(source, offset: reader.rowOffset, length: reader.rowLength)
  }

  private func place(of fault: PlacedTableFault) -> PackedPlace {
    if sheet != nil { return PackedPlace(source, line: reader.rowNumber, column: 1) }
    return PackedPlace(source, offset: fault.offset, length: fault.length)
  }
}
