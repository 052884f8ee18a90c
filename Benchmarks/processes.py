"""Whole jobs of Entente beside those of other tools; `run` says how to start it."""
import argparse, filecmp, importlib.metadata, json, os, pathlib, platform, re, shutil, statistics, subprocess, sys, tempfile, time

import data

here = pathlib.Path(__file__).parent
root = here.parent
entente = root / ".build/release/entente"
rates = here / ".build/release/Rates"
sax = here / ".build/sax"
python = here / ".venv/bin/python"
peers = here / "peers.py"
system_python = "/usr/bin/python3"


class Run:
    """What one run of a process took."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
            process.returncode = self.status = os.waitstatus_to_exitcode(status)
            output.seek(0)
            text = output.read(10_000)
            errors.seek(0)
            self.errors = errors.read(10_000).decode(errors="replace")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        # A job that is measured within its process says so.
        self.facts = json.loads(text) if text[:1] == b"{" else {}
        if "seconds" in self.facts:
            self.seconds, self.cpu = self.facts.pop("seconds"), self.facts.pop("cpu", None)


class Failure(Exception):
    """A job that does not end well, or whose output is not the other tool's."""


class Row:
    """A job: Entente's command first, then the others', and how many times as fast Entente is to be."""

    def __init__(self, name, contestants, least, reach, check=None, status=0):
        self.name, self.contestants, self.least, self.reach, self.check = name, contestants, least, reach, check
        self.status = status
        self.failure = None
        self.runs = {contestant: [] for contestant in contestants}

    def round(self):
        """Measures each once; a row that has failed is left alone."""
        if self.failure:
            return
        try:
            self.measure()
        except (Failure, OSError) as failure:
            self.failure = str(failure)
            print(f"{self.name}: {failure}", file=sys.stderr, flush=True)

    def measure(self):
        for contestant, command in self.contestants.items():
            run = Run(command)
            if run.status not in (0, self.status):
                raise Failure(f"{contestant} ends with {run.status}\n{run.errors}")
            self.runs[contestant].append(run)
        facts = {name: runs[-1].facts for name, runs in self.runs.items()}
        first = next(iter(facts.values()))
        for name, found in facts.items():
            for fact in first.keys() & found.keys():
                if first[fact] != found[fact]:
                    raise Failure(f"{name} finds {found[fact]} {fact}, Entente {first[fact]}")
        if self.check:
            self.check()

    def median(self, contestant, what="seconds"):
        """The median of the runs; `None` of what a job within its process does not say."""
        values = [getattr(run, what) for run in self.runs[contestant]]
        return None if None in values else statistics.median(values)

    def lines(self):
        if self.failure:
            yield f"| {self.name} | failed: {self.failure.splitlines()[0]} | | | | | | | |"
            return
        ours = next(iter(self.contestants))
        for number, contestant in enumerate(self.contestants):
            seconds, cpu, memory = (self.median(contestant, what) for what in ("seconds", "cpu", "megabytes"))
            ratios = ["" if contestant == ours or value is None or self.median(ours, what) is None
                      else f"{value / self.median(ours, what):,.2f}"
                      for value, what in ((seconds, "seconds"), (cpu, "cpu"))]
            aims = ("", "") if number != 1 else (self.least, self.reach)
            yield (f"| {self.name if number == 0 else ''} | {contestant} | {time_text(seconds)} | {time_text(cpu)} "
                   f"| {memory:,.0f} | {ratios[0]} | {ratios[1]} | {aims[0]} | {aims[1]} |")


def time_text(seconds):
    if seconds is None:
        return ""
    return f"{seconds * 1000:,.1f} ms" if seconds < 1 else f"{seconds:,.2f} s"


def version(package):
    return f"{package} {importlib.metadata.version(package)}"


