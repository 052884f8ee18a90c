public import Entente

/// RDF in Turtle: entities and statements in the terms of schema.org and CIDOC CRM, citations as Web Annotations.
///
/// ```turtle
/// <#japan-claims-kurils-1945> a rdf:Statement ;
///   rdf:subject <#japan> ; rdf:predicate <#type/claims> ; rdf:object <#kurils> ;
///   dcterms:date "1945"^^edtf:EDTF .
/// ```
///
/// Ids are fragments of a base: ``ExportOptions/base``, or else `urn:entente:` and the graph's title.
public struct Turtle: StreamingExporter {
  /// What Turtle carries.
  public let format = Format(
    "Turtle", endings: ["ttl"], summary: "RDF, with schema.org, CIDOC CRM, Web Annotation and PROV",
    carries: .everything())

  /// The exporter.
  public init() {}

  /// Writes the selection.
  ///
  /// - Throws: `CheckFailure` when ``ExportOptions/base`` is no absolute IRI.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let base = try RDFBase.iri(of: selection.graph, options)
    try RDFDocument(selection, .turtle(base: base), options).write(to: &writer)
  }
}

/// The same RDF as ``Turtle``, in JSON-LD 1.1.
public struct JSONLD: StreamingExporter {
  /// What JSON-LD carries.
  public let format = Format(
    "JSON-LD", endings: ["jsonld"], summary: "the same RDF as JSON", carries: .everything())

  /// The exporter.
  public init() {}

  /// Writes the selection.
  ///
  /// - Throws: `CheckFailure` when ``ExportOptions/base`` is no absolute IRI.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let base = try RDFBase.iri(of: selection.graph, options)
    try RDFDocument(selection, .jsonLD(base: base), options).write(to: &writer)
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
