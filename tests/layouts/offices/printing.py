"""Print a drawn table as an office would: headers, merged cells, pages, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from tests.layouts.drawn import Draw
from tests.layouts.offices import words
from tests.layouts.offices.around import after, before
from tests.layouts.offices.tables import Heading, Row, Table

TITLE = "2031年云溪区民生实事项目9月进展情况表"


@dataclass
class Spot:
    """A printed cell and how far it reaches."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass
class Line:
    """A printed row: its cells by column."""

    spots: dict[int, Spot] = field(default_factory=dict)


def print_page(draw: Draw, table: Table) -> str:
    """Print the whole page as HTML."""
    width = len(table.headings)
    header = _header(draw, table.headings)
    pages = _pages(draw, table)
    top = _top(draw, table, width)
    loose = [] if top and draw.random() < 0.5 else [f"<h1>{TITLE}</h1>"]
    unit = (
        [f"<p>单位:{table.unit}</p>"]
        if table.unit and not any(t.startswith("单位") for t in top)
        else []
    )
    spare = draw.randint(0, width) if draw.random() < 0.06 else None
    tables = []
    for index, rows in enumerate(pages):
        body = _body(draw, table, rows)
        heading = [Line({0: Spot(text, 1, width)}) for text in top] if not index else []
        lines = [*heading, *header, *body]
        if index == len(pages) - 1:
            lines += _bottom(draw, width)
        if spare is not None:
            lines = [_shifted(line, spare) for line in lines]
        tables.append(lines)
    if draw.random() < 0.5:
        tables = [[line for lines in tables for line in lines]]
    printed = "".join(map(to_html, tables))
    return "".join([*before(draw), *loose, *unit, printed, *after(draw)])


def to_html(lines: list[Line]) -> str:
    """Write rows of cells as an HTML table."""
    rows = []
    for line in lines:
        cells = []
        for _, spot in sorted(line.spots.items()):
            spans = f" rowspan={spot.rows}" * (spot.rows > 1) + f" colspan={spot.columns}" * (
                spot.columns > 1
            )
            cells.append(f"<td{spans}>{escape(spot.text).replace(chr(10), '<br>')}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _shifted(line: Line, at: int) -> Line:
    """Leave a column blank, as tables made by hand have one."""
    spots = {}
    for column, spot in line.spots.items():
        if column < at < column + spot.columns:
            spots[column] = Spot(spot.text, spot.rows, spot.columns + 1)
        else:
            spots[column + (column >= at)] = spot
    if at not in spots and not any(c < at < c + s.columns for c, s in spots.items()):
        spots[at] = Spot("")
    return Line(spots)


def _top(draw: Draw, table: Table, width: int) -> list[str]:
    top = [TITLE] if draw.random() < 0.35 else []
    if table.unit and draw.random() < 0.5:
        top.append(f"单位:{table.unit}")
    if top and draw.random() < 0.3:
        top.append("填报单位:区府办        填报日期:2031年9月30日")
    return top


def _header(draw: Draw, headings: list[Heading]) -> list[Line]:
    """Print the header in one to three rows."""
    printed = [words.break_word(draw, heading.word) for heading in headings]
    depth = draw.choice([1, 1, 1, 2, 2, 3])
    runs = _runs(headings) if depth > 1 else []
    if not runs:
        return [Line({i: Spot(word) for i, word in enumerate(printed)})]
    lines = [Line() for _ in range(depth)]
    covered = {}
    for start, end, kind in runs:
        lines[depth - 2].spots[start] = Spot(draw.choice(words.GROUPS[kind]), 1, end - start)
        covered |= dict.fromkeys(range(start, end), kind)
    for index, word in enumerate(printed):
        if index in covered:
            lines[depth - 1].spots[index] = Spot(word)
            if depth == 3 and not any(index in range(a + 1, b) for a, b, _ in runs):
                span = next(b - a for a, b, _ in runs if a == index)
                lines[0].spots[index] = Spot("2031年民生实事", 1, span)
        else:
            lines[0].spots[index] = Spot(word, depth)
    return lines


def _runs(headings: list[Heading]) -> list[tuple[int, int, str]]:
    """Find the neighbours that one word may stand over."""
    runs, at = [], 0
    while at < len(headings):
        kind = words.KINDS.get(headings[at].field, "")
        end = at + 1
        while end < len(headings) and words.KINDS.get(headings[end].field) == kind:
            end += 1
        if kind and end - at > 1:
            runs.append((at, end, kind))
        at = end
    return runs


def _pages(draw: Draw, table: Table) -> list[list[Row]]:
    """Split the rows over pages, never inside an item."""
    starts = [i for i, row in enumerate(table.rows) if i and not row.part]
    if len(starts) < 3 or draw.random() < 0.75:
        return [table.rows]
    cuts = sorted(draw.sample(starts, draw.choice([1, 1, 2])))
    return [table.rows[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]


def _body(draw: Draw, table: Table, rows: list[Row]) -> list[Line]:
    """Print the rows of one page."""
    merged_theme = draw.random() < 0.7
    merged_parts = draw.random() < 0.85
    blanks = draw.random() < 0.1
    lines: list[Line] = []
    width = len(table.headings)
    themes_open: Spot | None = None
    open_cells: dict[int, Spot] = {}
    for row in rows:
        if table.theme_style == "rows" and row.theme_begins:
            lines.append(Line({0: Spot(str(row.truth["theme"]), 1, width)}))
        line = Line()
        for index, heading in enumerate(table.headings):
            text = row.cells[index]
            if heading.field == "theme":
                if row.theme_begins or themes_open is None:
                    themes_open = Spot(text)
                    line.spots[index] = themes_open
                elif merged_theme:
                    themes_open.rows += 1
                else:
                    line.spots[index] = Spot("")
            elif row.part and merged_parts and heading.field in _SHARED:
                open_cells[index].rows += 1
            else:
                line.spots[index] = open_cells[index] = Spot(text)
        lines.append(line)
        if blanks and draw.random() < 0.2 and not merged_theme and not row.part:
            lines.append(Line({i: Spot("") for i in range(width)}))
    return _without_bad_blanks(lines)


_SHARED = {"code", "item", "goal", "levels", "investment"}


def _without_bad_blanks(lines: list[Line]) -> list[Line]:
    """Drop the blank rows that a merged cell would reach into."""
    kept, reach = [], 0
    for line in lines:
        blank = all(not spot.text for spot in line.spots.values())
        if blank and reach > 0:
            continue
        reach = max([reach - 1, *(spot.rows - 1 for spot in line.spots.values())])
        kept.append(line)
    return kept


def _bottom(draw: Draw, width: int) -> list[Line]:
    lines = []
    if draw.random() < 0.15:
        word = draw.choice(["合计", "总计", "合 计"])
        first = draw.choice([1, 1, 2])
        spots = {0: Spot(word, 1, min(first, width))}
        spots |= {i: Spot(draw.choice(["", "", "1200"])) for i in range(min(first, width), width)}
        lines.append(Line(spots))
    if draw.random() < 0.15:
        note = draw.choice(
            ["注:数据截至9月底。", "填报说明:1.进展情况控制在100字左右。", "说明:★为牵头单位。"]
        )
        lines.append(Line({0: Spot(note, 1, width)}))
    return lines
