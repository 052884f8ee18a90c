import Entente

/// The numbers by which relations name their sources and notes, and what stands below the picture under those numbers.
struct References {
  private var marksOfRelations: [Int: [String]] = [:]
  /// What the numbers mean, a line each; empty where nothing is numbered.
  private(set) var sources: [String] = []
  private(set) var notes: [String] = []

  init(_ selection: Selection, _ options: DiagramOptions) {
    let relations = selection.oldestFirst
    let documents = Self.cited(selection)
    if options.numbersSources ?? (documents.count > 1), !documents.isEmpty { number(documents, relations) }
    if options.showsNotes { numberNotes(relations) }
  }

  /// What stands behind the words of the relation in that row of the graph.
  func marks(ofRow row: Int) -> [String] { marksOfRelations[row] ?? [] }

  /// The documents that a selection's relations cite, in the graph's order.
  static func cited(_ selection: Selection) -> [Document] {
    let cited = Set(selection.relations.flatMap(\.citations).map(\.document))
    return selection.graph.documents.filter { cited.contains($0.id) }
  }

  private mutating func number(_ documents: [Document], _ relations: [Entente.Relation]) {
    let numbers = Dictionary(
      documents.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    var places: [Int: Set<Int>] = [:]
    var unsourced = 0
    for relation in relations {
      let cited = Set(relation.citations.compactMap { numbers[$0.document] }).sorted()
      marksOfRelations[relation.row] = cited.isEmpty ? ["[–]"] : cited.map { "[\($0)]" }
      unsourced += cited.isEmpty ? 1 : 0
      for citation in relation.citations {
        guard let number = numbers[citation.document], let paragraph = citation.paragraph else { continue }
        places[number, default: []].insert(Int(paragraph))
      }
    }
    sources = documents.enumerated().map { index, document in
      let paragraphs = (places[index + 1] ?? []).sorted()
      let date = document.date.map { " (\($0.words))" } ?? ""
      let place =
        paragraphs.isEmpty
        ? "" : ", paragraph\(paragraphs.count == 1 ? "" : "s") " + paragraphs.map { "\($0)" }.joined(separator: ", ")
      return "[\(index + 1)] \(document.readersName)\(date)\(place)"
    }
    if unsourced > 0 { sources.append("[–] no source is given: \(unsourced) of \(relations.count) relations") }
  }

  private mutating func numberNotes(_ relations: [Entente.Relation]) {
    for relation in relations {
      guard let note = relation.note else { continue }
      notes.append("(\(notes.count + 1)) \(note)")
      marksOfRelations[relation.row, default: []].append("(\(notes.count))")
    }
  }
}
