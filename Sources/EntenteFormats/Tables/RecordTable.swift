import Entente

/// Reads a small table (kinds, types, documents) row by row, its cells by their columns' names; columns that lack are empty.
struct RecordTable {
  let table: Table
  private let columns: [String: Int]

  init(_ table: Table) {
    self.table = table
    columns = Dictionary(table.headers.enumerated().map { ($1.plain, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func has(_ name: String) -> Bool { columns[name] != nil }

  /// The column with that name, where there are many rows to be read.
  func column(_ name: String) -> Int? { columns[name] }

  /// The text of the current row's cell; `nil` where nothing stands.
  func text(_ name: String) -> String? { text(columns[name]) }

  func text(_ column: Int?) -> String? {
    guard let column else { return nil }
    let text = table.text(column)
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// Where the cell is, or the row where there is none.
  func place(_ name: String) -> PackedPlace { columns[name].map { table.place($0) } ?? table.rowPlace }

  /// The names in a cell, parted by `|`; `*` or nothing is any.
  func names(_ name: String) -> [String] {
    let names = ListText.texts(of: text(name) ?? "", separator: UInt8(ascii: "|"))
    return names == ["*"] ? [] : names
  }

  /// Whether the cell says yes; `otherwise` where nothing stands.
  func isTrue(_ name: String, otherwise: Bool, into draft: inout GraphDraft) -> Bool {
    guard let text = text(name) else { return otherwise }
    switch text.lowercased() {
    case "true", "yes", "1": return true
    case "false", "no", "0": return false
    default:
      draft.report(NotOneOf(what: "answer", text: text, known: ["true", "false", "yes", "no"]), at: place(name))
      return otherwise
    }
  }

  /// The cell of a column that every row must have something in; what is missing is reported.
  func needed(_ name: String, into draft: inout GraphDraft) -> String? {
    if let text = text(name) { return text }
    draft.report(EmptyCell(column: name), at: place(name))
    return nil
  }
}

extension RecordTable {
  /// Reads `types.csv`.
  func readTypes(into draft: inout GraphDraft) throws {
    while try table.readRow(into: &draft) {
      guard let name = needed("type", into: &draft) else { continue }
      let holds = text("holds")
      let holding = holds.flatMap { Holding(rawValue: $0) }
      if let holds, holding == nil {
        draft.report(
          NotOneOf(what: "way to hold", text: holds, known: Holding.allCases.map(\.rawValue)), at: place("holds"))
      }
      let type = RelationType(
        name, label: text("label"), from: names("from"), to: names("to"),
        directed: isTrue("directed", otherwise: true, into: &draft), holds: holding ?? .throughout,
        quiet: isTrue("quiet", otherwise: false, into: &draft))
      // What is listed because it is used need not be defined once more.
      if Schema.builtIn.relationType(name) == type { continue }
      // Kinds that are named nowhere else need no declaration either.
      for kind in type.from + type.to { _ = draft.kind(kind, in: table.source, undeclared: .create) }
      draft.add(relationType: type, at: place("type"), kindPlaces: (type.from + type.to).map { _ in table.rowPlace })
    }
  }

  /// Reads `kinds.csv`.
  func readKinds(into draft: inout GraphDraft) throws {
    while try table.readRow(into: &draft) {
      guard let name = needed("kind", into: &draft) else { continue }
      let kind = Kind(
        name, plural: text("plural"), happens: isTrue("happens", otherwise: false, into: &draft),
        shape: look("shape", into: &draft), colour: look("colour", into: &draft))
      if Schema.builtIn.kind(name) == kind { continue }
      draft.add(kind: kind, at: place("kind"))
    }
  }

  /// A shape or a colour.
  private func look<Look: RawRepresentable & CaseIterable>(
    _ name: String, into draft: inout GraphDraft
  ) -> Look? where Look.RawValue == String {
    guard let text = text(name) else { return nil }
    if let look = Look(rawValue: text) { return look }
    draft.report(NotOneOf(what: name, text: text, known: Look.allCases.map(\.rawValue)), at: place(name))
    return nil
  }

  /// Reads `attributes.csv`: what columns are called in the graph, and what they hold.
  func readAttributes(into draft: inout GraphDraft) throws -> DeclaredColumns {
    var columns: DeclaredColumns = [:]
    while try table.readRow(into: &draft) {
      guard let column = needed("column", into: &draft), let type = needed("type", into: &draft) else { continue }
      guard let known = DeclaredColumn.ValueType(rawValue: type) else {
        let names = DeclaredColumn.ValueType.allCases.map(\.rawValue)
        draft.report(NotOneOf(what: "type", text: type, known: names), at: place("type"))
        continue
      }
      columns[column] = DeclaredColumn(attribute: text("attribute") ?? column, type: known)
    }
    return columns
  }

  /// Reads `documents.csv`.
  func readDocuments(into draft: inout GraphDraft) throws {
    while try table.readRow(into: &draft) {
      guard let id = needed("id", into: &draft) else { continue }
      var date: EDTF?
      if let text = text("date") {
        do throws(EDTFError) {
          date = try EDTF(text)
        } catch {
          draft.report(NotEDTF(text: text, error: error), at: place("date"))
        }
      }
      let document = Document(
        id, title: text("title"), author: text("author"), publisher: text("publisher"), date: date,
        pages: text("pages"), text: text("text"), url: text("url"), isbn: text("isbn"), doi: text("doi"))
      draft.add(document: document, at: place("id"))
    }
  }

  /// Reads `graph.csv`.
  func readGraph(into draft: inout GraphDraft) throws {
    while try table.readRow(into: &draft) {
      if let title = text("title") { draft.add(title: title) }
    }
  }
}
