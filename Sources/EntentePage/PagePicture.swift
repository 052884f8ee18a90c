import Entente
import EntenteFormats
import EntenteGraphviz

/// The picture as the page has it: the marks of the picture exporter, with the page's numbers in place of ids, and colours
/// that the page's style sheet gives.
struct PagePicture {
  private let rows: PageRows
  private let list: DisplayList
  private let painter: SVGPainter

  init(_ picture: Picture, rows: PageRows) {
    self.rows = rows
    var theme = PageTheme.theme
    theme.fonts = picture.theme.fonts
    theme.logo = picture.theme.logo
    painter = SVGPainter(theme: theme)
    list = picture.displayList
  }

  /// The element `svg`.
  func svg() throws -> String {
    var list = list
    list.marks = list.marks.map { $0.role == .legend ? choosable($0) : numbered($0) }
    return try painted { writer throws(WriteError) in try painter.write(list, to: &writer) }
  }

  /// The shape of each kind, as the legend has it, in an `svg` of its own.
  func shapes() throws -> String {
    let samples = list.marks.filter { $0.role == .legend }.flatMap(\.ink)
    return try styles().map { kind, style in
      guard let sample = samples.first(where: { $0.style == style }), case .shape(_, let box, _, _) = sample else {
        return ""
      }
      var mark = Mark(.note)
      mark.ink = [sample]
      let view = "\(box.left - 1) \(box.top - 1) \(box.width + 2) \(box.height + 2)"
      let shape = try painted { writer throws(WriteError) in try painter.write(mark, to: &writer) }
      return
        "<svg class=\"shape\" data-kind=\"\(HTMLText.escaped(kind))\" viewBox=\"\(view)\" aria-hidden=\"true\">\(shape)</svg>"
    }.joined()
  }

  private func painted(_ body: (inout ByteWriter) throws(WriteError) -> Void) throws -> String {
    String(decoding: try ByteWriter.memory(body), as: UTF8.self)
  }

  /// A mark, and all in it, that scripts know by its row and not by its id, which might be that of a part of the page. What
  /// it says in words is in the table; how sure it is, the script decides.
  private func numbered(_ mark: Mark) -> Mark {
    var mark = mark
    let number: Int? =
      switch mark.role {
      case .entity: mark.row.flatMap(rows.entityNumber)
      case .relation: mark.row.flatMap(rows.relationNumber)
      default: nil
      }
    mark.facts = number.map { [Mark.Fact(name: "data-row", value: "\($0)")] } ?? []
    let over = mark.over.compactMap(rows.entityNumber)
    if !over.isEmpty { mark.facts.append(Mark.Fact(name: "data-over", value: listed(over))) }
    let standsFor = mark.standsFor.compactMap(rows.relationNumber)
    if !standsFor.isEmpty { mark.facts.append(Mark.Fact(name: "data-for", value: listed(standsFor))) }
    (mark.id, mark.title, mark.link) = ("", "", nil)
    mark.classes.removeAll { $0 == "certain" || $0 == "possible" }
    mark.ink = mark.ink.map(\.withPlainStroke)
    mark.marks = mark.marks.map(numbered)
    return mark
  }

  private func listed(_ numbers: [Int]) -> String { numbers.map { "\($0)" }.joined(separator: " ") }

  /// The legend with each sample and its words in a mark of their own, which says what it stands for: readers filter by it.
  private func choosable(_ legend: Mark) -> Mark {
    let kinds = Dictionary(styles().map { ($0.style, $0.kind) }, uniquingKeysWith: { first, _ in first })
    var legend = legend
    var samples: [Ink] = []
    var rest: [Ink] = []
    for ink in legend.ink {
      samples.append(ink)
      guard case .text = ink else { continue }
      var item = Mark(.connector)
      item.ink = samples
      samples = []
      switch item.ink[0] {
      case .shape(_, _, _, .side), .shape(_, _, _, .neutral): break
      case .shape(let style, _, _, _): item.facts = [Mark.Fact(name: "data-kind", value: kinds[style] ?? "")]
      case .line(_, let style, _):
        item.facts = [Mark.Fact(name: "data-status", value: Status.allCases.first { $0.line == style }?.name ?? "")]
      default: break
      }
      if item.facts.isEmpty { rest += item.ink } else { legend.marks.append(item) }
    }
    legend.ink = rest + samples
    return legend
  }

  /// The style of each kind, by the first entity that has it.
  private func styles() -> [(kind: String, style: KindLook)] {
    var styles: [String: KindLook] = [:]
    func look(at mark: Mark) {
      if mark.role == .entity, let number = mark.row.flatMap(rows.entityNumber) {
        let kind = rows.entities[number].kind.name
        if styles[kind] == nil { styles[kind] = mark.ink.lazy.compactMap(\.style).first }
      }
      mark.marks.forEach(look)
    }
    list.marks.forEach(look)
    return styles.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Ink {
  /// The style of the kind whose shape it is.
  fileprivate var style: KindLook? {
    if case .shape(let style, _, _, _) = self { style } else { nil }
  }

  /// The same, drawn as what is certain is.
  fileprivate var withPlainStroke: Ink {
    switch self {
    case .line(let curve, let style, let stroke): .line(curve, style, Stroke(isQuiet: stroke.isQuiet))
    case .arrow(let head, let stroke): .arrow(head, Stroke(isQuiet: stroke.isQuiet))
    default: self
    }
  }
}
