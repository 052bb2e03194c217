"""Checks rendered reports in Chromium: WCAG 2.2 AA by axe-core, and what axe-core does not see.

    check.py REPORT_FOLDER...    folders with report.html and leadership.html
"""

import json
import pathlib
import sys

import axe_playwright_python
import pymupdf

from browser import Browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
PROBES = pathlib.Path(__file__).with_name("probes.js").read_text()

# axe-core says "incomplete" where it cannot judge. These are judged by the probes instead: the
# contrast of text in charts, and of text beside a chart that overlaps nothing.
JUDGED_ELSEWHERE = {"color-contrast"}


class Checks:
    """The checks of one page, and what they found."""

    def __init__(self, browser, path):
        self.browser = browser
        self.path = path
        self.is_one_page = path.name == "leadership.html"
        self.found = []

    def report(self, check, problems):
        self.found += [f"{check}: {problem}" for problem in problems]

    def show(self, width, **options):
        self.browser.show(self.path, width, **options)
        self.browser.evaluate(PROBES)

    def probe(self, check, function):
        self.report(check, self.browser.evaluate(f"probes.{function}()"))

    def all(self):
        self.colours()
        for width in [320, 360, 640, 1280]:
            self.show(width)
            self.probe(f"charts at {width}", "layout")
            self.probe(f"size of text in charts at {width}", "size")
            self.probe(f"reflow at {width}", "reflow")
            self.names(width)
        for width in [320, 1280]:
            self.show(width)
            self.browser.evaluate("probes.spread()")
            self.probe(f"text spacing at {width}", "reflow")
            self.probe(f"text spacing at {width}", "clipped")
        self.keyboard()
        self.print()
        return self.found

    def colours(self):
        """axe-core and the contrast of charts in every set of colours, and on a phone."""
        modes = [
            ("light", 1280, {}), ("dark", 1280, {"scheme": "dark"}),
            ("forced colours", 1280, {"forced": True}),
            ("forced colours, dark", 1280, {"forced": True, "scheme": "dark"}), ("phone", 320, {}),
        ]
        for mode, width, options in modes:
            self.show(width, **options)
            self.probe(f"contrast, {mode}", "chartContrast")
            self.browser.evaluate(AXE + ";0")
            answer = self.browser.evaluate(
                "axe.run(document, {runOnly: %s, resultTypes: ['violations', 'incomplete']})"
                ".then((result) => ['violations', 'incomplete'].map((kind) => result[kind].map("
                "(rule) => [rule.id, rule.impact, rule.nodes.length, rule.nodes[0].html,"
                " rule.nodes[0].failureSummary])))" % json.dumps(TAGS))
            violations, incomplete = answer
            incomplete = [rule for rule in incomplete if rule[0] not in JUDGED_ELSEWHERE]
            self.report(
                f"axe-core, {mode}",
                [f"{id} ({impact}, {count}): {html[:160]} {(why or '')[:200]!r}"
                 for id, impact, count, html, why in violations + incomplete])

    def names(self, width):
        """Every picture has a name and says more than its name, whatever layout is shown."""
        tree = self.browser.call("Accessibility.getFullAXTree")["nodes"]
        pictures = [
            node for node in tree
            if not node["ignored"] and node["role"]["value"] in ("image", "img", "graphics-document")]
        wanted = self.browser.evaluate(
            "[...document.querySelectorAll('svg.chart')].filter((c) => c.getClientRects().length).length")
        if len(pictures) != wanted:
            self.report(
                f"names at {width}", [f"{wanted} charts are shown, {len(pictures)} are announced"])
        names = [node.get("name", {}).get("value", "") for node in pictures]
        self.report(
            f"names at {width}", [f"a chart's name is short: {name!r}" for name in names if len(name) < 40])

    def keyboard(self):
        """Tab reaches everything that takes the focus, in order, and each stop shows it."""
        self.show(1280)
        count = self.browser.evaluate("probes.stops().length")
        self.browser.evaluate("document.activeElement.blur()")
        for expected in range(count):
            self.browser.press_tab()
            stop = self.browser.evaluate("probes.focus()")
            if stop["number"] != expected:
                self.report("keyboard", [f"stop {expected} was {stop['number']}, {stop['words']!r}"])
                return
            if stop["problem"]:
                self.report("keyboard", [f"{stop['words']!r} {stop['problem']}"])

    def print(self):
        """The printed report has every table; the printed page for leaders is one A4 side."""
        self.show(1280)
        captions = self.browser.evaluate("probes.captions()")
        document = pymupdf.open("pdf", self.browser.pdf())
        text = plain("".join(page.get_text() for page in document))
        for table in captions:
            if self.is_one_page and table["inFigure"]:
                continue
            for part in [table["caption"], table["last"]]:
                if plain(part) not in text:
                    self.report("print", [f"{table['id']}: {part!r} is missing"])
        for page in document:
            if [round(side) for side in page.rect.br] not in ([595, 842], [596, 842], [594, 841]):
                self.report("print", [f"page {page.number + 1} is not A4: {page.rect.br}"])
            for block in page.get_text("blocks"):
                if block[2] > page.rect.width + 1 or block[3] > page.rect.height + 1:
                    self.report("print", [f"page {page.number + 1} cuts {block[4][:60]!r}"])
        if self.is_one_page and len(document) != 1:
            self.report("print", [f"{len(document)} pages"])


def plain(text):
    """Letters and digits alone: lines and hyphens fall differently in print."""
    return "".join(character for character in text if character.isalnum())


def main():
    browser = Browser()
    count = 0
    try:
        for folder in sys.argv[1:]:
            for name in ["leadership.html", "report.html"]:
                path = pathlib.Path(folder, name)
                found = Checks(browser, path).all()
                count += len(found)
                print(f"{path}: {'passes' if not found else f'{len(found)} problems'}", flush=True)
                for line in found[:200]:
                    print(f"  {line}")
    finally:
        browser.close()
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
