"""graph-tool is a Debian package, for the system's Python."""

import sys

try:
    import graph_tool
except ImportError:
    sys.exit("graph-tool is not there; ./Scripts/setup --tests installs it")

from shared import emit

graph = graph_tool.load_graph(sys.argv[1], fmt="graphml")


def attributes(properties, key):
    own = (name for name in properties if not name.startswith("_graphml"))
    return {name: properties[name][key] for name in own}


ids = graph.vp["node_id"]
emit(
    ((ids[vertex], attributes(graph.vp, vertex)) for vertex in graph.vertices()),
    ((ids[edge.source()], ids[edge.target()], attributes(graph.ep, edge)) for edge in graph.edges()),
    directed=graph.is_directed(),
)
