import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("GraphML")
struct GraphMLTests {
  /// The graph as the dialect has it: numbers that not everyone has, and mixed values, are text; tools' own names are prefixed.
  private func expected(_ selection: Selection, edgeIDs: Bool) -> ClientGraph {
    let tables = ExpectedTables(trims: true) { key, value in
      let name = ["size", "id", "label"].contains(key) ? "attr_" + key : key
      switch (key, value) {
      case ("is-old", .boolean(let boolean)): return (name, .number(boolean ? 1 : 0))
      case ("rank", _), ("share", _): return (name, ClientValue(value))
      default: return (name, .text(value.description))
      }
    }
    var graph = ClientGraph()
    for entity in selection.entities {
      var attributes = tables.attributes(of: entity)
      if entity.id == "µ-land" { attributes["original_id"] = .text(entity.id) }
      graph.nodes[mapped(entity.id)] = attributes
    }
    for relation in selection.relations {
      var attributes = tables.attributes(of: relation)
      if edgeIDs { attributes["id"] = .text(mapped(relation.id)) }
      if relation.id != mapped(relation.id) { attributes["original_id"] = .text(relation.id) }
      graph.edges.append(ClientGraph.Edge(mapped(relation.subject.id), mapped(relation.object.id), attributes))
    }
    return graph
  }

  private func mapped(_ id: String) -> String { id.replacingOccurrences(of: "µ", with: "_b5_") }

  @Test("arrives whole", arguments: ["networkx_graphml", "igraph_graphml", "rustworkx_graphml"])
  func arrives(client: String) throws {
    let graph = try Specimens.everything()
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml")
      let read = try Client.graph(client, "\(folder)/graph.graphml")
      #expect(read.directed == true)
      expectSame(read, expected(graph.everything, edgeIDs: client != "igraph_graphml"))
    }
  }
}
