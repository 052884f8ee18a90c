import java.io.File;
import java.util.Map;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;

/** Writes the graph of write_graph.py with JGraphT. */
class WriteGraphML {
  public static void main(String[] arguments) {
    var graph = new DirectedWeightedPseudograph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    var labels = Map.of("a", "Alpha & <1> \"x\"", "b", "Бета", "c", "c");
    for (var name : new String[] {"a", "b", "c"}) graph.addVertex(name);
    var ends = new String[][] {{"a", "b"}, {"a", "b"}, {"b", "c"}, {"c", "c"}};
    var types = new String[] {"claims", "holds land", "part-of", "knows"};
    var weights = new double[] {2.5, 1, 0, -1};
    var edgeTypes = new java.util.HashMap<DefaultWeightedEdge, String>();
    for (int row = 0; row < ends.length; row++) {
      var edge = graph.addEdge(ends[row][0], ends[row][1]);
      graph.setEdgeWeight(edge, weights[row]);
      edgeTypes.put(edge, types[row]);
    }
    var exporter = new GraphMLExporter<String, DefaultWeightedEdge>(vertex -> vertex);
    exporter.setExportEdgeWeights(true);
    exporter.setExportEdgeLabels(false);
    exporter.registerAttribute("label", GraphMLExporter.AttributeCategory.NODE, AttributeType.STRING);
    exporter.registerAttribute("type", GraphMLExporter.AttributeCategory.EDGE, AttributeType.STRING);
    exporter.setVertexAttributeProvider(vertex -> Map.of("label", DefaultAttribute.createAttribute(labels.get(vertex))));
    exporter.setEdgeAttributeProvider(edge -> Map.of("type", DefaultAttribute.createAttribute(edgeTypes.get(edge))));
    exporter.exportGraph(graph, new File(arguments[0]));
  }
}
