#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads delimited text row by row, as a stream: quotes as RFC 4180 has them, lines that end in LF, CRLF or CR.
///
/// A row's cells are stretches of the reader's buffer, good until the next batch of rows is read; quotation marks that stand
/// doubled are made single there, in place. Spaces around a cell without quotes are no part of it. Rows without anything
/// in them are passed over.
///
/// - Invariant: `next <= end <= capacity`, and eight bytes more are allocated than `capacity`, so that eight can be loaded
///   from any place before `end`. The cells of the batch are the first `cellCount` of `cellTable`, those of a row the
///   `count` from `firstCell` on, and all lie in the buffer before `next`. Nothing moves while a batch is in use.
final class TableReader {
  /// A cell of the current row.
  struct Cell {
    /// Where its text begins in the buffer, without the quotation mark.
    fileprivate(set) var start: UInt32
    fileprivate(set) var end: UInt32
    /// How many bytes longer it is written.
    fileprivate(set) var doubled: UInt32 = 0
    /// Whether it stands in quotation marks.
    fileprivate(set) var isQuoted = false

    @inline(__always) var isEmpty: Bool { start == end }
  }

  /// A row of the batch.
  private struct Row {
    var start: Int
    var end: Int
    var firstCell: Int
    var count: Int
    /// From 1, counted in rows, empty ones included.
    var number: Int
  }

  /// What is read at a time; rows that are longer make the buffer grow.
  static let chunk = 1 << 20
  /// No row of a table that people make is longer.
  static let longestRow = 1 << 26
  static let mostCells = 1 << 15
  /// How many rows are taken apart at a time.
  static let mostRows = 32

  let separator: UInt8
  private let fill: (UnsafeMutableRawBufferPointer) throws -> Int
  @exclusivity(unchecked) private var bytes: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var capacity = TableReader.chunk
  @exclusivity(unchecked) private var next = 0
  @exclusivity(unchecked) private var end = 0
  @exclusivity(unchecked) private var isAtEnd = false
  /// Whether any of the text's bytes was 0 so far.
  @exclusivity(unchecked) private var hasZeros = false
  /// How many bytes of the text were in the buffer before its first one.
  @exclusivity(unchecked) private var passed = 0

  @exclusivity(unchecked) private var cellTable: UnsafeMutablePointer<Cell>
  @exclusivity(unchecked) private var cellCapacity = 1 << 10
  @exclusivity(unchecked) private var cellCount = 0
  private let rows: UnsafeMutablePointer<Row>
  /// How many rows the batch has, and the current one.
  @exclusivity(unchecked) private(set) var batchCount = 0
  @exclusivity(unchecked) private(set) var batchIndex = 0
  /// How many batches there were.
  @exclusivity(unchecked) private(set) var batchNumber = 0
  @exclusivity(unchecked) private var rowsPassed = 0
  /// What is wrong with rows of the batch.
  private var faults: [Int: PlacedTableFault] = [:]

  /// - Parameters:
  ///   - syntax: how cells are parted.
  ///   - offset: how many bytes of the text stand before what `fill` gives.
  ///   - fill: puts the next bytes into the memory it is given, at least one but at the end, and says how many.
  init(_ syntax: TableSyntax, from offset: Int = 0, fill: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    separator = syntax.separator
    self.fill = fill
    passed = offset
    bytes = .allocate(capacity: capacity + 8)
    (bytes + capacity).initialize(repeating: 0, count: 8)
    cellTable = .allocate(capacity: cellCapacity)
    rows = .allocate(capacity: Self.mostRows)
  }

  deinit {
    bytes.deallocate()
    cellTable.deallocate()
    rows.deallocate()
  }

  // MARK: - The current row

  /// The cells of the current row.
  @inline(__always)
  var cells: UnsafeBufferPointer<Cell> { cells(ofRow: batchIndex) }

  /// The cells of a row of the batch.
  @inline(__always)
  func cells(ofRow row: Int) -> UnsafeBufferPointer<Cell> {
    UnsafeBufferPointer(start: cellTable + rows[row].firstCell, count: rows[row].count)
  }

