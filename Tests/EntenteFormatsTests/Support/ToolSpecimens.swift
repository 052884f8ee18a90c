/// GraphML files of tools that the tests do not run.
enum ToolSpecimens {
  /// Written by Boost 1.74's `write_graphml` of the graph that `Tests/Clients/write_graph.py` has.
  static let boost = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      <key id="key0" for="node" attr.name="kind" attr.type="string" />
      <key id="key1" for="node" attr.name="label" attr.type="string" />
      <key id="key2" for="node" attr.name="old" attr.type="boolean" />
      <key id="key3" for="node" attr.name="rank" attr.type="int" />
      <key id="key4" for="node" attr.name="share" attr.type="double" />
      <key id="key5" for="edge" attr.name="since" attr.type="string" />
      <key id="key6" for="edge" attr.name="type" attr.type="string" />
      <key id="key7" for="edge" attr.name="weight" attr.type="double" />
      <graph id="G" edgedefault="directed" parse.nodeids="canonical" parse.edgeids="canonical" parse.order="nodesfirst">
        <node id="n0">
          <data key="key0">state</data>
          <data key="key1">Alpha &amp; &lt;1&gt; &quot;x&quot;</data>
          <data key="key2">1</data>
          <data key="key3">1</data>
          <data key="key4">0.5</data>
        </node>
        <node id="n1">
          <data key="key0">island</data>
          <data key="key1">Бета</data>
          <data key="key2">0</data>
          <data key="key3">2</data>
          <data key="key4">-1.25</data>
        </node>
        <node id="n2">
          <data key="key0">state</data>
          <data key="key1">c</data>
          <data key="key2">0</data>
          <data key="key3">3</data>
          <data key="key4">1e+30</data>
        </node>
        <edge id="e0" source="n0" target="n1">
          <data key="key5">1945</data>
          <data key="key6">claims</data>
          <data key="key7">2.5</data>
        </edge>
        <edge id="e1" source="n0" target="n1">
          <data key="key5">1956-10-19</data>
          <data key="key6">holds land</data>
          <data key="key7">1</data>
        </edge>
        <edge id="e2" source="n1" target="n2">
          <data key="key5"></data>
          <data key="key6">part-of</data>
          <data key="key7">0</data>
        </edge>
        <edge id="e3" source="n2" target="n2">
          <data key="key5">1960</data>
          <data key="key6">knows</data>
          <data key="key7">-1</data>
        </edge>
      </graph>
    </graphml>
    """

  /// Made by hand after Gephi's documentation of its GraphML: the ids of its keys, its labels of edges, what it draws.
  static let gephi = """
    <?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key attr.name="label" attr.type="string" for="node" id="label"/>
    <key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
    <key attr.name="weight" attr.type="double" for="edge" id="weight"/>
    <key attr.name="Edge Id" attr.type="string" for="edge" id="edgeid"/>
    <key attr.name="r" attr.type="int" for="node" id="r"/>
    <key attr.name="g" attr.type="int" for="node" id="g"/>
    <key attr.name="b" attr.type="int" for="node" id="b"/>
    <key attr.name="x" attr.type="float" for="node" id="x"/>
    <key attr.name="y" attr.type="float" for="node" id="y"/>
    <key attr.name="size" attr.type="float" for="node" id="size"/>
    <key attr.name="Modularity Class" attr.type="int" for="node" id="modularity_class"/>
    <graph edgedefault="directed">
    <node id="0"><data key="label">Northland</data><data key="modularity_class">1</data><data key="size">10.0</data>
    <data key="r">255</data><data key="g">0</data><data key="b">0</data><data key="x">-1.5</data><data key="y">2.0</data></node>
    <node id="1"><data key="label">Southland</data><data key="modularity_class">2</data><data key="size">4.0</data>
    <data key="r">0</data><data key="g">0</data><data key="b">0</data><data key="x">3.0</data><data key="y">0.25</data></node>
    <edge id="12" source="0" target="1"><data key="edgeid">12</data><data key="edgelabel">signed</data>
    <data key="weight">1.0</data></edge>
    </graph></graphml>
    """

  /// Made by hand after Cytoscape's documentation of its columns: keys of nodes and edges have the same ids there.
  static let cytoscape = """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key attr.name="SUID" attr.type="long" for="node" id="SUID"/>
    <key attr.name="shared name" attr.type="string" for="node" id="shared name"/>
    <key attr.name="name" attr.type="string" for="node" id="name"/>
    <key attr.name="selected" attr.type="boolean" for="node" id="selected"/>
    <key attr.name="degree" attr.type="int" for="node" id="degree"/>
    <key attr.name="SUID" attr.type="long" for="edge" id="SUID"/>
    <key attr.name="shared name" attr.type="string" for="edge" id="shared name"/>
    <key attr.name="shared interaction" attr.type="string" for="edge" id="shared interaction"/>
    <key attr.name="name" attr.type="string" for="edge" id="name"/>
    <key attr.name="selected" attr.type="boolean" for="edge" id="selected"/>
    <key attr.name="interaction" attr.type="string" for="edge" id="interaction"/>
    <graph edgedefault="directed" id="network">
    <node id="62"><data key="SUID">62</data><data key="shared name">TP53</data><data key="name">TP53</data>
    <data key="selected">false</data><data key="degree">1</data></node>
    <node id="63"><data key="SUID">63</data><data key="shared name">MDM2</data><data key="name">MDM2</data>
    <data key="selected">true</data><data key="degree">1</data></node>
    <edge source="62" target="63"><data key="SUID">64</data><data key="shared name">TP53 (pp) MDM2</data>
    <data key="shared interaction">pp</data><data key="name">TP53 (pp) MDM2</data><data key="selected">false</data>
    <data key="interaction">pp</data></edge>
    </graph></graphml>
    """

  /// Made by hand after TinkerPop's documentation of its GraphML: labels go by the ids of two keys.
  static let tinkerpop = """
    <?xml version='1.0' encoding='UTF-8'?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="labelV" for="node" attr.name="labelV" attr.type="string"/>
    <key id="name" for="node" attr.name="name" attr.type="string"/><key id="lang" for="node" attr.name="lang" attr.type="string"/>
    <key id="age" for="node" attr.name="age" attr.type="int"/>
    <key id="labelE" for="edge" attr.name="labelE" attr.type="string"/>
    <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
    <graph id="G" edgedefault="directed">
    <node id="1"><data key="labelV">person</data><data key="name">marko</data><data key="age">29</data></node>
    <node id="3"><data key="labelV">software</data><data key="name">lop</data><data key="lang">java</data></node>
    <edge id="9" source="1" target="3"><data key="labelE">created</data><data key="weight">0.4</data></edge>
    </graph></graphml>
    """
}
