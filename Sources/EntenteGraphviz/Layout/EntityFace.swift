import EntenteFormats

/// What stands for an entity before it has a place: its shape around its name, or the card of a hub's leaves.
enum EntityFace {
  case name(KindLook, Wording)
  case card(HubCard)

  init(_ entity: Int, _ composer: Composer, width: Double) {
    if let card = composer.diagram.entities[entity].card {
      self = .card(HubCard(card, composer))
    } else {
      self = .name(
        composer.style(entity), composer.measurer.wording(of: composer.diagram.entities[entity], width: width))
    }
  }

  var size: Size {
    switch self {
    case .name(let style, let wording): style.shape.size(holding: wording.size)
    case .card(let card): card.size
    }
  }

  func placed(_ entity: Int, in box: Box) -> PlacedEntity {
    switch self {
    case .name(let style, let wording):
      PlacedEntity(entity: entity, style: style, box: box, texts: wording.placed(in: box, centred: true))
    case .card(let card): card.placed(entity, in: box)
    }
  }
}
