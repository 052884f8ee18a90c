import Entente
import EntenteFormats

/// The shape and the colour of a kind.
package struct KindStyle: Hashable, Sendable {
  let shape: KindShape
  /// The place of its fill in the theme.
  let slot: Int
  /// Whether it has a second outline, where there are more kinds than shapes.
  var isDouble = false

  /// A style for each kind of a schema, by its id: what ``Looks`` says, which is the same in every selection and format.
  static func styles(of schema: Schema) -> [String: KindStyle] {
    let looks = Looks(of: schema)
    let styles = schema.kinds.indices.map { ($0, KindStyle(looks[$0])) }
    return Dictionary(styles.map { (schema.kinds[$0].name, $1) }, uniquingKeysWith: { first, _ in first })
  }

  /// A style for each of `kinds` (ids), where no schema is at hand.
  static func styles(for kinds: Set<String>) -> [String: KindStyle] {
    styles(of: Schema(kinds: Schema.builtIn.kinds + kinds.sorted().map { Kind($0) }, relationTypes: []))
  }
}

extension KindStyle {
  fileprivate init(_ look: KindLook) {
    shape = KindShape(look.shape)
    slot = Kind.Colour.allCases.firstIndex(of: look.colour) ?? 0
    isDouble = look.isDouble
  }
}

extension KindShape {
  fileprivate init(_ shape: Kind.Shape) {
    switch shape {
    case .pill: self = .pill
    case .rectangle: self = .rectangle
    case .note: self = .note
    case .hexagon: self = .hexagon
    case .barred: self = .barred
    case .octagon: self = .octagon
    case .signpost: self = .signpost
    case .leaning: self = .leaning
    case .trapezium: self = .trapezium
    case .spool: self = .spool
    case .arch: self = .arch
    case .bowl: self = .bowl
    }
  }
}
