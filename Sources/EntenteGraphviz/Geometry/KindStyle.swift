/// The shape and the colour of a kind.
package struct KindStyle: Hashable, Sendable {
  let shape: KindShape
  /// The place of its fill in the theme.
  let slot: Int
  /// Whether it has a second outline, where there are more kinds than shapes.
  var isDouble = false
}
