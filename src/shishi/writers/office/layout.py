"""OfficeLayout: how an office prints its table (版式): columns, merged cells, title, notes, paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shishi.records import Field

STARRED = "starred_units"
"""The column that holds both kinds of unit, the leading ones marked ★, as data/headers.toml calls it."""


class Align(StrEnum):
    """How the text of a column stands in its cells."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class NoticeSpot(StrEnum):
    """Where the disclosure record (信息公开元数据) is printed."""

    ABOVE = "above"
    UNDER_TITLE = "under_title"
    BELOW = "below"
    NOWHERE = "nowhere"


class Themes(StrEnum):
    """How a theme is printed: in its column, or as a heading row over the records it holds."""

    COLUMN = "column"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class OfficeColumn:
    """One column as an office prints it.

    `field` is None for a column that only its header word knows (责任人), and for the `starred` one.
    `word` may hold {plan}, {report}, {year} and {unit}; `group` is the header word above it, which
    adjacent columns share; without a word of its own the column stands under its group alone.
    `width` is a share of the table's width. `merged`: equal cells below each other become one.
    `traditional` is the word on a page in traditional script.
    """

    field: Field | None
    word: str
    group: str = ""
    width: int = 10
    align: Align = Align.LEFT
    merged: bool = False
    starred: bool = False
    traditional: str = ""
    traditional_group: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A4 and its margins in millimetres, as they lie before the reader."""

    landscape: bool
    top: int
    bottom: int
    left: int
    right: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the sheet in millimetres."""
        return (297, 210) if self.landscape else (210, 297)

    @property
    def width(self) -> int:
        """Width of what is printed, in millimetres."""
        return self.size[0] - self.left - self.right


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes in half points, as Word counts them: 44 is 二号, 32 三号, 24 小四, 21 五号, 18 小五."""

    title: int
    note: int
    header: int
    body: int


@dataclass(frozen=True, slots=True)
class OfficeLayout:
    """How an office prints its table.

    `title` and `rules` (填报说明) are for a page that has none of its own yet: a new month's table.
    `rulebook` names the district whose pages take this layout unasked; "" for none. `spare` says that
    a column nobody filled is left out, and a field without a column gets one at the end.
    """

    name: str
    title: str
    columns: tuple[OfficeColumn, ...]
    paper: Paper
    sizes: Sizes
    rulebook: str = ""
    spare: bool = False
    themes: Themes = Themes.COLUMN
    levels_in_item: bool = False
    notice: NoticeSpot = NoticeSpot.NOWHERE
    above: tuple[str, ...] = ()
    rules_heading: str = "填报说明"
    rules: tuple[str, ...] = ()

    @property
    def fields(self) -> frozenset[Field]:
        """The fields that have room in this layout."""
        found = {c.field for c in self.columns if c.field}
        if any(c.starred for c in self.columns):
            found |= {Field.LEAD_UNITS, Field.SUPPORT_UNITS}
        if self.levels_in_item and Field.ITEM in found:
            found.add(Field.LEVELS)
        if self.themes is Themes.ROWS:
            found.add(Field.THEME)
        return frozenset(found)
