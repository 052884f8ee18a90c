public import Entente
public import EntenteFormats

extension Picture {
  /// Where the picture has the entities, for formats that keep places: `ExportOptions.positions`.
  ///
  /// In points, x to the right and y upwards, the middle of each entity.
  public func positions(in graph: RelationGraph) -> Positions {
    var positions = Positions()
    for mark in displayList.marks where mark.role == .entities {
      for case let (row?, .shape(_, box, _, _)?) in mark.marks.map({ ($0.row, $0.ink.first) })
      where graph.entities.indices.contains(row) {
        // A page counts downwards.
        positions[graph.entities[row]] = Positions.Place(x: box.centre.x, y: scene.size.height - box.centre.y)
      }
    }
    return positions
  }
}
