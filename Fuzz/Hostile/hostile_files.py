"""The hostile files: each with what a reader may rightly make of it.

    python3 hostile_files.py FOLDER     writes all of them

A case is a name (its ending is the format), the bytes, and the right results besides a refusal: a list of
(nodes, edges), or None where only a refusal is right. Everything is made here; nothing comes from elsewhere.
"""
import gzip
import io
import os
import sys
import zipfile

# What must never come out: the contents of a file that a hostile file names. The runner writes it into SECRET.
CANARY = "canary-5f1d2c"
SECRET = "secret.txt"

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
KEYS = '<key id="n_label" for="node" attr.name="label" attr.type="string"/>\n<key id="e_w" for="edge" attr.name="weight" attr.type="double"/>\n<key id="n_i" for="node" attr.name="i" attr.type="int"/>\n'
BODY = '<graph edgedefault="directed">\n<node id="a"><data key="n_label">A</data></node>\n<node id="b"/>\n<edge id="r" source="a" target="b"/>\n</graph>\n'
CLOSE = "</graphml>\n"
ONE = [(2, 1)]


def graphml(body=BODY, keys=KEYS, head=HEAD, open_=OPEN, close=CLOSE, doctype=""):
    return (head + doctype + open_ + keys + body + close).encode()


def graph(inner, direction="directed"):
    return f'<graph edgedefault="{direction}">\n{inner}</graph>\n'


def label(text):
    return graph(f'<node id="a"><data key="n_label">{text}</data></node>\n<node id="b"/>\n<edge source="a" target="b"/>\n')


def laughs(levels=9):
    lines = ['<!ENTITY l0 "ha">'] + [f'<!ENTITY l{n} "{("&l%d;" % (n - 1)) * 10}">' for n in range(1, levels + 1)]
    return "<!DOCTYPE graphml [" + "\n".join(lines) + "]>\n"


