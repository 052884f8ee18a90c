/// Puts the parts of a picture that no line joins beside and below each other.
enum Packer {
  private static let gap = 20.0

  private static let isolatedGap = 12.0
  /// How wide rows of those without relations may be, from a page that is as narrow as its legend to one of A3.
  private static let rowWidths = [244.0, 340, 440, 530, 770]

  /// All parts as one composition, in the shape that needs the least paper; those that are one entity and no line stand in
  /// rows of their own below the others.
  static func pack(_ parts: [Composition], by composer: PageComposer) -> Composition {
    let target = composer.target
    let joined = parts.filter { !$0.links.isEmpty || $0.entities.count > 1 }
    let isolated = parts.filter { $0.links.isEmpty && $0.entities.count == 1 }.flatMap(\.entities)
    var packings = packings(joined.isEmpty ? parts : joined, target)
    if !joined.isEmpty, !isolated.isEmpty {
      // As many in a row as suit the sheet, where what is drawn leaves that open.
      let widths = target.width.map { [$0 - Paper.surroundings.width] } ?? rowWidths
      packings = packings.flatMap { packing in
        widths.map { adding(isolated, to: packing, composer.measurer, rowWidth: $0) }
      }
    }
    guard packings.count > 1 else { return packings.first ?? Composition(entities: [], links: []) }
    let costs = packings.map { packing in
      let page = composer.size(around: packing.box.size)
      return [target.step(for: page), target.isStrip(packing.box.size) ? 1 : 0, page.width * page.height]
    }
    let best = packings.indices.min { costs[$0].lexicographicallyPrecedes(costs[$1]) }
    return packings[best ?? 0]
  }

  /// A composition with those that no line joins in rows below it, at least as wide as it is.
  private static func adding(
    _ isolated: [PlacedEntity], to all: Composition, _ measurer: TextMeasurer, rowWidth: Double
  ) -> Composition {
    var all = all
    let face = TextMeasurer.labelFace
    guard let heading = measurer.block("Without relations", face).lines.first else { return all }
    let box = all.box
    var place = Point(box.left, box.bottom + gap)
    let text = TextRun(
      text: heading.text, face: face, tone: .muted, origin: place + Point(0, face.size), width: heading.width)
    all.headings.append(Composition.Heading(text: text, entities: isolated.map(\.entity)))
    place.y += 2 * face.size
    var rowHeight = 0.0
    for entity in isolated {
      if place.x > box.left, place.x + entity.box.width > box.left + max(box.width, rowWidth) {
        place = Point(box.left, place.y + rowHeight + isolatedGap)
        rowHeight = 0
      }
      all.entities.append(entity.moved(by: place - Point(entity.box.left, entity.box.top)))
      place.x += entity.box.width + isolatedGap
      rowHeight = max(rowHeight, entity.box.height)
    }
    all.entities.sort { $0.entity < $1.entity }
    return all
  }

  /// How much lower a page is for what stands below its drawing without relations, about: rows, as many as a page has.
  static func roomOfIsolated(_ diagram: Diagram) -> Double {
    let parts = diagram.parts
    let isolated = parts.count { $0.links.isEmpty }
    guard isolated > 0, isolated < parts.count else { return 0 }
    let rows = (Double(isolated) / entitiesInARow).rounded(.up)
    return gap + 2 * TextMeasurer.labelFace.size + rows * 24 + (rows - 1) * isolatedGap
  }

  private static let entitiesInARow = 6.0

  /// Every way to put the parts beside and below each other that is worth comparing.
  private static func packings(_ parts: [Composition], _ target: Target) -> [Composition] {
    guard parts.count > 1 else { return parts }
    let boxes = parts.map(\.box)
    let widest = boxes.reduce(0) { max($0, $1.width) }
    let area = boxes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    var known: Set<[Point]> = []
    return target.packingWidths(area: area).compactMap { width in
      let places = places(boxes, width: max(widest, width))
      return known.insert(places).inserted ? packed(parts, at: places) : nil
    }
  }

  private static func packed(_ parts: [Composition], at places: [Point]) -> Composition {
    var all = Composition(entities: [], links: [])
    for (part, place) in zip(parts, places) {
      let box = part.box
      let moved = part.moved(by: place - Point(box.left, box.top))
      all.entities += moved.entities
      all.links += moved.links
    }
    all.entities.sort { $0.entity < $1.entity }
    all.links.sort { $0.link < $1.link }
    return all
  }

  /// Places for the top left corners, each as high up as what is placed before lets it, the highest parts first.
  private static func places(_ boxes: [Box], width: Double) -> [Point] {
    let order = boxes.indices.sorted { (-boxes[$0].height, $0) < (-boxes[$1].height, $1) }
    var places = Array(repeating: Point.zero, count: boxes.count)
    var taken: [Box] = []
    for index in order {
      let size = boxes[index].size
      let lefts = [0] + taken.map { $0.right + gap }.filter { $0 + size.width <= width }
      let candidates = lefts.map { left in
        let above = taken.filter { $0.left < left + size.width + gap && left < $0.right + gap }
        return Point(left, above.reduce(0) { max($0, $1.bottom + gap) })
      }
      let place = candidates.min { ($0.y, $0.x) < ($1.y, $1.x) } ?? .zero
      places[index] = place
      taken.append(Box(left: place.x, top: place.y, right: place.x + size.width, bottom: place.y + size.height))
    }
    return places
  }
}

extension Diagram {
  /// The connected parts, each with its entities and links in the diagram's order.
  var parts: [Composer.Part] {
    let links = self.links
    var root = Array(entities.indices)
    func find(_ entity: Int) -> Int {
      var entity = entity
      while root[entity] != entity { entity = root[entity] }
      return entity
    }
    for link in links {
      let (a, b) = (find(link.first), find(link.second))
      root[max(a, b)] = min(a, b)
    }
    var parts: [Int: Composer.Part] = [:]
    for entity in entities.indices where !entities[entity].isGathered {
      parts[find(entity), default: Composer.Part(entities: [], links: [])].entities.append(entity)
    }
    for (index, link) in links.enumerated() { parts[find(link.first)]?.links.append(index) }
    return parts.sorted { $0.key < $1.key }.map(\.value)
  }
}
