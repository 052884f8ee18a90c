/// What is in a selection, counted: what a newcomer to a graph wants to know first.
public struct SelectionSummary: Sendable {
  /// How many entities it has.
  public let entities: Int
  /// How many relations it has.
  public let relations: Int
  /// The kinds that its entities have, in the schema's order, and how many are of each.
  public let kinds: [(name: String, count: Int)]
  /// The types that its relations have, in the schema's order.
  public let types: [(name: String, count: Int)]
  /// The statuses that its relations have.
  public let statuses: [(name: String, count: Int)]
  /// Relations without a date.
  public let undated: Int
  /// Relations that cite nothing.
  public let uncited: Int
  /// Relations whose end is not known: `1945/`.
  public let withoutEnd: Int
  /// How many relations can begin in each year at the earliest.
  public let firstYears: [Int64: Int]
  /// The first and the last year that a date names.
  public let years: ClosedRange<Int64>?
  /// How many relations have each date, by how they hold.
  private let dates: [Dated]
  /// How many parts hang together, entities without a relation left out.
  public let components: Int
  /// How many entities the largest of them has.
  public let largestComponent: Int
  /// Entities without a relation.
  public let isolated: Int
  /// The share of pairs of entities that a relation joins, in either direction; `nil` for fewer than two entities.
  public let density: Double?
  /// The entities with the most relations, at most ten, those with more first.
  public let busiest: [(entity: Entity, relations: Int)]

  /// Counts a selection, in one pass over its rows.
  public init(of selection: Selection) {
    let (graph, schema) = (selection.graph, selection.graph.schema)
    var tally = Tally(of: selection)
    entities = tally.kinds.reduce(0, +)
    relations = tally.types.reduce(0, +)
    kinds = Self.named(schema.kinds.map(\.name), tally.kinds)
    types = Self.named(schema.relationTypes.map(\.name), tally.types)
    statuses = Self.named(Status.allCases.map(\.name), tally.statuses)
    (undated, uncited) = (tally.undated, tally.uncited)
    dates = Self.dated(tally.dates, graph.columns)
    withoutEnd = dates.reduce(0) { $0 + ($1.isEndUnknown ? $1.count : 0) }
    (firstYears, years) = Self.years(of: dates)
    let joined = tally.sizesOfParts(of: selection)
    (components, largestComponent) = (joined.count, joined.max() ?? 0)
    isolated = entities - joined.reduce(0, +)
    let possible = Double(entities) * Double(entities - 1) / 2
    density = entities < 2 ? nil : Double(tally.pairs.count) / possible
    let degrees = tally.degrees
    busiest = Self.largest(degrees, in: selection.entityRows, 10).map {
      (Entity(graph: graph, row: $0), Int(degrees[$0]))
    }
  }

  /// What occurs, with how often it does.
  private static func named(_ names: [String], _ counts: [Int]) -> [(name: String, count: Int)] {
    zip(names, counts).filter { $1 > 0 }.map { ($0, $1) }
  }

  /// How many relations can begin in each year at the earliest, and the first and the last year that a date names.
  private static func years(of dates: [Dated]) -> (first: [Int64: Int], named: ClosedRange<Int64>?) {
    var first: [Int64: Int] = [:]
    var named: [Int64] = []
    for dated in dates {
      let years = dated.extent.years(holds: dated.holds)
      if years.possibleFrom > .min { first[Int64(years.possibleFrom), default: 0] += dated.count }
      named += [years.possibleFrom, years.possibleTo].filter { $0 > .min && $0 < .max }.map { Int64($0) }
    }
    return (first, named.min().flatMap { first in named.max().map { first...$0 } })
  }

  /// What one pass over the rows counts.
  private struct Tally {
    var kinds: [Int]
    var types: [Int]
    var statuses = [Int](repeating: 0, count: Status.allCases.count)
    /// How many relations have each date, by how they hold.
    var dates: [Int]
    /// How many relations each entity has.
    var degrees: [Int32]
    var parts: Parts
    /// The pairs of entities that a relation joins.
    var pairs: Set<UInt64> = []
    var undated = 0
    var uncited = 0

