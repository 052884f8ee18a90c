#!/usr/bin/env python3
"""Sets Entente's dates and year filter beside other tools, on the same data in one run, and prints ratios.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    swift build -c release --product Rates
    .venv/bin/python compare.py [--edtf-js FOLDER]

FOLDER holds edtf.js as npm installs it (node_modules/edtf/..), or a checkout with its dependencies; node runs it.
"""
import argparse, contextlib, importlib.metadata, io, json, pathlib, subprocess, sys, tempfile, time, warnings

here = pathlib.Path(__file__).parent
rates = here / ".build/release/Rates"
year = 1956


def fastest(runs, body):
    """The fastest of several runs: what else runs on the machine can only add to it."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    return min(times)


def entente(*arguments):
    done = subprocess.run([rates, *map(str, arguments)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def version(package):
    return f"{package} {importlib.metadata.version(package)}"


# Parsing: one list of mixed levels, every date of which every tool reads.

def python_edtf(dates):
    from edtf import parse_edtf

    def parse():
        for date in dates:
            parse_edtf(date)

    # It prints while it parses.
    with contextlib.redirect_stdout(io.StringIO()):
        return len(dates) / fastest(3, parse)


def edtf_js(folder, list_path):
    done = subprocess.run(["node", here / "parse.mjs", folder, list_path], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def parsing(edtf_js_folder):
    list_path = here / "dates.txt"
    dates = list_path.read_text().split()
    ours = entente("parse", list_path)["rate"]
    rows = [("Entente", ours), (version("edtf") + " (python-edtf)", python_edtf(dates))]
    if edtf_js_folder:
        theirs = edtf_js(edtf_js_folder, list_path)
        rows.append((f"edtf.js {theirs['version']}, node {theirs['node']}", theirs["rate"]))
    print(f"\n| parsing {len(dates)} dates of mixed levels | dates a second | Entente is so many times as fast |\n| --- | --- | --- |")
    for name, rate in rows:
        print(f"| {name} | {rate:,.0f} | {ours / rate:,.1f} |")


# The year filter: 200 k entities, 1 M relations, which hold in the year for certain and which possibly.

def graph_file(path, entities=200_000, relations=1_000_000):
    state = 1956

    def random(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % bound

    types = ["recognizes", "negotiates-with", "allied-with", "at-war-with", "succeeded"]
    with open(path, "w") as file:
        file.write("states:\n")
        file.writelines(f"  e{row}: Entity {row}\n" for row in range(entities))
        file.write("relations:\n")
        for row in range(relations):
            first = 1700 + random(320)
            when = [f"{first}", f"{first}/{first + random(30)}", f"{first}~/..", f"{first}-0{1 + random(9)}", f"{first}/"]
            head = f"e{random(entities)} {types[random(5)]} e{random(entities)}"
            file.write(f"  - {head}: {{id: r{row}, when: {when[random(5)]}}}\n")


columns = ["subject", "object", "possible_from", "certain_from", "certain_to", "possible_to"]


def with_polars(rows_path):
    import polars

    frame = polars.read_csv(rows_path, separator="\t", has_header=False, new_columns=columns).with_row_index()
    possible = (polars.col("possible_from") <= year) & (polars.col("possible_to") >= year)
    certain = (polars.col("certain_from") <= year) & (polars.col("certain_to") >= year)
    kept = frame.lazy().filter(possible)
    relations = kept.select("index", certain.alias("certain"))
    entities = polars.concat([kept.select(entity="subject"), kept.select(entity="object")]).unique()
    found = relations.collect()
    counts = (int(found["certain"].sum()), int(found.height - found["certain"].sum()))
    both = fastest(51, lambda: polars.collect_all([relations, entities]))
    return fastest(201, relations.collect), both, counts


def with_duckdb(rows_path):
    import duckdb

    connection = duckdb.connect()
    definition = ", ".join(f"'{name}': 'INTEGER'" for name in columns)
    connection.execute(
        f"CREATE TABLE relations AS SELECT * FROM read_csv('{rows_path}', delim='\t', header=false, columns={{{definition}}})")
    possible = f"possible_from <= {year} AND possible_to >= {year}"
    relations = f"""SELECT rowid, certain_from <= {year} AND certain_to >= {year} AS certain
                    FROM relations WHERE {possible}"""
    entities = f"SELECT subject FROM relations WHERE {possible} UNION SELECT object FROM relations WHERE {possible}"

    def ask(*queries):
        return [connection.execute(query).fetchnumpy() for query in queries]

    found = ask(relations)[0]["certain"]
    counts = (int(found.sum()), int(len(found) - found.sum()))
    return fastest(201, lambda: ask(relations)), fastest(51, lambda: ask(relations, entities)), counts


def with_networkx(rows_path):
    import networkx

    graph = networkx.MultiDiGraph()
    with open(rows_path) as file:
        for line in file:
            subject, target, *years = map(int, line.split("\t"))
            graph.add_edge(subject, target, **dict(zip(columns[2:], years)))

    def select():
        certain, possible = [], []
        for *edge, data in graph.edges(keys=True, data=True):
            if data["possible_from"] <= year and data["possible_to"] >= year:
                sure = data["certain_from"] <= year and data["certain_to"] >= year
                (certain if sure else possible).append(edge)
        return certain, possible

    def select_both():
        certain, possible = select()
        return {entity for edge in certain + possible for entity in edge[:2]}

    return fastest(3, select), fastest(3, select_both), tuple(map(len, select()))


def filtering():
    with tempfile.TemporaryDirectory() as folder:
        graph_path, rows_path = pathlib.Path(folder, "graph.yaml"), pathlib.Path(folder, "rows.tsv")
        graph_file(graph_path)
        ours = entente("filter", graph_path, rows_path, year)
        counts = (ours["certain"], ours["possible"])
        rows = [("Entente", ours["seconds"], ours["seconds"], counts)]
        for name, measure in [("polars", with_polars), ("duckdb", with_duckdb), ("networkx", with_networkx)]:
            rows.append((version(name), *measure(rows_path)))
    print(f"\n| year {year} of {ours['relations']:,} relations | relations, ms | with their entities, ms "
          "| Entente is so many times as fast |\n| --- | --- | --- | --- |")
    for name, relations, both, found in rows:
        if found != counts:
            sys.exit(f"{name} keeps {found} certain and possible, Entente {counts}")
        ratios = f"{relations / ours['seconds']:,.1f}; {both / ours['seconds']:,.1f}"
        print(f"| {name} | {relations * 1000:,.2f} | {both * 1000:,.2f} | {ratios} |")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--edtf-js", metavar="FOLDER", type=pathlib.Path)
    arguments = options.parse_args()
    parsing(arguments.edtf_js)
    filtering()
