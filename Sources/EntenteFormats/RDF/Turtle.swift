public import Entente

/// RDF in Turtle: entities and statements in the terms of schema.org and CIDOC CRM, citations as Web Annotations.
///
/// ```turtle
/// <#japan-claims-kurils-1945> a rdf:Statement ;
///   rdf:subject <#japan> ; rdf:predicate <#type/claims> ; rdf:object <#kurils> ;
///   dcterms:date "1945"^^edtf:EDTF .
/// ```
///
/// Ids are fragments of the file's own address: where it is published, that is what they name.
public struct Turtle: Exporter {
  /// What Turtle carries.
  public let format = Format(
    "Turtle", endings: ["ttl"], summary: "RDF, with schema.org, CIDOC CRM, Web Annotation and PROV",
    carries: .everything())

  /// The exporter.
  public init() {}

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try RDFDocument(selection, .turtle).write(options, to: &writer)
  }
}

/// The same RDF as ``Turtle``, in JSON-LD 1.1.
public struct JSONLD: Exporter {
  /// What JSON-LD carries.
  public let format = Format(
    "JSON-LD", endings: ["jsonld"], summary: "the same RDF as JSON", carries: .everything())

  /// The exporter.
  public init() {}

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try RDFDocument(selection, .jsonLD).write(options, to: &writer)
  }
}

extension Exporter where Self == Turtle {
  /// RDF in Turtle.
  public static var turtle: Turtle { Turtle() }
}

extension Exporter where Self == JSONLD {
  /// RDF in JSON-LD 1.1.
  public static var jsonLD: JSONLD { JSONLD() }
}
