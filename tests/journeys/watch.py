"""What every page of a journey is watched for: errors in the console, errors of scripts, and what axe finds.

A lost line makes the browser itself complain. Such words are forgiven only to somebody whose line was taken in the
test, and only these words.
"""

import re
from functools import cache
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebError

from app.settings import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOST = re.compile(
    r"Failed to load resource: net::ERR_[A-Z_]+$"
    r"|WebSocket connection to 'ws://127\.0\.0\.1:\d+/socket\.io/[^']*' failed"
)


class Watch:
    """What went wrong in one person's browser."""

    def __init__(self, context: BrowserContext) -> None:
        self.said: list[str] = []
        self.lost_line = False
        context.on("console", self._console)
        context.on("weberror", self._error)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.said.append(f"{message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self.said.append(f"{error.error.name}: {error.error.message}\n{error.error.stack}")

    def faults(self) -> list[str]:
        return [said for said in self.said if not (self.lost_line and LOST.match(said.split(" (http")[0]))]


@cache
def _axe() -> str:
    return AXE.read_text()


def violations(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands now: one line for each element, none if all is well."""
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(_axe())  # not by a script element: the page's own policy forbids that, and is right
    found: list[dict[str, Any]] = page.evaluate(LOOK, RULES)
    return [
        f"{rule['id']}: {node['html'][:200]} — {(node.get('failureSummary') or '').splitlines()[-1:]}"
        for rule in found for node in rule["nodes"]
    ]  # fmt: skip


# What the bar at the foot of the screen covers just now counts by what it is when one has scrolled to it.
LOOK = """async rules => {
  const look = (where, only) =>
    axe.run(where, {runOnly: only, resultTypes: ['violations']}).then(done => done.violations);
  const found = await look(document, {type: 'tag', values: rules});
  const small = found.find(rule => rule.id === 'target-size');
  if (small) {
    const at = scrollY, still = [];
    for (const node of small.nodes) {
      const element = document.querySelector(node.target[0]);
      element.scrollIntoView({block: 'center', behavior: 'instant'});
      if ((await look(element, {type: 'rule', values: ['target-size']})).length) still.push(node);
    }
    scrollTo({top: at, behavior: 'instant'});
    small.nodes = still;
  }
  return found;
}"""
