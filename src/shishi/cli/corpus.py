"""`shishi corpus`: a folder into Parquet parts, and questions about them in SQL."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from shishi.cli.options import lang, localized, option, settings
from shishi.cli.usage import LocalizedGroup
from shishi.cli.words import sentence, word

CANNOT = 2
_READ, _QUERY = "corpus-read", "corpus-query"
_ROWS_ON_SCREEN = 100


def build_corpus(language: str) -> click.Group:
    """Build `corpus DIR --out DIR` and `corpus query SQL`."""
    group = _CorpusGroup(
        "corpus",
        params=[lang(language)],
        help=word("help", "corpus", language),
        options_metavar="",
        subcommand_metavar="DIR --out DIR | query SQL",
        context_settings=settings(language),
    )
    group.add_command(_build_read(language), "read")
    group.add_command(_build_query(language), "query")
    return group


class _CorpusGroup(LocalizedGroup):
    """A group whose first word may be a folder: what is no command of it is read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `read` before arguments that begin with no command and ask for no help."""
        if args and args[0] not in {*self.commands, "-h", "--help"}:
            args = ["read", *args]
        return super().parse_args(ctx, args)


def _build_read(language: str) -> click.Command:
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    params: list[click.Parameter] = [
        click.Argument(["folder"], type=folder, metavar="DIR"),
        option("out", language, type=click.Path(path_type=Path), required=True, metavar="DIR"),
        option("workers", language, type=click.IntRange(1, 256), metavar="N"),
        option("scheduler", language, metavar="ADDRESS"),
        option("rulebook", language, metavar="NAME|PATH"),
        click.Option(["--check"], is_flag=True, help=word("help", "corpus-check", language)),
        lang(language),
    ]

    def call(**options: Any) -> int:
        return read_corpus(language=language, **options)

    return localized(_READ, language, call=call, params=params)


def _build_query(language: str) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["sql"], metavar="SQL"),
        option("in", language, type=click.Path(path_type=Path), default=".", metavar="DIR"),
        click.Option(["--json"], is_flag=True, help=word("help", "query-json", language)),
        lang(language),
    ]

    def call(sql: str, json: bool, **options: Any) -> int:
        return query_corpus(options["in"], sql, language=language, as_json=json)

    return localized(_QUERY, language, call=call, params=params)


def read_corpus(
    folder: Path,
    *,
    out: Path,
    language: str,
    workers: int | None = None,
    scheduler: str | None = None,
    rulebook: str | None = None,
    check: bool = False,
) -> int:
    """Read a folder into a corpus and say what came of it; 2 and one line where it cannot be.

    A file that cannot be read is counted and stands in the findings; it changes no exit code.
    """
    if missing := _missing("pyarrow"):
        return _fail(language, "corpus_extra", missing=missing, extra="corpus")
    if scheduler and (missing := _missing("distributed")):
        return _fail(language, "corpus_extra", missing=missing, extra="cluster")
    from shishi.corpus import NotACorpus, Tally, read_folder
    from shishi.readers import try_confinement

    if rulebook:
        from shishi.rulebook import load_rulebook

        load_rulebook(rulebook)  # a rulebook that cannot be used stops everything, at once
    tally = Tally(total=0)
    try:
        with _executor(workers, scheduler) as (executor, width), _progress(language) as show:
            asked: dict[str, Any] = {"rulebook": rulebook, "check": check, "width": width}
            tallies = read_folder(folder, out, executor=executor, **asked)
            for tally in tallies:
                show(tally.kept + tally.files, tally.total)
    except NotACorpus as error:
        return _fail(language, f"corpus_{error.code.replace('-', '_')}", folder=error.folder)
    except OSError as error:
        return _fail(language, "corpus_stopped", reason=error)
    try_confinement()  # what holds here, holds for the workers of this machine
    facts = {name: getattr(tally, name) for name in Tally.__dataclass_fields__}
    said = "corpus_unchanged" if tally.kept and not tally.files else "corpus_done"
    click.echo(sentence("lines", said, language, out=out, **facts))
    return 0


def query_corpus(out: Path, sql: str, *, language: str, as_json: bool) -> int:
    """Ask a corpus and print the answer: a table, lines with tabs for a pipe, JSON one row a line."""
    if missing := _missing("duckdb"):
        return _fail(language, "corpus_extra", missing=missing, extra="corpus")
    from shishi.corpus import BadQuestion, NotACorpus, ask

    on_screen = sys.stdout.isatty() and not as_json
    try:
        answer = ask(out, sql, most=_ROWS_ON_SCREEN if on_screen else None)
    except NotACorpus as error:
        return _fail(language, f"corpus_{error.code.replace('-', '_')}", folder=error.folder)
    except BadQuestion as error:
        return _fail(language, "corpus_question", reason=error.reason)
    if as_json:
        for row in answer.rows:
            named = dict(zip(answer.columns, row, strict=True))
            click.echo(json.dumps(named, ensure_ascii=False, default=_plain))
    elif on_screen:
        _show(answer.columns, answer.rows)
        if answer.more:
            click.echo(sentence("lines", "corpus_more", language, count=_ROWS_ON_SCREEN), err=True)
    else:
        for line in (answer.columns, *answer.rows):
            click.echo("\t".join(" ".join(_plain(value).split()) for value in line))
    return 0


@contextmanager
def _executor(workers: int | None, scheduler: str | None) -> Iterator[tuple[Any, int]]:
    from shishi.corpus.work import cluster_workers, local_workers

    if scheduler:
        with cluster_workers(scheduler) as found:
            yield found
        return
    count = workers or os.cpu_count() or 1
    with local_workers(count) as executor:
        yield executor, count


@contextmanager
def _progress(language: str) -> Iterator[Any]:
    """Show a bar on the error stream, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True, markup=False, emoji=False)
    said = word("lines", "corpus_reading", language)
    columns = (TextColumn(said), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(said, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _show(columns: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*(Text(_plain(value)) for value in row))
    Console(highlight=False, emoji=False, markup=False).print(table)


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _missing(module: str) -> str:
    from importlib.util import find_spec

    return "" if find_spec(module) else module


def _fail(language: str, name: str, **facts: object) -> int:
    click.echo(sentence("lines", name, language, **facts), err=True)
    return CANNOT
