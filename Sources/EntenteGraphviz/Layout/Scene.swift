/// A page with everything in its place, and what is painted of it in each of its frames.
struct Scene: Hashable, Sendable {
  /// The whole of it, margins included; its top left corner is the origin.
  var size: Size
  var entities: [PlacedEntity]
  var links: [PlacedLink]
  var headings: [Composition.Heading] = []
  /// What is painted of them, and where: once, or once for each year of a filmstrip.
  var frames: [Frame] = []
  var heading: [TextRun] = []
  var legend: [LegendItem] = []
  var caption: [TextRun] = []
  /// Where the logo is, if there is one.
  var logo: Box?

  /// The diagram, as its first frame paints it.
  var diagram: Diagram { frames.first?.diagram ?? Diagram(title: "") }

  /// The diagram as it is painted once.
  struct Frame: Hashable, Sendable {
    let diagram: Diagram
    /// Before every id, which would else be there once for each frame.
    var prefix = ""
    /// How far from the places of `entities` and `links`.
    var offset = Point.zero
    /// Texts of the frame: its year, or that there is nothing.
    var notes: [TextRun] = []
  }
}

/// A sample in the legend and its explanation.
struct LegendItem: Hashable, Sendable {
  var sample: [Ink]
  /// Its lines.
  var texts: [TextRun]
}

extension Scene {
  /// The page as what is painted and measured.
  var displayList: DisplayList {
    var marks: [Mark] = []
    var heading = Mark(.heading)
    heading.classes = ["heading"]
    heading.ink = self.heading.map(Ink.text)
    marks.append(heading)
    for frame in frames { marks += FrameMarks(frame).marks(entities, links, headings) }
    if !legend.isEmpty || !caption.isEmpty || logo != nil {
      var legend = Mark(.legend)
      legend.classes = ["legend"]
      legend.ink = self.legend.flatMap { $0.sample + $0.texts.map(Ink.text) } + caption.map(Ink.text)
      if let logo { legend.ink.append(.logo(logo)) }
      marks.append(legend)
    }
    return DisplayList(size: size, title: diagram.title, description: description, marks: marks)
  }
}

extension Scene {
  /// What it shows, in three sentences.
  fileprivate var description: String {
    let (title, shared) = (diagram.title, diagram.shared)
    let diagrams = frames.map(\.diagram)
    // The frames differ only in what they show.
    let entities = diagram.entities.indices.filter { index in
      diagrams.contains { $0.entities[index].isOwn && $0.entities[index].isShown }
    }
    let relations = diagram.relations.indices.filter { index in
      diagrams.contains { !$0.relations[index].isConnector && $0.relations[index].isShown }
    }
    let counted = Dictionary(grouping: entities) { diagram.entities[$0].kindName }
      .map { "\($0.value.count) × \($0.key)" }.sorted()
    return """
      \(title): a graph of \(entities.count) entities and \(relations.count) relations between them. \
      It shows \(counted.joined(separator: ", ")). \
      \(shared.words.map { "A line without a word stands for “\($0)”; every other one says what it stands for" } ?? "Every line says what it stands for") and when.
      """
  }
}