def graphml_cases(folder):
    secret = os.path.join(folder, SECRET)
    yield "external-entity", graphml(label("&x;"), doctype=f'<!DOCTYPE graphml [<!ENTITY x SYSTEM "file://{secret}">]>\n'), ONE
    yield "external-entity-relative", graphml(label("&x;"), doctype=f'<!DOCTYPE graphml [<!ENTITY x SYSTEM "{SECRET}">]>\n'), ONE
    yield "external-subset", graphml(label("A"), doctype=f'<!DOCTYPE graphml SYSTEM "file://{secret}">\n'), ONE
    yield "parameter-entity", graphml(label("A"), doctype=f'<!DOCTYPE graphml [<!ENTITY % x SYSTEM "file://{secret}"> %x;]>\n'), ONE
    yield "xinclude", graphml(label(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>')), ONE
    yield "entity-over-the-network", graphml(label("&x;"), doctype='<!DOCTYPE graphml [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>\n'), ONE
    yield "billion-laughs", graphml(label("&l9;"), doctype=laughs()), None
    yield "quadratic-blow-up", graphml(label("&big;" * 40_000), doctype='<!DOCTYPE graphml [<!ENTITY big "' + "x" * 40_000 + '">]>\n'), None
    yield "entity-of-itself", graphml(label("&x;"), doctype='<!DOCTYPE graphml [<!ENTITY x "&x;">]>\n'), None
    yield "unknown-entity", graphml(label("&nbsp;")), None
    yield "deep-nesting", graphml(graph("<node id='a'>" + "<desc>" * 1_000_000 + "</desc>" * 1_000_000 + "</node>")), [(1, 0)]
    yield "deep-graphs", graphml("".join(f'<graph edgedefault="directed"><node id="n{n}">' for n in range(50_000)) + "</node></graph>" * 50_000), [(50_000, 0)]
    yield "huge-attribute", graphml(graph(f'<node id="{"a" * 30_000_000}"/>')), [(1, 0)]
    yield "huge-text", graphml(label("x" * 40_000_000)), ONE
    yield "hundred-thousand-keys", graphml(keys="".join(f'<key id="k{n}" for="node" attr.name="k{n}" attr.type="string"/>\n' for n in range(100_000))), [(2, 1)]
    yield "wrong-encoding-declared", graphml(head='<?xml version="1.0" encoding="UTF-16"?>\n'), ONE
    yield "unknown-encoding", graphml(head='<?xml version="1.0" encoding="klingon"?>\n'), None
    yield "latin-1-as-utf-8", graphml(label("Caf\u00e9")).decode().encode("latin-1"), None
    yield "latin-1-declared", graphml(label("Caf\u00e9"), head='<?xml version="1.0" encoding="ISO-8859-1"?>\n').decode().encode("latin-1"), ONE
    yield "utf-16", graphml(label("Caf\u00e9"), head='<?xml version="1.0" encoding="UTF-16"?>\n').decode().encode("utf-16"), ONE
    yield "invalid-utf-8", graphml(label("@@")).replace(b"@@", b"\xff\xfe\xfd"), None
    yield "half-a-surrogate", graphml(label("@@")).replace(b"@@", b"\xed\xa0\x80"), None
    yield "nul-byte", graphml(label("@")).replace(b"@", b"\0"), None
    yield "nul-as-reference", graphml(label("&#0;")), None
    yield "control-as-reference", graphml(label("&#8;")), None
    whole = graphml()
    for place in (1, 40, 150, 330, len(whole) - 60, len(whole) - 12):
        yield f"truncated-at-{place}", whole[:place], None
    yield "empty", b"", None
    yield "white-space", b" \n \n", None
    yield "json-inside", b'{"nodes": [], "links": []}', None
    yield "png-inside", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), None
    yield "html-inside", b"<!doctype html><html><body><p>no graph</body></html>", None
    yield "no-graph", graphml(""), [(0, 0)]
    yield "two-roots", graphml() + graphml(head=""), None
    yield "unclosed-tag", graphml(graph("<node id='a'>")), None
    yield "crossed-tags", graphml(graph("<node id='a'><data key='n_label'>A</node></data>")), None
    yield "attribute-twice", graphml(graph("<node id='a' id='b'/>")), None
    yield "edge-to-nobody", graphml(graph('<node id="a"/><edge source="a" target="zz"/>')), None
    yield "edge-without-target", graphml(graph('<node id="a"/><edge source="a"/>')), None
    yield "node-without-id", graphml(graph("<node/>")), None
    yield "node-id-empty", graphml(graph('<node id=""/>')), None
    yield "node-twice", graphml(graph('<node id="a"><data key="n_label">A</data></node><node id="a"><data key="n_label">B</data></node>')), None
    yield "key-twice", graphml(keys=KEYS + '<key id="n_label" for="node" attr.name="other" attr.type="int"/>\n'), None
    yield "undeclared-key", graphml(graph('<node id="a"><data key="zz">A</data></node>')), [(1, 0)]
    yield "unknown-key-type", graphml(keys='<key id="n_label" for="node" attr.name="label" attr.type="quaternion"/>\n'), ONE
    yield "no-integer", graphml(graph('<node id="a"><data key="n_i">many</data></node>')), None
    yield "integer-too-large", graphml(graph('<node id="a"><data key="n_i">99999999999999999999999</data></node>')), None
    yield "no-double", graphml(graph('<node id="a"/><node id="b"/><edge source="a" target="b"><data key="e_w">heavy</data></edge>')), None
    yield "hyperedge", graphml(graph('<node id="a"/><node id="b"/><node id="c"/><hyperedge><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge>')), None
    yield "unknown-direction", graphml(graph('<node id="a"/>', direction="sideways")), None
    yield "markup-in-a-name", graphml(label("&lt;/script&gt;&lt;img onerror=alert(1)&gt;]]&gt;")), ONE
    yield "id-with-quotes", graphml(graph("<node id='a\"b'/><node id='b'/><edge source='a\"b' target='b'/>")), ONE


GEXF_OPEN = HEAD + '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
GEXF_BODY = '<graph defaultedgetype="directed">\n<nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>\n<edges><edge id="0" source="a" target="b"/></edges>\n</graph>\n</gexf>\n'


def gexf_cases(folder):
    secret = os.path.join(folder, SECRET)
    body = GEXF_BODY.replace('label="A"', 'label="&x;"')
    entity = f'<!DOCTYPE gexf [<!ENTITY x SYSTEM "file://{secret}">]>\n'
    yield "external-entity", (GEXF_OPEN.replace("<gexf", entity + "<gexf") + body).encode(), None
    yield "billion-laughs", (GEXF_OPEN.replace("<gexf", laughs().replace("graphml", "gexf") + "<gexf") + body.replace("&x;", "&l9;")).encode(), None
    whole = (GEXF_OPEN + GEXF_BODY).encode()
    for place in (30, 150, len(whole) - 30):
        yield f"truncated-at-{place}", whole[:place], None
    yield "edge-to-nobody", whole.replace(b'target="b"', b'target="zz"'), None
    yield "node-twice", whole.replace(b'id="b" label', b'id="a" label'), None
    yield "start-after-end", whole.replace(b'label="A"', b'label="A" start="2000-01-01" end="1900-01-01"'), None
    yield "no-date", whole.replace(b'label="A"', b'label="A" start="yesterday"'), None
    yield "deep-nodes", (GEXF_OPEN + '<graph defaultedgetype="directed">' + "".join(f'<nodes><node id="n{n}" label="x">' for n in range(50_000)) + "</node></nodes>" * 50_000 + "</graph></gexf>").encode(), [(50_000, 0)]
    yield "graphml-inside", graphml(), None
    yield "empty", b"", None


def csv_cases(folder):
    yield "quote-not-closed", b'source,target,note\na,b,"never closed\nb,c,x\n', None
    yield "quote-not-closed-large", b'source,target,note\na,b,"' + b"x\n" * 5_000_000, None
    yield "row-too-short", b"source,target,note\na,b,x\nc\n", None
    yield "row-too-long", b"source,target,note\na,b,x\nc,d,e,f,g\n", None
    yield "nul", b"source,target\na,b\nc,\0\n", None
    yield "carriage-returns", b"source,target\ra,b\rc,d\r", [(4, 2)]
    yield "byte-order-mark", b"\xef\xbb\xbfsource,target\na,b\n", [(2, 1)]
    yield "utf-16", "source,target\na,b\n".encode("utf-16"), [(2, 1)]
    yield "latin-1", "source,target\nCaf\u00e9,b\n".encode("latin-1"), None
    yield "field-of-10-mb", b"source,target,note\na,b," + b"x" * 10_000_000 + b"\n", [(2, 1)]
    yield "end-empty", b"source,target\na,\n", None
    yield "columns-twice", b"source,target,source\na,b,c\n", None
    yield "no-ends", b"colour,size\nred,1\n", None
    yield "empty", b"", None
    yield "png-inside", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), None
    yield "html-inside", b"<!doctype html><html><body><p>404, not found</body></html>\n", None
    yield "hundred-thousand-columns", b"source,target," + b",".join(b"c%d" % n for n in range(100_000)) + b"\na,b," + b",".join(b"1" for _ in range(100_000)) + b"\n", [(2, 1)]


