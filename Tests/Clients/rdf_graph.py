"""Reads RDF with rdflib or pyoxigraph, asks for everything in SPARQL, and puts the answers together again."""

import sys
from collections import defaultdict

from shared import emit

PREFIXES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX schema: <https://schema.org/>
PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
"""
TIMES = """
  OPTIONAL { ?x dcterms:date ?when FILTER(datatype(?when) = edtf:EDTF) }
  ?x crm:P4_has_time-span [
    crm:P82a_begin_of_the_begin ?possible_from ; crm:P81a_end_of_the_begin ?certain_from ;
    crm:P81b_begin_of_the_end ?certain_to ; crm:P82b_end_of_the_end ?possible_to ] .
  OPTIONAL { ?x rdfs:comment ?note }
"""
YEARS = "?possible_from ?certain_from ?certain_to ?possible_to"
ENTITIES = f"""SELECT ?x ?name ?kind ?when {YEARS} ?note WHERE {{
  ?x schema:name ?name ; a ?class . ?class a rdfs:Class ; rdfs:label ?kind .
  {TIMES} }}"""
RELATIONS = f"""SELECT ?x ?subject ?object ?type ?label ?holds ?status ?according_to ?when {YEARS} ?note WHERE {{
  ?x a rdf:Statement ; rdf:subject ?subject ; rdf:object ?object ; rdf:predicate ?p ; crm:P2_has_type ?s .
  ?p schema:identifier ?type ; rdfs:label ?label ; crm:P2_has_type ?h . ?h rdfs:label ?holds . ?s rdfs:label ?status .
  OPTIONAL {{ ?x prov:wasAttributedTo ?according_to }}
  {TIMES} }}"""
ALIASES = "SELECT ?x ?alias WHERE { ?x schema:alternateName ?alias }"
SAME_AS = "SELECT ?x (STR(?iri) AS ?same) WHERE { ?x owl:sameAs ?iri ; schema:sameAs ?iri }"
ATTRIBUTES = "SELECT ?x ?name ?value WHERE { ?x schema:additionalProperty [ schema:name ?name ; schema:value ?value ] }"
CITATIONS = """SELECT ?x ?document ?paragraph ?quote ?prefix ?suffix WHERE {
  ?a a oa:Annotation ; oa:hasBody ?x ; oa:hasTarget ?target . ?target oa:hasSource [ schema:identifier ?document ] .
  OPTIONAL { ?target oa:hasSelector [ a oa:FragmentSelector ; rdf:value ?paragraph ] }
  OPTIONAL { ?target oa:hasSelector/oa:refinedBy? ?selector . ?selector a oa:TextQuoteSelector ; oa:exact ?quote .
    OPTIONAL { ?selector oa:prefix ?prefix } OPTIONAL { ?selector oa:suffix ?suffix } } }"""


def rdflib_answers(path, form):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(path, format={"ttl": "turtle", "jsonld": "json-ld"}[form])

    def answers(query):
        for row in graph.query(PREFIXES + query):
            yield {str(name): value(term) for name, term in row.asdict().items()}

    def value(term):
        if isinstance(term, rdflib.URIRef):
            return local(str(term))
        numeric = term.datatype in (rdflib.XSD.integer, rdflib.XSD.double, rdflib.XSD.boolean)
        return term.toPython() if numeric else str(term)

    return answers


def pyoxigraph_answers(path, form):
    import pyoxigraph

    store = pyoxigraph.Store()
    formats = {"ttl": pyoxigraph.RdfFormat.TURTLE, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
    store.load(path=path, format=formats[form])

    def answers(query):
        solutions = store.query(PREFIXES + query)
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            yield {name: value(solution[name]) for name in names if solution[name] is not None}

    def value(term):
        if isinstance(term, pyoxigraph.NamedNode):
            return local(term.value)
        number = {"integer": int, "double": float, "boolean": lambda text: text == "true"}
        return number.get(term.datatype.value.rpartition("#")[2], str)(term.value)

    return answers


def local(iri):
    """What stands after the base that the file itself has."""
    assert iri.startswith(base + "#"), iri
    return iri.removeprefix(base + "#")


def main(tool, path, form, expected):
    global base
    base = expected
    answers = {"rdflib": rdflib_answers, "pyoxigraph": pyoxigraph_answers}[tool](path, form)
    more = defaultdict(dict)
    for row in answers(ALIASES):
        more[row["x"]].setdefault("aliases", []).append(row["alias"])
    for row in answers(SAME_AS):
        more[row["x"]].setdefault("same_as", []).append(row["same"])
    for row in answers(ATTRIBUTES):
        more[row["x"]]["own " + row["name"]] = row["value"]
    for row in answers(CITATIONS):
        owner = row.pop("x")
        if "paragraph" in row:
            row["paragraph"] = int(row["paragraph"].removeprefix("paragraph="))
        more[owner].setdefault("citations", []).append(row)
    for attributes in more.values():
        attributes.get("aliases", []).sort()
        attributes.get("same_as", []).sort()
        attributes.get("citations", []).sort(key=lambda row: [str(row.get(key, "")) for key in sorted(row)])
    nodes = [(row.pop("x"), row) for row in answers(ENTITIES)]
    edges = [(row.pop("subject"), row.pop("object"), row) for row in answers(RELATIONS)]
    emit(
        ((node, row | more[node]) for node, row in nodes),
        ((source, target, row | {"id": row["x"], "x": None} | more[row["x"]]) for source, target, row in edges),
    )


main(*sys.argv[1:])
