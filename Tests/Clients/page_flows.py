"""Plays readers who explore pages in Chromium, offline: prints what went wrong in each story, and the counts of every year.

Usage: page_flows.py SEED.html LARGE.html HOSTILE.html EMPTY.html UNDATED.html GATHERED.html EXPORTS/ SCREENSHOTS/

EXPORTS is what the library writes of the seed's 1956: graph.graphml, and a folder csv.
"""

import csv
import io
import json
import re
import sys
import traceback
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from browsers import chromium

SIZES = {"wide": (1440, 900), "tablet": (820, 1100), "phone": (360, 740)}
STORIES = {}


def story(play):
    STORIES[play.__name__] = play
    return play


class Reader:
    """A browser that is offline, and a list of what is wrong with what it sees."""

    def __init__(self, browser, pages: dict[str, str], exports: Path, shots: Path):
        self.browser, self.pages, self.exports, self.shots, self.faults = browser, pages, exports, shots, []

    def open(self, name="seed", address="", size="wide", scheme="light", touch=False, scripts=True, locale="en-US", **options):
        width, height = SIZES[size]
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=touch, is_mobile=touch,
            java_script_enabled=scripts, offline=True, locale=locale, accept_downloads=True, **options)
        page = context.new_page()
        page.on("console", lambda message: self.faults.append(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", lambda request: self.expect(
            request.url.split(":")[0] in ("file", "data", "blob"), f"a request to {request.url}"))
        page.goto(f"file://{self.pages[name]}{address}")
        return page

    def expect(self, holds, what):
        if not holds:
            self.faults.append(what)

    def equal(self, found, expected, what):
        self.expect(found == expected, f"{what}: {found!r}, not {expected!r}")

    def shot(self, page, name):
        page.screenshot(path=str(self.shots / f"{name}.png"))


def counts(page):
    return page.locator("#counts").inner_text()


def chosen(page):
    return page.locator("#evidence h2").inner_text() if page.locator("#evidence").is_visible() else None


@story
def keyboard(reader):
    """Who claimed the islands in 1956, and where is it written? With keys alone."""
    page = reader.open()
    press = page.keyboard.press
    for _ in range(40):
        press("Tab")
        if page.evaluate("document.activeElement.id") == "year":
            break
    reader.equal(page.evaluate("document.activeElement.id"), "year", "the year is reached with the tab key")
    page.keyboard.type("1956")
    press("Enter")
    reader.equal(counts(page), "1956: 12 relations, 4 possible", "counts")
    for _ in range(20):
        press("Tab")
        if page.evaluate("document.activeElement.innerText") == "claims":
            break
    press("Enter")
    reader.equal(chosen(page), "Japan claims Southern Kuril Islands", "what is chosen")
    reader.equal(page.evaluate("document.activeElement.innerText"), "Japan claims Southern Kuril Islands", "what has the focus")
    text = page.locator("#evidence").inner_text()
    for part in ["since about 1945", "1945~/..", "laid claims to the four southern islands", "TASS", "paragraph 5"]:
        reader.expect(part in text, f"the evidence does not say {part}")
    reader.shot(page, "keyboard")


@story
def touch(reader):
    """The same with a finger alone, on a phone."""
    page = reader.open(size="phone", touch=True)
    box = page.locator("#first-year").bounding_box()
    share = (1956 - 1945) / (2018 - 1945)
    page.touchscreen.tap(box["x"] + 13 + share * (box["width"] - 26), box["y"] + box["height"] / 2)
    reader.equal(page.locator("#year").input_value(), "1956", "the year that the finger chose")
    page.locator("#relations tr:not(.absent) a", has_text="claims").tap()
    reader.equal(chosen(page), "Japan claims Southern Kuril Islands", "what is chosen")
    quote = page.locator("#evidence blockquote")
    reader.expect("laid claims" in quote.inner_text(), "the quote")
    quote.scroll_into_view_if_needed()
    reader.shot(page, "touch")
    page.locator("#picture .entity", has_text="Japan").first.tap()
    reader.equal(chosen(page), "Japan", "a name that is tapped in the picture")


