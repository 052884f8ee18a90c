/// An id that two entities or relations of one file have, or a relation and an entity.
package struct IDTwice: Finding {
  let id: String

  package init(id: String) { self.id = id }

  package var message: String { "the id '\(id)' is given twice" }
  package var advice: [String] {
    ["join the two, or give one of them another id: entities and relations share one space of ids"]
  }
}

/// Two relations of one file that would be given the same id, since head, date and status are the same.
struct RelationNeedsID: Finding {
  let id: String

  var message: String { "another relation has the same head, date and status, and so the id '\(id)'" }
  var advice: [String] { ["give one of the two an 'id:' of its own, or join their citations in one"] }
}
