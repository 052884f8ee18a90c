import Entente

/// A table without even headings.
struct EmptyTable: Finding {
  var message: String { "the table is empty" }
  var advice: [String] { ["its first row has the names of its columns"] }
}

/// A row, or all, of a table that cannot be taken apart.
struct BrokenTable: Finding {
  let fault: TableFault

  var message: String {
    switch fault {
    case .quoteNotClosed: "no quotation mark closes the cell that begins here"
    case .textAfterQuote: "something stands behind the closing quotation mark"
    case .rowTooLong(let limit): "the row that begins here is longer than \(limit >> 20) MB"
    case .tooManyCells(let limit): "the row has more than \(limit) cells"
    case .notUTF8: "this is no UTF-8"
    case .zeroByte: "a zero byte stands here, which no text has"
    }
  }

  var advice: [String] {
    switch fault {
    case .quoteNotClosed: ["a mark within a cell in marks stands doubled: \"the \"\"Treaty\"\"\""]
    case .textAfterQuote:
      ["a mark within a cell in marks stands doubled; a cell in an earlier row may lack its closing one"]
    case .rowTooLong: ["no table has such rows; a cell may lack its closing quotation mark"]
    case .tooManyCells: []
    case .zeroByte: ["the file may be damaged, or no table; --encoding utf-16 reads UTF-16 without a byte order mark"]
    case .notUTF8: ["it may be Latin-1 or Windows-1252: --encoding latin-1 reads those"]
    }
  }
}

/// A row that has more or fewer cells than there are columns.
struct WrongLength: Finding {
  let cells: Int
  let columns: Int

  var message: String {
    "the row has \(cells) \(cells == 1 ? "cell" : "cells"), and the table \(columns) \(columns == 1 ? "column" : "columns")"
  }
  var advice: [String] {
    cells > columns ? ["a cell with a separator in it stands in quotation marks"] : []
  }
}

/// A heading that two columns have.
struct HeadingTwice: Finding {
  let name: String

  var message: String { "two columns are called '\(name)'" }
}

/// A text in another encoding than the one in which it is read.
struct OtherEncoding: Finding {
  let encoding: TextEncoding

  var message: String { "this is \(encoding.words), not UTF-8" }
  var advice: [String] { ["--encoding \(encoding.rawValue) reads it"] }
}

/// Bytes that are no text in the encoding that was named.
struct NotInEncoding: Finding {
  let encoding: TextEncoding

  var message: String { "this is no \(encoding.words)" }
}

/// A note that a file with a byte order mark was read in the encoding that it shows.
struct ReadAs: ToldToEverybody {
  let encoding: TextEncoding

  var severity: Severity { .note }
  var message: String { "read as \(encoding.words), as its byte order mark says" }
}

/// A note that a table's cells are parted by something else than its ending says.
struct PartedBy: ToldToEverybody {
  let syntax: TableSyntax

  var severity: Severity { .note }
  var message: String { "the cells are parted by \(syntax.name)" }
}

/// A workbook that cannot be read.
struct UnreadableWorkbook: Finding {
  let fault: WorkbookFault

  var message: String {
    switch fault {
    case .noLibrary(let problem): "workbooks need libzip and libxml2, and \(problem)"
    case .notAnArchive(let words): "this is no workbook (.xlsx), or a broken one: \(words)"
    case .another(let format): "this is no workbook: it looks like \(format)"
    case .notAWorkbook: "this is a ZIP archive, and no workbook"
    case .password: "the workbook is protected by a password"
    case .oldFormat: "this is a workbook of the old format (.xls)"
    case .binary: "this is a workbook of the binary format (.xlsb)"
    case .part(let name, let why): "the workbook's part '\(name)' cannot be read: \(why)"
    case .bomb(let part, let ratio):
      "the workbook's part '\(part)' unpacks to more than \(ratio) times its size, which no table does"
    case .noSheet(let name, _):
      name.isEmpty ? "the workbook has no sheet" : "the workbook has no sheet called '\(name)'"
    }
  }

