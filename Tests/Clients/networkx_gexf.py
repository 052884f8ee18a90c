import sys

import networkx

from shared import emit


def with_color(attributes):
    """The attributes with their colour as one text; NetworkX does not know GEXF's name for shapes."""
    color = attributes["viz"]["color"]
    rest = {name: value for name, value in attributes.items() if name != "viz"}
    return rest | {"color": "#" + "".join(f"{color[channel]:02x}" for channel in "rgb")}


graph = networkx.read_gexf(sys.argv[1], version="1.3")
emit(
    ((node, with_color(data)) for node, data in graph.nodes(data=True)),
    graph.edges(data=True),
    directed=graph.is_directed(),
)
