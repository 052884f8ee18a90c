/// What Entente knows of an entity or a relation, as formats with named attributes have it.
enum Property: Int, Sendable, CaseIterable {
  case label, name, id, kind, type, aliases, sameAs, note, citations, status, accordingTo, symmetric, weight, holds
  /// The type's id once more, under the name that Cytoscape gives it.
  case interaction
  case when, possibleFrom, certainFrom, certainTo, possibleTo
  /// Whether a relation certainly or possibly held in the years that were asked about.
  case answer

  /// The dates' years, in the order of ``FourYears``' bounds.
  static let years: [Property] = [.possibleFrom, .certainFrom, .certainTo, .possibleTo]
}

/// How a format writes named attributes: its names for them, and what stands around a value.
struct PropertySyntax: Sendable {
  /// Whose attribute it is.
  enum Scope: Sendable {
    case entity, relation
  }

  /// What citations are in a format.
  enum Citations: Sendable {
    /// JSON objects.
    case objects
    /// One text that holds a JSON list: how the texts in it are escaped, and how a quotation mark is written.
    case text(Escapes, quote: String)
  }

  /// The format, under whose name exports of one graph share what they make of it.
  var format: String
  /// The names of what is written; what has none is not.
  var entities: [Property: String] = Self.entityNames
  var relations: [Property: String] = Self.relationNames
  /// What stands before a value, by whose it is, its name and whether it is a text.
  var before: @Sendable (_ scope: Scope, _ name: String, _ isText: Bool) -> String
  /// What stands after a text, and after another value.
  var after: (text: String, other: String)
  /// How a text is escaped.
  var escapes: Escapes
  /// How citations are written.
  var citations: Citations
  /// Whether aliases are a list, between brackets; otherwise they are one text with `|` between them.
  var hasLists = false
  /// What stands around the texts of a list.
  var listQuote: StaticString = "\""
  /// Whether white space at a text's ends is dropped; then a text that is empty, and a number that is none, is no value.
  var trims = false
  /// False and true.
  var booleans = (no: "false", yes: "true")
  /// What an infinite number is called, where it is a number.
  var infinity: String?

  private static let times: [Property: String] = [
    .when: "when", .possibleFrom: "possible_from", .certainFrom: "certain_from", .certainTo: "certain_to",
    .possibleTo: "possible_to",
  ]

  /// The usual names of an entity's attributes.
  static let entityNames = times.merging([
    .label: "label", .name: "name", .id: "node_id", .kind: "kind", .aliases: "aliases", .sameAs: "same_as",
    .note: "note", .citations: "citations",
  ]) { $1 }

  /// The usual names of a relation's attributes.
  static let relationNames = times.merging([
    .label: "label", .id: "edge_id", .type: "type", .note: "note", .citations: "citations", .status: "status",
    .accordingTo: "according_to", .symmetric: "symmetric", .weight: "weight", .holds: "holds",
    .interaction: "interaction", .answer: "answer",
  ]) { $1 }

  /// Names that a graph's own attributes never have in a file, for a reader knows them as Entente's.
  static let reserved = Set(entityNames.values).union(relationNames.values).union(["original_id"])

  func names(_ scope: Scope) -> [Property: String] { scope == .entity ? entities : relations }
}

/// One of a graph's own attributes as a format writes it.
struct OwnProperty: Sendable {
  /// Its name in the format.
  let name: String
  /// Whether all its values are texts there, whatever they are in the graph.
  let isText: Bool
  /// Whether it is written as `NaN` where an entity, or relation, lacks it.
  var fillsEntities = false
  var fillsRelations = false
}
