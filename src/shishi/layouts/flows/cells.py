"""The cells of a table in running text: paragraphs, or what bars part, and the bands over their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.counting import is_total
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Grain
from shishi.layouts.layout import Layout
from shishi.layouts.terms import Terms
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


def cells_below(paragraphs: Sequence[Paragraph], layout: Layout) -> list[FlowCell]:
    """Give the cells below a header, each first one of a row below a band with it and those it follows at once."""
    start, end = layout.body
    barred = is_barred(paragraphs[start:end])
    cells = cells_of(paragraphs[start : min([*layout.bands, end])], barred=barred)
    if (
        barred and not layout.skip
    ):  # blank cells of the first row may stand behind the header's last word
        behind = paragraphs[start - 1].bars - 1
        cells = [
            FlowCell(Text("", paragraphs[start - 1].text.place), 1, whole=True)
        ] * behind + cells
    over: tuple[Text, ...] = ()
    for at, after in pairwise([*sorted(layout.bands), end]):
        over = (*over, paragraphs[at].text)
        below = cells_of(paragraphs[at + 1 : after], barred=barred)
        cells += [replace(first, bands=over) for first in below[:1]]
        cells += below[1:]
        over = () if below else over
    return cells


def grains_of(cells: Sequence[FlowCell], terms: Terms) -> list[Grain]:
    """Give the cells as grains to be placed; below a band, and at a total that bars mark off, a row begins."""
    looks = [look_at(fold(c.text.value, terms.script).plain, terms.statuses) for c in cells]
    return [
        Grain(k, c.gap, whole=c.whole, begins=bool(c.bands) or (c.whole and is_total(k)))
        for c, k in zip(cells, looks, strict=True)
    ]


def cells_of(paragraphs: Sequence[Paragraph], *, barred: bool | None = None) -> list[FlowCell]:
    """Give the cells that bars end, or each paragraph as a cell where there are no bars."""
    if barred is None:
        barred = is_barred(paragraphs)
    if not barred:
        return [FlowCell(cut(p.text, 0, len(p.text.value)), p.gap, whole=False) for p in paragraphs]
    return [FlowCell(_glue(texts), 1, whole=True) for texts in _barred_cells(paragraphs)]


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
