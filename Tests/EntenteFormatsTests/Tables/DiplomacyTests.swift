import Entente
import EntenteFormats
import Foundation
import Testing

/// The mapping in `Graphs/us-diplomacy.yaml`, on tables with all that is odd in those that it is for.
@Suite("Diplomacy of the United States")
struct DiplomacyTests {
  @Test("comes in by its mapping, from a folder elsewhere")
  func comesIn() throws {
    let folder = try TemporaryFolder([
      "data/nodes.csv": "id,kind,label,start,end\ngsh:usa,state,United States,1776,\nc:adams,person,Adams,1735,1826\n",
      "data/edges.csv": """
      id,source,target,type,start,end,note
      m:1,c:adams,gsh:usa,minister_of,1785-02-24,1788,"served
      in London"
      m:1,c:adams,gsh:usa,minister_of,1785-02-24,,
      v:2,p:polk,gsh:usa,visited,,1846,

      """,
    ])
    var source = Source.file(Client.repository.appending(path: "Graphs/us-diplomacy.yaml").path)
    source.options.folders = [folder.path + "data"]
    let loaded = LoadedGraph([source])
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
    #expect(graph.relations.map(\.id) == ["m:1", "m:1-2", "v:2"])
    #expect(graph.relations.map { $0.when?.text } == ["1785-02-24/1788", "1785-02-24/", "/1846"])
    #expect(graph.entities.map { "\($0.id) \($0.kind.name)" } == ["gsh:usa state", "c:adams person", "p:polk entity"])
    #expect(graph.relations.first?.note == "served\nin London")
    let notes = loaded.diagnostics.map(\.finding.message)
    #expect(notes.contains { $0.hasPrefix("1 entity is named only by a relation") })
    #expect(notes.contains { $0.hasPrefix("1 relation has the id of another") })
  }
}
