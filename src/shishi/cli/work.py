"""Do what a command asks, file by file; one bad file never stops the others."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import click

from shishi.cli.waiting import Waiting
from shishi.cli.walk import compare_with, walk_file
from shishi.cli.words import sentence, shown_name
from shishi.errors import RulebookError, UnreadableSource
from shishi.layouts import ColumnName
from shishi.street import Compared, Stop, Walked

BLOCKED = 1
CANNOT = 2


@dataclass(frozen=True, slots=True)
class Request:
    """A command and its options."""

    command: str  # read extract check assess convert
    language: str
    json: bool = False
    full: bool = False
    rulebook: str | None = None
    on: date | None = None
    column: tuple[tuple[ColumnName, str], ...] = ()
    previous: tuple[str, ...] = ()
    against: str | None = None
    waivers: str | None = None
    units: str | None = None

    @property
    def stop(self) -> Stop:
        """Where on the street this command stops.

        The exchange object of extract holds all findings; its table shows the doubts of reading only.
        """
        if self.command in ("extract", "convert") and self.json:
            return Stop.CHECK
        if self.command in ("read", "convert"):
            return Stop.EXTRACT
        return Stop[self.command.upper()]


def work_through(files: Sequence[str], request: Request) -> int:
    """Work through the files in order, print each, and return the gravest exit code.

    With --json one file gives one indented object, several files give one object a line.
    """
    code = 0
    waiting = Waiting(len(files), request.language)
    for name in files:
        with waiting.on(name):
            walked = walk_or_say(name, request)
        if walked is None:
            code = CANNOT
            continue
        _print(walked, request, alone=len(files) == 1)
        code = max(code, verdict(walked, request))
    return code


def _companions(request: Request) -> set[str]:
    alone = (request.against, request.waivers, request.units)
    return {*request.previous, *(name for name in alone if name)}


@lru_cache(maxsize=1)
def read_beside(request: Request) -> Compared:
    """Read what the files are held against, once for all of them. Raises UnreadableSource."""
    return compare_with(
        request.previous,
        against=request.against,
        waivers=request.waivers,
        units=request.units,
        rulebook=request.rulebook,
    )


def walk_or_say(name: str, request: Request) -> Walked | None:
    """Walk one file; None when it cannot be read, after saying so on one line.

    A rulebook that cannot be used is no fault of the file, and stops everything.
    """
    language = request.language
    try:
        return walk_file(
            name,
            stop=request.stop,
            rulebook=request.rulebook,
            on=request.on,
            meanings=dict(request.column),
            beside=read_beside(request),
        )
    except UnreadableSource as error:
        facts = {"reason": error.reason[language], "remedy": error.remedy[language]}
        named = error.name if error.name in _companions(request) else name
        line = sentence("lines", "unreadable", language, name=shown_name(named, language), **facts)
    except RulebookError:
        raise
    except Exception as error:  # a door: the file at fault is named, and the others go on
        if os.environ.get("SHISHI_DEBUG"):
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        line = sentence("lines", "broken", language, name=shown_name(name, language), error=said)
    click.echo(" ".join(line.split()), err=True)
    return None


def verdict(walked: Walked, request: Request) -> int:
    """Give the exit code for a file that could be read."""
    blocks = any(finding.blocks for finding in walked.findings)
    return BLOCKED if blocks and request.command == "check" else 0


def _print(walked: Walked, request: Request, *, alone: bool) -> None:
    if request.json:
        _print_json(_exchange(walked, request), alone=alone)
    elif _is_terminal():
        _show(walked, request)
    else:
        _print_lines(walked, request)


def _exchange(walked: Walked, request: Request) -> dict[str, object]:
    if request.command == "read":
        from shishi.writers.reading import to_reading

        page = replace(walked.page, findings=walked.findings) if request.units else walked.page
        return to_reading(walked.document, page, language=request.language)
    from shishi.writers.exchange import to_exchange

    return to_exchange(
        walked.page,
        walked.measured,
        findings=walked.findings,
        assessments=walked.assessments,
        changes=walked.changes,
        language=request.language,
    )


def _print_json(value: dict[str, object], *, alone: bool) -> None:
    """Print JSON in UTF-8 whatever the terminal: it is for programs.

    What is no character (a file name in another encoding) is written \\udc…, which JSON reads back.
    """
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace")
    click.echo(json.dumps(value, ensure_ascii=False, indent=2 if alone else None))


def _is_terminal() -> bool:
    from rich.console import Console

    return Console().is_terminal


def _show(walked: Walked, request: Request) -> None:
    from rich.console import Console

    from shishi.cli.terminal import checking, pages, reading

    console = Console(highlight=False, emoji=False, markup=False)
    if request.command == "read":
        reading.show_reading(console, walked, language=request.language, full=request.full)
    elif request.command == "check":
        checking.show_check(console, walked, language=request.language)
    else:
        pages.show_page(console, walked, language=request.language, full=request.full)


def _print_lines(walked: Walked, request: Request) -> None:
    from shishi.cli import plain

    lines = {"read": plain.reading_lines, "check": plain.check_lines}
    for line in lines.get(request.command, plain.page_lines)(walked, language=request.language):
        click.echo(line)