@story
def slider(reader):
    page = reader.open()
    slider = page.locator("#first-year")
    box = slider.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    year = int(page.locator("#year").input_value())
    reader.expect(1975 < year < 1990, f"the middle is {year}")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    reader.equal(page.locator("#year").input_value(), str(year - 1), "a year earlier")
    page.keyboard.press("Home")
    reader.equal(page.locator("#year").input_value(), "1945", "the first year")
    page.locator("#any-year").click()
    reader.equal(counts(page), "30 relations", "any year")
    page.locator("#range").click()
    page.locator("#last-year").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    reader.expect("to 2015" in counts(page), f"a range: {counts(page)}")
    page.locator("#play").click()
    page.wait_for_timeout(1100)
    page.locator("#play").click()
    reader.expect(counts(page) != "", "play")


@story
def search(reader):
    page = reader.open()
    box = page.locator("#search")
    box.fill("habo")
    page.keyboard.press("Enter")
    reader.equal(chosen(page), "Habomai", "what is found")
    box.fill("northern terr")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    reader.equal(chosen(page), "Southern Kuril Islands", "an alias")
    faded = page.locator("#picture .entity.faded").count()
    reader.equal(faded, 15, "entities that do not stand out")
    page.get_by_role("button", name="and theirs").click()
    reader.expect(page.locator("#picture .entity.faded").count() < faded, "two hops show more")
    page.get_by_role("button", name="Find a path to").click()
    page.keyboard.type("putin")
    page.keyboard.press("Enter")
    reader.equal(page.locator("#evidence ol li").count(), 3, "steps from the islands to Putin")
    reader.shot(page, "path")
    box.fill("zzz")
    reader.equal(page.locator("#notice").inner_text(), "No name is like that.", "nothing found")


@story
def evidence(reader):
    page = reader.open(address="#select=habomai")
    text = page.locator("#evidence").inner_text()
    reader.expect("Said, and taken back" in text, "the offer beside its withdrawal")
    reader.equal(page.locator("#evidence .beside li").count(), 3, "statements side by side")
    page.goto(f"file://{reader.pages['seed']}#select=japan-claims-southern-kurils-1945-about-to-open")
    reader.equal(chosen(page), "Japan claims Southern Kuril Islands", "an address that is typed over")
    reader.expect("handed over to" in page.locator("#evidence .beside").inner_text(), "the rival")
    reader.equal(" ".join(page.locator("#evidence mark").inner_text().split()), "laid claims to the four southern islands", "the quote in its paragraph")
    reader.expect("quote found" in page.locator("#evidence .verified").inner_text(), "verified")
    sources = page.locator("#evidence .source").first
    reader.equal([link.get_attribute("href") for link in sources.locator("a").all()], ["https://example.org/tass", "https://doi.org/10.1000/182"],
                 "links to the document")
    for part in ["A. Reporter", "pp. 12–14", "paragraph 5", "ISBN 978-0-306-40615-7"]:
        reader.expect(part in sources.inner_text(), f"the source does not say {part}: {sources.inner_text()}")


@story
def address(reader):
    page = reader.open()
    page.locator("#year").fill("1960")
    page.keyboard.press("Enter")
    page.locator("#relations tr:not(.absent) a", has_text="signed").first.click()
    reader.expect("year=1960&select=" in page.url, f"the address: {page.url}")
    page.go_back()
    reader.equal(page.url.split("#")[1], "year=1960", "one step back")
    page.go_back()
    reader.equal(counts(page), "30 relations", "two steps back")
    page.go_forward()
    reader.equal(page.locator("#year").input_value(), "1960", "one step forward")
    other = reader.open(address="#year=-43")
    reader.equal(other.locator("#year").input_value(), "44 BC", "a year before 0")
    nonsense = reader.open(address="#year=soon&select=nobody&%E0%A4%A&kind=")
    reader.expect("nobody" in nonsense.locator("#notice").inner_text(), "an address that means nothing says so")


