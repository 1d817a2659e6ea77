"""Questions: SQL over the parts of a corpus, each table under its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.dataset as ds

from shishi.corpus.parts import TABLES
from shishi.corpus.plan import NotACorpus, is_corpus
from shishi.corpus.tables import SCHEMAS
from shishi.errors import ShishiError


class BadQuestion(ShishiError):
    """SQL that DuckDB does not understand or may not run; `reason` is what it said."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of an answer, its first rows, and whether there are more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    more: bool


def ask(out: Path, sql: str, *, most: int | None = None) -> Answer:
    """Ask a corpus in SQL; its tables are notices, records, measures, milestones and findings.

    At most `most` rows are given. The question can read nothing but these tables, and change
    nothing. Raises NotACorpus ("no-corpus") and BadQuestion.
    """
    if not is_corpus(out):
        raise NotACorpus(out, "no-corpus")
    with duckdb.connect(":memory:") as database:
        for table in TABLES:
            parts = sorted(str(file) for file in (out / table).glob("*.parquet"))
            database.register(table, ds.dataset(parts, SCHEMAS[table], format="parquet"))
        database.execute("SET enable_external_access = false; SET lock_configuration = true")
        try:
            if not duckdb.extract_statements(sql):
                raise BadQuestion("no statement")
            asked = database.execute(sql)
            rows = asked.fetchall() if most is None else asked.fetchmany(most + 1)
        except duckdb.Error as error:
            raise BadQuestion(" ".join(str(error).split())) from error
        columns = tuple(column[0] for column in asked.description or ())
    shown = rows if most is None else rows[:most]
    return Answer(columns, tuple(map(tuple, shown)), len(rows) > len(shown))
