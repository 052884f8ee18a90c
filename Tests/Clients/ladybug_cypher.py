"""Runs a file's statements twice, and reads everything back."""

import sys

import ladybug

from shared import emit, present

connection = ladybug.Connection(ladybug.Database(":memory:"))
with open(sys.argv[1], encoding="utf-8") as file:
    statements = file.read().splitlines()
for statement in statements + statements:
    connection.execute(statement)


def rows(query):
    result = connection.execute(query)
    while result.has_next():
        yield result.get_next()


def properties(value):
    return {name: item for name, item in value.items() if not name.startswith("_")}  # the database's own


emit(
    ((node["id"], properties(node) | {"id": None}) for (node,) in rows("MATCH (e:Entity) RETURN e")),
    (
        (source, target, properties(relation) | {"type": label})
        for source, relation, label, target in rows("MATCH (s:Entity)-[r]->(o:Entity) RETURN s.id, r, label(r), o.id")
    ),
    documents=[present(properties(document)) for (document,) in rows("MATCH (d:Document) RETURN d ORDER BY d.id")],
)
