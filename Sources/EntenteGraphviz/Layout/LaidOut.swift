/// A diagram with a place for everything. Its pages differ in what they paint; what they paint stands where it stands.
struct LaidOut: Sendable {
  /// What puts its title and legend around it.
  private let composer: PageComposer
  let composition: Composition

  init(_ composer: PageComposer, composition: Composition) {
    (self.composer, self.composition) = (composer, composition)
  }

  var diagram: Diagram { composer.diagram }

  /// Whether another diagram is the same but for what is painted of it.
  func hasPlaces(for other: Diagram) -> Bool {
    diagram.entities.lazy.filter(\.isOwn).map(\.id).elementsEqual(other.entities.lazy.map(\.id))
      && diagram.relations.lazy.filter { !$0.isConnector }.map(\.id).elementsEqual(other.relations.lazy.map(\.id))
  }

  /// One page, which paints what `other` does, or all.
  func page(painting other: Diagram? = nil) -> Scene {
    composer.of(other.map(diagram.painted) ?? diagram).page(composition)
  }

  /// A page with a frame for each of `diagrams`, which are the same as the diagram but for what is painted.
  func filmstrip(_ diagrams: [Diagram]) -> Scene {
    composer.filmstrip(composition, diagrams.map(diagram.painted))
  }
}

extension Diagram {
  /// This diagram, cards and all, painted as `other` is, which was made of the same entities and relations.
  func painted(as other: Diagram) -> Diagram {
    var diagram = self
    diagram.period = other.period
    diagram.periodID = other.periodID
    for (index, entity) in other.entities.enumerated() {
      diagram.entities[index].isShown = entity.isShown
      diagram.entities[index].isEverShown = entity.isEverShown
    }
    for (index, relation) in other.relations.enumerated() {
      diagram.relations[index].isShown = relation.isShown
      diagram.relations[index].isEverShown = relation.isEverShown
      diagram.relations[index].certainty = relation.certainty
    }
    return diagram
  }
}
