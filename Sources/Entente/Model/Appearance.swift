/// Those who stand together in a story, whatever their kinds: pictures then give colours to sides, and shapes to kinds.
///
/// Its members have its name as their attribute ``attribute``, so that every format that has attributes carries it.
public struct Side: Sendable, Hashable {
  /// Its id, unique among the graph's sides.
  public let id: String
  /// What it is called.
  public let name: String

  /// A side; its name is its id, with spaces where that has hyphens, unless it is given.
  public init(_ id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? id.spaced
  }

  /// The attribute of entities that has the name of their side.
  public static let attribute = "side"
}

/// How one entity looks in pictures, as far as it looks otherwise than others of its kind.
public struct EntityLook: Sendable, Hashable {
  /// Its shape; `nil` is that of its kind.
  public var shape: Kind.Shape?
  /// Its colour; `nil` is that of its kind, or of its side.
  public var colour: Kind.Colour?

  /// A look; without anything it is the kind's.
  public init(shape: Kind.Shape? = nil, colour: Kind.Colour? = nil) {
    self.shape = shape
    self.colour = colour
  }

  /// Whether it is the kind's.
  public var isUsual: Bool { shape == nil && colour == nil }
}

/// What a graph says about how it is shown.
struct Appearance: Sendable, Hashable {
  /// What stands below the title.
  var subtitle: String?
  /// In the order of their first mention.
  var sides: [Side] = []
  /// The looks of their own that entities have, by row.
  var looks: [Int: EntityLook] = [:]
}

extension RelationGraph {
  /// What stands below the title of a picture.
  public var subtitle: String? { columns.appearance.subtitle }

  /// The sides that the graph tells of, in the order of their first mention.
  public var sides: [Side] { columns.appearance.sides }

  /// How many entities look otherwise than others of their kind.
  public var ownLookCount: Int { columns.appearance.looks.count }
}

extension Entity {
  /// How it looks, as far as it looks otherwise than others of its kind.
  public var look: EntityLook { graph.columns.appearance.looks[row] ?? EntityLook() }

  /// The side of its graph on which it stands.
  public var side: Side? {
    if graph.sides.isEmpty { return nil }
    guard case .text(let name)? = attributes[Side.attribute] else { return nil }
    return graph.sides.first { $0.name == name }
  }
}
