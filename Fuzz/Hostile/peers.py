"""Reads one file with one tool, and prints what came of it as JSON: {"nodes": n, "edges": m, "said": what was read, shortened}.

    python3 peers.py TOOL FILE

An error ends it with the tool's own message on standard error. `compare.py` runs it once for each file, within limits.
"""
import json
import re
import sys

CANARY = "canary-5f1d2c"


def tell(nodes, edges, content):
    """Prints the counts, and whether the text of the secret file is anywhere in what was read."""
    print(json.dumps({"nodes": nodes, "edges": edges, "leaks": CANARY in str(content)}))


def with_networkx(path):
    import networkx

    if path.endswith((".graphml", ".graphml.gz")):
        graph = networkx.read_graphml(path, force_multigraph=True)
    elif path.endswith(".gexf"):
        graph = networkx.read_gexf(path)
    else:
        with open(path, encoding="utf-8") as file:
            graph = networkx.node_link_graph(json.load(file), edges="links")
    tell(graph.number_of_nodes(), graph.number_of_edges(), [list(graph.nodes(data=True)), list(graph.edges(data=True))])


def with_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphMLz(path) if path.endswith(".gz") else igraph.Graph.Read_GraphML(path)
    tell(graph.vcount(), graph.ecount(), [graph.vs[name] for name in graph.vs.attributes()])


def with_graph_tool(path):
    import graph_tool

    graph = graph_tool.load_graph(path)
    tell(graph.num_vertices(), graph.num_edges(), [list(values) for values in graph.vp.values() if values.value_type() == "string"])


def with_rustworkx(path):
    import rustworkx

    if path.endswith(".json"):
        graph = rustworkx.from_node_link_json_file(path)
    else:
        graph = rustworkx.read_graphml(path)[0]
    tell(graph.num_nodes(), graph.num_edges(), [graph.nodes(), graph.edges()])


def with_pandas(path):
    import pandas

    table = pandas.read_excel(path) if path.endswith(".xlsx") else pandas.read_csv(path)
    ends = table[["source", "target"]]
    tell(len(set(ends["source"]) | set(ends["target"])), len(table), table.values.tolist()[:1000])


def with_pyyaml(path):
    import yaml

    with open(path, "rb") as file:
        value = yaml.safe_load(file)
    sections = [value.get(name) or {} for name in ("people", "states")]
    relations = value.get("relations") or []
    tell(sum(len(section) for section in sections), len(relations), re.sub("x{1000,}", "x", str(value)[:1_000_000]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    globals()["with_" + sys.argv[1]](sys.argv[2])
