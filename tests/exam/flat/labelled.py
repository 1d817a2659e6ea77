"""p6: blocks of labelled lines, or one run-on paragraph an item, in place of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.exam.damage import respell
from tests.exam.flat.lines import lines_after, lines_before
from tests.exam.model import Column, Page, Row, Written
from tests.exam.shape import Allowed, Maker


@dataclass(frozen=True)
class _Style:
    """How one page writes its blocks."""

    lead_line: str  # how an item opens: "item" its text, "label" a label, "name" the label on the number's line
    joiner: str  # between label and value
    parted: str  # between fields: a line end, a space, ；
    bracket: str  # "" or the brackets around a label
    number: str  # how the number is set
    blanks: bool  # blank fields keep their label


def write_labelled(rng: Random, make: Maker) -> Written:
    """Write a page whose items are blocks with labels."""
    none = ("", "", "/", "无")
    page, _ = make(
        rng,
        Allowed(
            parts=False,
            theme_codes=False,
            no_codes=True,
            stars=False,
            repeats=False,
            none_marks=none,
        ),
    )
    wide = respell(rng, page) == "wide"
    style = _draw_style(rng, wide=wide)
    blocks = _blocks(rng, page, style)
    lines = [*lines_before(rng, page, " ".join), *blocks, *lines_after(rng, page, " ".join)]
    gap = (
        rng.choice(("\n", "\n\n"))
        if style.lead_line != "label" or page.table.index("code") is not None
        else "\n\n"
    )
    return Written("labelled.txt", gap.join(lines).encode(), page.truths)


def write_blocks(rng: Random, page: Page, *, wide: bool) -> list[str]:
    """Write the items of a page as blocks, for a file that holds no table."""
    return _blocks(rng, page, _draw_style(rng, wide=wide))


def _blocks(rng: Random, page: Page, style: _Style) -> list[str]:
    blocks: list[str] = []
    theme = None
    themes_inside = rng.random() < 0.3
    for row in page.table.rows:
        if row.heading:
            blocks.append(row.heading)
        elif row.truth:
            cells = [
                (column, text) for column, text in zip(page.table.columns, row.texts, strict=True)
            ]
            name = str(row.truth.values.get("theme", ""))
            if page.table.index("theme") is not None and not themes_inside:
                if name != theme:
                    blocks.append(name)
                cells = [cell for cell in cells if cell[0].name != "theme"]
            elif themes_inside:
                cells = [(c, name if c.name == "theme" else text) for c, text in cells]
            theme = name
            blocks.append(_block(row, cells, style))
    return blocks


def _draw_style(rng: Random, *, wide: bool) -> _Style:
    colon = "：" if wide else ":"
    bracket = rng.choice(
        ("", "", "", "", "【】", "[]" if not wide else "【】", "()" if not wide else "（）")
    )
    parted = rng.choice(("\n", "\n", "\n", " ", "  ", "；" if wide else ";"))
    return _Style(
        lead_line=rng.choice(("item", "item", "label", "name")),
        joiner=rng.choice(("", colon))
        if bracket in ("【】", "[]")
        else colon + rng.choice(("", "", " ")),
        parted="\n" if bracket in ("()", "（）") else parted,
        bracket=bracket,
        number=rng.choice(("{}.", "{}、", "{}. ", "({})")),
        blanks=rng.random() < 0.5,
    )


def _block(row: Row, cells: list[tuple[Column, str]], style: _Style) -> str:
    """Write one item: its number, its promise, then the labelled fields."""
    label = _labeller(style)
    texts = {column.name: text.replace("\n", " ") for column, text in cells}
    number = _number(texts.get("code", ""), style)
    word = next(column.words[-1] for column, _ in cells if column.name == "item")
    item = texts["item"]
    opening = number + (item if style.lead_line == "item" else label(word, item))
    if style.lead_line == "name" and number:
        opening = f"{number.rstrip()} {label(word, item)}"
    fields = [
        label(_bare(column.words[-1]), _value(column, text))
        for column, text in cells
        if column.name not in ("code", "item") and (text or style.blanks)
    ]
    return style.parted.join([opening, *fields])


def _labeller(style: _Style) -> Callable[[str, str], str]:
    def label(word: str, value: str) -> str:
        value = value.replace("\n", " ")
        if style.bracket in ("()", "（）"):
            return f"{style.bracket[0]}{word}{style.joiner}{value}{style.bracket[1]}"
        if style.bracket:
            return f"{style.bracket[0]}{word}{style.bracket[1]}{style.joiner}{value}"
        return f"{word}{style.joiner}{value}"

    return label


def _number(code: str, style: _Style) -> str:
    if not code:
        return ""
    if code[0] in "(（" or "." in code:
        return code + " " * (code[-1] not in ")）")
    if not code.isdigit():
        return code + "、"
    return style.number.format(code)


def _bare(word: str) -> str:
    """Drop what a header says in brackets about its unit: a label does not."""
    for end in ("(万元)", "（万元）", "(萬元)", "(%)", "（%）", "%"):
        word = word.removesuffix(end)
    return word


def _value(column: Column, text: str) -> str:
    if column.kind == "money" and text and text[-1].isdigit():
        return text + "万元"
    if column.kind == "percent" and text and text[-1].isdigit():
        return text + "%"
    return text
