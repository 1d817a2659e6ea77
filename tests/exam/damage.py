"""How a page is spelt, and what its mirrors lost: wide marks, traditional script, pinyin, dropped pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from tests.exam.model import Page, Row
from tests.exam.words.script import annotate, to_traditional

_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）"})
LOSSES = ("month", "comma", "measure", "name")
"""What can be lost or doubled: 月 of a date, a comma, a measure word, the first character of a street."""


def respell(rng: Random, page: Page, *, losses: Sequence[str] = LOSSES) -> str:
    """Damage and spell the page, its truth with it, in one of the ways pages are met with; say which."""
    if rng.random() < 0.15:
        _lose_pieces(rng, page, rng.choice(losses))
    way = rng.choices(("narrow", "wide", "traditional", "pinyin"), (48, 40, 7, 5))[0]
    if way == "wide":
        page.spell(_widen)
    elif way == "traditional":
        page.spell(to_traditional)
    elif way == "pinyin":
        page.spell(annotate)
    elif rng.random() < 0.3:
        page.spell(lambda text: unicodedata.normalize("NFKC", text))
    return way


def _widen(text: str) -> str:
    """Set marks wide, but not the comma within a number."""
    return re.sub(r"[;:()]|(?<!\d),|,(?!\d)", lambda mark: mark[0].translate(_WIDE), text)


def _lose_pieces(rng: Random, page: Page, kind: str) -> None:
    """Lose pieces of one kind in about a third of the rows where there are any."""
    followers = {
        id(row) for row, after in pairwise(page.table.rows) if after.truth and after.truth.continues
    }
    for row in page.table.rows:
        if row.truth is None or row.truth.continues or id(row) in followers or rng.random() > 0.35:
            continue
        if kind == "name":
            _lose_name(row, page.table.index("support_units"))
        else:
            name = "item" if kind == "measure" else "progress"
            _change(row, page.table.index(name), name, kind)


_CHANGES = {
    "month": (r"截至(\d+)月(\d+)日", r"截至\1\2日"),
    "comma": r"(?<=[^\d\n]),(?=[^\d\n])",
    "measure": (r"(?<=\d)[个家所台套张处条座名户](?=。?$)", ""),
}


def _change(row: Row, number: int | None, name: str, kind: str) -> None:
    cell = row.cells[number] if number is not None else None
    if cell is None or row.truth is None or "\n" in cell.text:
        return
    change = _CHANGES[kind]
    pattern, instead = change if isinstance(change, tuple) else (change, ",,")
    text = re.sub(pattern, instead, cell.text, count=1)
    if text != cell.text and row.truth.values[name] == cell.text:
        cell.text = row.truth.values[name] = text
        row.truth.damaged.add(name)


def _lose_name(row: Row, number: int | None) -> None:
    cell = row.cells[number] if number is not None else None
    if cell is None or row.truth is None:
        return
    names = list(row.truth.values["support_units"])
    for place, name in enumerate(names):
        if re.fullmatch(r"..街道", name) and cell.text.count(name) == 1:
            names[place] = name[1:]
            cell.text = cell.text.replace(name, name[1:])
            row.truth.values["support_units"] = names
            row.truth.damaged.add("support_units")
            return