def system_version(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return re.search(r"[0-9]+(\.[0-9]+)+", done.stdout + done.stderr).group()


def same_graph(ours, theirs):
    """Checks that two GraphML files have as many entities and relations, and removes them."""
    def counts(path):
        # Line by line: a process begins with the memory of the one that starts it.
        nodes = edges = 0
        with open(path, "rb") as file:
            for line in file:
                nodes += line.count(b"<node ")
                edges += line.count(b"<edge ")
        return nodes, edges

    def check():
        found = counts(ours), counts(theirs)
        if found[0] != found[1]:
            raise Failure(f"{ours} has {found[0]} nodes and edges, {theirs} {found[1]}")
        ours.unlink()
        theirs.unlink()
    return check


def same_bytes(ours, theirs):
    """Checks that two files are the same."""
    def check():
        if not filecmp.cmp(ours, theirs, shallow=False):
            raise Failure(f"{ours} and {theirs} differ")
    return check


def same_panel(ours, theirs, years):
    """Checks that every year's folder has as many relations in both."""
    def count(pattern, year):
        return sum(1 for _ in open(pathlib.Path(str(pattern).replace("{year}", str(year)), "edges.csv"))) - 1

    def check():
        for year in years:
            if count(ours, year) != count(theirs, year):
                raise Failure(f"{year}: {count(ours, year)} relations, {count(theirs, year)} in the peer's")
    return check


class Data:
    """The files that the jobs read, made once."""

    def __init__(self, scale):
        self.folder = here / ".build" / f"data-{scale}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.relations = 1_000_000 // scale
        self.entities = self.relations // 5
        self.make("rich.yaml", lambda path: data.graph_file(path, self.entities, self.relations))
        self.make("plain.yaml", lambda path: data.graph_file(path, self.entities, self.relations, rich=False))
        self.make("half.yaml", lambda path: data.graph_file(path, self.entities // 2, self.relations // 2))
        self.make("tenth.yaml", lambda path: data.graph_file(path, self.entities // 10, self.relations // 10))
        self.make("drawn.yaml", data.drawn_graph_file)
        self.make("broken.yaml", data.broken_file)
        for name in ("rich.graphml", "rich.dot", "half.graphml", "tenth.graphml"):
            self.make(name, lambda path: self.export(path.with_suffix(".yaml"), path))
        for name in ("rich.csv", "tenth.csv"):
            self.make(name, lambda path: self.export(path.with_suffix(".yaml"), f"{path}/", "--format", "csv"))
        self.make("rich.parquet", lambda path: (path.mkdir(), self.peer("polars_prepare", self["rich.csv"], path)))
        self.make("seed.dot", lambda path: self.export(root / "Graphs/southern-kurils.yaml", path))

    def make(self, name, body):
        path = self.folder / name
        if not path.exists():
            body(path)

    def export(self, graph, output, *options):
        subprocess.run([entente, "export", graph, "-o", output, "--quiet", *options], check=True, stderr=subprocess.DEVNULL)

    def peer(self, *arguments):
        subprocess.run([python, peers, *map(str, arguments)], check=True)

    def __getitem__(self, name):
        return self.folder / name


def rows(d, scratch):
    def ours(*arguments):
        return [entente, *arguments, "--quiet"]

    # The others do not wait until their files are on the disk either.
    def export(graph, output, *options):
        return ours("export", graph, "-o", output, "--no-sync", *options)

    def peer(*arguments, interpreter=python):
        return [interpreter, peers, *arguments]

    igraph, networkx, polars = version("igraph"), version("networkx"), version("polars")
    years = range(1900, 2000)
    out = {name: scratch / f"{name}.graphml" for name in ("ours", "igraph", "networkx", "polars")}
    m = f"{d.relations / 1e6:g} M"
    yield Row(f"GraphML read into a graph, {m} relations", {
        "Entente": [rates, "read", d["rich.graphml"]], igraph: peer("igraph_read", d["rich.graphml"]),
        "libxml2, SAX alone": [sax, d["rich.graphml"]]}, "4; 0.71", "1 for SAX")
    # In memory, so that none waits for the disk.
    memory = pathlib.Path("/dev/shm") if pathlib.Path("/dev/shm").is_dir() else scratch
    written = [memory / f"entente-benchmark-{name}.graphml" for name in ("ours", "igraph")]
    yield Row("GraphML written to a file", {
        "Entente": [rates, "write", d["rich.graphml"], written[0]],
        igraph: peer("igraph_write", d["rich.graphml"], written[1])}, "25", "35", same_graph(*written))
    yield Row("GraphML in, a year of it out, whole process", {
        "Entente": export(d["rich.graphml"], out["ours"], "--year", "1956"),
        igraph: peer("igraph_year", d["rich.graphml"], 1956, out["igraph"])},
        "5, a quarter of the memory", "10", same_graph(out["ours"], out["igraph"]))
    yield Row("the same, never held (--stream)", {
        "Entente": export(d["rich.graphml"], scratch / "slice.graphml", "--year", "1956", "--stream"),
        "Entente, held": export(d["rich.graphml"], out["ours"], "--year", "1956")},
        "200 MiB", "", same_bytes(scratch / "slice.graphml", out["ours"]))
    yield Row("the same, half of it", {
        "Entente": export(d["half.graphml"], out["ours"], "--year", "1956"),
        networkx: peer("networkx_year", d["half.graphml"], 1956, out["networkx"])},
        "40, a tenth of the memory", "80", same_graph(out["ours"], out["networkx"]))
    yield Row("CSV folder in, GraphML out, whole process", {
        "Entente": export(d["rich.csv"], out["ours"]),
        f"{igraph}, GraphML in": peer("igraph_copy", d["rich.graphml"], out["igraph"]),
        f"{polars}, parquet in": peer("polars_graphml", d["rich.parquet"], out["polars"])},
        "12; 2", "25; 4", same_graph(out["ours"], out["igraph"]))
    yield Row("CSV folder read", {
        "Entente": [rates, "read", d["rich.csv"]], f"{polars}, strings": peer("polars_read", d["rich.csv"])}, "0.77", "1")
    yield Row("a year of a graph in memory", {
        "Entente": [rates, "year", d["rich.graphml"], "1956"],
        f"{polars}, four integer columns": peer("polars_year", d["rich.parquet"], 1956),
        "graph-tool " + system_version(system_python, "-c", "import graph_tool; print(graph_tool.__version__)"):
            peer("graph_tool_year", d["rich.graphml"], 1956, interpreter=system_python)}, "1; 0.83", "1")
    yield Row("CSV folder in, DOT out, whole process", {
        "Entente": export(d["rich.csv"], scratch / "ours.dot"),
        "gvpr reading that DOT": ["gvpr", "N{}", d["rich.dot"]]}, "40", "80")
    yield Row("two hops around an entity, graph in memory", {
        "Entente": [rates, "around", d["rich.graphml"], "e7", "2"],
        igraph: peer("igraph_around", d["rich.graphml"], "e7", 2)}, "1", "")
    yield Row(f"graph file (YAML) of {m} relations read and checked", {
        "Entente": [rates, "read", d["plain.yaml"]], f"{version('PyYAML')}, C loader": peer("yaml_read", d["plain.yaml"])},
        "15", "30, 250 MB")
    for command in ("show", "check", "list"):
        yield Row(f"{command} of {m} relations from GraphML", {
            "Entente": ours(command, d["rich.graphml"]),
            "Entente, reading alone": [rates, "read", d["rich.graphml"]]}, "0.77", "0.91")
    yield Row("seed to SVG, quick, whole process", {
        "Entente": export(root / "Graphs/southern-kurils.yaml", scratch / "seed.svg", "--quick"),
        "dot -Tsvg": ["dot", "-Tsvg", d["seed.dot"], "-o", scratch / "dot.svg"]}, "0.71", "0.91")
    yield Row("60 entities and 115 relations to SVG, full search", {
        "Entente": export(d["drawn.yaml"], scratch / "drawn.svg"),
        "dot -Tsvg": ["dot", "-Tsvg", d["seed.dot"], "-o", scratch / "dot.svg"]}, "", "")
    panels = {name: scratch / name / "{year}" for name in ("panel", "peer-panel")}
    yield Row("100 years of 0.1 M relations, a CSV folder each", {
        "Entente": export(d["tenth.graphml"], f"{panels['panel']}/", "--years", "1900..1999", "--format", "csv"),
        "Entente, one export of everything": export(
            d["tenth.graphml"], f"{scratch}/everything/", "--format", "csv"),
        networkx: peer("networkx_panel", d["tenth.graphml"], "1900..1999", panels["peer-panel"])},
        "0.5; 100", "", same_panel(panels["panel"], panels["peer-panel"], years))
    yield Row("start to first diagnostic of a broken file", {
        "Entente": ours("check", d["broken.yaml"]), "dot -V": ["dot", "-V"]}, "0.83", "1.25", status=1)


def table(measured, rounds):
    machine = next(line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
    swift = system_version("swift", "--version")
    dot = system_version("dot", "-V")
    yield (f"Measured {time.strftime('%d %B %Y')} with Swift {swift} (release), Python {platform.python_version()}, "
           f"Graphviz {dot}, libxml2 {system_version('xml2-config', '--version')} on {os.cpu_count()} cores of an {machine}: "
           f"medians of {rounds} interleaved rounds.")
    yield ""
    yield "| job | by | time | CPU | MB | times Entente's time | its CPU | at least | reach for |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for row in measured:
        yield from row.lines()


def scale_table(d, relations):
    """What a relation costs in graphs of three sizes: each is made, measured once, and removed."""
    yield ("| relations | read | year | written | bytes over strings | year | counts | two hops, first | then "
           "| peak MB |")
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for count in relations:
        print(f"scale: {count:,} relations", file=sys.stderr)
        graph, plain = d["scale.graphml"], d["scale.yaml"]
        data.graph_file(plain, count // 5, count, rich=False)
        d.export(plain, graph)
        plain.unlink()
        run = Run([rates, "scale", graph])
        graph.unlink()
        if run.status != 0:
            raise Failure(f"{count:,} relations: ends with {run.status}\n{run.errors}")
        fact = run.facts
        each = [f"{fact[name] / count * 1e9:,.1f} ns" for name in ("read", "year", "write")]
        whole = [f"{fact[name] * 1000:,.2f} ms" for name in ("year", "counts", "aroundFirst", "around")]
        yield f"| {count:,} | {' | '.join(each)} | {fact['bytes'] / count:,.1f} | {' | '.join(whole)} | {run.megabytes:,.0f} |"


def rewrite(readme, name, text):
    """Puts a text between its two marks."""
    begin, end = f"<!-- made by run: {name} -->\n", f"<!-- made by run: {name}, end -->"
    before, rest = readme.split(begin)
    return before + begin + text + "\n" + end + rest.split(end)[1]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--small", action="store_true", help="a hundredth of the data, one round")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--only", default="", help="rows whose name holds this")
    given = options.parse_args()
    d = Data(100 if given.small else 1)
    scratch = d.folder / "out"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    measured = [row for row in rows(d, scratch) if given.only in row.name]
    scale, failures = "", []
    if not given.only or given.only == "scale":
        sizes = (10_000, 100_000) if given.small else (100_000, 1_000_000, 10_000_000)
        lines = []
        try:
            lines.extend(scale_table(d, sizes))
        except Failure as failure:
            failures.append(f"scale: {failure}")
            lines.append(f"| failed: {str(failure).splitlines()[0]} | | | | | | | | |")
        scale = "\n".join(lines)
    rounds = 1 if given.small else given.rounds
    for number in range(rounds):
        for row in measured:
            print(f"round {number + 1} of {rounds}: {row.name}", file=sys.stderr, flush=True)
            row.round()
        # After each round, so that what is measured is not lost with a run that is ended.
        text = "\n".join(table(measured, number + 1))
        if not given.small and not given.only:
            readme = here / "README.md"
            readme.write_text(rewrite(rewrite(readme.read_text(), "processes", text), "scale", scale))
    if given.small or given.only:
        print(text, scale, sep="\n\n")
    failures += [f"{row.name}: {row.failure}" for row in measured if row.failure]
    if failures:
        sys.exit("\n".join(["these failed:", *failures]))


if __name__ == "__main__":
    main()
