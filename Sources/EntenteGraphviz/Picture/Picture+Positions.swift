public import Entente
public import EntenteFormats

extension Picture {
  /// Where the picture has the entities, for formats that keep places: `ExportOptions.positions`.
  ///
  /// In points, x to the right and y upwards, the middle of each entity.
  public func positions(in graph: RelationGraph) -> Positions {
    var positions = Positions()
    for placed in scene.entities {
      guard let entity = graph.entity(scene.diagram.entities[placed.entity].id) else { continue }
      // A page counts downwards.
      positions[entity] = Positions.Place(x: placed.box.centre.x, y: scene.size.height - placed.box.centre.y)
    }
    return positions
  }
}
