"""What axe-core finds wrong with a page for people who cannot see it, or not well."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# target-size is off in axe unless it is named.
RUN = """async tags => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}},
    resultTypes: ['violations'],
  });
  return found.violations.flatMap(v => v.nodes.slice(0, 4).map(
    n => `${v.id}: ${n.target.join(' ')}: ${(n.any[0] || n.all[0] || n.none[0] || {message: v.help}).message}`));
}"""


def find_violations(page: Page) -> list[str]:
    """Name what axe finds on a page as it is drawn now: rule, element, reason; four elements a rule."""
    if not page.evaluate("() => typeof axe === 'object'"):
        page.evaluate(SOURCE)
    return [str(line) for line in page.evaluate(RUN, TAGS)]
