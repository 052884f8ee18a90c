extension Diagram {
  /// In a picture of fewer entities, all are easily found.
  private static let entitiesToTellApart = 20
  /// From how many lines on a name is one, and two points larger.
  private static let emphasized = (some: 5, many: 10)

  /// By how many points the name of the one asked about is larger.
  private static let ofTheFocus = 4

  /// The diagram with the names of those larger that have many relations, or whose surroundings were asked for.
  var emphasized: Diagram {
    var diagram = self
    for index in entities.indices where entities[index].isFocus { diagram.entities[index].emphasis = Self.ofTheFocus }
    guard entities.count >= Self.entitiesToTellApart else { return diagram }
    var degrees = Array(repeating: 0, count: entities.count)
    for relation in relations where !relation.isConnector && !relation.isLoop {
      degrees[relation.subject] += 1
      degrees[relation.object] += 1
    }
    for (index, degree) in degrees.enumerated() where !entities[index].isFocus {
      diagram.entities[index].emphasis = degree >= Self.emphasized.many ? 2 : degree >= Self.emphasized.some ? 1 : 0
    }
    return diagram
  }
}
