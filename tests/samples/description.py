"""What a sample page says, read from its origin.toml, before it is printed in any layout."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

LETTERS = {
    "n": "code",
    "t": "theme",
    "i": "item",
    "l": "lead_units",
    "s": "support_units",
    "w": "leaders",
    "v": "levels",
    "m": "investment",
    "g": "goal",
    "p": "progress",
    "c": "percent",
    "a": "status",
    "e": "explanation",
    "r": "remark",
    "u": "units",  # lead and support units in one cell
}
"""The letters that `columns` of an origin.toml spells a table with."""

NAMED = ("lead_units", "support_units", "leaders", "levels")


@dataclass(frozen=True)
class Row:
    """One record as its author means it.

    In a value ⏎ is a line end that the layout put in, ¶ one that parts paragraphs or names, and ‖ a
    bare line break (br) that parts names.
    `breaks` says that a page ended before this row, so that the theme is printed again.
    """

    order: int
    section: int
    values: dict[str, str] = field(default_factory=dict)
    first_of_group: bool = True
    first_of_code: bool = True
    breaks: bool = False
    shares: int | None = None


def load(folder: Path) -> dict[str, Any]:
    """Load the description in `folder`."""
    return tomllib.loads((folder / "origin.toml").read_text(encoding="utf-8"))


def rows(page: dict[str, Any]) -> list[Row]:
    """Spell out the records of a page: groups, sections, numbers and shared items filled in."""
    found: list[Row] = []
    theme, code, number, section = "", "", 0, 1
    fresh, breaks, started = True, False, False
    for line in page["rows"].strip("\n").split("\n"):
        if line.startswith("#"):
            theme = line[1:].strip()
            if "|" in theme:
                code, theme = (part.strip() for part in theme.split("|"))
            fresh = True
            continue
        if line == "§":
            section, number = section + started, 0
            continue
        if line == "@":
            breaks = True
            continue
        started = True
        if line.startswith("@|"):
            breaks, line = True, line[1:]
        cells = line.split("|")
        values = dict(zip(spelt(page), cells, strict=True))
        number += 1
        first_of_code = True
        if page["numbering"] == "row":
            code = str(number)
        elif page["numbering"] == "given":
            first_of_code = bool(values["code"])
            code = values["code"] or code
        else:
            first_of_code = fresh
        values |= {"code": code, "theme": theme}
        row = Row(len(found) + 1, section, values, fresh, first_of_code, breaks)
        found.append(_shared(row, found))
        fresh = breaks = False
    return found


def spelt(page: dict[str, Any]) -> list[str]:
    """Name the fields that each line of `rows` spells out, in its order."""
    implied = {"group": "nt", "row": "nt", "given": "t"}[page["numbering"]]
    letters = page["columns"].replace("u", "ls")
    names = [LETTERS[letter] for letter in letters if letter not in implied]
    return sorted(names, key="code".__ne__) if page["numbering"] == "given" else names


def _shared(row: Row, before: list[Row]) -> Row:
    """Give a row whose item is written = the item of the row above, and say whose it is."""
    if row.values["item"] != "=":
        return row
    above = before[-1]
    values = row.values | {"item": above.values["item"]}
    return replace(row, values=values, shares=above.shares or above.order)


def names(cell: str) -> tuple[list[str], bool]:
    """Part a cell of names, and say whether it ends in an open 等部门、单位."""
    if cell == "/":
        return [], False
    closed = re.sub("等(部门、单位|单位|部门)", "", cell.replace("⏎", ""))
    return [name for name in re.split("[、,¶‖]", closed) if name], closed != cell.replace("⏎", "")
