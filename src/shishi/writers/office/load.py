"""Find a layout: by the name of one that comes with the package, by a path, or by what a page holds."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from shishi.errors import LayoutError
from shishi.records import Field, Page
from shishi.writers.office.layout import OfficeLayout
from shishi.writers.office.parse import parse_layout, wrong

PLAIN = "plain"
"""The layout of a page that no office's layout fits: the columns that the page has."""


@cache
def list_layouts() -> tuple[str, ...]:
    """Name the layouts that come with the package, the plain one first."""
    names = {file.name.removesuffix(".toml") for file in _folder().iterdir()}
    return (PLAIN, *sorted(names - {PLAIN}))


@cache
def load_layout(name: str) -> OfficeLayout:
    """Load a layout by its name, or by the path of a TOML file. Raises LayoutError.

    >>> [column.word for column in load_layout("baoshan-month").columns]
    ['序号', '项目内容及居民受益面', '牵头单位', '{plan}份目标', '进展情况']
    """
    if name in list_layouts():
        return _parse(f"{name}.toml", (_folder() / f"{name}.toml").read_bytes())
    path = Path(name)
    if path.suffix != ".toml" or not path.is_file():
        raise wrong(name, "name", "layout-missing", known=", ".join(list_layouts()))
    try:
        return _parse(path.name, path.read_bytes())
    except OSError as error:
        raise wrong(name, "file", "layout-unreadable", detail=error.strerror) from None


def choose_layout(page: Page, rulebook: str) -> OfficeLayout:
    """Choose the district's layout that holds every field of the page with the fewest blank columns.

    `rulebook` is the name of the page's rulebook. Where no layout of the district holds them all, the
    plain one does.
    """
    used = used_fields(page)
    fitting = [
        layout
        for layout in map(load_layout, list_layouts())
        if layout.rulebook == rulebook and used <= layout.fields and not _others(page)
    ]
    return min(fitting, key=lambda fit: (len(fit.fields - used), fit.name), default=_plain())


def used_fields(page: Page) -> frozenset[Field]:
    """Give the fields that at least one record of the page has, or that the page asks for."""
    return page.columns | {name for record in page.records for name in record.texts}


def _others(page: Page) -> bool:
    return any(record.other for record in page.records)


def _plain() -> OfficeLayout:
    return load_layout(PLAIN)


def _folder() -> Traversable:
    return files("shishi") / "data" / "layouts"


def _parse(file: str, data: bytes) -> OfficeLayout:
    try:
        return parse_layout(file, tomllib.loads(data.decode("utf-8")))
    except UnicodeDecodeError:
        raise wrong(file, "file", "layout-encoding") from None
    except tomllib.TOMLDecodeError as error:
        raise wrong(file, "file", "layout-toml", detail=error) from None


__all__ = ["PLAIN", "LayoutError", "choose_layout", "list_layouts", "load_layout", "used_fields"]
