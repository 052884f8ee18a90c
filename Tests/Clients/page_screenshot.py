"""The page as the README shows it: 1956, with a claim chosen.

Usage: page_screenshot.py PAGE.html SCREENSHOT.png
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from browsers import chromium


def main(path: str, shot: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": 820}, locale="en-US", device_scale_factor=1.5)
        page.goto(f"file://{Path(path).resolve()}#year=1956")
        page.locator("#picture .entity", has_text="Japan").first.click()
        page.locator("#evidence a", has_text="Japan claims").first.click()
        page.locator("#fit").click()
        page.locator("h1").click()
        page.screenshot(path=shot)
        browser.close()


main(*sys.argv[1:])
