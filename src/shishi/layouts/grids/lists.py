"""Lists: tables of a few columns, none of which says who does a project or how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from enum import Enum

from shishi.layouts.columns.column import Column
from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import is_title, load_around_words, names_other_list
from shishi.layouts.words.tasks import is_task
from shishi.layouts.words.vocabulary import is_period
from shishi.readers.document import Document, Flow, Grid
from shishi.records import Field

_FEWEST_FIELDS = 2
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 120
_MOST, _SOME = 60, 40
_NAMING = frozenset({Field.CODE, Field.THEME, Field.ITEM, Field.LEVELS, Field.LEAD_UNITS})


class Sure(Enum):
    """How sure it is that a table lists projects."""

    NO = 0
    DOUBTFUL = 1
    YES = 2


def lists_projects(columns: Sequence[Column], body: Sequence[Sequence[str]], terms: Terms) -> Sure:
    """Tell a list of projects from statistics, contacts and votes, which have as few columns.

    `body` are the words of the rows below the header. What the title of the page names and what the
    items look like must both speak for it; where only one does, it is doubtful.
    """
    at = next((i for i, c in enumerate(columns) if c.field is Field.ITEM and c.sure), None)
    printed = [c for c in columns if c.word]
    told = {c.field for c in printed if c.field and c.sure}
    known = [c for c in printed if (c.field and c.sure) or is_period(c.word)]
    if at is None or len(told) < _FEWEST_FIELDS or 2 * len(known) < len(printed):
        return Sure.NO
    if any(names_other_list(c.word) for c in printed):
        return Sure.NO
    items = [row[at] for row in body if len(row) > at and row[at] not in ("", columns[at].word)]
    if len(items) < _FEWEST_FIELDS:
        return Sure.NO
    tasks = 100 * sum(map(is_task, items)) // len(items)
    titled = _is_titled(terms)
    if titled and (tasks >= _SOME or len(known) == len(printed)):
        return Sure.YES if tasks >= _SOME else Sure.DOUBTFUL
    return Sure.DOUBTFUL if tasks >= _MOST else Sure.NO


def sums_up(document: Document, layout: Layout, others: Set[int], *, terms: Terms) -> bool:
    """Tell a list that says nothing more of its items, which mostly stand in other parts of the document."""
    grid = document.parts[layout.part]
    if isinstance(grid, Flow) or any(c.word and c.field not in _NAMING for c in layout.columns):
        return False
    at = next(i for i, c in enumerate(layout.columns, 1) if c.field is Field.ITEM)
    rows = range(layout.body[0] + 1, layout.body[1] + 1)
    items = {terms.plain(c.text.value) for c in grid.cells if c.column == at and c.row in rows}
    items.discard("")
    printed = "\n".join(terms.plain(text) for at in others for text in _texts(document.parts[at]))
    return 2 * sum(item in printed for item in items) >= len(items)


def _texts(part: Grid | Flow) -> Iterator[str]:
    if isinstance(part, Flow):
        yield from (paragraph.text.value for paragraph in part.paragraphs)
    else:
        yield from (cell.text.value for cell in part.cells)


def _is_titled(terms: Terms) -> bool:
    """Tell a page one of whose titles names projects; 市级民生实事 alone is a remark."""
    names = load_around_words().project_names
    lines = (line for line in terms.printed.split("\n") if len(line) <= _LONGEST_TITLE)
    plain = (terms.plain(line) for line in lines)
    return any(
        len(p) >= _SHORTEST_TITLE and any(n in p for n in names) and is_title(p) for p in plain
    )
