public import Entente

/// Where entities stand in a picture, by their rows in the graph.
///
/// In points (1/72 inch), x to the right and y upwards, as Graphviz has them.
public struct Positions: Sendable {
  private var places: [Int: Place] = [:]

  /// A place in points.
  public struct Place: Sendable, Hashable {
    /// Points to the right.
    public let x: Double
    /// Points upwards.
    public let y: Double

    /// A place in points.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// No places yet.
  public init() {}

  /// Where the entity stands; `nil` where no layout placed it.
  public subscript(entity: Entity) -> Place? {
    get { places[entity.row] }
    set { places[entity.row] = newValue }
  }

  /// Where the entity in that row stands.
  public subscript(row row: Int) -> Place? { places[row] }
}
