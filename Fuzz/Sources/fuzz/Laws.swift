import Entente
import EntenteFormats
import Foundation

/// What must be true of every graph, wherever it came from.
enum Laws {
  /// Every format: what is written is what another parser takes, with the graph's texts in it, and a format without losses
  /// comes back equal.
  static func hold(_ graph: RelationGraph) {
    for exporter in Exporters.all {
      guard let exporter = exporter as? any StreamingExporter else { continue }
      if exporter.format.isFolder {
        holds(graph, folder: exporter)
      } else {
        holds(graph, file: exporter)
      }
    }
  }

  private static func holds(_ graph: RelationGraph, file exporter: any StreamingExporter) {
    // What a format cannot hold it says, with an error.
    guard let bytes = try? graph.everything.bytes(exporter) else { return }
    let ending = exporter.format.endings[0]
    check(bytes, ending, of: graph)
    guard isWhole(graph, in: exporter), let importer = importer(of: ending) else { return }
    let again = LoadedGraph([.bytes(bytes, name: "again.\(ending)")], importers: [importer], format: ending)
    compare(again, graph, ending)
  }

  /// Another parser of the format has read it, and has found the graph's texts.
  private static func check(_ bytes: [UInt8], _ ending: String, of graph: RelationGraph) {
    switch ending {
    case "graphml":
      let nodes = XML.elements(named: "node", in: bytes)
      if nodes != graph.entities.count { broken("\(ending) has a node for each entity, and not \(nodes ?? -1)") }
    case "gexf": if XML.elements(named: "node", in: bytes) == nil { broken("\(ending) is XML") }
    case "dot":
      guard let parsed = DOTFile(bytes) else { broken("DOT is what Graphviz reads") }
      let ids = parsed.ids
      for entity in graph.entities where !ids.contains(DOTFile.kept(entity.id)) {
        broken("DOT has a node for each entity")
      }
    case "ttl":
      guard let literals = TurtleFile.literals(in: bytes) else { broken("Turtle is what serd reads") }
      for entity in graph.entities where !literals.contains(entity.name) { broken("Turtle has each name") }
    case "cypher":
      let texts = CypherFile.texts(in: bytes)
      guard let texts else { broken("Cypher's quotes are closed, and nothing but its grammar is outside") }
      for entity in graph.entities where !texts.contains(entity.name) { broken("Cypher has each name") }
    case let ending where ending.hasSuffix("json") || ending.hasSuffix("jsonld") || ending == "cyjs":
      for line in ending == "ftm.json" ? bytes.split(separator: 10) : [bytes[...]] {
        let options: JSONSerialization.ReadingOptions = [.fragmentsAllowed]
        if (try? JSONSerialization.jsonObject(with: Data(line), options: options)) == nil {
          broken("\(ending) is JSON")
        }
      }
    default: break
    }
  }

  private static func holds(_ graph: RelationGraph, folder exporter: any StreamingExporter) {
    guard let files = try? graph.everything.files(exporter) else { return }
    for file in files where !CSVFile.isRectangular(file.bytes) {
      broken("every row of \(file.name) has as many cells as its header")
    }
    guard isWhole(graph, in: exporter), let importer = importer(of: exporter.format.endings[0]) else { return }
    let folder = WorkFolder.shared.emptied()
    for file in files { folder.write(file.bytes, to: file.name) }
    compare(LoadedGraph([.file(folder.path)], importers: [importer]), graph, exporter.format.endings[0])
  }

  private static func isWhole(_ graph: RelationGraph, in exporter: any StreamingExporter) -> Bool {
    exporter.losses(of: graph.everything, options: ExportOptions()).isEmpty
  }

  private static func importer(of ending: String) -> (any Importer)? {
    Importers.all.first { $0.format.endings.contains(ending) }
  }

  private static func compare(_ again: LoadedGraph, _ graph: RelationGraph, _ ending: String) {
    guard let other = again.graph else {
      // What graphs may be made with in code, and graph files may not say, stays an error when it is read again.
      let errors = again.diagnostics.filter { $0.severity == .error }
      broken("\(ending) that was written is read: \(errors.map(\.description).joined(separator: "\n"))")
    }
    if other != graph { broken("\(ending) comes back equal") }
  }
}
