public import Entente

/// A mapping to start from, for tables as they were found: which columns look like ids, names, dates and links, with what stands
/// in them.
///
/// What comes out is a graph file with `tables:`, to be read over and mended by hand.
public struct TableSketch {
  private struct Sketched {
    let file: String
    let syntax: String
    let headers: [TableHeader]
    var columns: [ColumnProfile]
    let isSheet: Bool
    /// The encoding that the mapping has to name.
    var encoding: TextEncoding?
    /// Rows that could not be taken apart.
    var unreadable = 0
  }

  private var tables: [Sketched] = []

  /// How many rows of a table are looked at.
  public static let mostRows = 200_000

  /// Looks at the tables; of a workbook at all its sheets.
  ///
  /// - Throws: `CheckFailure` with what keeps one from being read.
  public init(_ sources: [Source]) throws(CheckFailure) {
    var draft = GraphDraft()
    for source in sources {
      do {
        try add(source, into: &draft)
      } catch let fault as SourceFault {
        let place = fault.place ?? PackedPlace(draft.add(source: source.text))
        draft.report(fault.finding, at: place, related: fault.related, fault.words)
      } catch {
        draft.report(UnexpectedFault(words: "\(error)"), at: PackedPlace(draft.add(source: source.text)))
      }
    }
    let errors = draft.diagnostics.filter { $0.severity == .error }
    if tables.isEmpty || sources.count > tables.count && !errors.isEmpty { throw CheckFailure(errors) }
  }

  private mutating func add(_ source: Source, into draft: inout GraphDraft) throws {
    let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
    guard source.path?.lowercased().hasSuffix(".xlsx") == true else { return try addText(source, file: name) }
    let workbook: Workbook
    do {
      workbook = try Workbook(try source.bytes())
    } catch let fault as WorkbookFault {
      throw SourceFault(UnreadableWorkbook(fault: fault))
    }
    for sheet in source.part.map({ [$0] }) ?? workbook.sheets.map(\.name) {
      do {
        let table = try Table.sheet(sheet, of: workbook, source, .alone, into: &draft)
        let file = source.part == nil ? "\(name)#\(sheet)" : name
        try add(table, file: file, isSheet: true, into: &draft)
      } catch let fault as SourceFault where fault.finding is EmptyTable && source.part == nil {
        continue
      }
    }
  }

  /// Looks at a table of text; one that is no UTF-8, and names no other encoding, is looked at once more as Latin-1.
  private mutating func addText(_ source: Source, file: String) throws {
    try source.keep()
    var draft = GraphDraft()
    try add(try Table.text(source, .alone, into: &draft), file: file, isSheet: false, into: &draft)
    let isForeign = draft.diagnostics.contains { ($0.finding as? BrokenTable)?.fault == .notUTF8 }
    if isForeign, source.options.encoding == nil {
      tables.removeLast()
      var again = source
      again.options.encoding = .latin1
      return try addText(again, file: file)
    }
    tables[tables.count - 1].encoding = source.options.encoding
    tables[tables.count - 1].unreadable = draft.errorCount
  }

  private mutating func add(_ table: Table, file: String, isSheet: Bool, into draft: inout GraphDraft) throws {
    var columns = table.headers.map { ColumnProfile(name: $0.written) }
    var rows = 0
    while rows < Self.mostRows, try table.readRow(into: &draft) {
      rows += 1
      for index in columns.indices { columns[index].add(table.text(index)) }
    }
    tables.append(
      Sketched(file: file, syntax: table.syntaxName, headers: table.headers, columns: columns, isSheet: isSheet))
  }

  // MARK: - Words

