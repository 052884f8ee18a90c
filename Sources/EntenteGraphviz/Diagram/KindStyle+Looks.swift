import Entente
import EntenteFormats

extension KindStyle {
  /// The look of a kind as the graph's own table has it: the same in every selection and year.
  init(_ look: KindLook) {
    shape = KindShape(look.shape)
    slot = Kind.Colour.allCases.firstIndex(of: look.colour) ?? 0
    isDouble = look.isDouble
  }

  /// The styles of a schema's kinds, by name.
  static func styles(of schema: Schema) -> [String: KindStyle] {
    let looks = Looks(of: schema)
    return Dictionary(
      schema.kinds.enumerated().map { ($1.name, KindStyle(looks[$0])) }, uniquingKeysWith: { first, _ in first })
  }
}

extension KindShape {
  init(_ shape: Kind.Shape) {
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
