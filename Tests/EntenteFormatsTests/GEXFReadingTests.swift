import Entente
import EntenteFormats
import Testing

@Suite("Reading GEXF")
struct GEXFReadingTests {
  private func load(_ text: String) -> LoadedGraph {
    LoadedGraph([.bytes(Array(text.utf8), name: "graph.gexf")], format: "gexf")
  }

  private func lines(_ loaded: LoadedGraph) throws -> [String] {
    let graph = try #require(loaded.graph, "\(loaded.diagnostics)")
    func attributes(_ attributes: Attributes) -> String {
      attributes.map { " \($0.key)=\($0.value)" }.joined()
    }
    return graph.entities.map {
      "\($0.id) \($0.kind.name) '\($0.name)' [\($0.when?.text ?? "")]\(attributes($0.attributes))"
    }
      + graph.relations.map { "\($0.head) [\($0.when?.text ?? "")]\(attributes($0.attributes))" }
  }

  @Test("labels, attributes with defaults, kinds, weights, and drawings left out, as Gephi writes them")
  func gephi() throws {
    let loaded = load(
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
        <meta lastmodifieddate="2026-11-26"><creator>Gephi 0.10</creator><description></description></meta>
        <graph defaultedgetype="directed" mode="static">
          <attributes class="node" mode="static"><attribute id="rank" title="rank" type="integer"><default>7</default></attribute>
            <attribute id="t" title="type" type="string"/></attributes>
          <attributes class="edge"><attribute id="0" title="sure" type="boolean"/></attributes>
          <nodes>
            <node id="0" label="Japan"><attvalues><attvalue for="t" value="state"/><attvalue for="rank" value="1"/></attvalues>
              <viz:size value="10.0"/><viz:position x="1" y="2"/><viz:color r="1" g="2" b="3"/></node>
            <node id="1" label="Habomai"/>
          </nodes>
          <edges>
            <edge id="0" source="0" target="1" kind="claims" weight="2.0"><attvalues><attvalue for="0" value="true"/></attvalues></edge>
            <edge id="e" source="1" target="0" type="undirected" label="near" weight="1.0"/>
          </edges>
        </graph>
      </gexf>
      """)
    #expect(
      try lines(loaded) == [
        "0 state 'Japan' [] rank=1", "1 entity 'Habomai' [] rank=7", "0 claims 1 [] original_id=0 sure=true weight=2.0",
        "1 near 0 []",
      ])
    #expect(loaded.graph?.relation("e")?.type.directed == false)
  }

  @Test("start, end and spells are the date, in each way of writing times; nested nodes, and 1.1")
  func times() throws {
    let loaded = load(
      """
      <gexf xmlns="http://www.gexf.net/1.1draft" version="1.1"><graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
        <attributes class="node"><attribute id="0" title="u" type="string"/></attributes>
        <nodes><node id="a" label="A" start="1945-08-09" end="1956"><attvalues><attvalue id="0" value="x"/></attvalues>
            <nodes><node id="b" label="B" start="1945.0"/></nodes></node>
          <node id="c" end="1960-01-27T00:00:00"><spells><spell start="1900" end="1910"/><spell start="1920" end="1930"/></spells></node></nodes>
        <edges><edge source="a" target="b" start="1945" end="1945"/><edge source="a" target="c" end="1950"/>
          <edge source="b" target="c"><slices><slice start="-5" end="800"/></slices></edge></edges>
      </graph></gexf>
      """)
    #expect(
      try lines(loaded) == [
        "b entity 'B' [1945/..]", "a entity 'A' [1945-08-09/1956] u=x", "c entity 'c' [{1900..1910,1920..1930}]",
        "a related-to b [1945]", "a related-to c [../1950]", "b related-to c [-0005/0800]",
      ])
    #expect(loaded.diagnostics.contains { $0.finding.message.contains("nodes stand within nodes") })
  }

  @Test(
    "every fault at its place",
    arguments: [
      (#"<nodes><node id="a"/><node id="a"/></nodes>"#, "2:32 the file has a node 'a' already"),
      (#"<nodes><node id="a"/></nodes><edges><edge source="a" target="b"/></edges>"#, "2:62 no entity has the id 'b'"),
      (
        #"<nodes><node id="a"><attvalues><attvalue for="9" value="x"/></attvalues></node></nodes>"#,
        "2:47 no attribute '9' is declared here"
      ),
      (#"<nodes><node id="a" start="soon"/></nodes>"#, "2:8 'soon/..' is not an EDTF date"),
      (#"<nodes><node label="a"/></nodes>"#, "2:8 the node has no id"),
    ])
  func faults(body: String, message: String) {
    let found = load("<gexf><graph>\n\(body)</graph></gexf>").diagnostics.filter { $0.severity == .error }.map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.finding.message)"
    }
    #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
  }

  @Test("Empty texts come back as they were written; an alias that is empty is none")
  func empty() throws {
    var draft = GraphDraft()
    draft.entity("a", kind: "state", aliases: ["", "x", ""], attributes: ["remark": .text("")])
    draft.entity("b", kind: "state", aliases: [""], attributes: ["remark": .text("r")])
    draft.relation("a", "allied-with", "b", attributes: ["remark": .text(""), "note 2": .text("")])
    let graph = draft.finish(title: "").graph
    #expect(graph.entities.map(\.aliases) == [["x"], []])
    let bytes = try graph.everything.bytes(GEXF())
    #expect(LoadedGraph([.bytes(bytes, name: "empty.gexf")], format: "gexf").graph == graph)
  }
}
