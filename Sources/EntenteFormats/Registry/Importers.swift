/// The formats that Entente reads, in the order in which they are shown to users.
public enum Importers {
  /// All of them; a list of one's own is this one with more.
  public static let all: [any Importer] = [
    GraphFile(), GraphML(), GEXF(), NodeLink(), Cytoscape(), CSVImporter(), XLSXImporter(),
  ]
}

extension Array where Element == any Importer {
  /// The importer for a source: by the format's ending if that is given, else by the ending of the source's name, the
  /// longest first. A file without an ending is a graph file. `nil` when there is none.
  public func importer(for source: Source, format ending: String? = nil) -> (any Importer)? {
    if let ending {
      return first { $0.format.endings.contains(ending.lowercased()) }
    }
    if source.isFolder { return first(where: \.format.isFolder) }
    // Standard input has no name of its own; bytes in memory have one that may tell.
    var name = (source.path ?? source.name).split(separator: "/").last.map { $0.lowercased() } ?? ""
    if !name.dropFirst().contains(".") { return source.path == nil ? nil : first { $0 is GraphFile } }
    if name.hasSuffix(".gz") { name.removeLast(3) }
    let matches = flatMap { importer in importer.format.endings.map { (ending: $0, importer: importer) } }
      .filter { name.hasSuffix("." + $0.ending) }
    return matches.max { $0.ending.utf8.count < $1.ending.utf8.count }?.importer
  }
}
