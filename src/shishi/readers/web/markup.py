"""Markup: the tags of a regular table, as regular expressions, and what their attributes say.

Regular is what any program reads alike: every cell, row and group has its end tag, nothing stands
between them but white space, attributes are well formed. What a cell holds may be marked up by the
few elements that offices use in tables. All patterns are possessive: they look at no character twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html.entities import html5

from shishi.readers.web.blocks import hides, keeps_lines

_DEEPEST = 8  # elements that stand open in a cell, one in another
DEEPER = _DEEPEST + 4
"""How much deeper than what stands in for it a regular table may be: with its group, cell and wall."""


def _cased(words: str) -> str:
    """Match words in small letters or capitals; re.IGNORECASE would take twice the time."""
    return re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", words)


# Groups are repeated in atomic groups and not possessively: before Python 3.11.5 a possessive group whose
# inside steps back matches too little (gh-106052), and no page was lifted.
_BLANK = "[ \t\n\f\r]"
_END = f"{_BLANK}{{0,99}}+>"
# 20 attributes of less than 760 characters: shorter than what the guard refuses.
_ONE = (
    rf"{_BLANK}{{1,4}}+([a-zA-Z][a-zA-Z0-9:_-]{{0,40}}+)"
    rf"(?>(?:{_BLANK}{{0,4}}+={_BLANK}{{0,4}}+"
    rf"""(?:"([^"<>]{{0,700}}+)"|'([^'<>]{{0,700}}+)'|([^ \t\n\f\r"'<>=`]{{1,700}}+)))?)"""
)
_ANY = re.sub(r"\((?!\?)", "(?:", _ONE)
_SAID = rf"(?>(?:{_ANY}){{0,20}}){_BLANK}{{0,99}}+"
_INLINE = _cased("p|br|span|b|strong|font|i|em|u|a|div|sub|sup|img|o:p")
_INSIDE = rf"[^<]*+(?>(?:<(?!/?[tT])(?:/(?:{_INLINE}){_END}|(?:{_INLINE}){_SAID}/?+>)[^<]*+)*)"
_CELL = rf"{_BLANK}*+<(?P<cell>[tT][dDhH]){_SAID}>{_INSIDE}</(?P=cell){_END}"
_TR = _cased("tr")
_ROWS = rf"(?:{_BLANK}*+<{_TR}{_SAID}>(?>(?:{_CELL})*){_BLANK}*+</{_TR}{_END})"
_CAPTION = _cased("caption")
_GROUP, _COLUMN = _cased("colgroup"), _cased("col")

HEAD = re.compile(
    rf"<{_cased('table')}{_SAID}>"
    rf"(?>(?:{_BLANK}*+<{_CAPTION}{_SAID}>{_INSIDE}</{_CAPTION}{_END})?)"
    rf"(?>(?:{_BLANK}*+<{_GROUP}{_SAID}>(?>(?:{_BLANK}*+<{_COLUMN}{_SAID}/?+>)*){_BLANK}*+</{_GROUP}{_END})*)"
)
"""A regular table up to its first row."""
ROWS = re.compile(f"(?>{_ROWS}+)")
"""Rows that no group is written around."""
GROUP = re.compile(
    rf"{_BLANK}*+<({_cased('t')}(?:{_cased('body|head|foot')}))({_SAID})>"
    rf"((?>{_ROWS}*)){_BLANK}*+</\1{_END}"
)
"""A group of rows: its name, what it says, its rows."""
TAIL = re.compile(rf"{_BLANK}*+</{_cased('table')}{_END}")
PART = re.compile("<[tT]([dhrDHR])([^<>]*+)>([^<]*+(?>(?:<(?!/?[tT])[^<]*+)*))(?:</[tT][dDhH]>)?")
"""A row or cell among rows that are proven regular: d, h or r, what it says, what it holds."""
_ATTRIBUTE = re.compile(_ONE)
_TAG = re.compile("<(/?[a-zA-Z:]+)([^<>]*+)>")
_NUMBER = re.compile("[ \t\n\f\r]*\\+?([0-9]{1,9})")
_REFERENCE = re.compile("&(#[0-9]{1,6};|#[xX][0-9a-fA-F]{1,5};|[a-zA-Z0-9]++;?|#)?")
_MOST_TAGS = 200  # in a cell
_VOID = frozenset(("br", "img"))


class Irregular(ValueError):
    """A table that is not regular after all."""


def spans_of(attributes: Mapping[str, str | None]) -> tuple[int, int]:
    """Give the rows and columns that a cell asks for; 0 rows for all the rest of its group.

    >>> spans_of({"rowspan": "2", "colspan": "x"})
    (2, 1)
    """
    rows = _number(attributes["rowspan"]) if "rowspan" in attributes else 1
    columns = max(_number(attributes["colspan"]), 1) if "colspan" in attributes else 1
    return rows, columns


def _number(printed: str | None) -> int:
    match = _NUMBER.match(printed or "")
    return int(match[1]) if match else 1


def spans_said(said: str) -> tuple[int, int]:
    """Give the spans from what a start tag says; raise Irregular where it hides or keeps lines.

    >>> spans_said(' class="c" rowspan=2')
    (2, 1)
    """
    attributes: dict[str, str | None] = {}
    for name, *values in _ATTRIBUTE.findall(said):
        attributes.setdefault(name.lower(), "".join(values))
    for name in ("style", "rowspan", "colspan"):
        if "&" in (attributes.get(name) or ""):
            raise Irregular(name)
    if hides("td", attributes) or keeps_lines("td", attributes):
        raise Irregular("style")
    return spans_of(attributes)


def cut(inside: str) -> tuple[list[str], list[str], list[str]]:
    """Cut what a cell holds into texts, the names of the tags between them, and what those say.

    Raises Irregular where an element is not closed in its turn.

    >>> cut("a<br/><b>c</b>")
    (['a', '', 'c', ''], ['br', 'b', '/b'], ['/', '', ''])
    """
    pieces = _TAG.split(inside)
    if len(pieces) > 3 * _MOST_TAGS:
        raise Irregular(inside[:60])
    names = [name.lower() for name in pieces[1::3]]
    if not _is_balanced(" ".join(names)):
        raise Irregular(inside[:60])
    return pieces[::3], names, pieces[2::3]


@lru_cache(1024)
def _is_balanced(names: str) -> bool:
    """Tell whether each element is closed in its turn and none ends another by itself."""
    opened: list[str] = []
    for name in names.split(" "):
        if name.startswith("/"):
            if not opened or opened.pop() != name[1:]:
                return False
        elif name not in _VOID:
            ends_paragraph = name in ("p", "div") and "p" in opened
            if ends_paragraph or (name == "a" and name in opened) or len(opened) == _DEEPEST:
                return False
            opened.append(name)
    return not opened


def unescape(text: str) -> str:
    """Put in the characters that are written as references; raise Irregular for odd ones.

    >>> unescape("A&amp;B &lt;3 & C&#8221;")
    'A&B <3 & C”'
    """
    return _REFERENCE.sub(_referred, text)


def _referred(match: re.Match[str]) -> str:
    said = match[1]
    if said is None:
        return "&"
    if said.startswith("#") and len(said) > 1:
        code = int(said[2:-1], 16) if said[1] in "xX" else int(said[1:-1])
        if 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xE000 <= code < 0xFDD0:
            return chr(code)
    elif said.endswith(";") and said in html5:
        return html5[said]
    raise Irregular(said)
