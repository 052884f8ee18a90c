extension Diagram {
  /// What a shape of an entity is filled with: the colour of its own, of its side, or of its kind.
  func fill(of entity: Int) -> Fill {
    let entity = entities[entity]
    if sides.isEmpty || entity.look.colour != nil { return .kind }
    return entity.side.map { .side($0) } ?? .neutral
  }
}
