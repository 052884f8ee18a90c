"""NetworKit knows nodes and edges, and no attributes; its reader numbers the nodes in the order of the file."""

import contextlib
import sys

import networkit

from shared import emit

with contextlib.redirect_stdout(sys.stderr):  # it reports what it does
    graph = networkit.readGraph(sys.argv[1], networkit.Format.GraphML)
emit(
    ((str(node), {}) for node in graph.iterNodes()),
    ((str(source), str(target), {}) for source, target in graph.iterEdges()),
    directed=graph.isDirected(),
)
