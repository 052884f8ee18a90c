import Entente

/// Which terms of known vocabularies stand for Entente's own.
enum RDFTerms {
  /// The class that a kind is a part of, where a vocabulary has one.
  static func parent(of kind: Kind) -> String? {
    switch kind.name {
    case "person": "schema:Person"
    case "state": "schema:Country"
    case "organization": "schema:Organization"
    case "treaty": "schema:Legislation"
    case "event": "schema:Event"
    case "island": "schema:Landform"
    case "place": "schema:Place"
    default: kind.happens ? "crm:E5_Event" : nil
    }
  }

  /// The property that a relation type is a part of, where a vocabulary has one.
  static func parent(of type: RelationType) -> String? {
    switch type.name {
    case "member-of": "schema:memberOf"
    case "part-of": "schema:containedInPlace"
    case "took-place-in": "schema:location"
    case "represents": "prov:actedOnBehalfOf"
    case "concerns": "schema:about"
    case "based-on": "schema:isBasedOn"
    default: nil
    }
  }

  /// The properties of a CIDOC CRM time-span for the four years.
  static let years = [
    "crm:P82a_begin_of_the_begin", "crm:P81a_end_of_the_begin", "crm:P81b_begin_of_the_end", "crm:P82b_end_of_the_end",
  ]

  /// A status's, an answer's or a way to hold's IRI, after the `#`.
  static func iri(_ status: Status) -> String { "status/\(status.name)" }
  static func iri(_ answer: Answer) -> String { "answer/\(answer)" }
  static func iri(_ holds: Holding) -> String { "holds/" + holds.rawValue.replacing(" ", with: "-") }
  static func iri(_ kind: Kind) -> String { "kind/" + Escapes.fragment.escaped(kind.name) }
  static func iri(kind name: String) -> String { "kind/" + Escapes.fragment.escaped(name) }
  static func iri(_ type: RelationType) -> String { "type/" + Escapes.fragment.escaped(type.name) }
  static func iri(_ document: Document) -> String { "document/" + Escapes.fragment.escaped(document.id) }
}
