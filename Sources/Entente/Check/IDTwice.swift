/// An id that is given to a relation, and to an entity or another relation.
struct IDTwice: Finding {
  let id: String

  var message: String { "the id '\(id)' is given twice" }
  var advice: [String] { ["entities and relations share one space of ids: choose another for one of them"] }
}

/// Two relations of one file that would be given the same id, since head, date and status are the same.
struct RelationNeedsID: Finding {
  let id: String

  var message: String { "another relation has the same head, date and status, and so the id '\(id)'" }
  var advice: [String] { ["give one of the two an 'id:' of its own, or join their citations in one"] }
}