@story
def filters(reader):
    page = reader.open()
    page.locator("#tab-filter").click()
    page.locator("#filter label", has_text="person").click()
    reader.equal(counts(page), "24 of 30 relations", "without persons")
    reader.expect("kind=" in page.url, "a filter in the address")
    page.get_by_role("button", name="Show all").click()
    reader.equal(counts(page), "30 relations", "all again")
    page.locator("#picture .legend [data-kind='island']").click()
    reader.equal(counts(page), "19 of 30 relations", "without islands, from the legend")
    page.locator("#tab-table").click()
    page.locator("thead button").first.click()
    names = page.locator("#relations tr:not(.absent) td:first-child").all_inner_texts()
    reader.equal(names, sorted(names), "sorted by who")


def compare_tables(reader, ours: str, library: str):
    """The same columns, in the same order, but for days, and with what is cited; the same in each row."""
    (ours, theirs) = (csv.DictReader(io.StringIO(text, newline="")) for text in (ours, library))
    days = {f"{end}_{which}" for end in ("start", "end") for which in ("earliest", "latest")}
    names = [name for name in theirs.fieldnames if name not in days]
    reader.equal([name for name in ours.fieldnames if name != "citations"], names, "columns of CSV")
    rows = [{row["id"]: {name: row[name] for name in names} for row in table} for table in (ours, theirs)]
    reader.equal(*rows, "rows of CSV")


def compare_graphs(reader, ours: Path, library: Path):
    """The same keys, ids and values."""
    import networkx

    keys = [set(re.findall(r"<key [^>]*>", path.read_text(encoding="utf-8"))) for path in (ours, library)]
    reader.equal(*keys, "keys of GraphML")
    graphs = [networkx.read_graphml(path, force_multigraph=True) for path in (ours, library)]
    reader.equal(*({node: values for node, values in graph.nodes(data=True)} for graph in graphs), "nodes of GraphML")
    reader.equal(*({edge[2]: edge for edge in graph.edges(keys=True, data=True)} for graph in graphs), "edges of GraphML")


@story
def downloads(reader):
    page = reader.open(address="#year=1956")
    for kind, begins in {"svg": b"<svg", "png": b"\x89PNG", "csv": b"\xef\xbb\xbfid,source", "graphml": b"<?xml"}.items():
        page.locator(".menu summary").click() if page.locator("#download").is_hidden() else None
        with page.expect_download() as download:
            page.locator(f"[data-file={kind}]").click()
        path = reader.shots / f"download.{kind}"
        download.value.save_as(path)
        data = path.read_bytes()
        reader.expect(data.startswith(begins), f"{kind} begins with {data[:20]!r}")
        reader.equal(download.value.suggested_filename, f"The-Southern-Kuril-Islands-dispute-1956.{kind}", "its name")
        if kind == "csv":
            compare_tables(reader, data.decode("utf-8-sig"), (reader.exports / "csv/edges.csv").read_text(encoding="utf-8"))
        if kind == "graphml":
            compare_graphs(reader, path, reader.exports / "graph.graphml")
    reader.context = page.context
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#copy").click()
    page.wait_for_timeout(100)
    reader.equal(page.locator("#notice").inner_text(), "The table is copied.", "copying")
    rows = page.evaluate("navigator.clipboard.readText()").split("\n")
    reader.equal((len(rows), rows[0].split("\t")[0]), (13, "Who"), "what is copied")


