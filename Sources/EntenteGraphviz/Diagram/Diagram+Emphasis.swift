extension Diagram {
  /// In a picture of fewer entities, all are easily found.
  private static let entitiesToTellApart = 20
  /// From how many lines on a name is one, and two points larger.
  private static let emphasized = (some: 5, many: 10)

  /// The diagram with the names of those larger that have many relations.
  var emphasized: Diagram {
    guard entities.count >= Self.entitiesToTellApart else { return self }
    var degrees = Array(repeating: 0, count: entities.count)
    for relation in relations where !relation.isConnector && !relation.isLoop {
      degrees[relation.subject] += 1
      degrees[relation.object] += 1
    }
    var diagram = self
    for (index, degree) in degrees.enumerated() {
      diagram.entities[index].emphasis = degree >= Self.emphasized.many ? 2 : degree >= Self.emphasized.some ? 1 : 0
    }
    return diagram
  }
}