  var advice: [String] {
    switch fault {
    case .noLibrary: ["'apt-get install libzip4 libxml2' or 'brew install libzip libxml2' installs them"]
    case .password: ["save it without one"]
    case .another: ["give it the ending of what it is, or say so with the input format"]
    case .oldFormat, .binary: ["save it as .xlsx or .csv"]
    case .bomb: ["save its sheet as .csv if it is what it seems to be"]
    case .noSheet(let name, let known):
      known.isEmpty
        ? []
        : ["its sheets: \(known.joined(separator: ", "))"] + Wording.didYouMean(NearestName.of(name, among: known))
    default: []
    }
  }
}

/// A cell of a sheet that has no value to take.
struct UnreadableCell: Finding {
  let fault: PlacedSheetFault

  private var cell: String { CellName(row: fault.row, column: fault.column).description }

  var message: String {
    switch fault.fault {
    case .formulaWithoutValue: "the cell \(cell) has a formula whose value is not saved"
    case .errorValue(let value): "the cell \(cell) has the error \(value)"
    case .merged(let range): "the cells \(range) are merged into one"
    case .noDate(let value): "the number \(value) in \(cell) is no day that a spreadsheet counts"
    case .disorder: "the sheet's cells are out of order at \(cell), or too far apart"
    }
  }

  var advice: [String] {
    switch fault.fault {
    case .formulaWithoutValue: ["open the workbook in a spreadsheet program and save it, or paste the values"]
    case .merged: ["a table has a value in each cell: part them, and fill in those that are empty"]
    default: []
    }
  }
}

/// A column that the user names, and the table does not have.
struct UnknownColumn: Finding {
  let missing: NoSuchColumn

  var message: String { "the table has no column '\(missing.name)'" }
  var advice: [String] {
    ["its columns: \(missing.known.joined(separator: ", "))"]
      + Wording.didYouMean(NearestName.of(missing.name, among: missing.known))
  }
}

/// A table in which neither entities nor relations can be found.
struct NeitherNodesNorEdges: Finding {
  let columns: [String]

  var message: String { "nothing tells which columns hold the two ends of a relation, or an entity's id" }
  var advice: [String] {
    [
      "its columns: \(columns.joined(separator: ", "))",
      "ends are called source and target, from and to, or subject and object; else --map source=COLUMN,target=COLUMN",
      "'entente tables FILE' prints a mapping to start from",
    ]
  }
}

/// A note that some columns may be dates.
struct MayBeDates: ToldToEverybody {
  let columns: [String]

  var severity: Severity { .note }
  var message: String {
    let names = columns.map { "'\($0)'" }.joined(separator: " and ")
    return "\(names) may mean a date, and \(columns.count == 1 ? "is an attribute" : "are attributes")"
  }
  var advice: [String] { ["--map when=\(columns.prefix(2).joined(separator: "/")) makes it when a relation holds"] }
}

/// A cell that must have something in it.
struct EmptyCell: Finding {
  let column: String

  var message: String { "the cell of '\(column)' is empty" }
}

/// An id that two rows have.
struct RowTwice: Finding {
  let id: String

  var message: String { "the id '\(id)' stands in two rows" }
}

/// A cell with something else in it than may stand there.
struct NotOneOf: Finding {
  let what: String
  let text: String
  let known: [String]

  var message: String { "'\(text)' is no \(what)" }
  var advice: [String] {
    ["there are: \(known.joined(separator: ", "))"] + Wording.didYouMean(NearestName.of(text, among: known))
  }
}

/// A cell that should be a number from 1.
struct NotACount: Finding {
  let what: String
  let text: String

  var message: String { "'\(text)' is no \(what): a whole number from 1" }
}

/// A note that names the files of a folder that are not read.
struct FilesLeftOut: ToldToEverybody {
  let names: [String]

  var severity: Severity { .note }
  var message: String {
    let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
    return "not read: \(shown)"
  }
  var advice: [String] {
    ["a folder of tables has nodes.csv and edges.csv, and may have kinds, types, documents, citations and graph"]
  }
}

/// A folder that has no tables.
struct NoTables: Finding {
  var message: String { "the folder has neither nodes.csv nor edges.csv" }
  var advice: [String] { ["name the tables in it, one by one"] }
}
