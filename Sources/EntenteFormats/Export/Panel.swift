public import Entente

/// One graph in many years: a file for each year, and a table of what is in them.
///
/// ```swift
/// let panel = try Panel("1945..1947,1956")
/// for year in panel.years {
///   filter.years = YearRange(year)
///   let selection = try graph.selecting(filter)
///   try selection.write(.graphml, to: Panel.path("panel/{year}.graphml", year))
///   counts.append(Panel.Counts(year, selection))
/// }
/// ```
public struct Panel: Sendable, Hashable {
  /// The years, ascending, each once.
  public let years: [Int64]

  /// What stands for the year in the name of the files.
  public static let placeholder = "{year}"
  /// How many years a panel may have: more files than that are a mistake.
  public static let limit = 10_000

  /// Reads years and runs of years with commas between: `1945..2018`, `1945,1956,1960`, `-44..14`.
  public init(_ text: String) throws(PanelError) {
    var years: Set<Int64> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let run = try Self.run(part)
      guard run.count <= Self.limit - years.count else { throw PanelError.tooMany }
      years.formUnion(run)
    }
    self.years = years.sorted()
  }

  /// No calendar reaches further, and within it the length of a run is a number.
  private static let plausible: ClosedRange<Int64> = -(1 << 60)...(1 << 60)

  private static func run(_ text: Substring) throws(PanelError) -> ClosedRange<Int64> {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    let numbers = ends.map { Int64($0.filter { $0 != " " }) }
    switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
    case (1...2, let first?, let last?) where plausible.contains(first) && plausible.contains(last):
      if first > last { throw PanelError.backwards(String(text)) }
      return first...last
    default: throw PanelError.noYears(String(text))
    }
  }

  /// The name of a year's file: `panel/1956.graphml` for `panel/{year}.graphml`.
  public static func path(_ template: String, _ year: Int64) -> String {
    template.replacing(placeholder, with: String(year))
  }

  /// The name of the table of counts: `panel/counts.csv` for `panel/{year}.graphml`.
  public static func countsPath(_ template: String) -> String {
    var path = template.replacing(placeholder, with: "counts")
    while path.hasSuffix("/") { path.removeLast() }
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let ending = path[name...].dropFirst().firstIndex(of: ".") ?? path.endIndex
    return path[..<ending] + ".csv"
  }

  /// What is in one year.
  public struct Counts: Sendable, Hashable {
    /// The year.
    public let year: Int64
    /// How many entities there are.
    public let entities: Int
    /// How many relations were kept and left out.
    public let relations: Selection.Counts

    /// What a selection of that year holds.
    public init(_ year: Int64, _ selection: Selection) {
      self.year = year
      entities = selection.entities.count
      relations = selection.counts
    }
  }
}

/// Why a text is no list of years.
public enum PanelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A part that is neither a year nor a run of years.
  case noYears(String)
  /// A run whose end comes before its beginning.
  case backwards(String)
  /// More than ``Panel/limit`` years.
  case tooMany

  /// What is wrong, and what may stand there.
  public var description: String {
    let form = "years are written like 1945..2018 or 1945,1956,1960"
    return switch self {
    case .noYears(let text): "'\(text)' is no year; \(form)"
    case .backwards(let text): "'\(text)' ends before it begins; \(form)"
    case .tooMany: "these are more than \(Panel.limit) years, each of which would be a file"
    }
  }
}

extension ByteWriter {
  /// Writes a table of a panel's counts, as comma-separated values.
  public mutating func write(counts: [Panel.Counts]) throws(WriteError) {
    try write("year,entities,relations,certain,possible,left_out,undated\r\n")
    for row in counts {
      let relations = row.relations
      let cells = [
        Int(row.year), row.entities, relations.certain + relations.possible, relations.certain, relations.possible,
        relations.leftOut, relations.undatedKept,
      ]
      try write(text: cells.map(String.init).joined(separator: ",") + "\r\n")
    }
  }
}
