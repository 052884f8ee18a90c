import CParsers
import Entente
import EntenteFormats

/// What must be true of every graph, wherever it came from.
enum Laws {
  static func hold(_ graph: RelationGraph) {
    for exporter in Exporters.all { write(graph, exporter) }
  }

  /// Written, it is what another parser of the format takes; a format without losses comes back equal.
  private static func write(_ graph: RelationGraph, _ exporter: any Exporter) {
    guard let exporter = exporter as? any StreamingExporter else { return }
    if exporter.format.isFolder {
      _ = try? graph.everything.files(exporter)
      return
    }
    // What a format cannot hold it says, with an error.
    guard let bytes = try? graph.everything.bytes(exporter) else { return }
    let ending = exporter.format.endings[0]
    switch ending {
    case "graphml", "gexf": if !isXML(bytes) { broken("\(ending) is XML") }
    case "dot": if !isDOT(bytes) { broken("DOT is what Graphviz reads") }
    default: break
    }
    guard exporter.losses(of: graph.everything, options: ExportOptions()).isEmpty,
      let importer = Importers.all.first(where: { $0.format.endings.contains(ending) })
    else { return }
    let again = LoadedGraph([.bytes(bytes, name: "again.\(ending)")], importers: [importer], format: ending)
    guard let other = again.graph else {
      broken("\(ending) that was written is read: \(again.diagnostics.map(\.description).joined(separator: "\n"))")
    }
    if other != graph { broken("\(ending) comes back equal") }
  }

  /// Whether libxml2 takes the bytes for a document.
  static func isXML(_ bytes: [UInt8]) -> Bool {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let document = bytes.withUnsafeBytes { bytes in
      xmlReadMemory(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, options)
    }
    defer { xmlFreeDoc(document) }
    return document != nil
  }

  /// Whether Graphviz takes the bytes for a graph.
  static func isDOT(_ bytes: [UInt8]) -> Bool {
    agseterr(AGMAX)
    let text = bytes.map { CChar(bitPattern: $0) } + [0]
    guard let graph = agmemread(text) else { return false }
    return agclose(graph) == 0
  }
}
