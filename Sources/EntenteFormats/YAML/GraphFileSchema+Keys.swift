import Entente

extension GraphFileSchema {
  /// What a key of a graph file is for, and what its value may be: what editors show beside it.
  struct KeyUse: Sendable {
    let words: String
    let form: JSONValue

    private init(_ words: String, _ form: JSONValue = GraphFileSchema.text) {
      self.words = words
      self.form = form
    }

    /// The use of a key that an owner has, as messages call the owner.
    static func of(_ key: String, _ owner: String) -> KeyUse? {
      all[owner]?[key] ?? shared[key].flatMap { owner == "a graph file" ? nil : $0 }
    }

    /// Keys that mean the same wherever they stand.
    private static let shared: [String: KeyUse] = [
      "when": KeyUse("when it holds, or exists: EDTF, such as 1956, 1945~/.. or \"[2018-11..]\"", reference("date")),
      "note": KeyUse("what a reader should know"),
      "cite": KeyUse(
        "where it is written: document#5 \"words of it\", document p. 12, or a list", reference("citations")),
      "attributes": KeyUse("what has no key of its own: texts, numbers, true and false", reference("attributes")),
      "same-as": KeyUse("the same elsewhere: wikidata:Q17, or an address", reference("texts")),
    ]

    private static let all: [String: [String: KeyUse]] = [
      "a graph file": [
        "title": KeyUse("what the graph is about"),
        "subtitle": KeyUse("what stands below the title of a picture"),
        "sides": KeyUse(
          "who stands together, whatever their kinds: pictures then give colours to sides",
          map(of: anyOf([list(of: GraphFileSchema.text), reference("side")]))),
        "include": KeyUse("other files that belong to it, by their paths from here", reference("texts")),
        "bibliography": KeyUse("a CSL-JSON file, whose documents are the graph's", reference("texts")),
        "documents": KeyUse(
          "the sources, by their ids: a title, or keys with their values", map(of: reference("document"))),
        "relations": KeyUse(
          "who did what to whom: a list of 'subject type object'", list(of: reference("relation"), nullable: true)),
        "schema": KeyUse("the file's own kinds and relation types", reference("schema")),
        "tables": KeyUse(
          "tables from which entities and relations are taken", list(of: reference("table"), nullable: true)),
      ],
      "a document": [
        "title": KeyUse("its title"), "author": KeyUse("who wrote it, or a list", reference("texts")),
        "publisher": KeyUse("who published it"), "date": KeyUse("when: EDTF", reference("date")),
        "pages": KeyUse("which pages it has where it appeared"), "isbn": KeyUse("the book's number"),
        "text": KeyUse("the file that has its text, seen from here"), "url": KeyUse("where it is on the web"),
        "doi": KeyUse("its DOI"),
      ],
      "an entity": [
        "name": KeyUse("what it is called", GraphFileSchema.name),
        "aliases": KeyUse("what else it is called", reference("texts")),
        "when": KeyUse("when it exists: EDTF; a single date is its beginning", reference("date")),
        "shape": KeyUse("its shape in pictures; its kind's where it is left out", shapes),
        "colour": KeyUse("its colour in pictures; its kind's or side's where it is left out", colours),
      ],
      "a side": [
        "name": KeyUse("what it is called in pictures; its id where it is left out"),
        "members": KeyUse("the ids of the entities that stand on it", reference("texts")),
      ],
      "a relation": [
        "subject": KeyUse("the id of the entity that it is about"), "type": KeyUse("the relation type"),
        "object": KeyUse("the id of the entity at the other end"),
        "status": KeyUse(
          "what is done with the statement; asserted where it is left out", choice(Status.allCases.map(\.name))),
        "according-to": KeyUse("the id of the entity that says so"),
        "id": KeyUse("its own id, where two would get the same one"),
      ],
      "a citation": [
        "document": KeyUse("the document's id"),
        "paragraph": KeyUse(
          "which paragraph, from 1", .object([("type", .text("integer")), ("minimum", .integer(1))])),
        "page": KeyUse("which page, or pages: 12 or 12-14", reference("pages")),
        "quote": KeyUse("its words, as they stand there"), "prefix": KeyUse("what stands before the quote"),
        "suffix": KeyUse("what stands behind the quote"),
      ],
      "a schema": [
        "kinds": KeyUse("kinds of entities, by their names", map(of: reference("kind"))),
        "relations": KeyUse("relation types, by their names", map(of: reference("relationType"))),
      ],
      "a kind": [
        "plural": KeyUse("the heading of its entities' section; an s is added where it is left out"),
        "happens": KeyUse("whether it lasts as long as its date, as events do", .object([("type", .text("boolean"))])),
        "shape": KeyUse("its shape in pictures", shapes),
        "colour": KeyUse("its colour in pictures", colours),
      ],
      "a relation type": [
        "from": KeyUse("the kinds that the subject may be; any where it is left out", reference("texts")),
        "to": KeyUse("the kinds that the object may be; any where it is left out", reference("texts")),
        "directed": KeyUse(
          "whether it has a direction; it has where this is left out", .object([("type", .text("boolean"))])),
        "label": KeyUse("how it reads in a picture; the name where it is left out"),
        "holds": KeyUse(
          "how it holds in time; throughout where it is left out", choice(Holding.allCases.map(\.rawValue))),
        "quiet": KeyUse(
          "whether its relations stand back in pictures, thinner and grey", .object([("type", .text("boolean"))])),
      ],
      "a table": [
        "file": KeyUse("the table's file; file.xlsx#Sheet names a sheet"),
        "encoding": KeyUse("how its bytes are letters: latin-1"),
        "missing": KeyUse("what stands in cells that have nothing", reference("texts")),
        "missing-ends": KeyUse(
          "what becomes of a relation one of whose ends is no entity",
          choice(SourceRules.MissingEnds.allCases.map(\.rawValue))),
        "duplicate-ids": KeyUse(
          "what becomes of a relation whose id another has", choice(SourceRules.DuplicateIDs.allCases.map(\.rawValue))),
        "entities": KeyUse("what entities its rows are", some("mappedEntity")),
        "relations": KeyUse("what relations its rows are", some("mappedRelation")),
      ],
      "a table's entities": [
        "id": KeyUse("the column of the ids", value), "kind": KeyUse("the column of the kinds", value),
        "name": KeyUse("the column of the names", value),
        "aliases": KeyUse("the columns of other names", anyOf([value, list(of: value)])),
        "when": dates, "note": KeyUse("the column of notes", value), "cite": citations, "attributes": attributes,
        "same-as": KeyUse(
          "the columns of ids elsewhere, by the registries: {wikidata: qid}",
          .object([("type", .text("object")), ("additionalProperties", value)])),
      ],
      "a table's relations": [
        "subject": KeyUse("the column of the subjects' ids", value), "type": KeyUse("the column of the types", value),
        "object": KeyUse("the column of the objects' ids", value),
        "id": KeyUse("the column of the relations' ids", value),
        "when": dates, "status": KeyUse("the column of statuses", value),
        "according-to": KeyUse("the column of who says so", value), "note": KeyUse("the column of notes", value),
        "cite": citations, "attributes": attributes,
      ],
      "a table's citations": [
        "document": KeyUse("the column of the documents' ids", value),
        "paragraph": KeyUse("the column of paragraphs", value),
        "page": KeyUse("the column of pages", value), "quote": KeyUse("the column of quotes", value),
      ],
      "a value": [
        "column": KeyUse("the column"),
        "columns": KeyUse("several columns, whose texts are joined", reference("texts")),
        "join": KeyUse("what stands between them; a hyphen where it is left out"),
        "literal": KeyUse("the same in every row"),
        "lookup": KeyUse(
          "what the column's codes mean: {2: usa}, or {file: codes.csv, from: number, to: id}",
          .object([("type", .text("object")), ("additionalProperties", GraphFileSchema.text)])),
        "format": KeyUse("how dates are written: \"%d.%m.%Y\"", reference("texts")),
      ],
      "a table's dates": [
        "year": KeyUse("the column of years", value), "month": KeyUse("the column of months", value),
        "day": KeyUse("the column of days", value),
        "start": KeyUse("the column of beginnings", reference("valueOfDate")),
        "end": KeyUse("the column of ends", reference("valueOfDate")),
        "empty-end": KeyUse("what an empty end means", choice(["unknown", "open"])),
      ],
    ]

    private static let shapes = choice(Kind.Shape.allCases.map(\.rawValue))
    private static let colours = choice(Kind.Colour.allCases.map(\.rawValue))
    private static let value = reference("value")
    private static let dates = KeyUse(
      "the column of dates, or of their parts, or of their ends", reference("valueOfDate"))
    private static let citations = KeyUse("the columns of citations", some("mappedCitation"))
    private static let attributes = KeyUse(
      "the columns that are attributes", anyOf([list(of: GraphFileSchema.text), map(of: value)]))

    /// One, or a list of them.
    private static func some(_ name: String) -> JSONValue { anyOf([reference(name), list(of: reference(name))]) }
  }
}
