"""Draw tables as loosely as offices make them, and print them one cell a paragraph.

Codes may be missing, themes alone name the rows, a percent may be the same in every row; blank cells
leave a trace or none, or hold a mark; cells of several sentences or units take several paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.layouts.pasted import phrases
from tests.layouts.pasted.phrases import Phrases
from tests.layouts.pasted.truth import TITLES, WORDS, Draw, Row, Truth

OFTEN = {
    "code": 0.65,
    "theme": 0.45,
    "item": 1.0,
    "leaders": 0.25,
    "lead_units": 0.95,
    "support_units": 0.45,
    "investment": 0.15,
    "goal": 0.65,
    "progress": 0.9,
    "percent": 0.3,
    "status": 0.3,
    "explanation": 0.25,
    "remark": 0.3,
}
"""How often a table has each column, in the order most tables have them."""

FILLED = {
    "support_units": 0.7,
    "investment": 0.9,
    "goal": 0.92,
    "progress": 0.94,
    "percent": 0.9,
    "status": 0.95,
    "explanation": 0.35,
    "remark": 0.3,
}
"""How often a cell of each column is filled; the others always are."""


@dataclass(frozen=True)
class Ways:
    """How one page prints its cells."""

    note: str  # what stands in a blank cell
    traces: float  # so often a blank cell leaves a blank line
    by_line: bool  # each unit on a paragraph of its own
    wrapped: int  # a list of units is broken after so many characters; 0: never
    listed: bool  # each sentence of a cell on a paragraph of its own
    gap: str
    pieces: dict[str, list[str]] = field(default_factory=dict)  # cells of several paragraphs


def _columns(draw: Draw) -> list[str]:
    columns = [c for c, often in OFTEN.items() if draw.random() < often]
    if not {"goal", "progress"} & set(columns):
        columns.append("progress")
    if "code" not in columns and "lead_units" not in columns:
        columns.insert(columns.index("item") + 1, "lead_units")
    if draw.random() < 0.35:
        head = [c for c in columns if c in {"code", "theme"}]
        rest = columns[len(head) :]
        draw.shuffle(rest)
        columns = head + rest
    return columns


def draw_pieces(draw: Phrases, name: str) -> list[str]:
    """Draw one cell of a column, in the pieces that may stand on paragraphs of their own."""
    match name:
        case "lead_units":
            return draw.units(draw.choice([1, 1, 2, 3]))
        case "support_units":
            return draw.units(draw.choice([1, 3, 6]), groups=0.3)
        case "leaders":
            return [draw.choice(phrases.LEADERS)]
        case "investment":
            return [str(draw.randint(30, 80_000))]
        case "status":
            return [draw.choice(phrases.STATUSES)]
        case "remark":
            return [draw.choice(phrases.REMARKS)]
    told = {"item": phrases.ITEMS, "goal": phrases.GOALS, "progress": phrases.REPORTS}
    most = {"item": 1, "goal": 2, "progress": 4}
    return draw.sentences(told.get(name, phrases.REASONS), most.get(name, 1))


def draw_ways(draw: Draw) -> Ways:
    """Draw how a page prints its cells."""
    return Ways(
        note=draw.choice(["", "", "", draw.choice(phrases.NOTES)]),
        traces=draw.choice([0.0, 0.0, 1.0, 1.0, 0.7]),
        by_line=draw.random() < 0.3,
        wrapped=draw.choice([0, 0, 8, 12]),
        listed=draw.random() < 0.4,
        gap=draw.choice(["\n\n", "\n\n", "\n\n", "\n"]),
    )


def draw_loose(draw: Phrases, ways: Ways, *, columns: list[str] | None = None) -> Truth:
    """Draw the columns and the rows of a table; `ways` learns which cells take several paragraphs."""
    columns = columns or _columns(draw)
    words = [draw.choice(WORDS[c].split()) for c in columns]
    percent = _percents(draw, words[columns.index("percent")] if "percent" in columns else "")
    by_theme = "theme" in columns and draw.random() < 0.3
    rows: list[Row] = []
    begins: list[bool] = []
    theme, part, within = "", 0, 0
    for number in range(1, draw.randint(6, 16)):
        begins.append(not theme or draw.random() < 0.4)
        within += 1
        if begins[-1]:
            theme = draw.choice([t for t in phrases.THEMES if t != theme])
            part, within = part + 1, 1
        row: Row = {"theme": theme, "code": f"{part}.{within}" if by_theme else str(number)}
        for name in columns:
            if name in row:
                continue
            pieces = [percent(draw)] if name == "percent" else draw_pieces(draw, name)
            if draw.random() > FILLED.get(name, 1.0):
                pieces = [ways.note] if ways.note else []
            between = "、" if name.endswith("units") else ""
            row[name] = between.join(pieces)
            ways.pieces[row[name]] = pieces
        rows.append(row)
    title, open_columns = draw.choice(TITLES), _open_columns(columns, ways)
    return Truth(title, columns, words, rows, begins, open_columns=open_columns)


def _open_columns(columns: list[str], ways: Ways) -> frozenset[str]:
    """Name the two lists of units where each unit stands on a paragraph of its own, as cells do."""
    lists = {"lead_units", "support_units"}
    return frozenset(lists) if ways.by_line and lists <= set(columns) else frozenset()


def _percents(draw: Draw, word: str):
    """Draw how a page gives its percents: with the sign or bare, the same in each row or not."""
    sign = "" if "%" in word and draw.random() < 0.5 else "%"
    same = f"{draw.choice([100, 100, draw.randint(2, 99)])}{sign}"
    constant = draw.random() < 0.3
    return lambda draw: same if constant else f"{draw.randint(2, 100)}{sign}"


def _printed_cell(table: Truth, ways: Ways, at: int, name: str) -> list[str]:
    """Give the paragraphs that a cell is printed in."""
    printed = table.printed(at, name)
    pieces = ways.pieces.get(printed, [printed])
    if name.endswith("units") and len(pieces) > 1:
        if ways.by_line:
            return pieces
        if ways.wrapped:
            return _wrapped(printed, ways.wrapped)
    return pieces if ways.listed and len(pieces) > 1 and name == "progress" else [printed]


def _wrapped(names: str, width: int) -> list[str]:
    """Break a list of names behind a separator, so that most lines have `width` characters."""
    lines = [""]
    for name in names.replace("、", "、\n").split("\n"):
        if lines[-1] and len(lines[-1]) + len(name) > width:
            lines.append("")
        lines[-1] += name
    return lines


def print_loose(table: Truth, draw: Draw, *, ways: Ways) -> str:
    """Print one cell a paragraph, in the ways of the page."""
    printed = ways.gap.join([*table.words, ""])
    for at in range(len(table.rows)):
        for name in table.columns:
            paragraphs = [p for p in _printed_cell(table, ways, at, name) if p]
            trace = "\n" if not paragraphs and draw.random() < ways.traces else ""
            printed += "".join(p + ways.gap for p in paragraphs) + trace
    return printed
