"""What the clients share: each reads a file with one tool and prints, as JSON, all that the tool then knows."""

import json
import math
import sys


def emit(nodes, edges, **more):
    """Prints nodes as {id: attributes} and edges as [[source, target, attributes]]; absent values are left out."""
    graph = {
        "nodes": {node: present(attributes) for node, attributes in nodes},
        "edges": [[source, target, present(attributes)] for source, target, attributes in edges],
        **more,
    }
    json.dump(graph, sys.stdout, ensure_ascii=False)


def present(attributes):
    """The attributes without what tools put where a file has nothing."""
    return {name: value for name, value in attributes.items() if not is_absent(value)}


def is_absent(value):
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))
