#!/usr/bin/env python3
"""Writes the dense graphs that pictures are measured with: dense.py FOLDER

Shapes, not facts: names are real so that they are as long as names are, and who joined what when is drawn by lot.
"""

import random
import sys
from pathlib import Path

STATES = """Argentina Australia Austria Belgium Bolivia Brazil Bulgaria Canada Chile China Colombia Cuba Denmark Ecuador
Egypt Estonia Ethiopia Finland France Germany Greece Haiti Honduras Hungary India Iran Iraq Ireland Italy Japan Latvia
Lithuania Luxembourg Mexico Netherlands Norway Panama Paraguay Peru Poland Portugal Romania Spain Sweden Switzerland
Thailand Turkey Uruguay Venezuela Yugoslavia""".split()
BODIES = ["North Atlantic Treaty Organization", "European Union", "Council of Europe", "Arctic Council",
          "Nordic Council", "Western European Union", "OECD", "OSCE"]


def key(name):
    return name.lower().replace(" ", "-").replace("'", "").replace(".", "")


def day(lot, first=1945, last=1999):
    return f"{lot.randint(first, last)}-{lot.randint(1, 12):02}-{lot.randint(1, 28):02}"


def graph(title, sections, relations, schema=""):
    lines = [f"title: {title}"]
    for section, names in sections.items():
        lines += [f"{section}:"] + [f"  {key(name)}: {name}" for name in names]
    lines += ["relations:"] + [f"  - {head}: {{{facts}}}" if facts else f"  - {head}" for head, facts in relations]
    return "\n".join(lines) + "\n" + schema


def two_ranks(members, bodies, count, title):
    lot = random.Random(members)
    pairs = set()
    while len(pairs) < count:
        pairs.add((lot.randrange(members), min(lot.randrange(bodies), lot.randrange(bodies))))
    relations = [(f"{key(STATES[a])} member-of {key(BODIES[b])}", f"when: {day(lot)}/..") for a, b in sorted(pairs)]
    return graph(title, {"states": STATES[:members], "organizations": BODIES[:bodies]}, relations)


def borders():
    """Twenty states on a grid of hexagons, each beside its neighbours."""
    lot = random.Random(3)
    names, columns, relations = STATES[8:28], 5, []
    for place, name in enumerate(names):
        row, column = divmod(place, columns)
        near = [(row, column + 1), (row + 1, column), (row + 1, column + (1 if row % 2 else -1))]
        for r, c in near:
            if 0 <= c < columns and r * columns + c < len(names):
                facts = f"when: {lot.choice([1878, 1919, 1945, 1991])}/.."
                relations.append((f"{key(name)} borders {key(names[r * columns + c])}", facts))
    schema = "schema:\n  relations:\n    borders: {from: state, to: state, directed: false}\n"
    return graph("Borders", {"states": names}, relations, schema)


def rivals():
    """Two states, what each of them did to whom, and what those did to each other."""
    lot = random.Random(11)
    people = ["Anna Weber", "Ivan Petrov", "Karl Lindqvist", "Maria Rossi", "John Harrow", "Pierre Blanc", "Sofia Costa",
              "Omar Haddad", "Lena Novak", "Ruth Stein", "Paul Moreau", "Nils Berg", "Clara Diaz", "Igor Sokolov",
              "Emma Larsen", "Hugo Klein", "Vera Popova", "Adam Nowak"]
    bodies = ["Harbour Commission", "Border Council", "Red Cross", "Joint Staff", "Shipping Board", "Radio Service",
              "Mining Company", "Grain Office", "Rail Directorate"]
    islands = ["North Bank", "Seal Rock", "Long Island", "Gull Skerry", "Cape Island", "Twin Rocks"]
    treaties = ["Armistice", "Fishery Convention", "Border Protocol", "Harbour Treaty", "Peace Treaty",
                "Trade Agreement", "Transit Accord"]
    states = ["Northland", "Southmark", "Westria", "Ostland", "Midia", "Portavia", "Lakeland", "Highmoor", "Isleworth"]
    relations = []
    for rival, others in ((states[0], people[:9]), (states[1], people[9:])):
        relations += [(f"{key(person)} {lot.choice(['leads', 'represents'])} {key(rival)}",
                       f"when: {lot.randint(1900, 1930)}/{lot.randint(1931, 1950)}") for person in others]
        relations += [(f"{key(rival)} claims {key(island)}", f"when: {lot.randint(1900, 1930)}~/.., status: claimed")
                      for island in islands]
        relations += [(f"{key(rival)} signed {key(treaty)}", f"when: {day(lot, 1905, 1950)}") for treaty in treaties]
        relations += [(f"{key(rival)} founded {key(body)}", f"when: {lot.randint(1900, 1940)}")
                      for body in lot.sample(bodies, 5)]
    for _ in range(26):
        person, body = lot.choice(people), lot.choice(bodies)
        head = f"{key(person)} {lot.choice(['advised', 'directed', 'opposed'])} {key(body)}"
        if head not in [known for known, _ in relations]:
            relations.append((head, f"when: {lot.randint(1905, 1950)}"))
    relations += [(f"{key(state)} supports {key(lot.choice(states[:2]))}", f"when: {lot.randint(1905, 1930)}/..")
                  for state in states[2:]]
    schema = """schema:
  relations:
    leads: {from: person, to: state}
    represents: {from: person, to: state}
    founded: {from: state, to: organization, holds: at its date}
    advised: {from: person, to: organization, holds: at its date}
    directed: {from: person, to: organization, holds: at its date}
    opposed: {from: person, to: organization, holds: at its date}
    supports: {from: state, to: state}
"""
    sections = {"people": people, "states": states, "organizations": bodies, "islands": islands, "treaties": treaties}
    return graph("Two rivals", sections, relations[:82], schema)


def hub():
    """A league with fifty members, of which some left."""
    lot = random.Random(5)
    relations = []
    for name in STATES[:50]:
        founded = lot.random() < 0.55
        joined = "1920-01-10" if founded else day(lot, 1920, 1937)
        left = day(lot, 1938, 1942) if lot.random() < 0.45 else None
        relations.append((f"{key(name)} joined league", f"when: {joined}"))
        if left:
            relations.append((f"{key(name)} left league", f"when: {left}"))
    schema = """schema:
  relations:
    joined: {from: state, to: organization, holds: at its date}
    left: {from: state, to: organization, holds: at its date}
"""
    return graph("A league", {"organizations": ["League"], "states": STATES[:50]}, relations, schema)


def main(folder):
    shapes = {
        "ranks-34": two_ranks(28, 6, 60, "Members and bodies"),
        "ranks-28": two_ranks(20, 8, 72, "Members of many bodies"),
        "borders": borders(),
        "rivals": rivals(),
        "hub": hub(),
    }
    for name, text in shapes.items():
        Path(folder, f"{name}.yaml").write_text(text, encoding="utf-8")


main(sys.argv[1])
