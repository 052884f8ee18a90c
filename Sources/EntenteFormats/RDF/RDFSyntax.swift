/// How a serialization of RDF writes resources and their properties; both escape texts as JSON does.
struct RDFSyntax: Sendable {
  /// What stands around the whole file, and between its resources.
  let head: String
  /// The beginning of the resource that is the file itself, up to its properties.
  let dataset: String
  let separator: StaticString
  let foot: StaticString
  /// A resource: what stands before its IRI, after it, and at its end.
  let resource: (open: StaticString, named: StaticString, end: StaticString)
  /// A resource without an IRI: what stands before its class, after it, and at its end.
  let anonymous: (open: StaticString, typed: StaticString, end: StaticString)
  /// What ends a statement that is a resource without an IRI.
  let statementEnd: StaticString
  /// The classes of a resource: what stands before the first, between two, and after the last.
  let classes: (open: StaticString, separator: StaticString, close: StaticString)
  /// A class with a prefix, and one of the graph's own.
  let prefixedClass: (open: StaticString, close: StaticString)
  let ownClass: (open: StaticString, close: StaticString)
  /// What stands before a property's name, and between the name and its values.
  let property: (open: StaticString, named: StaticString)
  /// Several values of one property.
  let list: (open: StaticString, separator: StaticString, close: StaticString)
  /// A term with a prefix as a value.
  let term: (open: StaticString, close: StaticString)
  /// One of the graph's own resources as a value.
  let reference: (open: StaticString, close: StaticString)
  /// An IRI of somebody else's as a value.
  let iri: (open: StaticString, close: StaticString)
  /// A text: before it, and after it.
  let text: (open: StaticString, close: StaticString)
  /// A text with a type: before the text, between text and type, after the type.
  let typed: (open: StaticString, type: StaticString, close: StaticString)

  private static let prefixes = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", "http://www.w3.org/2002/07/owl#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("schema", "https://schema.org/"), ("crm", "http://www.cidoc-crm.org/cidoc-crm/"),
    ("dcterms", "http://purl.org/dc/terms/"), ("edtf", "http://id.loc.gov/datatypes/edtf/"),
    ("oa", "http://www.w3.org/ns/oa#"), ("prov", "http://www.w3.org/ns/prov#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
  ]

  /// Turtle 1.1, with ids that are fragments of `base`.
  static func turtle(base: String) -> RDFSyntax {
    RDFSyntax(
      head: "@base <\(base)> .\n" + prefixes.map { "@prefix \($0): <\($1)> .\n" }.joined(),
      dataset: "<>", separator: "\n", foot: "",
      resource: ("<#", ">", " .\n"), anonymous: ("[ a ", "", " ]"), statementEnd: " .\n", classes: (" a ", ", ", ""),
      prefixedClass: ("", ""),
      ownClass: ("<#", ">"), property: (" ;\n  ", " "), list: ("", ", ", ""), term: ("", ""), reference: ("<#", ">"),
      iri: ("<", ">"), text: ("\"", "\""), typed: ("\"", "\"^^", ""))
  }

  /// JSON-LD 1.1: one object with a context, and the resources as its graph; ids are fragments of `base`, by a prefix, since
  /// not every reader knows how to join a fragment to a URN.
  static func jsonLD(base: String) -> RDFSyntax {
    RDFSyntax(
      head: "{\"@context\":{\"@base\":\"\(base)\",\"g\":\"\(base)#\","
        + prefixes.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",")
        + "},\n\"@graph\":[\n",
      dataset: "{\"@id\":\"\(base)\"", separator: ",\n", foot: "\n]}\n", resource: ("{\"@id\":\"g:", "\"", "}"),
      anonymous: ("{\"@type\":\"", "\"", "}"),
      statementEnd: "", classes: (",\"@type\":[", ",", "]"), prefixedClass: ("\"", "\""), ownClass: ("\"g:", "\""),
      property: (",\"", "\":"), list: ("[", ",", "]"), term: ("{\"@id\":\"", "\"}"),
      reference: ("{\"@id\":\"g:", "\"}"), iri: ("{\"@id\":\"", "\"}"),
      text: ("\"", "\""),
      typed: ("{\"@value\":\"", "\",\"@type\":\"", "\"}"))
  }
}

extension Escapes {
  /// For a name that is part of an IRI's fragment: what may not stand there, and what separates its parts, in percent signs.
  static let fragment = Escapes(
    (0..<0x80).filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: false
      default: true
      }
    }.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return (UInt8(byte), "%" + (byte < 16 ? "0" : "") + digits)
    })
}
