"""The cells of a table in running text: paragraphs, or what bars part, and the bands over their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.counting import is_total
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Grain
from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
from shishi.layouts.units.broken import mend_lines
from shishi.layouts.words.codes import parse_code
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.text.characters import fold


@dataclass(frozen=True, slots=True)
class FlowCell:
    """A cell that a bar ends, or a paragraph: its text, the blank lines before it, the bands over its row."""

    text: Text
    gap: int
    whole: bool
    bands: tuple[Text, ...] = ()
    lined: bool = False  # a blank line ends it, and no single line end


_BLANK = FlowCell(Text("", Place()), 1, whole=True)
_MOST_CLOSE = 60
"""So many hundredths of the line ends at most part lines of one cell; else they part cells."""


def cells_below(paragraphs: Sequence[Paragraph], layout: Layout) -> list[FlowCell]:
    """Give the cells below a header, each first one of a row below a band with it and those it follows at once."""
    start, end = layout.body
    barred = is_barred(paragraphs[start:end])
    first = paragraphs[start : min([*layout.bands, end])]
    cells = cells_of(first, barred=barred, lined=layout.lined)
    if barred and not layout.skip:
        # blank cells of the first row may stand behind the header's last word
        cells = [_BLANK] * (paragraphs[start - 1].bars - 1) + cells
    over: tuple[Text, ...] = ()
    for at, after in pairwise([*sorted(layout.bands), end]):
        over = (*over, paragraphs[at].text)
        below = cells_of(paragraphs[at + 1 : after], barred=barred, lined=layout.lined)
        if not barred:  # the blank cells behind a band are of its own row
            below = list(dropwhile(lambda cell: not cell.text.value.strip(), below))
        cells += [replace(top, bands=over) for top in below[:1]]
        cells += below[1:]
        over = () if below else over
    return cells


def grains_of(cells: Sequence[FlowCell], terms: Terms) -> list[Grain]:
    """Give the cells as grains to be placed; below a band, and at a total, a row begins."""
    plain = [fold(c.text.value, terms.script).plain for c in cells]
    looks = [look_at(mend_lines(t) if "\n" in t else t, terms.statuses) for t in plain]
    return [
        Grain(k, c.gap, whole=c.whole, begins=bool(c.bands) or is_total(k), lined=c.lined)
        for c, k in zip(cells, looks, strict=True)
    ]


def cells_of(
    paragraphs: Sequence[Paragraph], *, lined: bool, barred: bool | None = None
) -> list[FlowCell]:
    """Give the cells that bars end; without bars those that blank lines part, or each paragraph as one."""
    if barred is None:
        barred = is_barred(paragraphs)
    if barred:
        return [FlowCell(_glue(texts), 1, whole=True) for texts in _barred_cells(paragraphs)]
    cells: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if lined and cells and not paragraph.gap:
            cells[-1].append(paragraph)
        else:
            cells.append([paragraph])
    return [FlowCell(_glue([p.text for p in c]), c[0].gap, whole=False, lined=lined) for c in cells]


def is_lined(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell cells set apart by blank lines, where single line ends part the lines of one cell.

    There a number that may be a code is never on the same cell's next line, nor has one below it.
    """
    gaps = [p.gap for p in paragraphs[1:]]
    close = sum(gap == 0 for gap in gaps)
    if not close or _MOST_CLOSE * len(gaps) < 100 * close:
        return False
    return not any(
        after.gap == 0 and (_is_code(before) or _is_code(after))
        for before, after in pairwise(paragraphs)
    )


def _is_code(paragraph: Paragraph) -> bool:
    return parse_code(paragraph.text.value) is not None


def with_blanks(cells: Sequence[FlowCell], *, lines: int, width: int) -> list[FlowCell]:
    """Put blank cells where blank lines beyond one tell of them: so many `lines` a cell.

    Those that a section of rows lacks at its end, whose blank lines stand outside of it, are added.
    """
    spread: list[FlowCell] = []
    since = 0
    for index, cell in enumerate(cells):
        if cell.bands and index:
            spread += _missing(spread[since:], width)
            since = len(spread)
        blanks = 0 if cell.bands else (cell.gap - 1) // lines
        spread += [_BLANK] * blanks
        spread.append(replace(cell, gap=1, whole=True))
    return spread + _missing(spread[since:], width)


def _missing(section: Sequence[FlowCell], width: int) -> list[FlowCell]:
    return [_BLANK] * (-len(section) % width)


def is_barred(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell text whose cells end with bars."""
    return 3 * sum(p.bars > 0 for p in paragraphs) > len(paragraphs)


def _barred_cells(paragraphs: Sequence[Paragraph]) -> list[list[Text]]:
    """Gather the paragraphs of each cell that a bar ends; further bars are blank cells."""
    cells: list[list[Text]] = []
    open_cell: list[Text] = []
    for paragraph in paragraphs:
        if paragraph.text.value:
            open_cell.append(paragraph.text)
        for _ in range(paragraph.bars):
            cells.append(open_cell)
            open_cell = []
    return [*cells, open_cell] if open_cell else cells


def _glue(texts: Sequence[Text]) -> Text:
    if not texts:
        return Text("", Place())
    trimmed = [cut(t, 0, len(t.value)) for t in texts]
    return join(trimmed, ["\n"] * (len(texts) - 1), place=texts[0].place)
