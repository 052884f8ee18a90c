import json
import sys

import networkx

from shared import emit

with open(sys.argv[1], encoding="utf-8") as file:
    graph = networkx.cytoscape_graph(json.load(file))
emit(
    graph.nodes(data=True),
    ((source, target, data) for source, target, _, data in graph.edges(keys=True, data=True)),
    directed=graph.is_directed(),
)
