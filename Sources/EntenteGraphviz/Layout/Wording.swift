/// The text of an entity or a relation, broken into lines of which each may have two parts: what it says, and when.
struct Wording: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    let line: TextLine
    let face: Face
    let tone: Tone
  }

  var lines: [[Part]]
  /// From one base line to the next.
  var leading: Double

  static let space = 0.278

  var width: Double { lines.reduce(0) { max($0, Self.width(of: $1)) } }
  var size: Size { Size(width, Double(lines.count) * leading) }

  private static func width(of parts: [Part]) -> Double {
    parts.reduce(0) { $0 + $1.line.width } + Double(max(0, parts.count - 1)) * (parts.first?.face.size ?? 0) * space
  }

  /// The texts, with every line in the middle of `box`, or at its left end.
  func placed(in box: Box, centred: Bool) -> [TextRun] {
    let top = box.centre.y - size.height / 2
    var runs: [TextRun] = []
    for (index, parts) in lines.enumerated() {
      // Letters without what hangs below the line look centred when their middle is.
      let base = top + (Double(index) + 0.5) * leading + (parts.first?.face.size ?? 0) * 0.345
      var x = centred ? box.centre.x - Self.width(of: parts) / 2 : box.left
      for part in parts {
        runs.append(
          TextRun(
            text: part.line.text, face: part.face, tone: part.tone, origin: Point(x, base), width: part.line.width,
            rightToLeft: part.line.rightToLeft, isCentred: centred && parts.count == 1,
            lacking: part.line.lacking))
        x += part.line.width + part.face.size * Self.space
      }
    }
    return runs
  }
}

extension TextMeasurer {
  static let nameFace = Face(size: 10, bold: true)
  static let aliasFace = Face(size: 9)
  static let labelFace = Face(size: 9)
  static let signFace = Face(size: 11, bold: true)
  static let dateFace = Face(size: 9, italic: true)

  /// An entity's name, and below it in brackets its other names.
  func wording(of entity: Diagram.Entity, width: Double) -> Wording {
    let name = block(entity.name, Self.nameFace, width: width)
    var lines = name.lines.map { [Wording.Part(line: $0, face: Self.nameFace, tone: .plain)] }
    for alias in entity.aliases {
      lines += block("(\(alias))", Self.aliasFace, width: width).lines.map {
        [Wording.Part(line: $0, face: Self.aliasFace, tone: .plain)]
      }
    }
    return Wording(lines: lines, leading: name.leading)
  }

  /// What the rows of a card have in common.
  func heading(of relation: Diagram.Relation, width: Double) -> Wording {
    var relation = relation
    if relation.status != .asserted { relation.words += " (\(relation.status.rawValue))" }
    var wording = wording(of: relation, width: width)
    wording.lines = wording.lines.map { line in
      line.map { part in
        guard part.tone == .plain else { return part }
        let face = Face(size: part.face.size, bold: true)
        return Wording.Part(line: block(part.line.text, face).lines[0], face: face, tone: .plain)
      }
    }
    return wording
  }

  /// A text in the size of labels.
  func plain(_ text: String, width: Double) -> Wording {
    let block = block(text, Self.labelFace, width: width)
    return Wording(
      lines: block.lines.map { [Wording.Part(line: $0, face: Self.labelFace, tone: .plain)] }, leading: block.leading)
  }

  /// A date in lines that break only between its two ends, or behind a comma.
  private func dateBlock(_ date: String, width: Double?) -> TextBlock {
    var words = date.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for index in words.indices.dropFirst() {
      let isJoint = ["to", "since", "until"].contains(words[index]) || words[index - 1].hasSuffix(",")
      words[index] = (isJoint ? " " : "\u{A0}") + words[index]
    }
    return block(words.joined(), Self.dateFace, width: width).withPlainSpaces
  }

  /// A relation's words and its date: on one line where both fit into `width`, else the date below.
  func wording(of relation: Diagram.Relation, width: Double?) -> Wording {
    if relation.isConnector { return Wording(lines: [], leading: 0) }
    let says = relation.saysStatus ? "\(relation.words) (\(relation.status.rawValue))" : relation.words
    let words = block(says, Self.labelFace, width: width)
    var lines = words.lines.map { [Wording.Part(line: $0, face: Self.labelFace, tone: .plain)] }
    if let sign = relation.change.sign {
      let mark = Wording.Part(line: block(sign, Self.signFace).lines[0], face: Self.signFace, tone: .plain)
      lines[0].insert(mark, at: 0)
    }
    guard !relation.date.isEmpty else { return Wording(lines: lines, leading: words.leading) }
    let date = dateBlock(relation.date, width: width)
    let parts = date.lines.map { [Wording.Part(line: $0, face: Self.dateFace, tone: .muted)] }
    let together = words.width + date.width + Self.labelFace.size * Wording.space
    let fits = width.map { together <= $0 } ?? true
    if fits, lines.count == 1, parts.count == 1, !words.lines[0].rightToLeft, !date.lines[0].rightToLeft {
      lines[0] += parts[0]
    } else {
      lines += parts
    }
    return Wording(lines: lines, leading: words.leading)
  }
}

extension TextBlock {
  /// With the spaces that keep words together as those that are drawn.
  fileprivate var withPlainSpaces: TextBlock {
    TextBlock(
      face: face,
      lines: lines.map { line in
        var line = line
        line.text = line.text.replacing("\u{A0}", with: " ")
        return line
      })
  }
}

extension Diagram.Change {
  /// The sign before what came or went.
  var sign: String? {
    switch self {
    case .came: "+"
    case .went: "−"
    case .none, .stayed: nil
    }
  }
}
