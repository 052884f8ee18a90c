/// The text formats that Entente writes, in the order in which they are shown to users.
public enum Exporters {
  /// All of them.
  public static let all: [any Exporter] = [
    DOT(), GraphML(), GEXF(), CSV(), NodeLink(), Cytoscape(), Cypher(), Turtle(), JSONLD(),
    FollowTheMoney(),
  ]

  /// The exporter of a format, if it is one of these.
  public static func exporter(of format: Format) -> (any Exporter)? { all.first { $0.format.name == format.name } }
}
