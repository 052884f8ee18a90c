"""Opens a page in Firefox, without a network, and uses it: prints what went wrong, and the counts of every year.

Usage: page_in_firefox.py PAGE.html SCREENSHOT.png
"""

import asyncio
import json
import sys

from browsers import Firefox

YEARS = """(() => {
  const slider = document.getElementById("first-year");
  const found = [];
  for (let year = Number(slider.min); year <= Number(slider.max); year++) {
    slider.value = String(year);
    slider.dispatchEvent(new Event("input", {bubbles: true}));
    const count = (selector) => document.querySelectorAll(selector).length;
    found.push({
      year, said: document.getElementById("counts").textContent,
      rows: [count("#relations tr.certain"), count("#relations tr.possible")],
      drawn: [count("#picture .relation.certain"), count("#picture .relation.possible")],
    });
  }
  document.getElementById("any-year").click();
  return found;
})()"""

TAB, ENTER, LEFT, HOME = "\ue004", "\ue007", "\ue012", "\ue011"


async def main(path: str, shot: str) -> None:
    faults = []

    def equal(found, expected, what):
        if found != expected:
            faults.append(f"{what}: {found!r}, not {expected!r}")

    async with Firefox() as page:
        await page.size(1280, 800)
        await page.goto(f"file://{path}")
        counts = "document.getElementById('counts').textContent"
        heading = "document.querySelector('#evidence h2')?.innerText"
        equal(await page.evaluate(counts), "30 relations", "any year")
        await page.evaluate("document.getElementById('year').focus()")
        await page.keys(*"1956", ENTER)
        equal(await page.evaluate(counts), "1956: 12 relations, 4 possible", "1956")
        await page.evaluate("document.getElementById('first-year').focus()")
        await page.keys(LEFT)
        equal(await page.evaluate("document.getElementById('year').value"), "1955", "a year earlier")
        box = await page.evaluate(
            "(() => { const {x, y, width, height} = document.getElementById('first-year').getBoundingClientRect(); return {x, y, width, height}; })()")
        await page.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        year = int(await page.evaluate("document.getElementById('year').value"))
        equal(1975 < year < 1990, True, f"the middle is {year}")
        await page.evaluate("document.querySelector('#any-year').click()")
        await page.evaluate("[...document.querySelectorAll('#relations a')].find((link) => link.innerText === 'claims').focus()")
        await page.keys(ENTER)
        equal(await page.evaluate(heading), "Japan claims Southern Kuril Islands", "what is chosen")
        equal(await page.evaluate("document.querySelector('#evidence mark').innerText.replace(/\\s+/g, ' ')"), "laid claims to the four southern islands", "the quote")
        await page.evaluate("history.back()")
        await asyncio.sleep(0.3)
        equal(await page.evaluate("document.getElementById('evidence').hidden"), True, "one step back")
        await page.evaluate("document.querySelector('#picture .entity [fill]').closest('.entity').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
        equal(bool(await page.evaluate(heading)), True, "a name in the picture")
        fill = await page.evaluate("getComputedStyle(document.querySelector('#picture .entity path[fill]')).fill")
        equal(fill.startswith("rgb("), True, f"the fill of an entity, {fill}")
        await page.screenshot(shot)
        await page.evaluate("document.querySelector('.close')?.click()")
        years = await page.evaluate(YEARS)
        for entry in page.log:
            if entry["level"] in ("warn", "error"):
                faults.append(f"console: {entry['text']}")
        equal(await page.evaluate("performance.getEntriesByType('resource').filter(({name}) => /^https?:/.test(name)).length"), 0, "requests")
    json.dump({"faults": {"firefox": faults}, "years": {"seed": years}}, sys.stdout)


asyncio.run(main(*sys.argv[1:]))
