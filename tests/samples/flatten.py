"""Print a described page as the pasted text of a web page, in one of three families."""

from __future__ import annotations

import re
from typing import Any

from tests.samples.description import LETTERS, Row, rows


def text(page: dict[str, Any]) -> str:
    """Print the whole page, in simplified script."""
    head, foot = page["head"].strip("\n"), page["foot"].strip("\n").replace("~", "\xa0")
    if page["family"] == 1:
        parted = re.sub("\n+", "\n\n", foot)
        body = _paragraphs(page)
        return "\n".join(
            filter(None, (head + "\n" if head else "", body + "\n" * bool(foot), parted))
        )
    table = _bars(page) if page["family"] == 2 else _lines(page)
    return "\n".join(filter(None, (head, table, foot)))


def _paragraphs(page: dict[str, Any]) -> str:
    """Print one cell a paragraph; an empty or a covered cell is an extra blank line or nothing."""
    header = "".join(
        line.replace("~", "\xa0") + "\n\n" for line in page["header"].split("\n") if line
    )
    printed, section = header, 1
    headings = page.get("sections", [])
    if headings:
        printed = headings[0] + "\n\n" + header
    for row in rows(page):
        if row.section != section:
            section = row.section
            printed += (headings[section - 1] + "\n\n" if headings else "") + header
        printed += "".join(_cell(page, row, letter) for letter in page["columns"])
    return printed.rstrip("\n")


def _cell(page: dict[str, Any], row: Row, letter: str) -> str:
    blank = {"line": "\n", "nothing": ""}
    if _covered(page, row, letter):
        return blank[page["covered"]]
    if letter == "u":
        return _starred(row)
    value = row.values[LETTERS[letter]]
    if not value:
        return blank[page["empty"]]
    return "".join(part + "\n\n" for part in re.split("[⏎¶‖]", value))


def _starred(row: Row) -> str:
    """Print ★ and the lead units, a blank paragraph, and the supporters."""
    support = row.values["support_units"]
    return f"★{row.values['lead_units']}\n\n" + (f"\n{support}\n\n" if support else "")


def _covered(page: dict[str, Any], row: Row, letter: str) -> bool:
    """Say whether the cell belongs to a merged one above and is not printed (again)."""
    if letter == "i":
        return row.shares is not None and not row.breaks
    if letter == "t":
        again = row.breaks and row.shares is None
        return not (row.first_of_group or again)
    return letter == "n" and not row.first_of_code


def _bars(page: dict[str, Any]) -> str:
    """Print each cell on a line of its own with a bar; an empty cell is a further bar."""
    lines = [f"{word} |" for word in page["header"].split("\n") if word]
    for row in rows(page):
        for letter in page["columns"]:
            value = row.values[LETTERS[letter]]
            if not value and page["empty"] == "barline":
                lines.append("|")
            elif not value:
                lines[-1] += "|"
            elif letter == "n" and row.order in page.get("split_number_at", []):
                lines += [value, "|"]
            else:
                lines.append(f"{value} |")
    return "\n".join(lines)


def _lines(page: dict[str, Any]) -> str:
    """Print a row a line, cells parted by bars, with a ruler of dashes under the header."""
    header = page["header"].strip("\n")
    ruler = "|".join("---" for _ in page["columns"])
    body = (
        " | ".join(row.values[LETTERS[letter]] for letter in page["columns"]) for row in rows(page)
    )
    return "\n".join((header, ruler, *body))
