import EntenteFormats

/// What stands for an entity before it has a place: its shape around its name, or the card of a hub's leaves.
enum EntityFace {
  case name(KindLook, Wording, lines: Int)
  case card(HubCard)

  init(_ entity: Int, _ composer: Composer, width: Double) {
    if let card = composer.diagram.entities[entity].card {
      self = .card(HubCard(card, composer))
    } else {
      self = .name(
        composer.style(entity), composer.measurer.wording(of: composer.diagram.entities[entity], width: width),
        lines: composer.lineCounts[entity])
    }
  }

  var size: Size {
    switch self {
    case .name(let style, let wording, let lines): style.shape.size(holding: wording.size).grown(toHold: lines)
    case .card(let card): card.size
    }
  }

  func placed(_ entity: Int, in box: Box) -> PlacedEntity {
    switch self {
    case .name(let style, let wording, _):
      PlacedEntity(entity: entity, style: style, box: box, texts: wording.placed(in: box, centred: true))
    case .card(let card): card.placed(entity, in: box)
    }
  }
}

extension Size {
  /// How much of an outline each line needs at its end.
  private static let roomOfALine = 13.0

  /// The same with room for so many lines along all four sides.
  fileprivate func grown(toHold lines: Int) -> Size {
    let missing = Double(lines) * Self.roomOfALine - 2 * (width + height)
    return missing > 0 ? Size(width + missing / 4, height + missing / 4) : self
  }
}
