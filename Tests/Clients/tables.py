"""Turns the rows of our CSV tables, read by any tool as dictionaries, into a graph and the other tables."""

from shared import emit, present


def emit_tables(read):
    """`read` gives the rows of a table, by its name, as dictionaries."""
    nodes = [without(row, "id") for row in read("nodes")]
    edges = [without(row, "source", "target") for row in read("edges")]
    emit(
        ((node, rest) for (node,), rest in nodes),
        ((source, target, rest) for (source, target), rest in edges),
        tables={name: [present(row) for row in read(name)] for name in ("types", "citations", "documents")},
    )


def without(row, *names):
    return [row[name] for name in names], {name: value for name, value in row.items() if name not in names}
