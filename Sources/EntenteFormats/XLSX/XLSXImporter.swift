public import Entente

/// Workbooks of spreadsheet programs (ECMA-376, `.xlsx`), whose sheets are tables.
///
/// `file.xlsx#Sheet` names one; else all sheets that have nodes or edges are read. Sheets called `nodes`, `edges`, `types` and
/// so on are what the files of those names are in a folder of tables.
public struct XLSXImporter: Importer {
  /// What is read.
  public let format = Format(
    "Excel workbook", endings: ["xlsx"], summary: "sheets of tables, from spreadsheet programs")

  /// The importer.
  public init() {}

  /// Adds the sheets' entities and relations to the draft.
  ///
  /// - Throws: ``SourceFault`` when the workbook cannot be read to its end.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    let workbook: Workbook
    do {
      workbook = try Workbook(try source.bytes())
    } catch let fault as WorkbookFault {
      throw SourceFault(UnreadableWorkbook(fault: fault))
    }
    var reading = TableReading(source.options)
    if let sheet = source.part {
      try reading.read(try Table.sheet(sheet, of: workbook, source, .alone, into: &draft), into: &draft)
    } else {
      try readSheets(of: workbook, source, &reading, into: &draft)
    }
    reading.finish(into: &draft)
  }

  private func readSheets(
    of workbook: Workbook, _ source: Source, _ reading: inout TableReading, into draft: inout GraphDraft
  ) throws {
    let names = workbook.sheets.map(\.name)
    var left = Set(names)
    var hasRead = false
    for known in TableReading.Name.allCases {
      guard let name = names.first(where: { $0.lowercased() == known.rawValue }) else { continue }
      left.remove(name)
      let rules = SourceRules.together(in: draft.add(source: source.text))
      try reading.read(try Table.sheet(name, of: workbook, source, rules, into: &draft), known, into: &draft)
      hasRead = true
    }
    if !hasRead {
      try readFirstTables(names, of: workbook, source, &reading, &left, into: &draft)
    }
    if !left.isEmpty {
      draft.report(
        SheetsLeftOut(names: names.filter { left.contains($0) }), at: PackedPlace(draft.add(source: source.text)))
    }
  }

  /// Reads the sheets that have nodes or edges; if none has, the first one's fault is told.
  private func readFirstTables(
    _ names: [String], of workbook: Workbook, _ source: Source, _ reading: inout TableReading,
    _ left: inout Set<String>,
    into draft: inout GraphDraft
  ) throws {
    var first: SourceFault?
    for name in names {
      do {
        let table = try Table.sheet(name, of: workbook, source, .alone, into: &draft)
        try reading.read(table, into: &draft)
        left.remove(name)
      } catch let fault as SourceFault where fault.finding is NeitherNodesNorEdges || fault.finding is EmptyTable {
        first = first ?? fault
      }
    }
    if left.count == names.count {
      throw first ?? SourceFault(UnreadableWorkbook(fault: .noSheet("", [])))
    }
  }
}

/// A note that names the sheets that are not read.
struct SheetsLeftOut: ToldToEverybody {
  let names: [String]

  var severity: Severity { .note }
  var message: String { "sheets without nodes or edges are not read: \(names.joined(separator: ", "))" }
}
