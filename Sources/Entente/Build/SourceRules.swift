/// What becomes of things in a source that elsewhere are errors: tables were made for other purposes than a graph.
package struct SourceRules: Sendable, Hashable {
  /// What becomes of a relation one of whose ends is no entity.
  package enum MissingEnds: String, Sendable, Hashable, CaseIterable {
    case error
    /// The entity is made, of the kind `entity`.
    case create
    /// The relation is left out.
    case skip
  }

  /// What becomes of a relation whose id another one of the source has.
  package enum DuplicateIDs: String, Sendable, Hashable, CaseIterable {
    case error
    /// Its id gets a number: `-2`, `-3`.
    case number
  }

  /// Whether relations without an id whose head, date and status are the same get numbers; and one whose id an entity has,
  /// another id.
  package var numbersAlike = false
  /// The source that it is a part of, whose definitions are its own; `nil` where it stands for itself.
  package var whole: SourceID?
  package var missingEnds = MissingEnds.error
  package var duplicateIDs = DuplicateIDs.error

  package init(numbersAlike: Bool = false, partOf whole: SourceID? = nil) {
    self.numbersAlike = numbersAlike
    self.whole = whole
  }
}

/// Entities that only relations name, in a source that lets them be made.
struct EndsCreated: ToldToEverybody {
  var count = 0
  var relations = 0

  var severity: Severity { .note }
  var message: String {
    let entities =
      count == 1 ? "1 entity is named only by a relation, and" : "\(count) entities are named only by relations, and"
    return "\(entities) made of the kind 'entity'"
  }
}

/// Relations that were left out because an end is no entity.
struct EndsSkipped: ToldToEverybody {
  let count: Int

  var severity: Severity { .note }
  var message: String {
    let relations = count == 1 ? "1 relation is" : "\(count) relations are"
    return "\(relations) left out: an end is no entity"
  }
}

/// Relations whose ids were taken, and got a number.
struct IDsNumbered: ToldToEverybody {
  let count: Int

  var severity: Severity { .note }
  var message: String {
    let relations = count == 1 ? "1 relation has" : "\(count) relations have"
    return "\(relations) the id of another, which ends in -2, -3 and so on here"
  }
}

/// Relations whose ids entities have.
struct IDsOfEntities: ToldToEverybody {
  let count: Int

  var severity: Severity { .note }
  var message: String {
    let relations =
      count == 1 ? "1 relation has an id that an entity has" : "\(count) relations have ids that entities have"
    return "\(relations): it is the attribute 'original_id', and the id here is made of head, date and status"
  }
}
