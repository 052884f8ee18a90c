public import Entente

/// How the entities of a kind look, in terms of no format.
public struct KindLook: Sendable, Hashable {
  /// Their outline.
  public let shape: Kind.Shape
  /// Their fill.
  public let colour: Kind.Colour
  /// Whether the outline is doubled: where a file has more kinds of its own than there are shapes, it tells them apart.
  public let isDouble: Bool

  /// A look of one's own.
  public init(_ shape: Kind.Shape, _ colour: Kind.Colour, isDouble: Bool = false) {
    self.shape = shape
    self.colour = colour
    self.isDouble = isDouble
  }
}

/// What each kind of a schema looks like, by row: once for every selection, year and format of a graph.
public struct Looks: Sendable, Hashable {
  private let looks: [KindLook]

  private static let builtIn = ["person", "state", "treaty", "island", "organization", "event", "place"]

  /// The looks of a schema's kinds. The built-in kinds always have theirs, a file's own kinds the next ones in the order of
  /// their names, but for what they say themselves.
  public init(of schema: Schema) {
    let own = schema.kinds.map(\.name).filter { !Self.builtIn.contains($0) }.sorted()
    let places = Dictionary((Self.builtIn + own).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    looks = schema.kinds.map { KindLook(of: $0, at: places[$0.name] ?? 0) }
  }

  /// The look of the kind in that row of the schema.
  public subscript(kindRow: Int) -> KindLook { looks[kindRow] }

  /// How many kinds there are.
  public var count: Int { looks.count }

  /// The looks by the names of the schema's kinds.
  public static func byKind(of schema: Schema) -> [String: KindLook] {
    let looks = Looks(of: schema)
    return Dictionary(
      schema.kinds.enumerated().map { ($1.name, looks[$0]) }, uniquingKeysWith: { first, _ in first })
  }
}

extension KindLook {
  fileprivate init(of kind: Kind, at place: Int) {
    let (shapes, colours) = (Kind.Shape.allCases, Kind.Colour.allCases)
    shape = kind.shape ?? shapes[place % shapes.count]
    colour = kind.colour ?? colours[place % colours.count]
    isDouble = kind.shape == nil && place / shapes.count % 2 == 1
  }
}

extension Kind.Colour {
  /// The colour as a fill on which black text reads well, as `#ee8866`.
  ///
  /// The first eight are at least CIEDE2000 6 apart for all eyes, all of them 3.
  public var fill: String {
    switch self {
    case .orange: "#ee8866"
    case .blue: "#779ede"
    case .yellow: "#eedd88"
    case .green: "#44bb99"
    case .violet: "#bbafdf"
    case .pink: "#ffaabb"
    case .lime: "#bbcc33"
    case .grey: "#dddddd"
    case .sky: "#99ddff"
    case .olive: "#aaaa00"
    case .cream: "#f5f0e6"
    case .brown: "#c8a27c"
    case .mint: "#d9f0d3"
    case .rose: "#dea5a0"
    case .slate: "#9fb6b0"
    case .lilac: "#ceb9ff"
    }
  }

  /// The fill's red, green and blue, from 0 to 255.
  var components: (red: Int, green: Int, blue: Int) {
    let value = Int(fill.dropFirst(), radix: 16) ?? 0
    return (value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF)
  }
}

/// How a relation's line is drawn, in terms of no format: each status has its own.
public enum StatusLine: String, Sendable, Hashable, CaseIterable {
  /// One plain line: asserted.
  case plain
  /// Dash and dot by turns: claimed.
  case dashDotted
  /// Dots: planned.
  case dotted
  /// Dashes: conditional.
  case dashed
  /// Two lines side by side: disputed.
  case double
  /// A line struck through: withdrawn.
  case struck
}

extension StatusLine {
  /// The colour as `#rrggbb` on white: paler where what was said was taken back.
  public var colour: String { self == .struck ? "#8a8a8a" : "#3c3c3c" }
}

extension Status {
  /// The line of its relations.
  public var line: StatusLine {
    switch self {
    case .asserted: .plain
    case .claimed: .dashDotted
    case .planned: .dotted
    case .conditional: .dashed
    case .disputed: .double
    case .withdrawn: .struck
    }
  }
}
