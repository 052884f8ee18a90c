"""Asks each tool for the relations of a year with the one line that the documentation shows, and prints their ids.

The lines are read from the documentation itself: every block after `<!-- one-liner: TOOL -->`.
"""

import json
import re
import sys

page, line, year, folder = sys.argv[1:]
tool = line.split()[0]
with open(page, encoding="utf-8") as file:
    text = file.read()
match = re.search(rf"<!-- one-liner: {re.escape(line)} -->\s*```\w*\n(.*?)```", text, re.DOTALL)
assert match, f"{page} has no line for {line}"
code = match.group(1).strip().replace("1956", year).replace("tables/", f"{folder}/tables/")


def networkx_ids():
    import networkx

    G = networkx.read_graphml(f"{folder}/graph.graphml", force_multigraph=True)
    return [edge[3]["edge_id"] for edge in eval(code, {"G": G})]


def igraph_ids():
    import igraph

    g = igraph.Graph.Read_GraphML(f"{folder}/graph.graphml")
    return eval(code, {"g": g})["edge_id"]


def duckdb_ids():
    import duckdb

    return [row[0] for row in duckdb.sql(code).fetchall()]


def polars_ids():
    import polars

    def read(name):
        return polars.read_csv(f"{folder}/tables/{name}.csv", infer_schema_length=None)

    return eval(code, {"nodes": read("nodes"), "edges": read("edges"), "polars": polars})["id"].to_list()


def cypher_ids():
    import ladybug

    connection = ladybug.Connection(ladybug.Database(":memory:"))
    with open(f"{folder}/graph.cypher", encoding="utf-8") as file:
        for statement in file.read().splitlines():
            connection.execute(statement)
    result = connection.execute(code)
    ids = []
    while result.has_next():
        ids.append(result.get_next()[0])
    return ids


def sparql_ids():
    import pyoxigraph

    store = pyoxigraph.Store()
    store.load(path=f"{folder}/graph.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    return [row[0].value.partition("#")[2] for row in store.query(code)]


def graphviz_ids():
    import subprocess

    command = f"({code}) | gvpr 'E{{print($.id)}}'"
    return subprocess.run(command, shell=True, cwd=folder, check=True, capture_output=True, text=True).stdout.split()


tools = {
    "graphviz": graphviz_ids,
    "networkx": networkx_ids, "igraph": igraph_ids, "duckdb": duckdb_ids, "polars": polars_ids,
    "cypher": cypher_ids, "sparql": sparql_ids,
}
json.dump(sorted(tools[tool]()), sys.stdout)
