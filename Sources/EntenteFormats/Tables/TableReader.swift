/// Reads delimited text row by row, as a stream: quotes as RFC 4180 has them, lines that end in LF, CRLF or CR.
///
/// A row's cells are stretches of the reader's buffer, good until the next row is asked for; quotation marks that stand
/// doubled are made single there, in place. Spaces around a cell without quotes are no part of it. Rows without anything
/// in them are passed over.
///
/// - Invariant: `start <= next <= end <= capacity`, and eight bytes more are allocated than `capacity`, so that eight can
///   be loaded from any place before `end`. Cells lie within `start..<next`.
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

    var isEmpty: Bool { start == end }
  }

  /// What is read at a time; rows that are longer make the buffer grow.
  static let chunk = 1 << 20
  /// No row of a table that people make is longer.
  static let longestRow = 1 << 26
  static let mostCells = 1 << 15

  /// The cells of the current row.
  private(set) var cells: [Cell] = []
  /// The number of the current row, from 1, counted in rows, empty ones included.
  private(set) var rowNumber = 0
  /// What is wrong with the current row; its cells are not to be trusted then.
  private(set) var fault: PlacedTableFault?

  private let syntax: TableSyntax
  private let fill: (UnsafeMutableRawBufferPointer) throws -> Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = TableReader.chunk
  /// Where the current row begins, and the one after it.
  private var start = 0
  private var next = 0
  private var end = 0
  private var isAtEnd = false
  /// How many bytes of the text were in the buffer before its first one.
  private var passed = 0
  private var hasDoubledQuotes = false

  /// - Parameters:
  ///   - syntax: how cells are parted.
  ///   - offset: how many bytes of the text stand before what `fill` gives.
  ///   - fill: puts the next bytes into the memory it is given, at least one but at the end, and says how many.
  init(_ syntax: TableSyntax, from offset: Int = 0, fill: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    self.syntax = syntax
    self.fill = fill
    passed = offset
    bytes = .allocate(capacity: capacity + 8)
  }

  deinit { bytes.deallocate() }

  // MARK: - The current row

  /// How many cells the current row has.
  var count: Int { cells.count }

  /// A cell's text, until the next row is read.
  @inline(__always)
  func text(_ cell: Cell) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(cell.start), count: Int(cell.end - cell.start))
  }

  /// A cell's text, until the next row is read; the cell must be there.
  @inline(__always)
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { text(cells[index]) }

  /// Where a cell's text begins, in bytes from the beginning of all.
  @inline(__always)
  func offset(_ cell: Cell) -> Int { passed + Int(cell.start) }

  /// How many bytes the cell takes in the text.
  @inline(__always)
  func length(_ cell: Cell) -> Int { Int(cell.end - cell.start + cell.doubled) }

  /// Where the current row begins.
  var rowOffset: Int { passed + start }

  /// How many bytes the current row takes, without its line end.
  var rowLength: Int {
    var last = next
    while last > start, bytes[last - 1] == 0x0a || bytes[last - 1] == 0x0d { last -= 1 }
    return last - start
  }

  /// How many bytes were read so far.
  var position: Int { passed + next }

  // MARK: - The next row

  /// Reads the next row that has something in it; false at the end.
  ///
  /// - Throws: what `fill` throws.
  func readRow() throws -> Bool {
    while true {
      start = next
      fault = nil
      var isWhole = parse()
      while !isWhole {
        guard try refill() else { break }
        isWhole = parse()
      }
      if !isWhole, !endsTheText() { return false }
      if start == next { return false }
      rowNumber += 1
      if hasDoubledQuotes { undouble() }
      if cells.count > 1 || !(cells.first?.isEmpty ?? true) || cells.first?.isQuoted == true || fault != nil {
        return true
      }
    }
  }

  /// The last row, which no line end ends, or which is too long.
  private func endsTheText() -> Bool {
    if !isAtEnd {
      fault = PlacedTableFault(fault: .rowTooLong(limit: Self.longestRow), offset: rowOffset, length: 1)
      next = end
      return true
    }
    if start == end { return false }
    // A line feed ends the last row as it does the others.
    bytes[end] = 0x0a
    end += 1
    let isWhole = parse()
    end -= 1
    if isWhole {
      next = min(next, end)
      return true
    }
    leaveOpenQuote()
    return true
  }

  /// A quotation mark that is never closed spoils its own row, and not all that follow.
  private func leaveOpenQuote() {
    let cell = cells.last.map { Int($0.start) } ?? start
    fault = PlacedTableFault(fault: .quoteNotClosed, offset: passed + cell - 1, length: 1)
    var line = cell
    while line < end, bytes[line] != 0x0a, bytes[line] != 0x0d { line += 1 }
    while line < end, bytes[line] == 0x0a || bytes[line] == 0x0d { line += 1 }
    next = line
    hasDoubledQuotes = false
  }

  /// Makes room and reads on; false when there is nothing more, or the row has no room.
  private func refill() throws -> Bool {
    if isAtEnd { return false }
    if start > 0 {
      bytes.update(from: bytes + start, count: end - start)
      passed += start
      end -= start
      next -= start
      start = 0
    }
    if end == capacity {
      if capacity >= Self.longestRow { return false }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + 8)
      larger.update(from: bytes, count: end)
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
      end += count
    }
    return true
  }

  // MARK: - Parsing

  /// Parses the row at `start`, up to behind its line end; false when the buffer ends before.
  private func parse() -> Bool {
    cells.removeAll(keepingCapacity: true)
    hasDoubledQuotes = false
    fault = nil
    let separator = syntax.separator
    let (bytes, end) = (bytes, end)
    var place = start
    var seen: UInt64 = 0
    while place < end {
      var cell: Cell
      let first = bytes[place]
      if first == TableSyntax.quote || (first == 0x20 && opensAfterSpaces(&place)) {
        guard let quoted = quotedCell(&place, &seen) else { return false }
        cell = quoted
      } else {
        let stop = plainEnd(place, &seen)
        if stop >= end { return false }
        var last = stop
        while last > place, bytes[last - 1] == 0x20 { last -= 1 }
        while place < last, bytes[place] == 0x20 { place += 1 }
        cell = Cell(start: UInt32(truncatingIfNeeded: place), end: UInt32(truncatingIfNeeded: last))
        place = stop
      }
      if cells.count < Self.mostCells {
        cells.append(cell)
      } else {
        spoil(.tooManyCells(limit: Self.mostCells), at: place)
      }
      let byte = bytes[place]
      place += 1
      if byte == separator { continue }
      if byte == 0x0d {
        // Whether a line feed follows is only known when it is there.
        if place == end && !isAtEnd { return false }
        if place < end, bytes[place] == 0x0a { place += 1 }
      }
      next = place
      if seen & 0x8080_8080_8080_8080 != 0 { checkUTF8() }
      return true
    }
    return false
  }

  /// Whether the spaces at `place` stand before a quotation mark, to which `place` then moves.
  private func opensAfterSpaces(_ place: inout Int) -> Bool {
    var first = place
    while first < end, bytes[first] == 0x20 { first += 1 }
    guard first < end, bytes[first] == TableSyntax.quote else { return false }
    place = first
    return true
  }

  /// The first separator or line end at or behind `place`, or something not before `end`.
  @inline(__always)
  private func plainEnd(_ place: Int, _ seen: inout UInt64) -> Int {
    let separators = Self.eight(syntax.separator)
    var place = place
    while place < end {
      let word = load(place)
      seen |= word
      let found =
        Self.zeros(in: word ^ separators) | Self.zeros(in: word ^ Self.lineFeeds)
        | Self.zeros(in: word ^ Self.carriageReturns)
      if found != 0 { return place + found.trailingZeroBitCount >> 3 }
      place += 8
    }
    return end
  }

  /// The cell in quotation marks at `place`, which moves to the separator or line end behind it; `nil` when the buffer ends
  /// before.
  private func quotedCell(_ place: inout Int, _ seen: inout UInt64) -> Cell? {
    let first = place + 1
    var cell = Cell(start: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: first), isQuoted: true)
    var stop = first
    while true {
      stop = quote(from: stop, &seen)
      guard stop < end else {
        cells.append(cell)
        return nil
      }
      if stop + 1 < end, bytes[stop + 1] == TableSyntax.quote {
        cell.doubled += 1
        stop += 2
        continue
      }
      // Whether another mark follows is only known when more is there.
      if stop + 1 == end && !isAtEnd { return nil }
      break
    }
    cell.end = UInt32(truncatingIfNeeded: stop)
    if cell.doubled > 0 { hasDoubledQuotes = true }
    place = stop + 1
    while place < end, bytes[place] == 0x20 { place += 1 }
    if place == end { return nil }
    let byte = bytes[place]
    if byte != syntax.separator && byte != 0x0a && byte != 0x0d {
      spoil(.textAfterQuote, at: place)
      place = plainEnd(place, &seen)
      if place >= end { return nil }
    }
    return cell
  }

  /// The first quotation mark at or behind `place`, or something not before `end`.
  @inline(__always)
  private func quote(from place: Int, _ seen: inout UInt64) -> Int {
    var place = place
    while place < end {
      let word = load(place)
      seen |= word
      let found = Self.zeros(in: word ^ Self.quotes)
      if found != 0 { return place + found.trailingZeroBitCount >> 3 }
      place += 8
    }
    return end
  }

  /// The first fault of a row is the one that is told.
  private func spoil(_ kind: TableFault, at place: Int) {
    if fault == nil { fault = PlacedTableFault(fault: kind, offset: passed + place, length: 1) }
  }

  /// Makes two quotation marks one, in every cell that has such.
  private func undouble() {
    for index in cells.indices where cells[index].doubled > 0 {
      var to = Int(cells[index].start)
      var from = to
      let last = Int(cells[index].end)
      while from < last {
        let byte = bytes[from]
        bytes[to] = byte
        from += byte == TableSyntax.quote ? 2 : 1
        to += 1
      }
      cells[index].end = UInt32(truncatingIfNeeded: to)
    }
  }

  private func checkUTF8() {
    let row = UnsafeBufferPointer(start: bytes + start, count: next - start)
    if let offset = TextEncoding.firstInvalid(in: row) { spoil(.notUTF8, at: start + offset) }
  }

  // MARK: - Eight bytes at a time

  @inline(__always)
  private func load(_ place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
  }

  private static let lineFeeds = eight(0x0a)
  private static let carriageReturns = eight(0x0d)
  private static let quotes = eight(TableSyntax.quote)

  @inline(__always)
  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is 0; of those above the first such byte others may be set, too.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
