public import Entente

extension Selection {
  /// Whether the selection is to be written without directions: it is asked for, or no relation of it has one.
  public func isUndirected(_ options: ExportOptions) -> Bool {
    let (directed, all) = directions(options)
    return options.isUndirected || (all > 0 && directed == 0)
  }

  /// What formats say that hold a graph with directions or one without: how many relations are written otherwise.
  public func directionChanges(in format: Format, _ options: ExportOptions) -> [Loss] {
    let (directed, all) = directions(options)
    func note(_ what: String) -> [Loss] { [Loss(format, what, severity: .note)] }
    if options.isUndirected {
      return directed == 0 ? [] : note("\(directed) of \(all) relations have a direction and are written without one")
    }
    if directed == 0 || directed == all { return [] }
    return note(
      "\(all - directed) of \(all) relations have no direction and are written with one, as the others are")
  }

  /// How many relations have a direction, and how many there are.
  private func directions(_ options: ExportOptions) -> (directed: Int, all: Int) {
    options.totals.map { ($0.directed, $0.relations) } ?? (directedCount, relations.count)
  }

  var directedCount: Int {
    let types = graph.schema.relationTypes.map(\.directed)
    var count = 0
    forEachRelation { count += types[$0.typeRow] ? 1 : 0 }
    return count
  }
}
