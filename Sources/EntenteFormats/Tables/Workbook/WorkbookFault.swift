/// Why a workbook (`.xlsx`) cannot be read.
enum WorkbookFault: Error, Hashable {
  /// A library that it takes to read one is not there: in the system's words.
  case noLibrary(String)
  /// It is no ZIP archive, or its directory is broken: libzip's words.
  case notAnArchive(String)
  /// A file of another format, by its name.
  case another(String)
  /// A ZIP archive of something else.
  case notAWorkbook
  /// It can only be opened with a password.
  case password
  /// The format of Excel until 2003.
  case oldFormat
  /// The binary variant of the format.
  case binary
  /// A part of it cannot be unpacked, or read: its name, and why.
  case part(String, String)
  /// A part unpacks to very much more than it takes.
  case bomb(part: String, ratio: Int)
  /// It has no sheet of that name; those that it has.
  case noSheet(String, [String])
}

/// What keeps a cell's value from being taken.
enum SheetFault: Error, Hashable {
  /// A formula whose value was never saved.
  case formulaWithoutValue
  /// An error of the spreadsheet program, such as `#REF!`.
  case errorValue(String)
  /// Cells that were merged into one.
  case merged(String)
  /// A date before the first that the format knows.
  case noDate(String)
  /// A cell without a place, or with one that is not behind the last.
  case disorder
}

/// A fault of a cell, by row and column from 1.
struct PlacedSheetFault: Hashable {
  let fault: SheetFault
  let row: Int
  let column: Int
}
