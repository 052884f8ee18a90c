import Entente

/// What is in a selection, as tables and bars of text.
struct Overview {
  private let selection: Selection
  /// How many there are of each, by the rows of the schema.
  private var kinds: [Int]
  private var types: [Int]
  private var statuses: [Status: Int] = [:]
  private var undated = 0
  /// The times at which relations hold, each once: there are far fewer of them than relations.
  private var times: [Time] = []

  /// A date read in one way.
  private struct Time {
    let date: EDTF
    let holds: Holding
    let years: FourYears
    let relations: Int
  }

  init(of selection: Selection) {
    self.selection = selection
    let graph = selection.graph
    kinds = Array(repeating: 0, count: graph.schema.kinds.count)
    types = Array(repeating: 0, count: graph.schema.relationTypes.count)
    selection.forEachEntity { kinds[$0.kindRow] += 1 }
    let ways = Holding.allCases
    let wayOfType = graph.schema.relationTypes.map { ways.firstIndex(of: $0.holds) ?? 0 }
    // For each date and each way to read it: how many relations, and one of them.
    var counts = Array(repeating: 0, count: graph.distinctDates * ways.count)
    var examples = counts
    selection.forEachRelation { relation in
      types[relation.typeRow] += 1
      statuses[relation.status, default: 0] += 1
      let date = relation.dateRow
      if date == 0 { return undated += 1 }
      let slot = date * ways.count + wayOfType[relation.typeRow]
      counts[slot] += 1
      examples[slot] = relation.row
    }
    for slot in counts.indices where counts[slot] > 0 {
      let relation = graph.relations[examples[slot]]
      guard let date = relation.when else { continue }
      let holds = relation.type.holds
      times.append(Time(date: date, holds: holds, years: date.extent.years(holds: holds), relations: counts[slot]))
    }
  }

  var lines: [String] {
    let graph = selection.graph
    let totals =
      "\(counted(kinds.reduce(0, +), "entity", "entities")), "
      + "\(counted(types.reduce(0, +), "relation", "relations")), "
      + counted(graph.documents.count, "document", "documents")
    let kinds = zip(graph.schema.kinds.map(\.name), kinds).filter { $0.1 > 0 }
    let types = zip(graph.schema.relationTypes.map(\.name), types).filter { $0.1 > 0 }
    let statuses = Status.allCases.compactMap { status in self.statuses[status].map { (status.name, $0) } }
    return (graph.title.isEmpty ? [] : [graph.title]) + [totals]
      + table("kind", "entities", kinds) + table("relation type", "relations", types)
      + table("status", "relations", statuses) + years + decades
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

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
    let counts = Dictionary(times.map { ($0.years.possibleFrom, $0.relations) }, uniquingKeysWith: +)
    let rows = counts.keys.filter { $0 != .min }.sorted().map { (String($0), counts[$0] ?? 0) }
    return table("first year", "relations", rows)
  }

  /// A bar for every decade from the first to the last year that a date names.
  private var decades: [String] {
    let starts = times.map(\.years.possibleFrom).filter { $0 != .min }
    let named = (starts + times.map(\.years.possibleTo).filter { $0 != .max }).map { Int64($0) }
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
    for time in times {
      switch time.date.answer(years, holds: time.holds) {
      case .certain: bar.certain += time.relations
      case .possible: bar.possible += time.relations
      case .no: break
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

extension String {
  /// The text with spaces up to a width in characters.
  func padded(to width: Int, onTheLeft: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return onTheLeft ? spaces + self : self + spaces
  }
}
