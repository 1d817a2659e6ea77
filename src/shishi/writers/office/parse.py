"""Read a layout's TOML strictly: what is missing, wrong or unknown is named, with what to write."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from shishi.errors import LayoutError
from shishi.findings import load_messages
from shishi.records import Field
from shishi.writers.office.layout import (
    STARRED,
    Align,
    NoticeSpot,
    OfficeColumn,
    OfficeLayout,
    Paper,
    Sizes,
    Themes,
)

_MARGINS = {False: (37, 35, 28, 26), True: (28, 26, 35, 37)}
"""Top, bottom, left, right in mm: GB/T 9704 upright, and the same sheet turned."""

_PLACES = frozenset({"year", "plan", "report", "district", "unit"})
_WIDEST = 1000

E_ = TypeVar("E_", bound=StrEnum)
T = TypeVar("T")


def wrong(file: str, key: str, code: str, **facts: object) -> LayoutError:
    """Build the exception for a key of a layout file; its words are in data/messages/writers.toml."""
    templates = load_messages()[code]
    return LayoutError(
        file, key, reason={lang: t.format_map(facts) for lang, t in templates.items()}
    )


def parse_layout(file: str, data: Mapping[str, object]) -> OfficeLayout:
    """Make an OfficeLayout of a TOML table. Raises LayoutError for what it cannot be made of."""
    keys = _Keys(file, "", data)
    page = keys.table("page")
    sizes = keys.table("sizes")
    layout = OfficeLayout(
        name=keys.text("name"),
        title=keys.text("title", places=True),
        columns=tuple(_column(c) for c in keys.tables("columns")),
        paper=_paper(page),
        sizes=Sizes(**{n: sizes.half_points(n, d) for n, d in _SIZES.items()}),
        rulebook=keys.text("rulebook", ""),
        spare=keys.flag("spare"),
        themes=keys.one_of("themes", Themes, Themes.COLUMN),
        levels_in_item=keys.flag("levels_in_item"),
        notice=keys.one_of("notice", NoticeSpot, NoticeSpot.NOWHERE),
        above=keys.texts("above", places=True),
        rules_heading=keys.text("rules_heading", "填报说明"),
        rules=keys.texts("rules"),
    )
    for table in (page, sizes, keys):
        table.close()
    _check_columns(file, layout.columns)
    return layout


_SIZES = {"title": 44, "note": 24, "header": 21, "body": 21}


def _paper(page: _Keys) -> Paper:
    landscape = page.one_of("orientation", _Orientation, _Orientation.LANDSCAPE) == "landscape"
    names = ("top", "bottom", "left", "right")
    margins = {n: page.count(n, m) for n, m in zip(names, _MARGINS[landscape], strict=True)}
    return Paper(landscape, **margins)


class _Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


def _column(keys: _Keys) -> OfficeColumn:
    named = keys.text("field", "")
    starred = named == STARRED
    if named and not starred and named not in set(Field):
        allowed = ", ".join((*Field, STARRED))
        raise wrong(keys.file, keys.path + "field", "layout-choice", value=named, allowed=allowed)
    column = OfficeColumn(
        field=Field(named) if named and not starred else None,
        word=keys.text("word", "", places=True),
        group=keys.text("group", "", places=True),
        width=keys.count("width", 10),
        align=keys.one_of("align", Align, Align.LEFT),
        merged=keys.flag("merged"),
        starred=starred,
        traditional=keys.text("traditional", "", places=True),
        traditional_group=keys.text("traditional_group", "", places=True),
    )
    if not named and not column.word:
        raise wrong(keys.file, keys.path + "word", "layout-nameless")
    if not 1 <= column.width <= _WIDEST:
        raise wrong(keys.file, keys.path + "width", "layout-width", value=column.width)
    keys.close()
    return column


def _check_columns(file: str, columns: Iterable[OfficeColumn]) -> None:
    seen: set[object] = set()
    for column in columns:
        name = STARRED if column.starred else column.field or column.word
        if name in seen:
            raise wrong(file, "columns", "layout-twice", value=name)
        seen.add(name)
    if not seen & {Field.ITEM, Field.THEME}:
        raise wrong(file, "columns", "layout-no-item")


class _Keys:
    """A TOML table that is taken apart key by key; what is left over is unknown."""

    def __init__(self, file: str, path: str, data: Mapping[str, object]) -> None:
        self.file, self.path, self.data = file, path, dict(data)

    def text(self, key: str, default: str | None = None, *, places: bool = False) -> str:
        value = self._take(key, str, default, code="layout-text")
        if places:
            self._check_places(key, value)
        return value

    def texts(self, key: str, *, places: bool = False) -> tuple[str, ...]:
        values = self._take(key, list, [], code="layout-texts")
        for value in values:
            if not isinstance(value, str):
                raise wrong(self.file, self.path + key, "layout-texts", value=value)
            if places:
                self._check_places(key, value)
        return tuple(values)

    def flag(self, key: str) -> bool:
        return self._take(key, bool, False, code="layout-flag")

    def count(self, key: str, default: int) -> int:
        value = self._take(key, int, default, code="layout-count")
        if isinstance(value, bool) or value < 0:
            raise wrong(self.file, self.path + key, "layout-count", value=value)
        return value

    def half_points(self, key: str, default: int) -> int:
        value = self.data.pop(key, None)
        if value is None:
            return default
        if isinstance(value, (int, float)) and 5 <= value <= 72 and value * 2 == int(value * 2):
            return int(value * 2)
        raise wrong(self.file, self.path + key, "layout-size", value=value)

    def one_of(self, key: str, kind: type[E_], default: E_) -> E_:
        value = self._take(key, str, default.value, code="layout-text")
        if value not in set(kind):
            allowed = ", ".join(kind)
            raise wrong(self.file, self.path + key, "layout-choice", value=value, allowed=allowed)
        return kind(value)

    def table(self, key: str) -> _Keys:
        data = self._take(key, dict, {}, code="layout-table")
        return _Keys(self.file, f"{self.path}{key}.", data)

    def tables(self, key: str) -> list[_Keys]:
        values = self._take(key, list, [], code="layout-columns")
        if not values or not all(isinstance(v, dict) for v in values):
            raise wrong(self.file, self.path + key, "layout-columns", value=values)
        return [_Keys(self.file, f"{key}[{i}].", v) for i, v in enumerate(values, 1)]

    def close(self) -> None:
        for key in self.data:
            raise wrong(self.file, self.path + key, "layout-unknown")

    def _take(self, key: str, kind: type[T], default: T | None, *, code: str) -> T:
        value = self.data.pop(key, default)
        if not isinstance(value, kind):
            raise wrong(self.file, self.path + key, code, value=value)
        return value

    def _check_places(self, key: str, value: str) -> None:
        try:
            names = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
        except ValueError:
            names = {value}
        if unknown := names - _PLACES:
            allowed = ", ".join(f"{{{name}}}" for name in sorted(_PLACES))
            facts = {"value": sorted(unknown)[0], "allowed": allowed}
            raise wrong(self.file, self.path + key, "layout-place", **facts)
