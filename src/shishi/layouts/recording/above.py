"""What a row means after the one above it: a new section, an item printed again, a number for a theme.

The same rules hold for a table that is recorded row by row and for one that is recorded column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from shishi.records import Field
from shishi.text.characters import squeeze


@dataclass(slots=True)
class Begun:
    """What has been recorded of a page before a table: how many, their last section, code and heading."""

    count: int = 0
    section: int = 1
    code: tuple[int, ...] | None = None
    headed: bool = False  # the rows above stand under a heading
    follows: bool = False  # the table goes on from the one above


def starts_section(
    last: tuple[int, ...] | None, code: tuple[int, ...] | None, *, new_heading: bool
) -> bool:
    """Tell a row that begins a new section: numbers begin again at 1.

    >>> starts_section((12,), (1,), new_heading=False), starts_section(None, (1,), new_heading=False)
    (True, False)
    >>> starts_section((1,), (1, 1), new_heading=False)
    False
    """
    if not last or not code or (len(code) > len(last) and code[: len(last)] == last):
        return False  # 1.1 is below 1
    return (code != last or new_heading) and max(code) == 1 == min(code)


def is_again(is_same: Callable[[Field], bool]) -> bool:
    """Tell a row whose code and item are printed above it too, beside another lead: that is no new item.

    `is_same` says whether a field is printed as it is in the row above.
    """
    return is_same(Field.CODE) and is_same(Field.ITEM) and not is_same(Field.LEAD_UNITS)


def is_alike(text: str, above: str) -> bool:
    """Tell two cells that print the same but for white space."""
    return squeeze(text) == squeeze(above)


def number_themes(begin: Collection[tuple[bool, bool]]) -> bool:
    """Tell a table whose numbers stand in the rows that begin a theme, and in no others.

    `begin` says of each row whether a number begins in it and whether a theme does.

    >>> number_themes([(True, True), (False, False)]), number_themes([(True, True), (True, False)])
    (True, False)
    """
    return (False, False) in begin and all(code is theme for code, theme in begin)
