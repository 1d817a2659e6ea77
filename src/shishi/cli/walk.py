"""Walk one file down the street, as far as the command asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from shishi.readers import load_file, read_apart
from shishi.readers.document import Document
from shishi.readers.web.guard import MOST_BYTES
from shishi.street import Stop, Walked, walk_document


def walk_file(
    name: str,
    *,
    stop: Stop,
    rulebook: str | None,
    on: date | None = None,
    meanings: Mapping[str | int, str] | None = None,
) -> Walked:
    """Walk a file ("-" is standard input). Raises UnreadableSource and RulebookError.

    The file is read apart: it may come from anybody.
    """
    return walk_document(_read(name), name, on=on, stop=stop, rulebook=rulebook, meanings=meanings)


def _read(name: str) -> Document:
    if name == "-":
        import sys

        return read_apart(sys.stdin.buffer.read(MOST_BYTES + 1), "-")
    return read_apart(load_file(name), Path(name).name)
