"""Python's own reader, strict about RFC 4180, which takes every cell as text; ids are in the columns that are named."""

import csv
import json
import sys

folder, node, edge, source, target = sys.argv[1:]


def read(table):
    with open(f"{folder}/{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def attributes(row, *taken):
    return {name: value for name, value in row.items() if name not in taken and value != ""}


graph = {
    "nodes": {row[node]: attributes(row, node) for row in read("nodes")},
    "edges": [[row[source], row[target], attributes(row, source, target)] for row in read("edges")],
}
json.dump(graph, sys.stdout, ensure_ascii=False)
