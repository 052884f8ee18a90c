import json
import sys

import networkx

from shared import emit

with open(sys.argv[1], encoding="utf-8") as file:
    graph = networkx.node_link_graph(json.load(file), edges="edges")
emit(
    graph.nodes(data=True),
    ((source, target, {"id": key} | data) for source, target, key, data in graph.edges(keys=True, data=True)),
    directed=graph.is_directed(),
)
