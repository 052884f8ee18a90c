"""How fast a page is in Chromium: with 1,200 entities and relations in one picture, beside plain SVG of the same elements, and
with 5,000 relations and no picture. Prints a table.

Usage: .venv/bin/python Benchmarks/page.py ENTENTE

ENTENTE is the command, built for release. Every figure is the best of several runs: what else runs can only add to it.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests" / "Clients"))
from browsers import chromium

ROUNDS = 5

# Until what the page shows has been painted once its scripts have run.
OPENED = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"

# Every year after the other, as fast as frames are painted.
MOVED = """async () => {
  const slider = document.querySelector("input[type=range]");
  const [first, last] = [Number(slider.min), Number(slider.max)];
  const start = performance.now();
  let frames = 0;
  while (performance.now() - start < 2000) {
    slider.value = String(first + frames % (last - first + 1));
    slider.dispatchEvent(new Event("input", {bubbles: true}));
    await new Promise(requestAnimationFrame);
    frames++;
  }
  return frames * 1000 / (performance.now() - start);
}"""

# The same elements and a slider, and nothing else: what a careful author would write by hand.
PLAIN = """<!doctype html><meta charset="utf-8"><title>Plain</title>
<style>STYLE svg { width: 100vw; height: 90vh } .absent { display: none }</style>
PICTURE<input type="range" min="FIRST" max="LAST">
<script>
  const years = YEARS;
  const items = [...document.querySelectorAll(".relation")].map((item) => [item, years[item.dataset.row]]);
  document.querySelector("input").addEventListener("input", ({target: {value}}) => {
    for (const [item, [from, to]] of items) item.classList.toggle("absent", value < from || value > to);
  });
</script>"""


def graph(path: Path, entities: int, relations: int) -> None:
    """Relations that begin in one of a hundred years each and last; all of them in the last."""
    lines = ["title: As much as there can be", "schema: {relations: {knows: {}}}", "people:"]
    lines += [f"  p{index}: Name {index}" for index in range(entities)] + ["relations:"]
    for index in range(relations):
        subject = index % entities
        other = (index + 1) // 2 if index < entities else (index * 7 + 3) % entities
        other += other == subject
        lines.append(f"  - p{subject} knows p{other % entities}: {{when: {1900 + index % 100}/.., id: r{index}}}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def plain(page: str) -> str:
    """The page's picture in a page of its own."""
    style = re.search(r"<style>(.*?)@media", page, re.DOTALL)[1]
    picture = re.search(r'<figure id="picture">(.*?)</figure>', page, re.DOTALL)[1]
    # The rows' numbers have the oldest first.
    years = sorted([1900 + index % 100, 9999] for index in range(800))
    text = PLAIN
    for name, part in {"STYLE": style, "PICTURE": picture, "FIRST": "1900", "LAST": "1999", "YEARS": str(years)}.items():
        text = text.replace(name, part, 1)
    return text


def measure(browser, path: Path) -> tuple[float, float]:
    """The fewest milliseconds until it is painted, and the most frames a second while the slider moves."""
    opened, frames = [], []
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(path.as_uri())
        opened.append(page.evaluate(OPENED))
        frames.append(page.evaluate(MOVED))
        page.close()
    return min(opened), max(frames)


def main(entente: str) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = {}
        for name, entities, relations in [("picture", 400, 800), ("table", 2000, 5000)]:
            source, pages[name] = Path(folder, f"{name}.yaml"), Path(folder, f"{name}.html")
            graph(source, entities, relations)
            subprocess.run([entente, "export", source, "--quick", "--quiet", "-o", pages[name]], check=True)
        pages["plain"] = Path(folder, "plain.html")
        pages["plain"].write_text(plain(pages["picture"].read_text(encoding="utf-8")), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        figures = {name: measure(browser, path) for name, path in pages.items()}
        print(f"Chromium {browser.version}\n")
        browser.close()
    print("| page | opens, ms | frames a second |\n| --- | --- | --- |")
    for name, said in [("picture", "400 entities and 800 relations in one picture"), ("plain", "the same elements as plain SVG"),
                       ("table", "2,000 entities and 5,000 relations, no picture")]:
        opened, frames = figures[name]
        print(f"| {said} | {opened:,.0f} | {frames:,.0f} |")
    (opened, frames), (bare, fastest) = figures["picture"], figures["plain"]
    print(f"| the page beside plain SVG | {opened / bare:.1f} times as long | {frames / fastest:.2f} of them |")


main(*sys.argv[1:])
