"""Turns what `dot -Tdot_json` prints into nodes and edges with their attributes."""

import json
import subprocess
import sys

from shared import emit

run = subprocess.run(["dot", "-Tdot_json", sys.argv[1]], capture_output=True, check=True)
if b"rror" in run.stderr:
    sys.exit(run.stderr.decode())
graph = json.loads(run.stdout, strict=False)
nodes = {node["_gvid"]: node["name"] for node in graph["objects"]}
internal = {"_gvid", "name", "head", "tail", "pos", "lp", "width", "height", "rects"}


def attributes(thing):
    return {name: value for name, value in thing.items() if name not in internal}


emit(
    ((node["name"], attributes(node)) for node in graph["objects"]),
    ((nodes[edge["tail"]], nodes[edge["head"]], attributes(edge)) for edge in graph["edges"]),
    directed=graph["directed"],
)
