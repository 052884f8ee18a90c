/// The head of an arrow: a triangle with a hollow base.
package struct ArrowHead: Hashable, Sendable {
  let tip: Point
  /// Where its line arrives.
  let base: Point
  /// The entity that it points at, as an index in the diagram; `nil` for one that only shows a direction.
  var target: Int?

  static let length = 7.0

  var corners: [Point] {
    let along = (tip - base).unit
    let across = along.turned * 2.8
    let back = tip - along * Self.length
    return [tip, back + across, back + along * 1.6, back - across]
  }

  func moved(by offset: Point) -> ArrowHead { ArrowHead(tip: tip + offset, base: base + offset, target: target) }
}
