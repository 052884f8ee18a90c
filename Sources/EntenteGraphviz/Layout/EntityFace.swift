import EntenteFormats

/// What stands for an entity before it has a place: its shape around its name, the card of a hub's leaves, or what a fork says.
enum EntityFace {
  /// A shape holds the name and, at a hub, more room: for the ends of all its lines.
  case name(KindLook, Wording, roomFor: Int)
  case card(HubCard)
  case fork(Wording)

  /// How much of the outline each end of a line has, in points.
  private static let roomOfAnEnd = 9.5

  init(_ entity: Int, _ composer: Composer, width: Double) {
    if let card = composer.diagram.entities[entity].card {
      self = .card(HubCard(card, composer, width: width))
    } else if let relation = composer.diagram.entities[entity].fork.first {
      var whole = composer.diagram.relations[relation]
      whole.fork = nil
      self = .fork(composer.measurer.wording(of: whole, width: width))
    } else {
      self = .name(
        composer.style(entity), composer.measurer.wording(of: composer.diagram.entities[entity], width: width),
        roomFor: composer.lineCount(at: entity))
    }
  }

  var size: Size {
    switch self {
    case .name(let style, let wording, let lines):
      let size = style.shape.size(holding: wording.size)
      let missing = Self.roomOfAnEnd * Double(lines) - 2 * (size.width + size.height)
      return missing <= 0 ? size : style.shape.size(holding: wording.size.grown(by: Size(missing / 8, missing / 8)))
    case .card(let card): return card.size
    case .fork(let wording): return wording.size.grown(by: LinkDrawing.gap)
    }
  }

  func placed(_ entity: Int, in box: Box) -> PlacedEntity {
    switch self {
    case .name(let style, let wording, _):
      PlacedEntity(entity: entity, style: style, box: box, texts: wording.placed(in: box, centred: true))
    case .card(let card): card.placed(entity, in: box)
    case .fork(let wording):
      PlacedEntity(
        entity: entity, style: KindLook(.rectangle, .orange), box: box,
        texts: wording.placed(in: box, centred: true))
    }
  }
}
