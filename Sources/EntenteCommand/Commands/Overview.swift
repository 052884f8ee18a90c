import Entente

/// What is in a selection, as tables and bars of text.
struct Overview {
  private let selection: Selection
  private let summary: SelectionSummary

  init(of selection: Selection) {
    self.selection = selection
    summary = SelectionSummary(of: selection)
  }

  var lines: [String] {
    let graph = selection.graph
    let totals =
      "\(counted(summary.entities, "entity", "entities")), "
      + "\(counted(summary.relations, "relation", "relations")), "
      + counted(graph.documents.count, "document", "documents")
    return (graph.title.isEmpty ? [] : [graph.title]) + [totals]
      + table("kind", "entities", summary.kinds.map { ($0.name, $0.count) })
      + table("relation type", "relations", summary.types.map { ($0.name, $0.count) })
      + table("status", "relations", summary.statuses.map { ($0.name, $0.count) }) + years + decades + gaps + shape
      + busiest
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

  // MARK: - What is missing, and how it hangs together

  /// What is not known of the relations.
  private var gaps: [String] {
    if summary.relations == 0 { return [] }
    return table(
      "not known", "relations",
      [("when", summary.undated), ("until when", summary.withoutEnd), ("source", summary.uncited)].filter { $0.1 > 0 })
  }

  private var shape: [String] {
    guard summary.entities > 0 else { return [] }
    var parts = [counted(summary.components, "part that hangs", "parts that hang") + " together"]
    if summary.components > 1 {
      parts.append("the largest of \(counted(summary.largestComponent, "entity", "entities"))")
    }
    if summary.isolated > 0 { parts.append(counted(summary.isolated, "entity", "entities") + " without a relation") }
    if let density = summary.density { parts.append("\(Self.percent(density)) of the pairs joined") }
    return ["", parts.joined(separator: ", ")]
  }

  private static func percent(_ share: Double) -> String {
    let digits = share < 0.001 ? 100_000.0 : 1000.0
    return "\((share * digits).rounded() / digits * 100)".prefix(6) + " %"
  }

  private var busiest: [String] {
    table("busiest", "relations", summary.busiest.map { ($0.entity.name, $0.relations) })
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

  /// The years in which dated relations can begin at the earliest, with how many do; decades where they are many.
  private var years: [String] {
    let years = summary.firstYears
    guard years.count > 30 else {
      return table("first year", "relations", years.keys.sorted().map { (String($0), years[$0] ?? 0) })
    }
    let decades = Dictionary(years.map { (decade($0.key), $0.value) }, uniquingKeysWith: +)
    return table("first decade", "relations", decades.keys.sorted().map { (label(ofDecade: $0), decades[$0] ?? 0) })
  }

  /// A bar for every decade from the first to the last year that a date names.
  private var decades: [String] {
    guard let years = summary.years else {
      return summary.undated == 0 ? [] : ["", "without a date  \(summary.undated)"]
    }
    // Centuries of decades are no overview; the table of years still has them all.
    guard years.upperBound - years.lowerBound <= 2000 else { return ["", "without a date  \(summary.undated)"] }
    let decades = stride(from: decade(years.lowerBound), through: decade(years.upperBound), by: 10)
    let bars = decades.map { bar(for: $0) }
    let width = bars.map { $0.label.count }.max() ?? 0
    let most = max(1, bars.map { $0.certain + $0.possible }.max() ?? 1)
    return [""] + bars.map { $0.line(labelWidth: width, most: most) } + ["without a date  \(summary.undated)"]
  }

  private func decade(_ year: Int64) -> Int64 { year - ((year % 10) + 10) % 10 }

  private func label(ofDecade decade: Int64) -> String { decade < 0 ? "\(decade)…\(decade + 9)" : "\(decade)s" }

  private func bar(for decade: Int64) -> Bar {
    let counts = YearRange(decade, decade + 9).map { summary.relations(in: $0) } ?? (certain: 0, possible: 0)
    return Bar(label: label(ofDecade: decade), certain: counts.certain, possible: counts.possible)
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

extension String {
  /// The text with spaces up to a width in characters.
  func padded(to width: Int, onTheLeft: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return onTheLeft ? spaces + self : self + spaces
  }
}
