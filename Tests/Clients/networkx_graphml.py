import sys

import networkx

from shared import emit

graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
emit(
    graph.nodes(data=True),
    ((source, target, {"id": key} | data) for source, target, key, data in graph.edges(keys=True, data=True)),
    directed=graph.is_directed(),
)
