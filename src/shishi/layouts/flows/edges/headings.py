"""Headings over rows of a table that say how far they are, and are no words of a header: 滞后项目(3项)."""

from __future__ import annotations

import re

from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.readers.document import Paragraph

_LONGEST_HEADING = 20
_HEADING_END = re.compile("(?:项目|任务|事项|工程)(?:$|[(（:：共])")


def says_heading(token: str, paragraph: Paragraph, terms: Terms) -> bool:
    """Tell a heading that gives the rows below it a status; 滞后项目 is then no header word."""
    likely = len(token) <= _LONGEST_HEADING and _HEADING_END.search(token)
    return bool(likely and read_heading(paragraph.text, terms, over_rows=False))
