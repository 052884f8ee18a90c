extension Diagram {
  /// How far the members of sides stand from the middles of their sides, all together: of two pictures that are equally good
  /// the one is taken in which a side stands together.
  func spread(in composition: Composition) -> Double {
    if sides.isEmpty { return 0 }
    var places = Array(repeating: [Point](), count: sides.count)
    for placed in composition.entities {
      if let side = entities[placed.entity].side { places[side].append(placed.box.centre) }
    }
    return places.filter { $0.count > 1 }.reduce(0) { sum, places in
      let count = Double(places.count)
      let middle = Point(places.reduce(0) { $0 + $1.x } / count, places.reduce(0) { $0 + $1.y } / count)
      return sum + places.reduce(0) { $0 + $1.distance(to: middle) }
    }
  }
}
