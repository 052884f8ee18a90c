/// What is wrong with the text of a table, before anything in it has a meaning.
enum TableFault: Error, Hashable {
  /// A quotation mark opens a cell, and none closes it.
  case quoteNotClosed
  /// Something stands between a closing quotation mark and the next separator.
  case textAfterQuote
  /// One row is longer than the limit.
  case rowTooLong(limit: Int)
  /// A row has more cells than the limit.
  case tooManyCells(limit: Int)
  /// Bytes that are no UTF-8.
  case notUTF8
  /// A byte that is 0, which no text has.
  case zeroByte
}

/// A fault with the bytes that it is about.
struct PlacedTableFault: Error, Hashable {
  let fault: TableFault
  /// The first byte, counted from the text's beginning.
  let offset: Int
  let length: Int
}
