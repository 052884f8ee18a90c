"""NetworkX reads what yEd draws too: a node's label, shape and place."""

import sys

import networkx

from shared import emit

DRAWN = ("label", "shape_type", "x", "y")

graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
emit(
    ((node, {name: data.get(name) for name in DRAWN}) for node, data in graph.nodes(data=True)),
    (
        (source, target, {"id": key, "label": data.get("label"), "when": data.get("when")})
        for source, target, key, data in graph.edges(keys=True, data=True)
    ),
)
