"""Tells whether a Turtle and a JSON-LD file have the same triples, whatever their blank nodes are called."""

import sys

import pyoxigraph


def triples(path, form):
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=path, format=form))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


turtle = triples(sys.argv[1], pyoxigraph.RdfFormat.TURTLE)
json_ld = triples(sys.argv[2], pyoxigraph.RdfFormat.JSON_LD)
print("the same" if turtle == json_ld else f"only Turtle: {turtle - json_ld}\nonly JSON-LD: {json_ld - turtle}")
