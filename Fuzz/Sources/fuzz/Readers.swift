import Entente
import EntenteFormats

extension Subject {
  /// A format that is read: any bytes give a graph or errors with places, and a graph that came in goes out and in again.
  static func reader(_ importer: any Importer) -> Subject {
    let ending = importer.format.endings[0]
    return Subject(name: ending) { bytes in
      let loaded = LoadedGraph([.bytes(bytes, name: "input.\(ending)")], importers: [importer], format: ending)
      for diagnostic in loaded.diagnostics { _ = diagnostic.description }
      guard let graph = loaded.graph else {
        if !loaded.diagnostics.contains(where: { $0.severity == .error }) { broken("no graph without an error") }
        return
      }
      Laws.hold(graph)
    }
  }
}