NODE_LINK = b'{"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "key": 0}]}'


def json_cases(folder):
    for place in (1, 30, 80, len(NODE_LINK) - 1):
        yield f"truncated-at-{place}", NODE_LINK[:place], None
    yield "depth", b'{"nodes": ' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"}", None
    yield "depth-open", b"[" * 1_000_000, None
    yield "key-twice", NODE_LINK.replace(b'"nodes"', b'"nodes": [{"id": "zz"}], "nodes"'), None
    yield "number-without-end", NODE_LINK.replace(b'{"id": "b"}', b'{"id": "b", "n": ' + b"9" * 5_000_000 + b"}"), None
    yield "half-a-surrogate", NODE_LINK.replace(b'"b"}]', b'"b", "name": "\\ud800"}]'), None
    yield "invalid-utf-8", NODE_LINK.replace(b'"b"}]', b'"b", "name": "\xff"}]'), None
    yield "comma-too-many", NODE_LINK.replace(b"}]}", b"},]}"), None
    yield "two-documents", NODE_LINK + NODE_LINK, None
    yield "edge-to-nobody", NODE_LINK.replace(b'"target": "b"', b'"target": "zz"'), None
    yield "links-no-list", NODE_LINK.replace(b'[{"source": "a", "target": "b", "key": 0}]', b'"a-b"'), None
    yield "node-twice", NODE_LINK.replace(b'{"id": "b"}', b'{"id": "a"}, {"id": "b"}'), None
    yield "empty", b"", None
    yield "xml-inside", graphml(), None


YAML = b"title: T\npeople:\n  a: A\nstates:\n  b: B\nrelations:\n  - a president-of b: {when: 1956}\n"


