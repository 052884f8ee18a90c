"""The benchmarks' graphs, made from a fixed seed: nothing in them depends on anything but the numbers given."""

TYPES = ["recognizes", "negotiates-with", "allied-with", "at-war-with", "succeeded"]
STATUSES = ["asserted", "asserted", "asserted", "claimed", "disputed"]


def generator(state=1956):
    def random(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % bound

    return random


def graph_file(path, entities, relations, rich=True):
    """A graph file. A rich one has statuses, attributes and citations besides dates."""
    random = generator()
    with open(path, "w") as file:
        if rich:
            file.write("documents:\n")
            file.writelines(f"  d{row}: Document {row}\n" for row in range(100))
        file.write("states:\n")
        file.writelines(f"  e{row}: Entity {row}\n" for row in range(entities))
        file.write("relations:\n")
        for row in range(relations):
            first = 1700 + random(320)
            when = [f"{first}", f"{first}/{first + random(30)}", f"{first}~/..", f"{first}-0{1 + random(9)}", f"{first}/"]
            head = f"e{random(entities)} {TYPES[random(5)]} e{random(entities)}"
            more = ""
            if rich:
                more = (f", status: {STATUSES[random(5)]}, cite: d{random(100)}"
                        f", attributes: {{deaths: {random(10000)}, source: page {random(900)}}}")
            file.write(f"  - {head}: {{id: r{row}, when: {when[random(5)]}{more}}}\n")


def drawn_graph_file(path, entities=60, relations=115):
    """A graph to be drawn: a few hubs, many leaves."""
    random = generator(7)
    with open(path, "w") as file:
        file.write("title: A graph to be drawn\nstates:\n")
        file.writelines(f"  e{row}: Entity {row}\n" for row in range(entities))
        file.write("relations:\n")
        for row in range(relations):
            subject = random(entities) if row >= entities - 1 else row + 1
            other = random(1 + min(subject, 12)) if subject else 1 + random(entities - 1)
            if other == subject:
                other = (other + 1) % entities
            file.write(f"  - e{subject} {TYPES[random(5)]} e{other}: {{id: r{row}, when: {1900 + random(100)}}}\n")


def broken_file(path):
    """Ten lines with one error."""
    with open(path, "w") as file:
        file.write("title: Broken\nstates:\n  a: A\n  b: B\nislands:\n  c: C\nrelations:\n"
                   "  - a claims c: {when: 1956}\n  - b claimz c: {when: 1957}\n  - a recognizes b\n")
