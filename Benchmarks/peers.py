"""What other tools do of a benchmark's jobs, each a function that a process of its own calls: peers.py NAME ARGUMENTS.

A job that is measured within the process prints its seconds; facts are printed to be held against Entente's.
"""
import json, os, sys, time


def report(start=None, **facts):
    if start is not None:
        facts["seconds"] = time.perf_counter() - start[0]
        facts["cpu"] = time.process_time() - start[1]
    print(json.dumps(facts))


def begin():
    return time.perf_counter(), time.process_time()


def fastest(runs, body):
    """The fastest of several runs: what else runs on the machine can only add to it."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    return min(times)


# igraph

def igraph_read(path):
    import igraph
    start = begin()
    graph = igraph.Graph.Read_GraphML(path)
    report(start, entities=graph.vcount(), relations=graph.ecount(), claimed=graph.es["status"].count("claimed"))


def igraph_write(path, output):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    start = begin()
    graph.write_graphml(output)
    report(start)


def igraph_year(path, year, output):
    import igraph
    year = int(year)
    graph = igraph.Graph.Read_GraphML(path)
    first, last = graph.es["possible_from"], graph.es["possible_to"]
    kept = [row for row in range(graph.ecount()) if first[row] <= year <= last[row]]
    graph.subgraph_edges(kept).write_graphml(output)


def igraph_copy(path, output):
    import igraph
    igraph.Graph.Read_GraphML(path).write_graphml(output)


def igraph_around(path, entity, hops):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    row = graph.vs["node_id"].index(entity)
    found = graph.neighborhood(row, order=int(hops))
    report(seconds=fastest(9, lambda: graph.neighborhood(row, order=int(hops))), entities=len(found))


# NetworkX

def networkx_year(path, year, output):
    import networkx
    year = int(year)
    graph = networkx.read_graphml(path, force_multigraph=True)
    kept = [tuple(edge) for *edge, data in graph.edges(keys=True, data=True)
            if data["possible_from"] <= year <= data["possible_to"]]
    networkx.write_graphml(graph.edge_subgraph(kept), output)


def networkx_panel(path, years, pattern):
    import csv, networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    first, last = map(int, years.split(".."))
    for year in range(first, last + 1):
        kept = [(*edge, data) for *edge, data in graph.edges(keys=True, data=True)
                if data["possible_from"] <= year <= data["possible_to"]]
        folder = pattern.replace("{year}", str(year))
        os.makedirs(folder, exist_ok=True)
        with open(f"{folder}/edges.csv", "w", newline="") as file:
            writer = csv.writer(file)
            names = ["type", "when", "status", "possible_from", "certain_from", "certain_to", "possible_to"]
            writer.writerow(["id", "source", "target", *names])
            for source, target, key, data in kept:
                writer.writerow([key, source, target, *(data.get(name, "") for name in names)])
        with open(f"{folder}/nodes.csv", "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "kind", "name"])
            for node in {end for edge in kept for end in edge[:2]}:
                writer.writerow([node, graph.nodes[node]["kind"], graph.nodes[node]["name"]])


# Polars

def polars_read(folder):
    import polars
    start = begin()
    nodes = polars.read_csv(f"{folder}/nodes.csv", infer_schema=False)
    edges = polars.read_csv(f"{folder}/edges.csv", infer_schema=False)
    report(start, entities=nodes.height, relations=edges.height)


def polars_prepare(folder, output):
    """Parquet with the four years as integers: what a user of Polars would keep."""
    import polars
    years = ["possible_from", "certain_from", "certain_to", "possible_to"]
    for name in ["nodes", "edges"]:
        frame = polars.read_csv(f"{folder}/{name}.csv", infer_schema=False)
        frame.with_columns(polars.col(years).cast(polars.Int32)).write_parquet(f"{output}/{name}.parquet")


def polars_graphml(folder, output):
    import polars
    def column(name, key):
        text = polars.col(name).cast(polars.String)
        if name not in ("possible_from", "certain_from", "certain_to", "possible_to"):
            text = text.str.replace_all("&", "&amp;", literal=True).str.replace_all("<", "&lt;", literal=True)
        return polars.when(text.is_null() | (text == "")).then(polars.lit("")).otherwise(
            polars.concat_str(polars.lit(f'<data key="{key}">'), text, polars.lit("</data>")))
    nodes, edges = (polars.read_parquet(f"{folder}/{name}.parquet") for name in ("nodes", "edges"))
    head = ['<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n']
    for kind, frame in (("node", nodes), ("edge", edges)):
        for name, type in frame.schema.items():
            if name not in ("id", "source", "target"):
                head.append(f'<key id="{kind}_{name}" for="{kind}" attr.name="{name}" '
                            f'attr.type="{"int" if type == polars.Int32 else "string"}"/>\n')
    with open(output, "w") as file:
        file.writelines(head)
        file.write('<graph edgedefault="directed">\n')
        for kind, frame, opening in (("node", nodes, ['<node id="', polars.col("id")]),
                                     ("edge", edges, ['<edge id="', polars.col("id"), '" source="', polars.col("source"),
                                                      '" target="', polars.col("target")])):
            parts = [polars.lit(part) if isinstance(part, str) else part for part in opening] + [polars.lit('">')]
            parts += [column(name, f"{kind}_{name}") for name in frame.columns if name not in ("id", "source", "target")]
            lines = frame.select(polars.concat_str(*parts, polars.lit(f"</{kind}>")))
            lines.write_csv(file, include_header=False, quote_style="never")
        file.write("</graph>\n</graphml>\n")


def polars_year(folder, year):
    import polars
    frame = polars.read_parquet(f"{folder}/edges.parquet").with_row_index()
    year = int(year)
    possible = (polars.col("possible_from") <= year) & (polars.col("possible_to") >= year)
    certain = (polars.col("certain_from") <= year) & (polars.col("certain_to") >= year)
    kept = frame.lazy().filter(possible)
    relations = kept.select("index", certain.alias("certain"))
    found = relations.collect()
    report(seconds=fastest(51, relations.collect), relations=found.height, certain=int(found["certain"].sum()))


# graph-tool

def graph_tool_year(path, year):
    import graph_tool
    graph = graph_tool.load_graph(path)
    first, last, year = graph.ep["possible_from"], graph.ep["possible_to"], int(year)

    def select():
        kept = graph.new_edge_property("bool", vals=(first.fa <= year) & (last.fa >= year))
        return graph_tool.GraphView(graph, efilt=kept)

    report(seconds=fastest(21, select), relations=select().num_edges())


# PyYAML

def yaml_read(path):
    import yaml
    with open(path) as file:
        start = begin()
        data = yaml.load(file, Loader=yaml.CSafeLoader)
    report(start, entities=len(data["states"]), relations=len(data["relations"]))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
