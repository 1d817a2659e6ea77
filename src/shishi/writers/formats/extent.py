"""How much room a text takes: in lines of a given width, before any program has drawn it."""

from __future__ import annotations

import unicodedata


def text_width(text: str) -> int:
    """Give the width of a text in half characters: a Chinese character is two.

    >>> text_width("10月"), text_width("①")
    (4, 2)
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def line_count(text: str, width: int) -> int:
    """Count the lines that a text takes in a column of `width` half characters; at least 1.

    >>> line_count("教育设施增量提质", 8), line_count("甲\\n乙", 8)
    (2, 2)
    """
    room = max(2, width)
    return max(1, sum(max(1, -(-text_width(line) // room)) for line in text.split("\n")))