@story
def poor_browser(reader):
    """One without clipboard, storage or history."""
    page = reader.open()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined}); history.pushState = () => { throw new Error(); }; null")
    page.locator("#copy").click()
    page.wait_for_timeout(100)
    reader.expect("does not let" in page.locator("#notice").inner_text(), "a browser without clipboard is told")
    page.locator("#year").fill("1956")
    page.keyboard.press("Enter")
    reader.expect(counts(page).startswith("1956"), "it works without history")


@story
def without_script(reader):
    page = reader.open(scripts=False)
    reader.shot(page, "without-script")
    reader.expect(page.locator("#picture svg").is_visible(), "the picture without a script")
    text = page.locator("#relations").inner_text()
    for part in ["claims", "since about 1945", "laid claims to the four southern islands", "paragraph 5"]:
        reader.expect(part in text, f"the table does not say {part}")
    reader.expect(not page.locator("#timeline").is_visible(), "no control that does nothing")


@story
def languages(reader):
    page = reader.open(locale="ja-JP", address="#select=japan-claims-southern-kurils-1945-about-to-open")
    reader.equal(page.evaluate("document.documentElement.lang"), "ja", "the browser's language")
    reader.expect("1945年頃から" in page.locator("#evidence").inner_text(), "a date in Japanese")
    page.locator("#language").select_option("ru")
    reader.expect("примерно с 1945" in page.locator("#evidence").inner_text(), "a date in Russian")
    reader.expect("lang=ru" in page.url, "the language in the address")


@story
def embedded(reader):
    page = reader.open()
    frame = "<!doctype html><title>Article</title><p>Text</p><iframe src='SRC' width=700 height=500 title=Graph></iframe>"
    path = reader.shots / "article.html"
    path.write_text(frame.replace("SRC", f"file://{reader.pages['seed']}?embed#year=1956"), encoding="utf-8")
    page.goto(f"file://{path}")
    inner = page.frame_locator("iframe")
    reader.expect(inner.locator("#picture svg").is_visible(), "the picture in a frame")
    reader.expect(not inner.locator("#masthead").is_visible() and not inner.locator("#panel").is_visible(), "no chrome in a frame")
    stage, frame = inner.locator("#stage").bounding_box(), page.locator("iframe").bounding_box()
    reader.expect(stage["height"] >= 0.72 * frame["height"], f"the picture has {stage['height']:.0f} of {frame['height']:.0f} pixels")
    reader.expect(inner.locator("#whole").get_attribute("href").endswith(".html#year=1956"), "the link to the page")
    reader.shot(page, "embedded")


