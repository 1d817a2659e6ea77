"""Continued: what a new page prints over the rest of a table, which says nothing new of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import chain

from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import is_page_number, tells_continued
from shishi.places import Text
from shishi.text.characters import squeeze

_CONTINUED = re.compile("[(（][续接]上?[表页]?[)）]$")


def headings_anew(
    above: Sequence[Text], earlier: Sequence[Sequence[Text]], terms: Terms
) -> Sequence[Text]:
    """Give the lines over a table; none where they only say that the one before goes on: 续表, — 2 —, its title again.

    `earlier` are the lines over the tables before.
    """
    printed = {_plain(text, terms) for text in chain.from_iterable(earlier)}
    return [] if all(only_goes_on(text, printed, terms) for text in above) else above


def only_goes_on(line: Text, printed: Collection[str], terms: Terms) -> bool:
    """Tell a line between the pages of a table: the number of a page, a word for its rest, or what is `printed` above."""
    plain = _plain(line, terms)
    if is_page_number(terms.plain(line.value)) or tells_continued(plain):
        return True
    if _CONTINUED.search(plain):
        return True
    return plain in printed and not read_heading(line, terms, over_rows=False)


def _plain(text: Text, terms: Terms) -> str:
    return squeeze(terms.plain(text.value))
