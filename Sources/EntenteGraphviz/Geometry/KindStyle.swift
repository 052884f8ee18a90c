/// The shape and the colour of a kind.
package struct KindStyle: Hashable, Sendable {
  let shape: KindShape
  /// The place of its fill in the theme.
  let slot: Int
  /// Whether it has a second outline, where there are more kinds than shapes.
  var isDouble = false

  private static let builtIn = ["person", "state", "treaty", "island", "organization", "event", "place"]

  /// A style for each of `kinds` (ids): the built-in kinds always have their own, a file's own kinds the next ones in
  /// the order of their ids.
  static func styles(for kinds: Set<String>) -> [String: KindStyle] {
    let own = kinds.filter { !builtIn.contains($0) }.sorted()
    var styles: [String: KindStyle] = [:]
    for (slot, kind) in (builtIn + own).enumerated() {
      let shapes = KindShape.allCases
      styles[kind] = KindStyle(shape: shapes[slot % shapes.count], slot: slot, isDouble: slot / shapes.count % 2 == 1)
    }
    return styles
  }
}
