"""Nesting: how deep the tags of a web page will nest, told from the tags alone.

An estimate that an HTML5 tree never exceeds by more than the rows and cells the parser puts in: end
tags close what the standard lets them close and no more, or an odd page could hide its depth.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# These cannot hold themselves, or nothing at all.
_FLAT = frozenset(
    [
        "area",
        "base",
        "body",
        "br",
        "col",
        "embed",
        "head",
        "hr",
        "html",
        "img",
        "input",
        "link",
        "meta",
        "option",
        "optgroup",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
# Left open by an end tag around them, they open again after it.
_FORMATTING = frozenset(
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ]
)
_ALONE = frozenset(("a", "nobr"))
_MOST_ALIKE = 3
_CELLS = frozenset(("td", "th", "caption"))
_TABLE_PARTS = _CELLS | {"table", "thead", "tbody", "tfoot", "tr"}
_WALLS = _CELLS | {"table", "applet", "marquee", "object", "template", "html"}
# The standard calls them special; the end tag of any other element does not reach through one.
_SPECIAL = _TABLE_PARTS | frozenset(
    [
        "applet",
        "address",
        "article",
        "aside",
        "blockquote",
        "button",
        "center",
        "colgroup",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "iframe",
        "li",
        "listing",
        "main",
        "marquee",
        "menu",
        "nav",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "ol",
        "p",
        "plaintext",
        "pre",
        "script",
        "search",
        "section",
        "select",
        "style",
        "summary",
        "template",
        "textarea",
        "title",
        "ul",
        "xmp",
    ]
)
_ITEMS = {"li": frozenset(("li",)), "dd": frozenset(("dd", "dt")), "dt": frozenset(("dd", "dt"))}
_END_A_PARAGRAPH = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "summary",
        "ul",
        "xmp",
    ]
)
_FOREIGN = frozenset(("svg", "math"))
_IN_TABLE = frozenset(("table", "template"))
_PARENTS = {
    **dict.fromkeys(("td", "th"), _IN_TABLE | {"tr"}),
    **dict.fromkeys(("tr", "thead", "tbody", "tfoot"), _IN_TABLE),
}


@dataclass(slots=True)
class Nesting:
    """The elements that are open, and the formatting that will be opened again."""

    opened: list[str] = field(default_factory=list)
    formatting: list[tuple[str, str]] = field(default_factory=list)  # ("", "") marks a cell

    @property
    def depth(self) -> int:
        """How deep the next element will stand."""
        return len(self.opened) + len(self.formatting)

    @property
    def in_row(self) -> bool:
        """Whether the innermost element is a row, so that a cell would stand directly in it."""
        return bool(self.opened) and self.opened[-1] == "tr"

    def open(self, tag: str, printed: str) -> None:
        """Take in a start tag; `printed` tells formatting alike from formatting that differs."""
        if tag in _FLAT:
            return
        if tag in _FORMATTING:
            if tag in _ALONE:
                self._end_formatting(tag)
            if self.formatting.count((tag, printed)) < _MOST_ALIKE:
                self.formatting.append((tag, printed))
            else:  # open here and now, but it will not be opened again
                self.opened.append(tag)
            return
        self._end_before(tag)
        self.opened.append(tag)
        if tag in _CELLS:
            self.formatting.append(("", ""))

    def close(self, tag: str) -> None:
        """Take in an end tag; one that the standard ignores changes nothing."""
        if tag in _FORMATTING:
            if self.opened and self.opened[-1] == tag:
                self._pop()
            else:
                self._end_formatting(tag)
        elif tag == "form" and tag in self.opened:  # it alone, not what stands open in it
            self.opened.reverse()
            self.opened.remove(tag)
            self.opened.reverse()
        else:
            self._pop_to(frozenset((tag,)), walls=_walls(tag))

    def _end_before(self, tag: str) -> None:
        """Close what cannot stand open around the tag: the paragraph, cell or item before it."""
        if tag in _END_A_PARAGRAPH:
            self._pop_to(frozenset("p"), walls=_WALLS | {"button"})
        if tag in _ITEMS:
            self._pop_to(_ITEMS[tag], walls=_SPECIAL - {"address", "div", "p"} - _ITEMS[tag])
        if tag in _PARENTS and not _PARENTS[tag].isdisjoint(self.opened):
            while self.opened[-1] not in _PARENTS[tag] | _FOREIGN:
                self._pop()

    def _pop_to(self, tags: frozenset[str], *, walls: frozenset[str]) -> None:
        for opened in reversed(self.opened):
            if opened in tags:
                while self._pop() not in tags:
                    pass
                return
            if opened in walls:
                return

    def _pop(self) -> str:
        tag = self.opened.pop()
        if tag in _CELLS:
            while self.formatting.pop() != ("", ""):
                pass
        return tag

    def _end_formatting(self, tag: str) -> None:
        for index in range(len(self.formatting) - 1, -1, -1):
            if self.formatting[index][0] == tag:
                del self.formatting[index]
                return
            if not self.formatting[index][0]:
                return


def _walls(tag: str) -> frozenset[str]:
    """Give the elements that an end tag does not reach through."""
    if tag in _TABLE_PARTS:
        return _IN_TABLE
    if tag not in _SPECIAL or tag == "noscript":
        return _SPECIAL
    return _WALLS | {"ul", "ol", "button"} if tag in ("li", "p") else _WALLS
