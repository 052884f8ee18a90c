import Entente

/// Finds a part of a selection whose picture fits a sheet.
struct SmallerSelection {
  let selection: Selection
  let options: PictureOptions

  /// The first that fits, as the command's options say it: `--around japan --hops 1`; `nil` when none was found.
  ///
  /// What is around an entity is tried from the most related one on: it is the largest part that still has one subject.
  func fitting(_ holds: (Size) -> Bool) throws -> String? {
    for id in mostRelated.prefix(Effort.smallerSelections) {
      var filter = selection.filter
      filter.around = [id]
      filter.hops = 1
      guard let smaller = try? selection.graph.selecting(filter), smaller.relations.count < selection.relations.count,
        smaller.entities.count + smaller.relations.count <= Effort.largestSmallerSelection
      else { continue }
      var options = options
      options.isQuick = true
      try Task.checkCancellation()
      let laidOut = try? GraphvizLayouter(options: options.layouting).laidOut(Diagram(smaller, options.diagram))
      if let laidOut, holds(laidOut.page().size) { return "--around \(id) --hops 1" }
    }
    return nil
  }

  /// The ids of the entities by how many relations they have, the most first.
  private var mostRelated: [String] {
    var degrees: [String: Int] = [:]
    for relation in selection.relations {
      degrees[relation.subject.id, default: 0] += 1
      degrees[relation.object.id, default: 0] += 1
    }
    return degrees.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
  }
}
