"""Walk one file down the street, as far as the command asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from shishi.errors import UnreadableSource
from shishi.findings import Waiver
from shishi.layouts import ColumnName
from shishi.layouts.words.names.people import find_person_in_grounds
from shishi.matching import Companion
from shishi.readers import load_file, read_apart
from shishi.readers.document import Document
from shishi.readers.sniff import decode
from shishi.readers.web.guard import MOST_BYTES
from shishi.rules import RULES
from shishi.rules.register import parse_register
from shishi.rules.waivers import parse_waivers
from shishi.street import Compared, Stop, Walked, walk_document


def walk_file(
    name: str,
    *,
    stop: Stop,
    rulebook: str | None,
    on: date | None = None,
    meanings: Mapping[ColumnName, str] | None = None,
    beside: Compared | None = None,
) -> Walked:
    """Walk a file ("-" is standard input). Raises UnreadableSource and RulebookError.

    The file is read apart: it may come from anybody. `beside` is what it is held against.
    """
    return walk_document(
        _read(name),
        name,
        on=on,
        stop=stop,
        rulebook=rulebook,
        meanings=meanings,
        beside=beside,
    )


def compare_with(
    previous: Sequence[str],
    *,
    against: str | None,
    waivers: str | None,
    units: str | None,
    rulebook: str | None,
) -> Compared:
    """Read earlier pages, another plan, waivers and a register of units.

    Raises UnreadableSource, naming the file at fault.
    """
    return Compared(
        previous=tuple(_read_companion(name, rulebook) for name in previous),
        against=_read_companion(against, rulebook) if against else None,
        waivers=_read_waivers(waivers) if waivers else (),
        register=_read_register(units) if units else (),
    )


def _read_companion(name: str, rulebook: str | None) -> Companion:
    try:
        walked = walk_file(name, stop=Stop.EXTRACT, rulebook=rulebook)
    except UnreadableSource as error:
        raise _renamed(error, name) from None
    return Companion(walked.page, walked.measured)


def _read_waivers(name: str) -> tuple[Waiver, ...]:
    try:
        text = load_file(name).decode("utf-8")
    except UnicodeDecodeError:
        zh, en = "不是 UTF-8。", "is not UTF-8."
        remedy = {"zh": "请另存为 UTF-8。", "en": "Save it as UTF-8."}
        raise UnreadableSource(
            name, "waivers", reason={"zh": zh, "en": en}, remedy=remedy
        ) from None
    except UnreadableSource as error:
        raise _renamed(error, name) from None
    return parse_waivers(text, name, known=RULES, find_person=find_person_in_grounds)


def _read_register(name: str) -> tuple[str, ...]:
    try:
        data = load_file(name)
    except UnreadableSource as error:
        raise _renamed(error, name) from None
    return parse_register(decode(data)[0], name)


def _renamed(error: UnreadableSource, name: str) -> UnreadableSource:
    """Name a file as the command line does, and not by its last part."""
    return UnreadableSource(name, error.code, reason=error.reason, remedy=error.remedy)


def _read(name: str) -> Document:
    if name == "-":
        import sys

        return read_apart(sys.stdin.buffer.read(MOST_BYTES + 1), "-")
    return read_apart(load_file(name), Path(name).name)
