/// The keys that something in a graph file may have.
struct Keys {
  /// What has them, as a message says it: `a relation`.
  let owner: String
  let keys: [String]

  /// The key that goes by another word elsewhere.
  func meant(by word: String) -> String? { Self.otherWords[word.lowercased()]?.first { keys.contains($0) } }

  /// Words that people use, with the keys that they can mean; what owns the key decides.
  private static let otherWords = [
    "date": ["when"], "dates": ["when", "date"], "time": ["when", "date"], "year": ["when", "date"], "when": ["date"],
    "source": ["cite", "publisher"], "sources": ["cite"], "citation": ["cite"], "citations": ["cite"],
    "reference": ["cite"], "ref": ["cite"], "document": ["cite"], "evidence": ["cite"],
    "comment": ["note"], "comments": ["note"], "notes": ["note"], "description": ["note"], "remark": ["note"],
    "state": ["status"], "by": ["according-to"], "according": ["according-to"], "said-by": ["according-to"],
    "alias": ["aliases"], "sameas": ["same-as"], "same_as": ["same-as"], "wikidata": ["same-as"], "aka": ["aliases"],
    "title": ["name"], "label": ["name"], "name": ["title", "label"],
    "existed": ["when"], "exists": ["when"], "link": ["url"], "uri": ["url"], "href": ["url"], "file": ["text"],
    "path": ["text"], "authors": ["author"], "writer": ["author"], "publication": ["publisher"],
    "newspaper": ["publisher"], "exact": ["quote"],
    "types": ["relations"], "relation-types": ["relations"], "entities": ["kinds"], "subject": ["from"],
    "object": ["to"], "color": ["colour"],
  ]

  static let document = Keys(
    owner: "a document", keys: ["title", "author", "publisher", "date", "pages", "text", "url", "isbn", "doi"])
  static let entity = Keys(
    owner: "an entity", keys: ["name", "aliases", "same-as", "when", "cite", "note", "shape", "colour", "attributes"])
  static let relation = Keys(
    owner: "a relation", keys: ["when", "status", "according-to", "cite", "note", "id", "attributes"])
  /// What a relation in its long form has in place of a head.
  static let head = ["subject", "type", "object"]
  static let longRelation = Keys(owner: "a relation", keys: head + relation.keys)
  static let side = Keys(owner: "a side", keys: ["name", "members"])
  static let citation = Keys(
    owner: "a citation", keys: ["document", "paragraph", "page", "quote", "prefix", "suffix"])
  static let schema = Keys(owner: "a schema", keys: ["kinds", "relations"])
  static let kind = Keys(owner: "a kind", keys: ["plural", "happens", "shape", "colour"])
  static let relationType = Keys(owner: "a relation type", keys: ["from", "to", "directed", "label", "holds", "quiet"])
}