    init(of selection: Selection) {
      let columns = selection.graph.columns
      let (schema, table) = (columns.schema, columns.relations)
      kinds = [Int](repeating: 0, count: schema.kinds.count)
      types = [Int](repeating: 0, count: schema.relationTypes.count)
      dates = [Int](repeating: 0, count: columns.dates.count * Holding.allCases.count)
      degrees = [Int32](repeating: 0, count: columns.entities.count)
      parts = Parts(count: columns.entities.count)
      let holdings = schema.relationTypes.map { Holding.allCases.firstIndex(of: $0.holds) ?? 0 }
      selection.entityRows.forEach { kinds[Int(columns.entities.kind[$0])] += 1 }
      selection.relationRows.forEach { row in
        let (type, when) = (Int(table.type[row]), table.when[row])
        types[type] += 1
        statuses[Int(table.status[row].rawValue)] += 1
        if when == .none { undated += 1 }
        if table.citations[row].isEmpty { uncited += 1 }
        dates[Int(when.value) * Holding.allCases.count + holdings[type]] += 1
        join(Int(table.subject[row]), Int(table.object[row]))
      }
    }

    private mutating func join(_ subject: Int, _ object: Int) {
      degrees[subject] += 1
      if subject == object { return }
      degrees[object] += 1
      parts.join(subject, object)
      pairs.insert(UInt64(min(subject, object)) << 32 | UInt64(max(subject, object)))
    }

    /// How many entities hang together in each part, those without a relation left out.
    mutating func sizesOfParts(of selection: Selection) -> [Int] {
      let degrees = degrees
      return parts.sizes(of: selection.entityRows, where: { degrees[$0] > 0 })
    }
  }

  /// How many relations hold in some years, certainly or possibly; those without a date are not counted.
  public func relations(in years: YearRange) -> (certain: Int, possible: Int) {
    var counts = (certain: 0, possible: 0)
    for dated in dates {
      switch dated.extent.answer(years, holds: dated.holds) {
      case .certain: counts.certain += dated.count
      case .possible: counts.possible += dated.count
      case .no: break
      }
    }
    return counts
  }

  /// A date, and how many relations have it that hold in one way.
  private struct Dated: Sendable {
    let extent: DateExtent
    let holds: Holding
    let count: Int
    let isEndUnknown: Bool
  }

  private static func dated(_ counts: [Int], _ columns: Columns) -> [Dated] {
    var dated: [Dated] = []
    let (holdings, dates) = (Holding.allCases, columns.dates)
    for row in 1..<max(1, dates.count) {
      guard let extent = dates[DateID(row: row)] else { continue }
      let isUnknown = dates.edtf(DateID(row: row), in: columns.strings)?.bounds.endLatest == .unknown
      for (index, holds) in holdings.enumerated() where counts[row * holdings.count + index] > 0 {
        let count = counts[row * holdings.count + index]
        dated.append(Dated(extent: extent, holds: holds, count: count, isEndUnknown: isUnknown))
      }
    }
    return dated
  }

  /// The rows with the most, those with more first; of those that have as many, the earlier ones.
  private static func largest(_ counts: [Int32], in rows: BitSet, _ most: Int) -> [Int] {
    var found: [Int] = []
    rows.forEach { row in
      if counts[row] == 0 || (found.count == most && counts[row] <= counts[found[most - 1]]) { return }
      let place = found.firstIndex { counts[$0] < counts[row] } ?? found.count
      found.insert(row, at: place)
      if found.count > most { found.removeLast() }
    }
    return found
  }

  /// Entities that hang together, found by joining them two by two.
  private struct Parts {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<count).map { Int32(truncatingIfNeeded: $0) } }

    private mutating func root(_ row: Int) -> Int {
      var row = row
      while Int(parents[row]) != row {
        parents[row] = parents[Int(parents[row])]
        row = Int(parents[row])
      }
      return row
    }

    mutating func join(_ first: Int, _ second: Int) {
      let (a, b) = (root(first), root(second))
      if a != b { parents[max(a, b)] = Int32(truncatingIfNeeded: min(a, b)) }
    }

    /// How many rows each part has.
    mutating func sizes(of rows: BitSet, where counts: (Int) -> Bool) -> [Int] {
      var sizes: [Int: Int] = [:]
      rows.forEach { if counts($0) { sizes[root($0), default: 0] += 1 } }
      return Array(sizes.values)
    }
  }
}
