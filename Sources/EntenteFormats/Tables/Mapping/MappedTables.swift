import Entente

/// Reads the tables that a graph file maps, from beside it or from the folders that the user names.
struct MappedTables {
  private let options: ImportOptions
  /// Where the graph file is, with its slash.
  private let folder: String
  private var lookups: [String: [StringID: StringID]] = [:]

  init(of source: Source) {
    options = source.options
    folder = source.path.map { InputFile.split($0).folder } ?? ""
  }

  /// Reads them all; a table that cannot be read to its end throws, as a graph file does.
  mutating func read(_ mappings: [TableMapping], into draft: inout GraphDraft) throws {
    for mapping in mappings {
      let table = try open(mapping.file, mapping, into: &draft)
      let errors = draft.errorCount
      var mapped = try MappedTable(table, mapping, lookup: lookup, into: &draft)
      // A column that is not there would be missed in each row.
      if draft.errorCount > errors { continue }
      try mapped.read(into: &draft)
    }
  }

  private func lookup(_ mapping: LookupMapping, into draft: inout GraphDraft) throws -> [StringID: StringID] {
    switch mapping.origin {
    case .pairs(let pairs):
      var known: [StringID: StringID] = [:]
      for (code, meaning) in pairs { known[draft.intern(code)] = draft.intern(meaning) }
      return known
    case .table(let file, let from, let to):
      let table = try open(file, nil, into: &draft)
      let columns = MappedColumns(table, file: file.value)
      let (code, meaning) = (columns.index(from, into: &draft), columns.index(to, into: &draft))
      guard code >= 0, meaning >= 0 else { return [:] }
      var known: [StringID: StringID] = [:]
      while try table.readRow(into: &draft) {
        known[draft.intern(table.text(code))] = draft.intern(table.text(meaning))
      }
      return known
    }
  }

  private func open(
    _ file: TableMapping.Placed<String>, _ mapping: TableMapping?, into draft: inout GraphDraft
  ) throws -> Table {
    let path: String
    do throws(NamedFile.Problem) {
      path = try NamedFile.find(file.value, beside: folder, options)
    } catch {
      throw SourceFault(NamedFileFault(name: file.value, problem: error), at: file.place)
    }
    var source = Source.file(path)
    source.options = options
    source.options.map = [:]
    if let encoding = mapping?.encoding { source.options.encoding = encoding }
    let rules = mapping?.rules ?? .together(in: file.place.source)
    guard source.path?.lowercased().hasSuffix(".xlsx") == true else {
      return try Table.text(source, rules, into: &draft)
    }
    do {
      return try Table.sheet(source.part, of: try Workbook(try source.bytes()), source, rules, into: &draft)
    } catch let fault as WorkbookFault {
      throw SourceFault(UnreadableWorkbook(fault: fault), at: PackedPlace(draft.add(source: source.text)))
    }
  }
}
