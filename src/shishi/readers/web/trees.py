"""Trees: a web page as elements and texts, by selectolax, or by lxml where that is not to be had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Protocol, cast

from lxml import etree, html

try:
    from selectolax.lexbor import LexborHTMLParser
except ImportError:  # no wheel for this machine
    LexborHTMLParser = None  # type: ignore[assignment, misc]

SILENT = frozenset(("script", "style", "template", "head", "svg", "math"))
"""Elements of which nothing is printed."""

_CELLS = frozenset(("td", "th"))
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_INSIDE = {
    "table": _GROUPS | {"caption", "colgroup", "col"},
    **dict.fromkeys(_GROUPS, frozenset(("tr",))),
    "tr": _CELLS,
}
"""What may stand directly in a part of a table."""
_TABLE_PARTS = frozenset(_INSIDE)
_NEVER_MOVED = frozenset(("script", "style", "template", "input"))
_IMPLIED = "implied"
_LAST_ENDS = re.compile(
    r"</(?:body|html)\s*>", re.IGNORECASE
)  # what comes after still belongs to it
_BREAK_END = re.compile(r"</br\s*>", re.IGNORECASE)


class Node(Protocol):
    """An element or a text of a page, as selectolax has them."""

    @property
    def tag(self) -> str | None:
        """The name of an element; anything for a text."""

    @property
    def is_text_node(self) -> bool:
        """Whether it is a text."""

    @property
    def text_content(self) -> str | None:
        """The text of a text."""

    @property
    def attributes(self) -> Mapping[str, str | None]:
        """The attributes of an element."""

    @property
    def mem_id(self) -> int:
        """What tells it from all others."""

    @property
    def last_child(self) -> Node | None:
        """Its last child."""

    @property
    def prev(self) -> Node | None:
        """The node before it, of the same parent."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A page: its outermost element, and its title and meta tags as names with their values."""

    root: Node | None
    labels: list[tuple[str, str]]


def parse_page(page: str) -> Tree:
    """Parse a page that the guard has let pass; by lxml where selectolax is missing or gives up."""
    if LexborHTMLParser is None:
        return parse_by_lxml(page)
    try:
        return _parse_by_selectolax(page)
    except (RuntimeError, ValueError, MemoryError):
        return parse_by_lxml(page)


def _parse_by_selectolax(page: str) -> Tree:
    tree = LexborHTMLParser(page)
    title = tree.css_first("head > title")
    labels = [("title", title.text())] if title else []
    for meta in tree.css("meta"):
        name = meta.attributes.get("name") or meta.attributes.get("property")
        labels.append((name or "", meta.attributes.get("content") or ""))
    return Tree(cast("Node | None", tree.root), labels)


@dataclass(slots=True)
class Plain:
    """A node made from what lxml parsed."""

    tag: str | None
    text_content: str | None = None
    attributes: Mapping[str, str | None] = field(default_factory=dict)
    children: list[Plain] = field(default_factory=list)
    prev: Plain | None = None

    @property
    def is_text_node(self) -> bool:
        """Tell a text from an element."""
        return self.tag is None

    @property
    def mem_id(self) -> int:
        """Tell this node from all others."""
        return id(self)

    @property
    def last_child(self) -> Plain | None:
        """Give the last child."""
        return self.children[-1] if self.children else None


def parse_by_lxml(page: str) -> Tree:
    """Parse a page by lxml, and put its tables in order as the HTML standard has it.

    >>> tree = parse_by_lxml("<title>表</title><table><td>甲<td>乙</table>")
    >>> tree.labels, tree.root.tag
    ([('title', '表')], 'html')
    """
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    page = _BREAK_END.sub("<br>", _LAST_ENDS.sub("", page.replace("\0", "")))
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it
        root = None
    return Tree(None, []) if root is None else Tree(_converted(root), list(_labels(root)))


def _labels(root: Any) -> Iterator[tuple[str, str]]:
    for title in root.iterfind("head/title"):
        yield "title", "".join(title.itertext())
        break
    for meta in root.iter("meta"):
        yield meta.get("name") or meta.get("property") or "", meta.get("content") or ""


def _converted(root: Any) -> Plain:
    """Copy the tree of lxml; iterative, for pages nest deep."""
    top = Plain("html")
    open_nodes: list[Plain] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            node = top if element is root else Plain(element.tag, None, dict(element.attrib))
            open_nodes.append(node)
            _add_text(node, element.text)
        else:
            ended = open_nodes.pop()
            before = _tidy(ended) if ended.tag in _TABLE_PARTS else []
            _link(ended)
            if open_nodes:
                open_nodes[-1].children += [*before, ended]
                _add_text(open_nodes[-1], element.tail)
    return top


def _add_text(node: Plain, text: str | None) -> None:
    if text:
        node.children.append(Plain(None, text))


def _link(node: Plain) -> None:
    for before, child in pairwise(node.children):
        child.prev = before


def _tidy(part: Plain) -> list[Plain]:
    """Put rows into groups and cells into rows; give what cannot stand there and goes before it."""
    inside = _INSIDE[part.tag or ""]
    kept: list[Plain] = []
    before: list[Plain] = []
    for child in _without_forms(part.children):
        if child.tag in inside or child.tag in _NEVER_MOVED:
            kept.append(child)
        elif child.tag in _CELLS or child.tag == "tr":
            _put(child, kept, inside)
        elif child.tag is not None or (child.text_content or "").strip():
            before.append(child)
    part.children = kept
    return before


def _put(child: Plain, kept: list[Plain], inside: frozenset[str]) -> None:
    """Put a row or a cell into the group or row that was left out around it."""
    wrapper = "tbody" if "tbody" in inside else "tr"
    if not kept or kept[-1].tag != wrapper or not kept[-1].attributes.get(_IMPLIED):
        kept.append(Plain(wrapper, None, {_IMPLIED: "1"}))
    holder = kept[-1]
    if child.tag in _CELLS and wrapper == "tbody":
        _put(child, holder.children, _INSIDE["tbody"])
    else:
        holder.children.append(child)
    _link(holder)


def _without_forms(children: list[Plain]) -> Iterator[Plain]:
    for child in children:
        if child.tag == "form":
            yield from _without_forms(child.children)
        else:
            yield child
