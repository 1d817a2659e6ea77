"""`shishi convert` and the files of `extract`: the same table again, in another format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from shishi.cli.waiting import Waiting
from shishi.cli.words import sentence
from shishi.errors import LayoutError, NotWritten
from shishi.findings import About, Finding, Severity, message
from shishi.street import Walked
from shishi.writers.exchange import to_exchange
from shishi.writers.office.laying import lay_out
from shishi.writers.office.layout import OfficeLayout
from shishi.writers.office.load import choose_layout, load_layout
from shishi.writers.saving import check_target, save
from shishi.writers.writing import FORMATS, refuse_writing, write_table

CANNOT = 2


@dataclass(frozen=True, slots=True)
class Conversion:
    """Where a file shall go and how it shall look; `fresh` asks for the layout's own title and rules."""

    out: Path
    language: str
    layout: str | None = None
    fresh: bool = False
    force: bool = False
    formats: tuple[str, ...] = FORMATS


def convert_file(asked: Conversion, walk: Callable[[], Walked | None]) -> int:
    """Walk a file and write it again; say what was left out. Return the exit code.

    What would stop the writing (no such format, no folder, a file that stands there, a layout that
    cannot be used) is said before the file is read.
    """
    try:
        kind = check_target(asked.out, asked.formats, force=asked.force)
        layout = load_layout(asked.layout) if asked.layout else None
        walked = walk()
        return CANNOT if walked is None else _write(walked, asked, kind, layout=layout)
    except (NotWritten, LayoutError) as error:
        click.echo(" ".join(error.line(asked.language).split()), err=True)
        return CANNOT


def _write(walked: Walked, asked: Conversion, kind: str, *, layout: OfficeLayout | None) -> int:
    language = asked.language
    if not walked.page.records and kind != "json":
        raise refuse_writing(walked.name, "no-records")
    findings: tuple[Finding, ...] = ()
    with Waiting(1, language).on(str(asked.out), doing="writing"):
        if kind == "json":
            data, used = _exchange(walked, language), ""
        else:
            layout = layout or choose_layout(walked.page, walked.rulebook.name)
            data, findings = _table(walked, layout, kind, fresh=asked.fresh)
            used = sentence("lines", "layout_used", language, name=layout.name)
        save(data, asked.out)
    for finding in findings:
        click.echo(message(finding, language), err=True)
    if kind != "json" and (doubts := _doubts(walked)):
        click.echo(sentence("lines", "doubts_kept", language, count=doubts), err=True)
    facts = {"out": asked.out, "count": len(walked.page.records), "layout": used}
    click.echo(sentence("lines", "converted", language, **facts))
    return 0


def _table(
    walked: Walked, layout: OfficeLayout, kind: str, *, fresh: bool
) -> tuple[bytes, tuple[Finding, ...]]:
    known = walked.rulebook.name != "default"
    district = walked.rulebook.title["zh"] if known else ""
    table = lay_out(walked.page, layout, fresh=fresh, district=district)
    written = write_table(table, kind)
    return written.data, written.findings


def _exchange(walked: Walked, language: str) -> bytes:
    exchange = to_exchange(
        walked.page, walked.measured, findings=walked.findings, language=language
    )
    return (json.dumps(exchange, ensure_ascii=False, indent=2) + "\n").encode()


def _doubts(walked: Walked) -> int:
    """Count the cells that reading was not sure of: only JSON has a place to flag them."""
    return sum(
        finding.about is About.READING and finding.severity is not Severity.NOTES
        for finding in walked.findings
    )