def yaml_cases(folder):
    bomb = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(b"%c: &%c [%s]\n" % (c, c, b",".join(b"*%c" % (c - 1) for _ in range(9))) for c in range(ord("b"), ord("l")))
    yield "alias-bomb", YAML + b"attributes:\n" + bomb, None
    yield "alias-cycle", YAML + b"x: &x [*x]\n", None
    yield "merge-key", b"base: &base {name: A}\npeople:\n  a: {<<: *base}\n", None
    yield "python-tag", YAML.replace(b"title: T", b'title: !!python/object/apply:os.system ["true"]'), None
    yield "nesting", b"title: " + b"[" * 100_000 + b"]" * 100_000 + b"\n", None
    yield "key-twice", YAML.replace(b"people:", b"title: U\npeople:"), None
    yield "million-keys", b"people:\n" + b"".join(b"  p%d: P\n" % n for n in range(1_000_000)), [(1_000_000, 0)]
    yield "tab", YAML.replace(b"  a: A", b"\ta: A"), None
    yield "nul", YAML.replace(b"T", b"\0"), None
    yield "latin-1", YAML.replace(b": A", b": Caf\xe9"), None
    yield "two-documents", YAML + b"---\n" + YAML, None
    for place in (3, 40, len(YAML) - 8):
        yield f"truncated-at-{place}", YAML[:place], None
    yield "text-of-the-system", b"documents:\n  d: {text: /etc/passwd}\n" + YAML.replace(b"{when: 1956}", b"{cite: 'd \"not there at all\"'}"), ONE
    yield "text-is-a-device", b"documents:\n  d: {text: /dev/zero}\n" + YAML.replace(b"{when: 1956}", b"{cite: 'd \"not there\"'}"), ONE
    secret = os.path.join(folder, "..", SECRET).encode()
    yield "text-climbs", b"documents:\n  d: {text: " + secret + b"}\n" + YAML.replace(b"{when: 1956}", b"{cite: 'd \"not there\"'}"), ONE
    yield "empty", b"", None


def sheet(rows):
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows)
    return f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'


def workbook(sheet_xml, extra=(), leave_out=()):
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet_xml,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in list(parts.items()) + list(extra):
            if name not in leave_out:
                archive.writestr(name, text)
    return out.getvalue()


def xlsx_cases(folder):
    rows = [("source", "target"), ("a", "b")]
    whole = workbook(sheet(rows))
    yield "bomb", workbook(sheet(rows).replace(">a<", ">" + "x" * 400_000_000 + "<")), None
    yield "path-climbs", workbook(sheet(rows), extra=[("../../../../tmp/entente-climbed", CANARY)]), ONE
    yield "truncated", whole[: len(whole) // 2], None
    yield "no-directory", whole[:-22], None
    yield "sheet-missing", workbook("", leave_out=["xl/worksheets/sheet1.xml"]), None
    yield "sheet-broken", workbook(sheet(rows)[:-20]), None
    yield "external-entity", workbook(sheet(rows).replace("<worksheet", f'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file://{os.path.join(folder, SECRET)}">]><worksheet').replace(">a<", ">&x;<")), None
    yield "no-zip", b"source,target\na,b\n", None
    yield "empty", b"", None


def gz_cases(folder):
    whole = gzip.compress(graphml())
    yield "bomb", gzip.compress(graphml(label("x" * 1_500_000_000)), 9), None
    yield "truncated", whole[: len(whole) // 2], None
    yield "wrong-checksum", whole[:-8] + b"\0" * 8, None
    yield "no-gzip", graphml(), ONE


# Where the file as a whole is what is wrong: nothing is in it, it is another format, or its packing is broken.
WHOLE = ("empty.", "white-space.", "json-inside.", "png-inside.", "html-inside.", "xml-inside.", "graphml-inside.",
         "no-zip.", "truncated.", "no-directory.", "wrong-checksum.", "no-gzip.")


def cases(folder):
    """All cases as (file name, bytes, right results), with names that say what is wrong."""
    for ending, make in (
        ("graphml", graphml_cases), ("gexf", gexf_cases), ("csv", csv_cases), ("json", json_cases),
        ("yaml", yaml_cases), ("xlsx", xlsx_cases), ("graphml.gz", gz_cases),
    ):
        for name, content, right in make(folder):
            yield f"{name}.{ending}", content, right


def write_all(folder):
    """Writes every file into `folder`, and gives the right results by file name."""
    os.makedirs(folder, exist_ok=True)
    for place in (folder, os.path.dirname(os.path.abspath(folder))):
        with open(os.path.join(place, SECRET), "w") as secret:
            secret.write(CANARY + "\n")
    rights = {}
    for name, content, right in cases(os.path.abspath(folder)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
        rights[name] = right
    return rights


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"{len(write_all(sys.argv[1]))} files in {sys.argv[1]}")
