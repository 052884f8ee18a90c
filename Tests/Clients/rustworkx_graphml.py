import sys

import rustworkx

from shared import emit

(graph,) = rustworkx.read_graphml(sys.argv[1])
ids = {index: graph[index]["id"] for index in graph.node_indices()}
emit(
    ((data["id"], {k: v for k, v in data.items() if k != "id"}) for data in graph.nodes()),
    ((ids[source], ids[target], data) for source, target, data in graph.weighted_edge_list()),
    directed=isinstance(graph, rustworkx.PyDiGraph),
)
