"""Alike: what a run of tags between two texts of a table does, looked at once for all that are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shishi.readers.spans import MOST_SLOTS, WIDEST_SPAN, Spot, TooManyCells
from shishi.readers.word.lifting import AFTER, BEFORE, LIFTED, RUN, LiftedTable
from shishi.readers.word.numbering import Lists
from shishi.readers.word.printing import Printer, Tally, break_lines, keep_blanks
from shishi.readers.word.shape import SLIVER, cells_of, draw_row, look_of, positions, rows_of
from shishi.readers.word.tags import DELETED, INSERTED, PARAGRAPH, XML_SPACE, Element, W

_PROPERTIES = frozenset(f"{W}{name}" for name in ("trPr", "tcPr", "pPr", "rPr", "tblPrEx"))
_HARMLESS = frozenset(
    f"{W}{name}"
    for name in (
        *("tr", "tc", "p", "r", "t", "br", "cr", "tab", "noBreakHyphen", "lastRenderedPageBreak"),
        *("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd"),
    )
)
_ABOVE = frozenset(f"{W}{name}" for name in ("tblPr", "tblGrid", "bookmarkStart", "bookmarkEnd"))
_CHANGED = DELETED | INSERTED

Begun = tuple[int, str, tuple[int, bool] | None]
"""A cell that begins: its columns, what it does in a merge of rows; where it begins a row, the columns
left free before it and whether the row is a header."""


class Irregular(ValueError):
    """Rows that only the reader of whole tables can read."""


@dataclass(slots=True)
class Alike:
    """What all runs that are alike do after one text and before the next."""

    tail: str = ""  # the cell of the text before prints it
    begun: list[Begun] = field(default_factory=list)
    between: list[str] = field(default_factory=list)  # what the cells without a text print
    lead: str = ""  # the cell of the text after prints it
    keeps: bool = False  # blanks at the ends of the text after
    is_plain: bool = False  # one cell ends and the next begins


class _NoLists(Lists):
    """No list: a number that Word makes itself has to be counted where it stands."""

    def number(self, style: str, numbers: Element | None) -> str:
        raise Irregular(style)


def find_lifted(table: Element) -> Element | None:
    """Give what stands in for the rows of a table."""
    return table.find(f"{W}{LIFTED}")


def place_lifted(
    table: Element, lifted: Sequence[LiftedTable], printer: Printer
) -> tuple[list[Spot], int]:
    """Give the cells of a lifted table with their places, and the number of its rows.

    Raises TooManyCells, and Irregular where a run does more than begin and end paragraphs and cells.
    """
    stand_in = find_lifted(table)
    if stand_in is None or not printer.shows:
        raise Irregular
    if any(child is not stand_in and child.tag not in _ABOVE for child in table):
        raise Irregular
    found = lifted[int(stand_in.get(f"{W}number", ""))]
    alike = [_look(run, printer) for run in stand_in.iterchildren(f"{W}{RUN}")]
    between = dict(zip(dict.fromkeys(found.runs[1:-1]), alike[1:-1], strict=True))
    looks = [alike[0], *map(between.__getitem__, found.runs[1:-1])]
    begun, values = _join(looks, found.texts, alike[-1])
    spots, height, width = _place(begun, values)
    if len(values) < 2 or width > WIDEST_SPAN or _has_slivers(table, width):
        raise Irregular
    return spots, height


def _look(run: Element, printer: Printer) -> Alike:
    """Print a run by the reader of whole tables, with marks for the texts around it."""
    _check(run)
    trial = Printer(_NoLists(styles=printer.lists.styles), printer.hidden_styles)
    look = Alike()
    printed: list[str] = []
    for number, row in enumerate(rows_of(run)):
        own, cells, drawn = look_of(row), list(cells_of(row)), draw_row(row)
        if own.deleted or own.hidden or not cells or len(drawn) < len(cells):
            raise Irregular
        opens: tuple[int, bool] | None = (min(own.before, WIDEST_SPAN), own.header)
        for cell in drawn:
            text = _printed(cell.cell, trial)
            if text.startswith(BEFORE) and not printed and not number:
                _check_open(row)
            else:
                look.begun.append((cell.right - cell.left, cell.down, opens))
            printed.append(text)
            opens = None
    if trial.tally != Tally() or not trial.is_done or not printed or not _prints(run, printed):
        raise Irregular
    _share(look, printed)
    for node in run.iter(f"{W}t"):
        look.keeps = node.get(XML_SPACE) == "preserve"
    return look


def _prints(run: Element, printed: Sequence[str]) -> bool:
    """Tell whether the text after a run prints; after the last there is none."""
    return "".join(printed).count(AFTER) == (run.getnext() is not None)


def _share(look: Alike, printed: list[str]) -> None:
    """Share out what the cells of a run print: to the text before, to no text, to the text after."""
    if printed[0].startswith(BEFORE):
        first = printed.pop(0)[1:]
        look.tail, has_after, _ = first.partition(AFTER)
        if has_after:
            return
    if printed and AFTER in printed[-1]:
        look.lead = printed.pop().partition(AFTER)[0]
    look.between = ["\n".join(break_lines(text)) for text in printed]
    if look.begun and not look.tail.strip():
        look.tail = ""  # the end of a paragraph at the end of a cell
    look.is_plain = len(look.begun) == 1 and not (printed or look.lead or look.tail)


def _check(node: Element) -> None:
    for child in node:
        if child.tag in _PROPERTIES:
            if any(inside.tag in _CHANGED for inside in child.iter()):
                raise Irregular(child.tag)
        elif child.tag in _HARMLESS:
            _check(child)
        else:
            raise Irregular(child.tag)


def _check_open(row: Element) -> None:
    """Refuse properties of what was open before the run: they would come too late."""
    node: Element | None = row
    while node is not None and len(node):
        if any(child.tag in _PROPERTIES for child in node):
            raise Irregular(node.tag)
        node = node[0]


def _printed(cell: Element, printer: Printer) -> str:
    lines = [printer.print(node)[0] for node in cell if node.tag == PARAGRAPH]
    return "".join(f"{line}\n" for line in lines)


def _join(
    looks: Sequence[Alike], texts: Sequence[str], last: Alike
) -> tuple[list[Begun], list[str]]:
    """Give the cells as they begin, and what each prints."""
    begun: list[Begun] = []
    values: list[str] = []
    for look, raw in zip(looks, texts, strict=True):
        plain = raw.isprintable() and " " not in raw
        text = raw
        if not plain and (raw[0].isspace() or raw[-1].isspace()):
            text = keep_blanks(raw, preserved=look.keeps)
        if look.is_plain:
            begun.append(look.begun[0])
            values.append(text)
            continue
        if look.tail:
            values[-1] += look.tail
        if look.begun:
            begun += look.begun
            values += look.between
            values.append(look.lead + text)
        else:
            values[-1] += text
    values[-1] += last.tail
    begun += last.begun
    values += last.between
    return begun, [
        value.strip() if value.isprintable() else "\n".join(break_lines(value)) for value in values
    ]


def _place(begun: Sequence[Begun], values: Sequence[str]) -> tuple[list[Spot], int, int]:
    """Give each cell its place as shape.place() does; and the height and width of the table."""
    spots: list[Spot] = []
    heights: dict[int, int] = {}  # of merged cells
    above: dict[tuple[int, int], int] = {}  # columns → merged cell that may go on
    here: dict[tuple[int, int], int] = {}
    row = left = width = slots = 0
    header = False
    for (wide, down, opens), value in zip(begun, values, strict=True):
        if opens:
            row += 1
            left, header = opens
            above, here = here, {}
        slots += wide
        if slots > MOST_SLOTS:
            raise TooManyCells
        merged = above.get((left, wide)) if down == "continue" else None
        if merged is None:
            if down:
                here[left, wide] = len(spots)
            spots.append((value, row, left + 1, 1, wide, header))
        elif value:  # words that the merged cell hides
            raise Irregular(value)
        else:
            here[left, wide] = merged
            heights[merged] = heights.get(merged, 1) + 1
        left += wide
        if left > width:
            width = left
    for at, height in heights.items():
        value, top, column, _, wide, header = spots[at]
        spots[at] = (value, top, column, height, wide, header)
    return spots, row, width


def _has_slivers(table: Element, width: int) -> bool:
    edges = positions(table, width)
    return edges is not None and any(b - a < SLIVER for a, b in pairwise(edges[: width + 1]))
