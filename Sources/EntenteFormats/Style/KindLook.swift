import Entente

/// How the entities of a kind look in formats that have shapes and colours.
package struct KindLook: Sendable, Hashable {
  /// The shape's name in Graphviz.
  let shape: String
  /// What Graphviz is told besides: rounded corners, a second outline.
  let details: String
  /// A fill on which black text reads well and that colour-blind people tell from the others, as `#ee8866`.
  let fill: String

  /// The fill's red, green and blue, from 0 to 255.
  var color: (red: Int, green: Int, blue: Int) {
    let value = Int(fill.dropFirst(), radix: 16) ?? 0
    return (value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF)
  }

  /// A look for each of the schema's kinds, by row: the built-in kinds always have the same, a file's own kinds the next
  /// ones in the order of their names.
  static func looks(of schema: Schema) -> [KindLook] {
    let own = schema.kinds.map(\.name).filter { !builtIn.contains($0) }.sorted()
    let order = builtIn + own
    return schema.kinds.map { kind in
      let place = order.firstIndex(of: kind.name) ?? 0
      let (shape, details) = shapes[place % shapes.count]
      return KindLook(shape: shape, details: details, fill: fills[place % fills.count])
    }
  }

  private static let builtIn = ["person", "state", "treaty", "island", "organization", "event", "place"]

  private static let shapes = [
    ("box", "style=\"rounded,filled\""), ("box", "style=filled"), ("note", "style=filled"),
    ("hexagon", "style=filled"), ("box", "style=filled, peripheries=2"), ("octagon", "style=filled"),
    ("cds", "style=filled"), ("parallelogram", "style=filled"), ("trapezium", "style=filled"),
    ("cylinder", "style=filled"), ("house", "style=filled"), ("invtrapezium", "style=filled"),
  ]

  /// Fills that are at least CIEDE2000 6 apart for all eyes among the first eight, 3 beyond; pictures have them too.
  package static let fills = [
    "#ee8866", "#779ede", "#eedd88", "#44bb99", "#bbafdf", "#ffaabb", "#bbcc33", "#dddddd",
    "#99ddff", "#aaaa00", "#f5f0e6", "#c8a27c", "#d9f0d3", "#dea5a0", "#9fb6b0", "#ceb9ff",
  ]
}
