import Entente

/// What is in a selection, as tables and bars of text.
struct Overview {
  let selection: Selection
  private let relations: [Relation]

  init(of selection: Selection) {
    self.selection = selection
    relations = Array(selection.relations)
  }

  var lines: [String] {
    let graph = selection.graph
    let totals =
      "\(counted(selection.entities.count, "entity", "entities")), "
      + "\(counted(relations.count, "relation", "relations")), "
      + counted(graph.documents.count, "document", "documents")
    let kinds = count(selection.entities.map(\.kind.name), in: graph.schema.kinds.map(\.name))
    let types = count(relations.map(\.type.name), in: graph.schema.relationTypes.map(\.name))
    let statuses = count(relations.map(\.status.name), in: Status.allCases.map(\.name))
    return (graph.title.isEmpty ? [] : [graph.title]) + [totals]
      + table("kind", "entities", kinds) + table("relation type", "relations", types)
      + table("status", "relations", statuses) + years + decades
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

  private func count(_ names: [String], in order: [String]) -> [(String, Int)] {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return order.compactMap { name in counts[name].map { (name, $0) } }
  }

  private func table(_ heading: String, _ counted: String, _ rows: [(String, Int)]) -> [String] {
    if rows.isEmpty { return [] }
    let width = max(heading.count, rows.map { $0.0.count }.max() ?? 0)
    let numbers = counted.count
    return [""]
      + ([(heading, counted)] + rows.map { ($0.0, "\($0.1)") }).map { left, right in
        left.padded(to: width) + "  " + right.padded(to: numbers, onTheLeft: true)
      }
  }

  // MARK: - In time

  /// The years in which dated relations can begin at the earliest, with how many do.
  private var years: [String] {
    let first = relations.compactMap { $0.firstYear }.sorted()
    let counts = Dictionary(first.map { ($0, 1) }, uniquingKeysWith: +)
    let rows = counts.keys.sorted().map { (String($0), counts[$0] ?? 0) }
    return table("first year", "relations", rows)
  }

  /// A bar for every decade from the first to the last year that a date names.
  private var decades: [String] {
    let undated = relations.count { $0.when == nil }
    let named = relations.flatMap { relation in [relation.firstYear, relation.lastYear].compactMap { $0 } }
    guard let first = named.min(), let last = named.max() else {
      return undated == 0 ? [] : ["", "without a date  \(undated)"]
    }
    // Centuries of decades are no overview; the table of years still has them all.
    guard last - first <= 2000 else { return ["", "without a date  \(undated)"] }
    let decades = stride(from: decade(first), through: decade(last), by: 10)
    let bars = decades.map { bar(for: $0) }
    let width = bars.map { $0.label.count }.max() ?? 0
    let most = max(1, bars.map { $0.certain + $0.possible }.max() ?? 1)
    return [""] + bars.map { $0.line(labelWidth: width, most: most) } + ["without a date  \(undated)"]
  }

  private func decade(_ year: Int64) -> Int64 { year - ((year % 10) + 10) % 10 }

  private func bar(for decade: Int64) -> Bar {
    var bar = Bar(label: decade < 0 ? "\(decade)…\(decade + 9)" : "\(decade)s", certain: 0, possible: 0)
    guard let years = YearRange(decade, decade + 9) else { return bar }
    for relation in relations {
      switch relation.when?.answer(years, holds: relation.type.holds) {
      case .certain: bar.certain += 1
      case .possible: bar.possible += 1
      case .no, nil: break
      }
    }
    return bar
  }

  private struct Bar {
    let label: String
    var certain: Int
    var possible: Int

    func line(labelWidth: Int, most: Int) -> String {
      // One mark a relation while that fits a terminal; then a mark is several.
      let perMark = max(1, (most + 59) / 60)
      let marks =
        String(repeating: "█", count: (certain + perMark - 1) / perMark)
        + String(repeating: "░", count: (possible + perMark - 1) / perMark)
      let counts = "\(certain)" + (possible > 0 ? " + \(possible) possible" : "")
      return label.padded(to: labelWidth, onTheLeft: true) + "  " + marks + (marks.isEmpty ? "" : " ") + counts
    }
  }
}

extension Relation {
  /// The first year that its date can mean, if it has one.
  fileprivate var firstYear: Int64? { years.flatMap { $0.possibleFrom == .min ? nil : Int64($0.possibleFrom) } }

  /// The last year that its date can mean, if it has one.
  fileprivate var lastYear: Int64? { years.flatMap { $0.possibleTo == .max ? nil : Int64($0.possibleTo) } }

  private var years: FourYears? { when?.extent.years(holds: type.holds) }
}

extension String {
  /// The text with spaces up to a width in characters.
  func padded(to width: Int, onTheLeft: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return onTheLeft ? spaces + self : self + spaces
  }
}
