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
    let face = Face(size: Self.nameFace.size + Double(entity.emphasis), bold: true)
    let name = block(entity.name, face, width: width)
    var lines = name.lines.map { [Wording.Part(line: $0, face: face, tone: .plain)] }
    for alias in entity.aliases {
      lines += block("(\(alias))", Self.aliasFace, width: width).lines.map {
        [Wording.Part(line: $0, face: Self.aliasFace, tone: .plain)]
      }
    }
    return Wording(lines: lines, leading: name.leading)
  }

  /// What the rows of a card have in common: what each of their relations says, one below the other.
  func heading(of relations: [Diagram.Relation], width: Double) -> Wording {
    var said: Set<[String]> = []
    // What several say alike is said once.
    let parts = relations.filter { said.insert([$0.words, $0.status.name, $0.date]).inserted }.map { relation in
      var relation = relation
      relation.isWordless = false
      relation.isDateless = false
      relation.saysStatus = relation.status != .asserted
      relation.speaker = nil
      relation.references = []
      return self.wording(of: relation, width: width)
    }
    let undated = relations.count > 1 && relations.allSatisfy(\.date.isEmpty)
    var known: Set<String> = []
    let together = relations.map { $0.status == .asserted ? $0.words : "\($0.words) (\($0.status.name))" }
      .filter { known.insert($0).inserted }
    var wording =
      undated
      ? plain(together.joined(separator: ", "), width: width)
      : Wording(lines: parts.flatMap(\.lines), leading: parts.first?.leading ?? 0)
    wording.lines = wording.lines.map { line in
      line.map { part in
        guard part.tone == .plain else { return part }
        let face = Face(size: part.face.size, bold: true)
        return Wording.Part(line: block(part.line.text, face).lines[0], face: face, tone: .plain)
      }
    }
    return wording
  }

  /// When a row of a card held, and where that is written.
  func date(_ date: String, _ references: [String]) -> Wording? {
    guard !date.isEmpty || !references.isEmpty else { return nil }
    let block = block(date, Self.dateFace)
    var lines = date.isEmpty ? [] : block.lines.map { [Wording.Part(line: $0, face: Self.dateFace, tone: Tone.muted)] }
    addReferences(references, to: &lines, width: nil)
    return Wording(lines: lines, leading: block.leading)
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
      let isJoint = ["to", "since", "until", "or", "and"].contains(words[index]) || words[index - 1].hasSuffix(",")
      words[index] = (isJoint ? " " : "\u{A0}") + words[index]
    }
    return block(words.joined(), Self.dateFace, width: width).withPlainSpaces
  }

  /// A relation's words and its date: on one line where both fit into `width`, else the date below.
  func wording(of relation: Diagram.Relation, width: Double?) -> Wording {
    // What several say together stands where their line parts.
    if relation.isConnector || relation.fork != nil { return Wording(lines: [], leading: 0) }
    var says = relation.isWordless ? "" : relation.words
    if relation.saysStatus { says += says.isEmpty ? relation.status.name : " (\(relation.status.name))" }
    let words = block(says, Self.labelFace, width: width)
    var lines = says.isEmpty ? [] : words.lines.map { [Wording.Part(line: $0, face: Self.labelFace, tone: .plain)] }
    if let sign = relation.change.sign {
      let mark = Wording.Part(line: block(sign, Self.signFace).lines[0], face: Self.signFace, tone: .plain)
      if lines.isEmpty { lines.append([]) }
      lines[0].insert(mark, at: 0)
    }
    if !relation.date.isEmpty, !relation.isDateless { add(relation.date, to: &lines, says: says, words, width: width) }
    if let speaker = relation.speaker {
      lines += block("says \(speaker)", Self.labelFace, width: width).lines.map {
        [Wording.Part(line: $0, face: Self.labelFace, tone: .muted)]
      }
    }
    addReferences(relation.references, to: &lines, width: width)
    return Wording(lines: lines, leading: words.leading)
  }

  /// The date behind the words where both fit on one line, else below.
  private func add(
    _ date: String, to lines: inout [[Wording.Part]], says: String, _ words: TextBlock, width: Double?
  ) {
    let date = dateBlock(date, width: width)
    let parts = date.lines.map { [Wording.Part(line: $0, face: Self.dateFace, tone: .muted)] }
    let together = words.width + date.width + Self.labelFace.size * Wording.space
    let fits = width.map { together <= $0 } ?? true
    if fits, lines.count == 1, parts.count == 1, !says.isEmpty, !words.lines[0].rightToLeft, !date.lines[0].rightToLeft
    {
      lines[0] += parts[0]
    } else {
      lines += parts
    }
  }

  /// Numbers of sources and notes behind the last line, or below where they do not fit.
  private func addReferences(_ references: [String], to lines: inout [[Wording.Part]], width: Double?) {
    guard !references.isEmpty, let line = block(references.joined(), Self.labelFace).lines.first else { return }
    let part = Wording.Part(line: line, face: Self.labelFace, tone: .muted)
    let last = lines.last.map {
      $0.reduce(0) { $0 + $1.line.width } + Double($0.count) * Self.labelFace.size * Wording.space
    }
    if let last, !(lines.last?.contains { $0.line.rightToLeft } ?? false),
      width.map({ last + line.width <= max($0, last) + 14 }) ?? true
    {
      lines[lines.count - 1].append(part)
    } else {
      lines.append([part])
    }
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
