"""Writes one small graph with a tool: write_graph.py TOOL FORMAT PATH.

Nodes a, b, c; a twice to b, b to c, c to itself. Attributes of each type that the tool has.
"""

import json
import sys

tool, form, path = sys.argv[1:]
nodes = {
    "a": {"label": 'Alpha & <1> "x"', "kind": "state", "rank": 1, "share": 0.5, "old": True},
    "b": {"label": "Бета", "kind": "island", "rank": 2, "share": -1.25, "old": False},
    "c": {"label": "c", "kind": "state", "rank": 3, "share": 1e30, "old": False},
}
edges = [
    ("a", "b", {"type": "claims", "since": "1945", "weight": 2.5}),
    ("a", "b", {"type": "holds land", "since": "1956-10-19", "weight": 1.0}),
    ("b", "c", {"type": "part-of", "since": "", "weight": 0.0}),
    ("c", "c", {"type": "knows", "since": "1960", "weight": -1.0}),
]


def networkx():
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(nodes.items())
    graph.add_edges_from(edges)
    if form == "graphml":
        networkx.write_graphml(graph, path)
    elif form == "gexf":
        networkx.write_gexf(graph, path)
    elif form == "cyjs":
        json.dump(networkx.cytoscape_data(graph), open(path, "w"))
    else:
        json.dump(networkx.node_link_data(graph, edges=form), open(path, "w"))


def igraph():
    import igraph

    graph = igraph.Graph(directed=True)
    for name, attributes in nodes.items():
        graph.add_vertex(name, **attributes)
    for source, target, attributes in edges:
        graph.add_edge(source, target, **attributes)
    graph.write_graphml(path)


def rustworkx():
    import rustworkx

    graph = rustworkx.PyDiGraph()
    rows = {name: graph.add_node({"id": name, **attributes}) for name, attributes in nodes.items()}
    for source, target, attributes in edges:
        graph.add_edge(rows[source], rows[target], attributes)
    from rustworkx import GraphMLDomain, GraphMLKey, GraphMLType

    types = {str: GraphMLType.String, int: GraphMLType.Long, float: GraphMLType.Double, bool: GraphMLType.Boolean}

    def keys(domain, letter, attributes):
        return [
            GraphMLKey(f"{letter}{row}", domain, name, types[type(value)], None)
            for row, (name, value) in enumerate(attributes.items())
        ]

    rustworkx.digraph_write_graphml(
        graph, path, keys=keys(GraphMLDomain.Node, "n", nodes["a"]) + keys(GraphMLDomain.Edge, "e", edges[0][2]))


def graph_tool():
    from graph_tool import Graph

    graph = Graph()
    rows = {name: graph.add_vertex() for name in nodes}
    types = {str: "string", int: "int", float: "double", bool: "bool"}
    for key, value in {"name": "a", **nodes["a"]}.items():
        property = graph.new_vertex_property(types[type(value)])
        for name, row in rows.items():
            property[row] = {"name": name, **nodes[name]}[key]
        graph.vertex_properties[key] = property
    added = [graph.add_edge(rows[source], rows[target]) for source, target, _ in edges]
    for key, value in edges[0][2].items():
        property = graph.new_edge_property(types[type(value)])
        for edge, (_, _, attributes) in zip(added, edges):
            property[edge] = attributes[key]
        graph.edge_properties[key] = property
    graph.save(path, fmt="graphml")


globals()[tool]()
