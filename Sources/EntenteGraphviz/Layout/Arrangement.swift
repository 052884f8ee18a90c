/// One way to arrange a diagram: the choices that decide what stands where.
struct Arrangement: Hashable, Sendable {
  enum Direction: String, Hashable, Sendable {
    /// Subjects above, objects below.
    case down
    /// Subjects at the left, objects at the right.
    case across
  }

  var engine = Graphviz.Engine.dot
  var direction = Direction.down
  /// Whether half of those that have no subject, or no object, stand on the other side of what they are related to: two
  /// ranks become three, half as wide and with half as many crossings.
  var isSplit = false
  /// The width at which names and labels are broken into lines, in points.
  var nameWidth = 105.0
  var labelWidth = 78.0
  /// Room between layers and within a layer, in points.
  var layerGap = 11.0
  var nodeGap = 9.0
  /// The order in which Graphviz is told of things decides which of many equal layouts it finds: 0 is the diagram's own.
  var shuffle: UInt64 = 0
}

/// A small generator of numbers that are the same on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