@story
def printing(reader):
    page = reader.open(address="#year=1956", scheme="dark")
    data = page.pdf(path=str(reader.shots / "print.pdf"), prefer_css_page_size=True, format="A4")
    reader.expect(data.startswith(b"%PDF"), "a PDF")
    page.emulate_media(media="print")
    reader.equal(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"), "rgb(255, 255, 255)", "paper is white")
    reader.expect(page.locator("#relations").is_visible() and not page.locator(".slider").is_visible(), "what is printed")
    page = reader.open("large")
    page.emulate_media(media="print")
    message, table = page.locator(".instead").bounding_box(), page.locator("#relations").bounding_box()
    reader.expect(message["y"] + message["height"] <= table["y"], "on paper the table begins below what is said of the picture")
    page.emulate_media(media="screen")
    page.locator("#search").fill("perry")
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    drawn = page.locator(".surroundings .relation").count()
    reader.equal(page.locator("#relations tbody tr").evaluate_all("rows => rows.filter((row) => row.checkVisibility()).length"), drawn,
                 "rows on paper of a graph that is drawn in part")


@story
def hostile(reader):
    page = reader.open("hostile")
    page.wait_for_timeout(100)
    for index in range(min(6, page.locator("#relations tbody tr a").count())):
        page.locator("#tab-table").click()
        page.locator("#relations tbody tr a").nth(index).click()
    reader.equal(page.evaluate("window.broken ?? null"), None, "a name became code")
    reader.equal(page.locator("img, [onerror], [onload], script:not([type])").count(), 0, "a name became markup")
    reader.equal(page.locator("a[href^='javascript']").count(), 0, "a link to code")
    reader.expect("</script><img src=x" in page.locator("h1").inner_text(), "the title as it was written")
    page.locator("#search").fill("<script>")
    reader.expect(page.locator("#found li").count() >= 1, "a name that looks like code is found")
    for kind in ["csv", "graphml", "svg"]:
        page.locator(".menu summary").click() if page.locator("#download").is_hidden() else None
        with page.expect_download() as download:
            page.locator(f"[data-file={kind}]").click()
        download.value.save_as(reader.shots / f"hostile.{kind}")
    import networkx

    reader.equal(networkx.read_graphml(reader.shots / "hostile.graphml", force_multigraph=True).number_of_edges(), 12, "hostile edges")
    reader.shot(page, "hostile")


@story
def bare_graphs(reader):
    page = reader.open("empty")
    reader.expect("nothing in this graph" in page.locator("#picture").inner_text(), "an empty graph says so")
    page = reader.open("undated")
    reader.expect(not page.locator(".slider").is_visible(), "no slider without dates")
    reader.expect("No relation has a date" in page.locator("#timeline").inner_text(), "why there is none")


@story
def gathered(reader):
    """What stands for others goes with them: headings, a hub's card, keys of the legend; a card closes around its rows."""
    page = reader.open("gathered")
    heading = page.locator("#picture text", has_text="Without relations")
    early, late = (page.locator("#picture .card text", has_text=text) for text in ("1920", "1980"))
    seen = lambda: (heading.is_visible(), early.first.is_visible(), late.first.is_visible(), page.locator(".connector").is_visible())
    reader.equal(seen(), (True, True, True, True), "headings at any year")
    for year, expected in {"1925": (False, True, False, True), "1990": (False, False, True, True), "1900": (False, False, False, False)}.items():
        page.locator("#year").fill(year)
        page.keyboard.press("Enter")
        reader.equal(seen(), expected, f"headings in {year}")
    reader.expect(not page.locator(".legend [data-kind=organization]").is_visible(), "a kind of which nothing is shown has no key")
    page = reader.open()
    card = page.locator("#picture .card", has_text="plans joint activity on")
    whole = card.locator(".frame").bounding_box()
    page.locator("#year").fill("1956")
    page.keyboard.press("Enter")
    frame, row = (card.locator(name).bounding_box() for name in (".frame", ".relation:not(.absent) text >> nth=0"))
    reader.expect(frame["height"] < whole["height"] * 0.6, "a card of three lines is closed around the one that is shown")
    reader.expect(frame["y"] <= row["y"] + 1 and row["y"] + row["height"] <= frame["y"] + frame["height"] + 1, "the row stands in its frame")
    end = page.evaluate("(() => { const line = document.querySelector('#picture .card:has(.relation.claims:not(.absent)) > path'); const {x, y} = line.getPointAtLength(line.getTotalLength()); return {x, y}; })()")
    box = page.evaluate("(() => { const {x, y, width, height} = document.querySelector('#picture .card:has(.relation.claims:not(.absent)) > .frame').getBBox(); return {x, y, width, height}; })()")
    reader.expect(box["x"] - 1 <= end["x"] <= box["x"] + box["width"] + 1 and abs(end["y"] - box["y"]) < 1, "the line goes to the frame")
    page.locator("#any-year").click()
    reader.equal(card.locator(".frame").bounding_box(), whole, "the frame at any year again")
    reader.shot(page, "gathered")


@story
def large(reader):
    page = reader.open("large", size="phone", touch=True)
    reader.expect("too many for one picture" in page.locator("#picture").inner_text(), "a large graph says why there is no picture")
    page.locator("#search").fill("perry")
    page.locator("#found li").first.tap()
    reader.expect(page.locator("#picture svg .relation").count() > 0, "the surroundings are drawn")
    reader.shot(page, "large-phone")
    page = reader.open("large")
    page.locator("#search").fill("japan")
    page.keyboard.press("Enter")
    reader.expect("up to 60 can be drawn" in page.locator("#picture").inner_text(), "too many to draw is said")
    page.locator("#year").fill("1956")
    page.keyboard.press("Enter")
    reader.expect(page.locator("#picture svg .relation").count() > 0, "a year leaves few enough")
    reader.shot(page, "large-wide")
    page.locator("#any-year").click()
    page.get_by_role("button", name="and theirs").click()
    offers = page.locator("#picture button")
    reader.expect(offers.count() >= 2, "a neighbourhood that is too large comes with smaller ones")
    offers.filter(has_text=re.compile(r"^\d")).click()
    reader.expect("year=" in page.url and "hops=2" in page.url, "a year that has few enough is offered")
    reader.expect(0 < page.locator("#picture svg .relation").count() <= 60, "what is offered can be drawn")
    entities = page.locator("#picture svg .entity:not(.again)").evaluate_all("items => items.map((item) => item.getAttribute('data-row'))")
    reader.equal(len(entities), len(set(entities)), "each name stands once, and again only as such")
    drawn = page.locator("#picture svg .relation").evaluate_all("items => items.map((item) => item.getAttribute('data-row'))")
    reader.expect(len(drawn) > 1 and len(drawn) == len(set(drawn)), f"each relation is drawn once: {drawn}")
    reader.shot(page, "large-two-hops")


@story
def accessibility(reader):
    for size in SIZES:
        for scheme in ["light", "dark"]:
            for name, address in [("seed", ""), ("seed", "#year=1956&select=habomai"), ("seed", "#tab=filter"), ("large", "#year=1956"), ("large", "#select=gsh%3Ajapan&year=1956")]:
                page = reader.open(name, address, size, scheme)
                for violation in Axe().run(page).response["violations"]:
                    for node in violation["nodes"]:
                        reader.faults.append(f"{size} {scheme} {address}: {violation['id']}: {violation['help']} ({node['html'][:150]})")
                reader.shot(page, f"{size}-{scheme}-{name}{address.replace('#', '-').replace('&', '-').replace('=', '-')}")
                page.context.close()


def years(reader, name):
    """Every year of the slider: what is counted, drawn and in the table."""
    page = reader.open(name)
    return page.evaluate("""async () => {
      const slider = document.getElementById("first-year");
      const found = [];
      for (let year = Number(slider.min); year <= Number(slider.max); year++) {
        slider.value = String(year);
        slider.dispatchEvent(new Event("input", {bubbles: true}));
        if (document.querySelectorAll("#relations tbody tr").length >= 800) await new Promise((resolve) => setTimeout(resolve, 80));
        const count = (selector) => document.querySelectorAll(selector).length;
        found.push({
          year, said: document.getElementById("counts").textContent,
          rows: [count("#relations tr.certain"), count("#relations tr.possible")],
          drawn: [count("#picture .relation.certain"), count("#picture .relation.possible")],
        });
      }
      return found;
    }""")


def main(*arguments: str) -> None:
    *files, exports, shots = arguments
    pages = dict(zip(["seed", "large", "hostile", "empty", "undated", "gathered"], files, strict=True))
    faults = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, play in STORIES.items():
            reader = Reader(browser, pages, Path(exports), Path(shots))
            try:
                play(reader)
            except Exception:
                reader.faults.append(traceback.format_exc(limit=3))
            faults[name] = reader.faults
            for context in browser.contexts:
                context.close()
        reader = Reader(browser, pages, Path(exports), Path(shots))
        counted = {name: years(reader, name) for name in ["seed", "large"]}
        faults["years"] = reader.faults
        browser.close()
    json.dump({"faults": faults, "years": counted}, sys.stdout)


main(*sys.argv[1:])
