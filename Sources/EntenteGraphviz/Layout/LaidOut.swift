/// A diagram with a place for everything. Its pages differ in what they paint; what they paint stands where it stands.
struct LaidOut: Sendable {
  let diagram: Diagram
  let composition: Composition
  let showsLegend: Bool
  let measurer: TextMeasurer
  let target: Target
  let logo: Size?

  /// Whether another diagram is the same but for what is painted of it.
  func hasPlaces(for other: Diagram) -> Bool {
    diagram.entities.lazy.filter(\.isOwn).map(\.id).elementsEqual(other.entities.lazy.map(\.id))
      && diagram.relations.lazy.filter { !$0.isConnector }.map(\.id).elementsEqual(other.relations.lazy.map(\.id))
  }

  /// One page, which paints what `other` does, or all.
  func page(painting other: Diagram? = nil) -> Scene {
    composer(other.map(diagram.painted) ?? diagram).page(composition)
  }

  /// A page with a frame for each of `diagrams`, which are the same as the diagram but for what is painted.
  func filmstrip(_ diagrams: [Diagram]) -> Scene {
    composer(diagram).filmstrip(composition, diagrams.map(diagram.painted))
  }

  private func composer(_ diagram: Diagram) -> PageComposer {
    PageComposer(diagram: diagram, measurer: measurer, target: target, logo: logo, showsLegend: showsLegend)
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