  /// How many cells the current row has.
  @inline(__always)
  var count: Int { rows[batchIndex].count }

  /// The number of the current row, from 1, counted in rows, empty ones included.
  var rowNumber: Int { rows[batchIndex].number }

  /// What is wrong with the current row; its cells are not to be trusted then.
  @inline(__always)
  var fault: PlacedTableFault? { faults.isEmpty ? nil : faults[batchIndex] }

  /// A cell's text, until the next batch is read.
  @inline(__always)
  func text(_ cell: Cell) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(cell.start), count: Int(cell.end &- cell.start))
  }

  /// A cell's text, until the next batch is read; the cell must be there.
  @inline(__always)
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { text(cells[index]) }

  /// Where a cell's text begins, in bytes from the beginning of all.
  @inline(__always)
  func offset(_ cell: Cell) -> Int { passed + Int(cell.start) }

  /// How many bytes the cell takes in the text.
  @inline(__always)
  func length(_ cell: Cell) -> Int { Int(cell.end &- cell.start &+ cell.doubled) }

  /// Where the current row begins.
  @inline(__always)
  var rowOffset: Int { passed + rows[batchIndex].start }

  /// How many bytes the current row takes, without its line end.
  @inline(__always)
  var rowLength: Int {
    let row = rows[batchIndex]
    var last = row.end
    while last > row.start, bytes[last - 1] == 0x0a || bytes[last - 1] == 0x0d { last -= 1 }
    return last - row.start
  }

  /// How many bytes were read so far.
  var position: Int { passed + next }

  // MARK: - The next row

  /// Goes on to the next row that has something in it; false at the end.
  ///
  /// - Throws: what `fill` throws.
  @inline(__always)
  func readRow() throws -> Bool {
    batchIndex += 1
    if batchIndex < batchCount { return true }
    return try readBatch()
  }

  /// Takes the next rows apart, as many as are in the buffer; at least one but at the end.
  private func readBatch() throws -> Bool {
    batchIndex = 0
    batchCount = 0
    batchNumber += 1
    cellCount = 0
    if !faults.isEmpty { faults.removeAll() }
    while batchCount < Self.mostRows {
      let firstCell = cellCount
      if parse() {
        keepRow(firstCell)
        continue
      }
      cellCount = firstCell
      if batchCount > 0 { break }
      faults.removeAll()
      if try refill() { continue }
      guard endsTheText() else { return false }
    }
    return batchCount > 0
  }

  /// Takes the row that was parsed last into the batch, unless it is empty.
  @inline(__always)
  private func keepRow(_ firstCell: Int) {
    rowsPassed += 1
    rows[batchCount].number = rowsPassed
    let count = cellCount - firstCell
    let isEmpty = count == 1 && cellTable[firstCell].isEmpty && !cellTable[firstCell].isQuoted
    if isEmpty, faults.isEmpty || faults[batchCount] == nil {
      cellCount = firstCell
      return
    }
    rows[batchCount].firstCell = firstCell
    rows[batchCount].count = count
    batchCount += 1
  }

  /// Parses the last row, which no line end ends, or gives up one that is too long.
  private func endsTheText() -> Bool {
    let firstCell = cellCount
    if !isAtEnd {
      spoil(.rowTooLong(limit: Self.longestRow), at: next)
      finishRow(from: next, to: end, isASCII: true)
      keepRow(firstCell)
      return true
    }
    if next == end { return false }
    // A line feed ends the last row as it does the others; there is room for it.
    bytes[end] = 0x0a
    end += 1
    let (start, isWhole) = (next, parse())
    end -= 1
    if isWhole {
      next = min(next, end)
      rows[batchCount].end = next
    } else {
      leaveOpenQuote(start)
    }
    keepRow(firstCell)
    return batchCount > 0
  }

  /// A quotation mark that is never closed spoils its own row, and not all that follow.
  private func leaveOpenQuote(_ start: Int) {
    let opening = openQuote
    faults.removeAll()
    spoil(.quoteNotClosed, at: opening)
    var line = opening + 1
    while line < end, bytes[line] != 0x0a, bytes[line] != 0x0d { line += 1 }
    while line < end, bytes[line] == 0x0a || bytes[line] == 0x0d { line += 1 }
    finishRow(from: start, to: line, isASCII: true)
  }

  /// Where the quotation mark is that was not closed.
  private var openQuote = 0

  /// Makes room and reads on; false when there is nothing more, or the row has no room.
  private func refill() throws -> Bool {
    if isAtEnd { return false }
    if next > 0 {
      bytes.update(from: bytes + next, count: end - next)
      passed += next
      end -= next
      next = 0
    }
    if end == capacity {
      if capacity >= Self.longestRow { return false }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + 8)
      larger.update(from: bytes, count: end)
      (larger + 2 * capacity).initialize(repeating: 0, count: 8)
      bytes.deallocate()
      bytes = larger
      capacity *= 2
    }
    while end < capacity {
      let count = try fill(UnsafeMutableRawBufferPointer(start: bytes + end, count: capacity - end))
      if count <= 0 {
        isAtEnd = true
        break
      }
      if !hasZeros { hasZeros = memchr(bytes + end, 0, count) != nil }
      end += count
    }
    return true
  }

  // MARK: - Parsing

  /// Parses the row at `next`, which moves behind its line end; false when the buffer ends before.
  private func parse() -> Bool {
    let (separator, bytes, end, start) = (separator, bytes, end, next)
    let separators = Self.eight(separator)
    let firstCell = cellCount
    var place = start
    var seen: UInt64 = 0
    while place < end {
      let first = bytes[place]
      if first == TableSyntax.quote || (first == 0x20 && opensAfterSpaces(&place)) {
        guard quotedCell(&place, &seen) else { return false }
      } else {
        var stop = place
        while true {
          let word = Self.load(bytes + stop)
          seen |= word
          let found =
            Self.zeros(in: word ^ separators) | Self.zeros(in: word ^ Self.lineFeeds)
            | Self.zeros(in: word ^ Self.carriageReturns)
          if found != 0 {
            stop += found.trailingZeroBitCount >> 3
            break
          }
          stop += 8
          if stop >= end { break }
        }
        if stop >= end { return false }
        var last = stop
        while last > place, bytes[last - 1] == 0x20 { last -= 1 }
        while place < last, bytes[place] == 0x20 { place += 1 }
        append(Cell(start: UInt32(truncatingIfNeeded: place), end: UInt32(truncatingIfNeeded: last)))
        place = stop
      }
      let byte = bytes[place]
      place += 1
      if byte == separator {
        if cellCount - firstCell >= Self.mostCells {
          spoil(.tooManyCells(limit: Self.mostCells), at: place)
          cellCount -= 1
        }
        continue
      }
      if byte == 0x0d {
        // Whether a line feed follows is only known when it is there.
        if place == end && !isAtEnd { return false }
        if place < end, bytes[place] == 0x0a { place += 1 }
      }
      finishRow(from: start, to: place, isASCII: seen & 0x8080_8080_8080_8080 == 0)
      return true
    }
    return false
  }

  @inline(__always)
  private func finishRow(from start: Int, to stop: Int, isASCII: Bool) {
    rows[batchCount].start = start
    rows[batchCount].end = stop
    next = stop
    if !isASCII { checkUTF8(start, stop) }
    if hasZeros { checkZeros(start) }
    if hasDoubledQuotes { undouble() }
  }

  @exclusivity(unchecked) private var hasDoubledQuotes = false

  @inline(__always)
  private func append(_ cell: Cell) {
    if cellCount == cellCapacity { growCells() }
    cellTable[cellCount] = cell
    cellCount += 1
  }

  private func growCells() {
    let larger = UnsafeMutablePointer<Cell>.allocate(capacity: 2 * cellCapacity)
    larger.update(from: cellTable, count: cellCount)
    cellTable.deallocate()
    cellTable = larger
    cellCapacity *= 2
  }

  /// Whether the spaces at `place` stand before a quotation mark, to which `place` then moves.
  private func opensAfterSpaces(_ place: inout Int) -> Bool {
    var first = place
    while first < end, bytes[first] == 0x20 { first += 1 }
    guard first < end, bytes[first] == TableSyntax.quote else { return false }
    place = first
    return true
  }

  /// Takes the cell in quotation marks at `place`, which moves to the separator or line end behind it; false when the buffer
  /// ends before.
  private func quotedCell(_ place: inout Int, _ seen: inout UInt64) -> Bool {
    let first = place + 1
    var doubled: UInt32 = 0
    var stop = first
    while true {
      while stop < end {
        let word = Self.load(bytes + stop)
        seen |= word
        let found = Self.zeros(in: word ^ Self.quotes)
        if found != 0 {
          stop += found.trailingZeroBitCount >> 3
          break
        }
        stop += 8
      }
      guard stop < end else {
        openQuote = place
        return false
      }
      if stop + 1 < end, bytes[stop + 1] == TableSyntax.quote {
        doubled += 1
        stop += 2
        continue
      }
      break
    }
    // Whether another mark follows is only known when more is there.
    if stop + 1 == end && !isAtEnd { return false }
    append(
      Cell(
        start: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: stop), doubled: doubled,
        isQuoted: true))
    if doubled > 0 { hasDoubledQuotes = true }
    place = stop + 1
    while place < end, bytes[place] == 0x20 { place += 1 }
    if place == end { return false }
    while bytes[place] != separator && bytes[place] != 0x0a && bytes[place] != 0x0d {
      spoil(.textAfterQuote, at: place)
      place += 1
      if place == end { return false }
    }
    return true
  }

  /// The first fault of a row is the one that is told.
  private func spoil(_ kind: TableFault, at place: Int) {
    if faults[batchCount] == nil {
      faults[batchCount] = PlacedTableFault(fault: kind, offset: passed + place, length: 1)
    }
  }

  /// Makes two quotation marks one, in every cell of the last row that has such.
  private func undouble() {
    hasDoubledQuotes = false
    var index = cellCount
    while index > 0, Int(cellTable[index - 1].start) >= rows[batchCount].start {
      index -= 1
      if cellTable[index].doubled == 0 { continue }
      var to = Int(cellTable[index].start)
      var from = to
      let last = Int(cellTable[index].end)
      while from < last {
        let byte = bytes[from]
        bytes[to] = byte
        from += byte == TableSyntax.quote ? 2 : 1
        to += 1
      }
      cellTable[index].end = UInt32(truncatingIfNeeded: to)
    }
  }

  private func checkUTF8(_ start: Int, _ stop: Int) {
    let row = UnsafeBufferPointer(start: bytes + start, count: stop - start)
    if let offset = TextEncoding.firstInvalid(in: row) { spoil(.notUTF8, at: start + offset) }
  }

  /// A zero byte tells of a damaged file, or of UTF-16; in quotation marks it was meant, and Entente itself writes it so.
  private func checkZeros(_ start: Int) {
    var index = cellCount
    while index > 0, Int(cellTable[index - 1].start) >= start {
      index -= 1
      let cell = cellTable[index]
      if cell.isQuoted { continue }
      guard let zero = memchr(bytes + Int(cell.start), 0, Int(cell.end - cell.start)) else { continue }
      spoil(.zeroByte, at: UnsafeMutableRawPointer(bytes).distance(to: zero))
    }
  }

  // MARK: - Eight bytes at a time

  @inline(__always)
  private static func load(_ place: UnsafeMutablePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  private static let lineFeeds: UInt64 = 0x0a0a_0a0a_0a0a_0a0a
  private static let carriageReturns: UInt64 = 0x0d0d_0d0d_0d0d_0d0d
  private static let quotes: UInt64 = 0x2222_2222_2222_2222

  @inline(__always)
  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is 0; of those above the first such byte others may be set, too.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
