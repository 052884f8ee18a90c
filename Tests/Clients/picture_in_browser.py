"""What a browser makes of an SVG: the boxes of its texts, where the texts leave the page, and what axe-core finds.

Usage: picture_in_browser.py PICTURE.svg
"""

import json
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

MEASURE = """
() => {
  const root = document.querySelector('svg');
  const scale = root.viewBox.baseVal.width / root.getBoundingClientRect().width;
  const origin = root.getBoundingClientRect();
  return [...root.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return {
      text: text.textContent,
      left: (box.left - origin.left) * scale, right: (box.right - origin.left) * scale,
    };
  });
}
"""


def main(path: str) -> None:
    svg = Path(path).read_text(encoding="utf-8")
    svg = svg[svg.index("<svg"):]
    page_text = f'<!doctype html><html lang="en"><head><title>Picture</title></head><body><main><h1>Picture</h1>{svg}</main></body></html>'
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 2400, "height": 2400})
        page.set_content(page_text)
        texts = page.evaluate(MEASURE)
        violations = Axe().run(page).response["violations"]
        browser.close()
    found = [f"{v['id']}: {v['help']} ({node['html'][:120]})" for v in violations for node in v["nodes"]]
    json.dump({"texts": texts, "violations": found}, sys.stdout)


def chromium() -> str:
    for path in ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"]:
        if Path(path).exists():
            return path
    sys.exit("no Chromium: Scripts/setup --tests installs it")


main(sys.argv[1])
