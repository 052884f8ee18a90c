extension Diagram {
  /// Equal relations of one entity with several others: all that differs is with whom.
  struct Likes {
    /// The entity that all have in common.
    let shared: Int
    let relations: [Int]
  }

  /// Which of these relations are equal, the most first. Each may be there twice: with those that share its subject, and with
  /// those that share its object.
  func likes(among relations: [Int]) -> [Likes] {
    var known: [Saying: Int] = [:]
    var all: [[Int]] = []
    var found: [Saying] = []
    for index in relations where !self.relations[index].isLoop {
      for saying in sayings(of: self.relations[index]) {
        if let place = known[saying] {
          all[place].append(index)
        } else {
          known[saying] = all.count
          all.append([index])
          found.append(saying)
        }
      }
    }
    let likes = zip(found, all).filter { $1.count > 1 }.map { Likes(shared: $0.shared, relations: $1) }
    return likes.enumerated().sorted {
      (-$0.element.relations.count, $0.offset) < (-$1.element.relations.count, $1.offset)
    }
    .map(\.element)
  }

  /// An entity and what a relation says of it, whoever is at the other end.
  private struct Saying: Hashable {
    let shared: Int
    let isSubject: Bool
    let relation: Relation
  }

  private func sayings(of relation: Relation) -> [Saying] {
    var same = relation
    same.row = nil
    (same.id, same.description) = ("", "")
    (same.subject, same.object) = (-1, -1)
    // What a year paints of it is its own.
    (same.certainty, same.isShown, same.isEverShown) = (.unasked, true, true)
    // What has no direction has no first end.
    return [
      Saying(shared: relation.subject, isSubject: relation.isDirected, relation: same),
      Saying(shared: relation.object, isSubject: false, relation: same),
    ]
  }

  /// The diagram with one trunk for these: from the entity that they share to what they say, from where each has a line of its
  /// own. All else keeps its index, and so do all links: the trunk is the last.
  func forked(_ likes: Likes) -> Diagram {
    var diagram = self
    let fork = entities.count
    let first = relations[likes.relations[0]]
    let isAtSubject = first.subject == likes.shared
    diagram.entities.append(Entity(id: "", kind: "", kindName: "", name: "", fork: likes.relations))
    for index in likes.relations {
      diagram.relations[index].fork = Relation.Fork(
        entity: fork, isAtSubject: relations[index].subject == likes.shared)
    }
    diagram.relations.append(
      Relation(
        id: "", subject: isAtSubject ? likes.shared : fork, object: isAtSubject ? fork : likes.shared, type: first.type,
        words: "", status: first.status, isDirected: first.isDirected && !isAtSubject, isQuiet: first.isQuiet,
        isConnector: true))
    return diagram
  }
}
