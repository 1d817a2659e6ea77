"""What a ruler and a Tab key find: sideways scrolling, small targets, focus that cannot be seen."""

from __future__ import annotations

from playwright.sync_api import Page

SMALLEST = 24
"""CSS pixels: WCAG 2.2, 2.5.8, with its exceptions: links inside of a sentence, and small targets so far
from all others that a circle of this diameter around each touches no other."""

OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement)
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; return false; };
  const name = e => e.tagName.toLowerCase() + (e.className && e.className.trim ? '.' + e.className.trim().replace(/\\s+/g, '.') : '');
  const out = [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > wide + 1 && !scrolls(e)).slice(0, 4)
    .map(e => `${name(e)} ends at ${Math.round(e.getBoundingClientRect().right)} of ${wide}`);
  return out.length ? out : [`the page is ${document.documentElement.scrollWidth} wide, of ${wide}`];
}"""

TARGETS = """smallest => {
  const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && e.getClientRects().length;
  const inSentence = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline'
    && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  const box = e => {
    const mine = e.getBoundingClientRect();
    const label = /checkbox|radio/.test(e.type || '') && (e.labels || [])[0];
    const also = label ? label.getBoundingClientRect() : mine;
    return {w: Math.max(mine.right, also.right) - Math.min(mine.left, also.left),
            h: Math.max(mine.height, also.height), right: mine.right, bottom: mine.bottom};
  };
  const all = [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[tabindex="0"]')]
    .filter(e => seen(e) && !inSentence(e)).map(e => ({e, ...box(e)}))
    .filter(b => b.right > 0 && b.bottom > 0 && b.w > 1 && b.h > 1);
  const small = b => b.w < smallest - 0.5 || b.h < smallest - 0.5;
  const far = (a, b) => {
    const x = a.right - a.w / 2, y = a.bottom - a.h / 2, r = smallest / 2;
    if (small(b)) return Math.hypot(x - b.right + b.w / 2, y - b.bottom + b.h / 2) >= smallest - 0.5;
    const dx = Math.max(b.right - b.w - x, 0, x - b.right), dy = Math.max(b.bottom - b.h - y, 0, y - b.bottom);
    return Math.hypot(dx, dy) >= r - 0.5;
  };
  return all.filter(a => small(a) && !all.every(b => b.e === a.e || b.e.contains(a.e) || far(a, b)))
    .slice(0, 5).map(b => `${b.e.outerHTML.slice(0, 110)} is ${Math.round(b.w)}x${Math.round(b.h)}`);
}"""

# What focus changed is compared with the same element without focus, so that a border that is always
# there does not pass for a focus ring.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const look = () => { const s = getComputedStyle(e);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join('|'); };
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  const ring = s.outlineStyle === 'auto' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
  const x = Math.min(Math.max(r.left + Math.min(r.width / 2, 20), 0), innerWidth - 1);
  const y = Math.min(Math.max(r.top + Math.min(r.height / 2, 10), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const free = !top || e.contains(top) || top.contains(e) || (e.labels && [...e.labels].some(l => l.contains(top)));
  if (e.dataset.tabbed) return {again: true};
  e.dataset.tabbed = '1';
  const told = e.outerHTML.slice(0, 110);
  if (r.bottom <= 0 || r.right <= 0 || r.top >= innerHeight) return {wrong: told + ' is off the screen'};
  if (!ring) return {wrong: told + ' shows no focus: ' + look()};
  return free ? {} : {wrong: `${told} is covered by ${top.outerHTML.slice(0, 80)}`};
}"""


def find_overflow(page: Page) -> list[str]:
    """Name what makes the page scroll sideways; what scrolls inside of its own box is left out."""
    return [str(line) for line in page.evaluate(OVERFLOW)]


def find_small_targets(page: Page, smallest: int = SMALLEST) -> list[str]:
    """Name what is to be pressed, is smaller than `smallest` and crowds another; five at most."""
    return [str(line) for line in page.evaluate(TARGETS, smallest)]


def find_hidden_focus(page: Page, *, most: int = 40) -> list[str]:
    """Press Tab through the page and name where the focus cannot be seen. `most` stops are tried."""
    wrong: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        told = page.evaluate(FOCUS)
        if told is None or told.get("again"):
            break
        wrong += [told["wrong"]] if "wrong" in told else []
    return wrong
