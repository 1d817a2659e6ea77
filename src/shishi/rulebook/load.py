"""Find a district's TOML file, lay it over the one it extends, and make a Rulebook of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path

from shishi.errors import RulebookError
from shishi.rulebook.book import Rulebook, RuleSwitch, Setting
from shishi.rulebook.build import build_rulebook
from shishi.rulebook.table import Table

ROW_KEYS = ("on", "severity", "from", "until")
"""What the row of every rule may say, beside the rule's own settings."""


@cache
def list_rulebooks() -> tuple[str, ...]:
    """Name the rulebooks that come with the package, default first."""
    folder = files("shishi") / "data" / "rulebooks"
    names = {file.name.removesuffix(".toml") for file in folder.iterdir()}
    return ("default", *sorted(names - {"default"}))


@cache
def load_rulebook(name: str) -> Rulebook:
    """Load a rulebook by the name of one that comes with the package, or by the path of a TOML file.

    Raises RulebookError, which names the file, the key and what to write instead.
    """
    if name in list_rulebooks():
        return build_rulebook(_read_named(name))
    path = Path(name)
    if path.suffix != ".toml" or not path.is_file():
        known = ", ".join(list_rulebooks())
        raise RulebookError(name, "name", f"no such rulebook; give one of {known}, or a .toml file")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RulebookError(path.name, "file", "is not UTF-8; save it as UTF-8") from None
    return build_rulebook(_extend(_parse(path.name, text)))


def choose_rulebook(text: str) -> Rulebook:
    """Choose the district whose words stand in the page most often; the default when none leads.

    A district leads when it has at least twice as many hits as the next one.

    >>> choose_rulebook("北仑区2024年民生实事项目").name, choose_rulebook("某区项目进度表").name
    ('beilun', 'default')
    """
    hits = sorted(
        (sum(text.count(word) for word in book.recognize), book.name)
        for book in map(load_rulebook, list_rulebooks())
    )
    (second, _), (most, name) = hits[-2:]
    return load_rulebook(name if most and most >= 2 * second else "default")


def _parse(file: str, text: str) -> Table:
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(file, "file", f"is not TOML: {error}") from None
    return Table(file, "", data)


def _read_named(name: str) -> Table:
    file = files("shishi") / "data" / "rulebooks" / f"{name}.toml"
    table = _parse(file.name, file.read_text(encoding="utf-8"))
    return table if name == "default" else _extend(table)


def _extend(table: Table) -> Table:
    parent = table.take("extends", str, 'write extends = "default"')
    if parent not in list_rulebooks():
        raise table.wrong("extends", f"must be one of {', '.join(list_rulebooks())}")
    below = _read_named(parent)
    _refuse_unknown_rules(table, load_rulebook(parent).rules)
    own = {"name", "version", "title", "recognize"}
    inherited = {key: value for key, value in below.data.items() if key not in own}
    return Table(table.file, "", _overlay(inherited, table.data))


def _refuse_unknown_rules(table: Table, known: Mapping[str, RuleSwitch]) -> None:
    rules = table.data.get("rules", {})
    for code, row in rules.items() if isinstance(rules, dict) else ():
        if code not in known:
            raise table.wrong(f"rules.{code}", "no such rule; docs/rules.md lists them")
        settings = known[code].settings
        for key, value in row.items() if isinstance(row, dict) else ():
            if key not in (*ROW_KEYS, *settings):
                keys = ", ".join((*ROW_KEYS, *settings))
                raise table.wrong(f"rules.{code}.{key}", f"is not known; write one of {keys}")
            if key in settings and not _alike(value, settings[key]):
                raise table.wrong(f"rules.{code}.{key}", f"must be like {settings[key]!r}")


def _alike(value: object, known: Setting) -> bool:
    if isinstance(known, tuple):
        return isinstance(value, list)
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _overlay(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    laid = dict(below)
    for key, value in above.items():
        under = laid.get(key)
        both = isinstance(under, dict) and isinstance(value, dict)
        laid[key] = _overlay(under, value) if both else value  # type: ignore[arg-type]
    return laid
