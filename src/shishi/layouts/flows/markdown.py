"""The marks of Markdown in running text: those before headings, and those around labels, lines and values that are bold."""

from __future__ import annotations

import re
from itertools import pairwise

from shishi.layouts.cutting import cut, join
from shishi.places import Text

_MARKS = re.compile(r"\*\*")
_HASHES = re.compile(r"\s*#{1,6}\s+")
_BOLD = re.compile(
    r"(?<![\w*])\*\*(?=[^\s*])[^*]+(?:[:：]\s*\*\*|\*\*(?=\s*[:：])"
    r"|(?<=[\]】〕])\*\*)|(?:^|(?<=[-*>:：])|(?<=[-*>:：]\s))\s*\*\*(?=[^\s*])[^*]+\*\*\s*$"
)
"""A label between the marks of bold words, or all of a line or a value; 张**、李** hides parts of names."""


def without_markdown(text: Text) -> Text:
    """Leave off the marks of a heading and of bold words.

    >>> from shishi.places import Place
    >>> lines = "## 1.新建泵站3座", "- **牵头单位:**区水务局", "联系人:张**、李**"
    >>> [without_markdown(Text(line, Place())).value for line in lines]
    ['1.新建泵站3座', '- 牵头单位:区水务局', '联系人:张**、李**']
    """
    heading = _HASHES.match(text.value)
    ends = [(0, heading.end())] if heading else []
    for bold in _BOLD.finditer(text.value):
        ends += [mark.span() for mark in _MARKS.finditer(text.value, *bold.span())]
    if not ends:
        return text
    kept = [(a, b) for (_, a), (b, _) in pairwise([(0, 0), *ends, (len(text.value), 0)]) if a < b]
    parts = [cut(text, *span) for span in kept]
    spaces = [
        text.value[b - 1].isspace() or text.value[a].isspace() for (_, b), (a, _) in pairwise(kept)
    ]
    return join(parts, [" " * space for space in spaces], place=text.place)
