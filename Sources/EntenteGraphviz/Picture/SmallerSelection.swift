import Entente

/// Finds a part of a selection whose picture fits a sheet.
struct SmallerSelection {
  let selection: Selection
  let options: PictureOptions

  /// The first that fits, as the command's options say it: `--around japan --hops 1`; `nil` when none was found.
  ///
  /// The same in a compact layout stands first, since it leaves nothing out. Around whom was asked for, fewer hops are
  /// tried; else what is around an entity, from the most related one on: the largest part that still has one subject.
  func fitting(_ holds: (Size) -> Bool) throws -> String? {
    if options.isSteady(for: selection.filter.years) {
      var compact = options
      compact.layout = .compact
      if try fits(selection, compact, holds) { return "--layout compact" }
    }
    guard selection.filter.around.isEmpty else {
      let asked = selection.filter.around.joined(separator: ",")
      for hops in (1..<max(1, selection.filter.hops)).reversed() {
        var filter = selection.filter
        filter.hops = hops
        if let smaller = try? selection.graph.selecting(filter), try fits(smaller, options, holds) {
          return "--around \(asked) --hops \(hops)"
        }
      }
      return nil
    }
    for id in mostRelated.prefix(Effort.smallerSelections) {
      var filter = selection.filter
      filter.around = [id]
      filter.hops = 1
      guard let smaller = try? selection.graph.selecting(filter), smaller.relations.count < selection.relations.count,
        try fits(smaller, options, holds)
      else { continue }
      return "--around \(id) --hops 1"
    }
    return nil
  }

  /// Whether a rough picture of it fits: one that is led anew is no larger.
  private func fits(_ smaller: Selection, _ options: PictureOptions, _ holds: (Size) -> Bool) throws -> Bool {
    try options.drawing?.patience.check()
    let diagram = try Diagram(smaller, options.diagram)
    guard diagram.entities.count + diagram.relations.count <= Effort.largestPicture else { return false }
    var layouting = options.layouting
    layouting.care = .rough
    let laidOut = try? GraphvizLayouter(options: layouting).laidOut(diagram)
    return laidOut.map { holds($0.page().size) } ?? false
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
