"""Runs the tests of the page's modules in Chromium: prints what they found wrong, and how many answers they compared.

Usage: page_modules.py MODULES TESTS ANSWERS.json
"""

import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from browsers import chromium


def main(modules: str, tests: str, answers: str) -> None:
    folders = {"page": Path(modules), "tests": Path(tests)}

    def serve(route):
        _, folder, name = route.request.url.removeprefix("http://page.test").split("/")
        text = (folders[folder] / name).read_text(encoding="utf-8")
        route.fulfill(body=text, content_type="text/html" if name.endswith(".html") else "text/javascript")

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.route("http://page.test/**", serve)
        page.route("http://page.test/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.goto("http://page.test/")
        swift = json.loads(Path(answers).read_text(encoding="utf-8"))
        found = page.evaluate("swift => import('/tests/tests.js').then(({run}) => run(swift))", swift)
        browser.close()
    json.dump(found, sys.stdout)


main(*sys.argv[1:])
