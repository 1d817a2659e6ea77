"""Continued: what a new page prints over the rest of a table, which says nothing new of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import chain

from shishi.layouts.bands import read_units
from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import is_page_number, is_title, tells_continued
from shishi.places import Text
from shishi.text.characters import squeeze

_CONTINUED = re.compile("[(（][续接]上?[表页]?[)）]$")


def headings_anew(
    above: Sequence[Text], earlier: Sequence[Sequence[Text]], terms: Terms
) -> Sequence[Text]:
    """Give the lines over a table; none where they only say that the one before goes on: 续表, — 2 —, its title again.

    `earlier` are the lines over the tables before. What heads rows leads those below it each time it is
    printed; so does a line with (续) behind it that goes on from a table further up.
    """
    titles = titles_above(earlier, terms)
    nearest = next(filter(None, reversed(earlier)), ())
    others = {_plain(text, terms) for text in chain.from_iterable(earlier)}
    others -= {*titles, *(_plain(text, terms) for text in nearest)}
    if any(_CONTINUED.sub("", _plain(text, terms)) in others for text in above):
        return above
    return [] if all(only_goes_on(text, titles, terms) for text in above) else above


def titles_above(earlier: Sequence[Sequence[Text]], terms: Terms) -> Collection[str]:
    """Give the titles that a new page may print again: the last ones above, of all lines over the tables before."""
    said = (
        [p for text in lines if is_title(p := _plain(text, terms))] for lines in reversed(earlier)
    )
    return next(filter(None, said), ())


def only_goes_on(line: Text, titles: Collection[str], terms: Terms) -> bool:
    """Tell a line between the pages of a table: the number of a page, a word for its rest, or one of the `titles` above.

    A title that says something of the rows is a heading of theirs.
    """
    plain = _plain(line, terms)
    if is_page_number(terms.plain(line.value)) or tells_continued(plain):
        return True
    if _CONTINUED.search(plain):
        return True
    says = read_heading(line, terms, over_rows=False) or read_units(line, terms, bare=False)
    return plain in titles and not says


def _plain(text: Text, terms: Terms) -> str:
    return squeeze(terms.plain(text.value))
