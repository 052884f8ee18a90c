import Entente

/// Reads tables that belong together: those of a folder, the sheets of a workbook, or one.
struct TableReading {
  /// The tables that Entente knows by their names, in the order in which they are read.
  enum Name: String, CaseIterable {
    case graph, documents, kinds, types, attributes, citations, nodes, edges
  }

  private let options: ImportOptions
  private var citations = CitationTable()
  private var declared: DeclaredColumns = [:]

  init(_ options: ImportOptions) { self.options = options }

  /// Reads a table that has a name.
  mutating func read(_ table: Table, _ name: Name, into draft: inout GraphDraft) throws {
    switch name {
    case .graph: try RecordTable(table).readGraph(into: &draft)
    case .documents: try RecordTable(table).readDocuments(into: &draft)
    case .kinds: try RecordTable(table).readKinds(into: &draft)
    case .types: try RecordTable(table).readTypes(into: &draft)
    case .attributes: declared = try RecordTable(table).readAttributes(into: &draft)
    case .citations: citations = try CitationTable(table, into: &draft)
    case .nodes: try read(table, content: .nodes, into: &draft)
    case .edges: try read(table, content: .edges, into: &draft)
    }
  }

  /// Reads a table of nodes or edges; its headings tell which, if nothing else does.
  mutating func read(_ table: Table, content: TablePlan.Content? = nil, into draft: inout GraphDraft) throws {
    let place = PackedPlace(table.source, offset: 0, length: 1)
    let plan: TablePlan
    do throws(NoSuchColumn) {
      plan = try TablePlan(table.headers, options.map, declared: declared, content: content)
    } catch {
      throw SourceFault(UnknownColumn(missing: error), at: table.rowPlace)
    }
    let dates = table.headers.indices.filter {
      plan.uses[$0] == .attribute && plan.declared[table.headers[$0].written] == nil
        && TablePlan.dates.contains(table.headers[$0].plain)
    }
    if !dates.isEmpty {
      draft.report(MayBeDates(columns: dates.map { table.headers[$0].written }), at: PackedPlace(table.source))
    }
    switch plan.content {
    case .nodes:
      guard var nodes = NodeTable(table, plan, into: &draft) else { break }
      return try nodes.read(&citations, into: &draft)
    case .edges:
      guard var edges = EdgeTable(table, plan, into: &draft) else { break }
      return try edges.read(&citations, into: &draft)
    case nil: break
    }
    throw SourceFault(NeitherNodesNorEdges(columns: table.headers.map(\.written)), at: place)
  }

  /// Says what is left when all tables are read.
  func finish(into draft: inout GraphDraft) { citations.reportRest(into: &draft) }
}

extension SourceRules {
  /// For a table that others complete: its ends must be entities.
  static func together(in whole: SourceID) -> SourceRules { SourceRules(numbersAlike: true, partOf: whole) }

  /// For a table by itself, whose ends are entities though nothing else says so.
  static let alone: SourceRules = {
    var rules = SourceRules(numbersAlike: true)
    rules.missingEnds = .create
    return rules
  }()
}
