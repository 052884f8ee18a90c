import EntenteFormats

/// What of a display list is measured: bodies, wires, and texts of neither.
struct Measured {
  private(set) var bodies: [Verifier.Body] = []
  private(set) var wires: [Verifier.Wire] = []
  private(set) var loose: [Box] = []
  private(set) var lettersMissing = 0
  /// What is added to the numbers of a frame, so that no two frames share one.
  private var base = 0

  init(_ list: DisplayList) {
    for mark in list.marks { add(mark, by: .zero) }
    lettersMissing = list.texts.count { $0.lacking != nil }
  }

  private mutating func add(_ mark: Mark, by offset: Point) {
    let offset = offset + mark.offset
    switch mark.role {
    case .entities:
      base = (bodies.map(\.number).max() ?? -1) + 1
      for mark in mark.marks { add(mark, by: offset) }
    case .relations:
      for mark in mark.marks { add(mark, by: offset) }
    case .entity, .gathering, .fork:
      if let body = body(mark, by: offset) { bodies.append(body) }
    case .relation, .connector, .bundle:
      if let wire = wire(mark, by: offset) { wires.append(wire) }
    case .heading, .note, .legend:
      loose += mark.texts(by: offset)
    }
  }

  private func body(_ mark: Mark, by offset: Point) -> Verifier.Body? {
    guard let number = mark.number else { return nil }
    let texts = mark.texts(by: offset) + mark.marks.flatMap { $0.texts(by: offset) }
    if mark.role == .fork {
      // Its lines end at a little distance, as at every label.
      let box = texts.dropFirst().reduce(texts.first ?? Box(centre: .zero, size: .zero)) { $0.union($1) }.grown(by: 1)
      return Verifier.Body(number: base + number, box: box, outline: box.corners, texts: texts)
    }
    for ink in mark.ink {
      switch ink {
      case .shape(let style, let box, _, _):
        let box = box.moved(by: offset)
        return Verifier.Body(number: base + number, box: box, outline: style.shape.corners(in: box), texts: texts)
      case .frame(let box):
        let box = box.moved(by: offset)
        return Verifier.Body(number: base + number, box: box, outline: box.corners, texts: texts)
      default: continue
      }
    }
    return nil
  }

  private func wire(_ mark: Mark, by offset: Point) -> Verifier.Wire? {
    guard let ends = mark.ends else { return nil }
    let texts = mark.texts(by: offset) + mark.marks.flatMap { $0.texts(by: offset) }
    var wire = Verifier.Wire(
      first: base + ends.first, second: base + ends.second, lines: [], chains: [], width: 0,
      label: texts.dropFirst().reduce(texts.first ?? Box(centre: .zero, size: .zero)) { $0.union($1) }, isCard: false,
      texts: texts)
    var heads: [[Point]] = []
    var strikes: [[Point]] = []
    for ink in mark.ink {
      switch ink {
      case .line(let curve, let style, _):
        let curve = curve.moved(by: offset)
        wire.lines.append(curve)
        wire.width = max(wire.width, style.width)
        if style == .struck { strikes += StatusLine.strikes(across: curve).map { [$0.0, $0.1] } }
      case .arrow(let head, _): heads.append(head.moved(by: offset).corners)
      case .frame(let box):
        wire.label = box.moved(by: offset)
        wire.isCard = true
      case .shape, .room, .text, .logo: continue
      }
    }
    if texts.isEmpty, let end = wire.lines.first?.end { wire.label = Box(centre: end, size: .zero) }
    wire.chains = wire.lines.map { $0.flattened() } + heads + strikes
    return wire
  }
}

extension Mark {
  /// The rooms of its own texts.
  fileprivate func texts(by offset: Point) -> [Box] {
    ink.compactMap { ink in
      guard case .text(let run) = ink else { return nil }
      return run.box.moved(by: offset)
    }
  }
}
