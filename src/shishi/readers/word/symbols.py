"""Symbols: the signs of fonts without letters (★ in Wingdings) as the characters they look like."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_PRIVATE = 0xF000


@cache
def _load_symbols() -> dict[str, dict[str, str]]:
    file = files("shishi") / "data" / "symbols.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def find_symbol(font: str, code: int) -> str:
    """Give the character that a sign looks like; "" where it is not known.

    >>> find_symbol("Wingdings", 0xF0AB), find_symbol("Symbol", 0xB3), find_symbol("宋体", 0x4E2D)
    ('★', '≥', '中')
    """
    table = _load_symbols().get(font.lower())
    if table is None:
        return "" if 0xE000 <= code <= 0xF8FF or code > 0x10FFFF else chr(code)
    return table.get(f"{code - _PRIVATE if code >= _PRIVATE else code:02X}", "")


def with_symbols(text: str, font: str) -> str:
    """Replace the private characters of a run in such a font; those not known stay."""
    if font.lower() not in _load_symbols():
        return text
    return "".join(
        (find_symbol(font, ord(c)) or c) if "\uf000" <= c <= "\uf0ff" else c for c in text
    )
