/// The text formats that Entente writes, in the order in which they are shown to users.
///
/// The list is a value: `Exporters.all + [MyFormat()]` is one with a format more, and is asked in the same way.
public enum Exporters {
  /// All of them.
  public static let all: [any Exporter] = [
    DOT(), GraphML(), GEXF(), CSV(), NodeLink(), Cytoscape(), Cypher(), Turtle(), JSONLD(),
    FollowTheMoney(), GraphFile(),
  ]
}

extension Sequence<any Exporter> {
  /// The exporter that a path's ending chooses, the longest ending first (`x.ftm.json` is not `.json`); a path that ends in
  /// `/` chooses the first whose format is a folder.
  public func exporter(forPath path: String) -> (any Exporter)? { exporter(of: map(\.format).format(forPath: path)) }

  /// The exporter whose format has that ending, without its dot.
  public func exporter(ending: String) -> (any Exporter)? { exporter(of: map(\.format).format(ending: ending)) }

  /// The exporter of a format, if it is one of these.
  public func exporter(of format: Format?) -> (any Exporter)? { first { $0.format.name == format?.name } }
}