  /// The graph file.
  public var text: String {
    var lines: [String] = []
    let ids = knownIDs
    for table in tables { lines += description(of: table) }
    lines.append("title: \(Self.scalar(tables.first.map { Self.title($0.file) } ?? ""))")
    lines.append("tables:")
    for table in tables { lines += mapping(of: table, ids) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text as YAML has it.
  private static func scalar(_ text: String) -> String {
    let isWord = text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || "_-./ ".contains($0) }
    let isTaken = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    if isWord && !isTaken && text.last != " " { return text }
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: scalar.value < 0x20 ? " " : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private static func title(_ file: String) -> String {
    String(file.prefix { $0 != "." })
  }

  private func description(of table: Sketched) -> [String] {
    let rows = table.columns.first?.rows ?? 0
    let width = min(24, table.columns.map(\.name.count).max() ?? 0)
    let counted = rows == Self.mostRows ? "the first \(rows) rows" : rows == 1 ? "1 row" : "\(rows) rows"
    let parted = table.isSheet ? "" : ", parted by \(table.syntax)"
    let unreadable =
      table.unreadable == 0
      ? []
      : [
        "#   \(table.unreadable == 1 ? "1 more" : "\(table.unreadable) more") cannot be read: 'entente check' says why"
      ]
    return ["# \(table.file): \(counted), \(table.columns.count) columns\(parted)"] + unreadable
      + table.columns.map { column in
        let padding = String(repeating: " ", count: max(0, width - column.name.count))
        return "#   \(Self.oneLine(column.name))\(padding)  \(Self.oneLine(column.words))"
      }
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// The ids of all tables that look like tables of entities.
  private var knownIDs: Set<String> {
    var ids: Set<String> = []
    for table in tables {
      let roles = ColumnRoles(table.headers, table.columns)
      if roles.source == nil, let id = roles.id { ids.formUnion(table.columns[id].values.keys) }
    }
    return ids
  }

  private func mapping(of table: Sketched, _ ids: Set<String>) -> [String] {
    let roles = ColumnRoles(table.headers, table.columns)
    var lines = ["  - file: \(Self.scalar(table.file))"]
    if let encoding = table.encoding { lines.append("    encoding: \(encoding.rawValue)") }
    func name(_ index: Int) -> String { Self.scalar(table.columns[index].name) }
    func line(_ key: String, _ value: String, _ comment: String = "") {
      lines.append("        \(key): \(value)" + (comment.isEmpty ? "" : "  # \(comment)"))
    }
    func begin(_ first: String) { lines.append("      - \(first)") }
    if let source = roles.source, let target = roles.target {
      let missing = Self.count(table.columns[source], outside: ids) + Self.count(table.columns[target], outside: ids)
      lines.append("    missing-ends: create  # error, create or skip; \(Self.ends(missing, ids.isEmpty))")
      if let id = roles.id, table.columns[id].repeated > 0 {
        lines.append("    duplicate-ids: number  # error or number; \(table.columns[id].repeated) stand again")
      }
      if roles.endsAreGuessed {
        lines.append("    # Nothing tells for sure which columns name the ends: these are the first that could.")
      }
      lines.append("    relations:")
      begin("subject: \(name(source))")
      line(
        "type", roles.kind.map(name) ?? "{literal: related-to}",
        roles.kind.map { Self.choices(table.columns[$0]) } ?? "")
      line("object", name(target))
      if let id = roles.id { line("id", name(id)) }
    } else if let id = roles.id {
      lines.append("    entities:")
      begin("id: \(name(id))")
      line(
        "kind", roles.kind.map(name) ?? "{literal: entity}", roles.kind.map { Self.choices(table.columns[$0]) } ?? "")
      if let title = roles.name { line("name", name(title)) }
    } else {
      lines.append("    # No column looks like an id, and no two like the ends of a relation.")
      lines.append("    entities:")
      begin("id: \(table.columns.isEmpty ? "id" : name(0))")
      line("kind", "{literal: entity}")
    }
    if let date = date(of: table, roles) {
      line("when", date)
      lines += roles.dates.columns.compactMap { index in
        table.columns[index].outsideFormats.map { "        # \(Self.oneLine("\(table.columns[index].name): \($0)"))" }
      }
    }
    if let note = roles.note { line("note", name(note)) }
    let rest = roles.rest.filter { !table.columns[$0].isEmpty }
    if !rest.isEmpty { line("attributes", "[\(rest.map(name).joined(separator: ", "))]") }
    return lines
  }

  private static func count(_ column: ColumnProfile, outside ids: Set<String>) -> Int {
    column.values.reduce(0) { $0 + (ids.contains($1.key) ? 0 : $1.value) }
  }

  private static func ends(_ missing: Int, _ hasNoEntities: Bool) -> String {
    if hasNoEntities { return "no table here has the entities" }
    return missing == 0
      ? "all ends are entities" : missing == 1 ? "1 end is no entity here" : "\(missing) ends are no entities here"
  }

  private static func choices(_ column: ColumnProfile) -> String {
    let values = column.values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key)
    return oneLine(values.joined(separator: ", "))
      + (column.values.count > 4 ? " and \(column.values.count - 4) more" : "")
  }

  private func date(of table: Sketched, _ roles: ColumnRoles) -> String? {
    func one(_ index: Int) -> String {
      let name = Self.scalar(table.columns[index].name)
      let formats = table.columns[index].formats.map { "\"\($0)\"" }
      if formats.isEmpty { return name }
      return "{column: \(name), format: \(formats.count == 1 ? formats[0] : "[\(formats.joined(separator: ", "))]")}"
    }
    func part(_ index: Int) -> String { Self.scalar(table.columns[index].name) }
    switch roles.dates {
    case .none: return nil
    case .one(let column): return one(column)
    case .interval(let start, let end): return "{start: \(one(start)), end: \(one(end))}"
    case .parts(let year, let month, let day):
      let parts = [("year", Optional(year)), ("month", month), ("day", day)].compactMap { key, column in
        column.map { "\(key): \(part($0))" }
      }
      return "{\(parts.joined(separator: ", "))}"
    }
  }
}

/// What the columns of a table seem to be for.
private struct ColumnRoles {
  enum Dates {
    case none, one(Int), interval(Int, Int), parts(year: Int, month: Int?, day: Int?)

    /// The columns whose cells are whole dates.
    var columns: [Int] {
      switch self {
      case .none, .parts: []
      case .one(let column): [column]
      case .interval(let start, let end): [start, end]
      }
    }
  }

  private(set) var source: Int?
  private(set) var target: Int?
  /// Whether neither names nor shared texts tell which the ends are.
  private(set) var endsAreGuessed = false
  private(set) var id: Int?
  private(set) var name: Int?
  private(set) var kind: Int?
  private(set) var note: Int?
  private(set) var dates = Dates.none
  private(set) var rest: [Int] = []

  init(_ headers: [TableHeader], _ columns: [ColumnProfile]) {
    let names = headers.map(\.plain)
    var free = Set(columns.indices)
    func take(_ index: Int?) -> Int? {
      guard let index, free.contains(index) else { return nil }
      free.remove(index)
      return index
    }
    func named(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { name in names.firstIndex { $0 == name } }.first { free.contains($0) }
    }
    if let ends = Self.ends(names, columns) {
      source = take(ends.0)
      target = take(ends.1)
    } else if let ends = Self.guessedEnds(columns) {
      source = take(ends.0)
      target = take(ends.1)
      endsAreGuessed = true
    }
    dates = Self.dates(names, columns, &free)
    let isUnique = { (index: Int) in free.contains(index) && columns[index].isUnique }
    id = take(
      named(["id", "edge_id", "node_id", "key", "code"]).flatMap {
        columns[$0].isUnique || names[$0] == "id" ? $0 : nil
      }
        ?? (source == nil
          ? columns.indices.first { isUnique($0) && !columns[$0].isSpaced } ?? columns.indices.first(where: isUnique)
          : nil))
    if source == nil {
      name = take(
        named(["name", "label", "title"])
          ?? columns.indices.first { free.contains($0) && columns[$0].isText && !columns[$0].isChoice })
    }
    note = take(named(["note", "notes", "comment", "remarks"]))
    kind = take(
      named(source == nil ? ["kind", "type", "category"] : ["type", "relation", "relationship", "predicate", "kind"])
        ?? columns.indices.first { free.contains($0) && columns[$0].isChoice && columns[$0].filled == columns[$0].rows }
    )
    rest = free.sorted()
  }

  /// The two columns that name the ends: by their names, or because they share many texts.
  private static func ends(_ names: [String], _ columns: [ColumnProfile]) -> (Int, Int)? {
    for (source, target) in TablePlan.ends {
      guard let source = names.firstIndex(of: source), let target = names.firstIndex(of: target) else { continue }
      if !columns[source].isDate && !columns[target].isDate { return (source, target) }
    }
    for first in columns.indices where couldBeEnd(columns[first]) {
      for second in columns.indices where second > first && couldBeEnd(columns[second]) {
        let (a, b) = (columns[first].values, columns[second].values)
        let shared = a.keys.count { b[$0] != nil }
        // In a table of a few rows, one that stands on both sides tells as much.
        if shared >= min(2, a.count / 3), shared * 3 >= min(a.count, b.count) { return (first, second) }
      }
    }
    return nil
  }

  /// Two columns of names, with the word between them that comes again and again; `nil` where one that has each name once
  /// makes it a table of entities.
  private static func guessedEnds(_ columns: [ColumnProfile]) -> (Int, Int)? {
    if columns.contains(where: { $0.isUnique && $0.isText }) { return nil }
    let texts = columns.indices.filter { columns[$0].isText && couldBeEnd(columns[$0]) }
    guard texts.count >= 2 else { return nil }
    return texts.count >= 3 && columns[texts[1]].isChoice ? (texts[0], texts[2]) : (texts[0], texts[1])
  }

  private static func couldBeEnd(_ column: ColumnProfile) -> Bool {
    column.filled * 5 >= column.rows * 4 && column.values.count > 2 && !column.isDate
      && column.values.count < ColumnProfile.mostValues
  }

  private static func dates(_ names: [String], _ columns: [ColumnProfile], _ free: inout Set<Int>) -> Dates {
    func find(_ words: [String], where fits: (ColumnProfile) -> Bool = { $0.isDate }) -> Int? {
      let index = columns.indices.first { index in
        free.contains(index) && words.contains { names[index] == $0 || names[index].contains($0) }
          && fits(columns[index])
      }
      if let index { free.remove(index) }
      return index
    }
    if let start = find(["start", "begin", "from", "since"]) {
      if let end = find(["end", "until", "to"]) { return .interval(start, end) }
      return .one(start)
    }
    if let year = find(["year"], where: { $0.isYears }) {
      let month = find(["month"], where: { $0.isNumber })
      let day = month.flatMap { _ in find(["day"], where: { $0.isNumber }) }
      return month == nil ? .one(year) : .parts(year: year, month: month, day: day)
    }
    let dated = columns.indices.filter { free.contains($0) && columns[$0].isDate }
    free.subtract(dated.prefix(2))
    if dated.count == 2 { return .interval(dated[0], dated[1]) }
    if let date = dated.first {
      free.formUnion(dated.dropFirst())
      return .one(date)
    }
    return .none
  }
}
