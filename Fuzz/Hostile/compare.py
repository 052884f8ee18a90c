"""Gives the hostile files to Entente and to the tools beside it, and writes the table of what became of them.

    python3 compare.py [--entente PATH] [--tools TOOL,TOOL] [--largest BYTES] [--details FILE.csv] [--table PAGE.md]

Each file is read in a process of its own with 10 seconds and 2 GB; Entente has 2 seconds, and 2 more for each megabyte, where
that is less. What came of it is one of:

    refused with a place   an error that names a line, a column, a byte, a row or an element; or the file, where that is
                           wrong as a whole: empty, another format, broken packing
    refused                an error without one
    right result           what the file says
    wrong result           a graph that the file does not say: half of it, or what only an error could be made of
    hang, memory, crash    over 10 seconds, over 2 GB, ended by a signal
    file read              the text of a file that the hostile file named came out

--table replaces what stands between the two marks of the page.
"""
import argparse
import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

import hostile_files

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
VENV = os.path.join(HERE, ".venv", "bin", "python")
OUTCOMES = ["refused with a place", "refused", "right result", "wrong result", "hang", "memory", "crash", "file read"]
MARKS = ("<!-- hostile files: begin -->", "<!-- hostile files: end -->")

# Which endings each tool reads.
READS = {
    "Entente": ("graphml", "graphml.gz", "gexf", "csv", "json", "yaml", "xlsx"),
    "NetworkX": ("graphml", "graphml.gz", "gexf", "json"),
    "igraph": ("graphml", "graphml.gz"),
    "graph-tool": ("graphml", "graphml.gz"),
    "rustworkx": ("graphml", "json"),
    "Graphviz": ("graphml",),
    "pandas": ("csv", "xlsx"),
    "PyYAML": ("yaml",),
}
PLACE = re.compile(r"line:? ?\d|:\d+:\d|column \d|row \d|char \d|byte \d|offset \d|position \d|element '?<?\w|\d+: parser error|sheet '|\.xml\b", re.I)


def command(tool, path, entente):
    if tool == "Entente":
        return [entente, "export", path, "-o", "-", "--format", "json", "--quiet"]
    if tool == "Graphviz":
        return ["graphml2gv", path]
    python = "/usr/bin/python3" if tool == "graph-tool" else VENV
    return [python, os.path.join(HERE, "peers.py"), tool.lower().replace("-", "_"), path]


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def result_of(tool, out):
    """Nodes, edges, and whether the secret came out."""
    if tool == "Graphviz":
        text = out.decode(errors="replace")
        edges = len(re.findall(r"->|--", text))
        nodes = len(set(re.findall(r"^\s+(\S+?)(?: \[|;)", text, re.M)) | set(re.findall(r"(\w+) (?:->|--) (\w+)", text)))
        return nodes, edges, hostile_files.CANARY in text
    told = json.loads(out)
    if tool == "Entente":
        return len(told["nodes"]), len(told.get("links", told.get("edges", []))), hostile_files.CANARY in out.decode()
    return told["nodes"], told["edges"], told["leaks"]


def own_words(said):
    """What a tool said itself, without the lines of a Python traceback."""
    lines = said.split("\n")
    if "Traceback (most recent call last):" in lines:
        lines = [line for line in lines if not line.startswith((" ", "Traceback"))]
    return "\n".join(lines)


def seconds(tool, path):
    return min(10, 2 + 2 * os.path.getsize(path) / 1e6) if tool == "Entente" else 10


def has_place(path, said):
    return PLACE.search(said) or os.path.basename(path).startswith(hostile_files.WHOLE) and path in said


def outcome(tool, path, right, entente):
    try:
        run = subprocess.run(command(tool, path, entente), capture_output=True, timeout=seconds(tool, path), preexec_fn=limits, cwd=os.path.dirname(path))
    except subprocess.TimeoutExpired:
        return "hang", ""
    said = own_words(run.stderr.decode(errors="replace"))
    if hostile_files.CANARY in said or hostile_files.CANARY.encode() in run.stdout or "root:x:0" in said:
        return "file read", said
    if re.search(r"MemoryError|bad_alloc|out of memory|cannot allocate", said, re.I):
        return "memory", said
    if run.returncode < 0 or "panicked" in said:
        return "crash", said
    if run.returncode != 0 or not run.stdout.strip():
        return ("refused with a place" if has_place(path, said) else "refused"), said
    try:
        nodes, edges, leaks = result_of(tool, run.stdout)
    except (ValueError, KeyError):
        return "wrong result", said
    if leaks:
        return "file read", said
    if tool == "Graphviz":
        # Its edges count, its nodes only where they have a line of their own.
        return ("right result" if right and any(edges == e for _, e in right) else "wrong result"), said
    return ("right result" if right and (nodes, edges) in right else "wrong result"), f"{nodes} nodes, {edges} edges " + said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entente", default=os.path.join(ROOT, ".build", "release", "entente"))
    parser.add_argument("--tools", default=",".join(READS))
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--largest", type=int, default=1 << 40, help="files no longer than this")
    parser.add_argument("--details")
    parser.add_argument("--table")
    options = parser.parse_args()
    tools = options.tools.split(",")
    table = {tool: dict.fromkeys(OUTCOMES, 0) for tool in tools}
    details = []
    with tempfile.TemporaryDirectory() as top:
        folder = os.path.join(top, "set")
        rights = hostile_files.write_all(folder)
        for tool in tools:
            for name in sorted(rights):
                if name.split(".", 1)[1] not in READS[tool] or options.only not in name:
                    continue
                if os.path.getsize(os.path.join(folder, name)) > options.largest:
                    continue
                came, said = outcome(tool, os.path.join(folder, name), rights[name], options.entente)
                table[tool][came] += 1
                details.append((tool, name, came, " ".join(said.split())[:300]))
                print(f"{tool:10} {name:40} {came}", file=sys.stderr)
    lines = ["| tool | files | " + " | ".join(OUTCOMES) + " |", "| --- | " + "---: | " * (len(OUTCOMES) + 1)]
    for tool in tools:
        counts = table[tool]
        lines.append(f"| {tool} | {sum(counts.values())} | " + " | ".join(str(counts[key] or "") for key in OUTCOMES) + " |")
    text = "\n".join(line.rstrip() for line in lines)
    print(text)
    if options.details:
        with open(options.details, "w", newline="") as file:
            csv.writer(file).writerows([("tool", "file", "outcome", "said")] + details)
    if options.table:
        with open(options.table) as file:
            page = file.read()
        before, _, rest = page.partition(MARKS[0])
        _, _, after = rest.partition(MARKS[1])
        with open(options.table, "w") as file:
            file.write(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}")


if __name__ == "__main__":
    main()
