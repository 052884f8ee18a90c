"""What Chromium makes of pictures: prints a JSON list with an item for each.

Usage: picture_in_browser.py texts PICTURE.svg...                        where texts are, and what axe-core finds
       picture_in_browser.py faults PICTURE.svg...                       what lies over what
       picture_in_browser.py difference PICTURE.svg PICTURE.png ...      the share in which its own render differs
"""

import base64
import json
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
PROGRAMS = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"]

# By how much the renders are reduced before they are compared, and how much of 255 a channel may then differ.
REDUCTION, THRESHOLD = 4, 48


def main(question: str, *paths: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 2400, "height": 2400})
        if question == "difference":
            answers = [difference(page, svg, png) for svg, png in zip(paths[::2], paths[1::2], strict=True)]
        else:
            answers = [{"texts": texts, "faults": faults}[question](page, path) for path in paths]
        browser.close()
    json.dump(answers, sys.stdout)


def texts(page, path: str):
    show(page, path)
    places = page.evaluate(script("picture_texts"))
    violations = Axe().run(page).response["violations"]
    found = [f"{v['id']}: {v['help']} ({node['html'][:120]})" for v in violations for node in v["nodes"]]
    return {"texts": places, "violations": found}


def faults(page, path: str):
    show(page, path)
    return page.evaluate(script("picture_faults"))


def difference(page, svg: str, png: str):
    renders = {"svg": Path(svg).read_text(encoding="utf-8"), "png": base64.b64encode(Path(png).read_bytes()).decode()}
    return page.evaluate(script("picture_difference"), renders | {"reduction": REDUCTION, "threshold": THRESHOLD})


def show(page, path: str) -> None:
    """Puts a picture into a page, as an article would."""
    svg = Path(path).read_text(encoding="utf-8")
    svg = svg[svg.index("<svg") :]
    head = '<!doctype html><html lang="en"><head><title>Picture</title></head>'
    page.set_content(f"{head}<body><main><h1>Picture</h1>{svg}</main></body></html>")


def script(name: str) -> str:
    return (HERE / f"{name}.js").read_text(encoding="utf-8")


def chromium() -> str:
    for path in PROGRAMS:
        if Path(path).exists():
            return path
    sys.exit("no Chromium: Scripts/setup --tests installs it")


main(*sys.argv[1:])
