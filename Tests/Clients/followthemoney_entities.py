"""Validates every entity with the followthemoney package, and reads links as edges."""

import json
import sys

from followthemoney import model

from shared import emit

nodes, edges = [], []
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        data = json.loads(line)
        schema = model.get(data["schema"])
        schema.validate(data)
        unknown = data["properties"].keys() - schema.properties.keys()
        missing = set(schema.required) - data["properties"].keys()
        assert not unknown and not missing, (data["id"], unknown, missing)
        proxy = model.get_proxy(data)  # this cleans, and drops what is not clean
        properties = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        if schema.edge:
            (source,), (target,) = properties.pop(schema.edge_source), properties.pop(schema.edge_target)
            edges.append((source, target, properties | {"id": proxy.id}))
        else:
            nodes.append((proxy.id, properties | {"schema": schema.name}))
emit(nodes, edges)
