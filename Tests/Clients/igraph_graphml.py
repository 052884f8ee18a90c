import sys

import igraph

from shared import emit


def without_id(attributes):
    return {name: value for name, value in attributes.items() if name != "id"}


graph = igraph.Graph.Read_GraphML(sys.argv[1])
ids = graph.vs["id"]
emit(
    ((vertex["id"], without_id(vertex.attributes())) for vertex in graph.vs),
    # igraph 1.0.0 shows nodes' ids as edges'; `edge_id` is there for that.
    ((ids[edge.source], ids[edge.target], without_id(edge.attributes())) for edge in graph.es),
    directed=graph.is_directed(),
)
