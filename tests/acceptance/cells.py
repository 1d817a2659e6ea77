"""Hold the cells of a page against what a careful person reads in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.acceptance.answers import Answer, printed_names, printed_text
from tests.acceptance.gold.expected import NAMES, TEXTS, Row, Seed
from tests.acceptance.gold.spelling import BLANK, names_match
from tests.acceptance.scores import ALL, DOUBT_BAR, FIELD_BAR, Failure, Score, below, none_wanted

GUARDED = frozenset({*NAMES, "code", "investment", "percent"})
"""The fields where a wrong value must never stand without a doubt beside it."""


class Verdict(NamedTuple):
    """One cell: its field, whether it was read right, and what was printed ("" when blank)."""

    field: str
    is_right: bool
    printed: str = ""


@dataclass
class CellScores:
    """What came of the cells of one seed.

    `doubted` tallies the rightly read cells: right means that no finding about reading flags them.
    Blank cells count there only when they are flagged, damaged ones not at all (`damaged` lists
    those that are flagged).
    """

    rows: Score = field(default_factory=Score)
    fields: dict[str, Score] = field(default_factory=dict)
    silent: list[str] = field(default_factory=list)
    doubted: Score = field(default_factory=Score)
    damaged: list[str] = field(default_factory=list)

    def failures(self) -> list[Failure]:
        """Give the bars that these cells miss."""
        found = below("rows", self.rows, ALL)
        for name, score in self.fields.items():
            found += below(f"field {name}", score, FIELD_BAR)
        found += none_wanted("wrong and unflagged cells", self.silent)
        return found + below("rightly read cells free of doubt", self.doubted, 1 - DOUBT_BAR)


def score_cells(seed: Seed, answer: Answer) -> CellScores:
    """Compare every cell of every row; rows go by their order."""
    scores = CellScores()
    records = {record["order"]: record for record in answer.records}
    doubted = answer.doubted
    for row in seed.rows:
        scores.rows.add(row.order in records, f"row {row.order} is missing")
        for verdict in judge_row(row, records.get(row.order)):
            _weigh(scores, row, verdict=verdict, is_doubted=(row.order, verdict.field) in doubted)
    for order in sorted(set(records) - {row.order for row in seed.rows}):
        scores.rows.add(False, f"row {order} is one too many")
        scores.silent.append(f"row {order} does not stand on the page")
    return scores


def judge_row(row: Row, record: Mapping[str, Any] | None) -> Iterator[Verdict]:
    """Yield a verdict for every field of a row; a missing record is wrong in all of them."""
    for verdict in _judge(row, record or {}):
        yield verdict if record is not None else verdict._replace(is_right=False)


def _judge(row: Row, record: Mapping[str, Any]) -> Iterator[Verdict]:
    yield Verdict("section", record.get("section") == row.section)
    for name in TEXTS:
        printed = printed_text(record, name)
        yield Verdict(name, row.texts.get(name, BLANK).matches(printed), printed)
    for name in NAMES:
        names = printed_names(record, name)
        yield Verdict(name, names_match(row.names.get(name, ()), names), "、".join(names))
    money = record.get("investment")
    wanted = None if row.investment is None else {"value": row.investment, "unit": "元"}
    yield Verdict("investment", money == wanted, str(money["value"]) if money else "")
    share = record.get("percent")
    yield Verdict("percent", share is None, str(share or ""))
    yield Verdict("open_ended", record.get("open_ended") is row.open_ended)
    yield Verdict("shares_item_with", _continues(row, record.get("shares_item_with")))
    for name, spelling in row.plain.items():
        plain = printed_text(record.get("simplified") or {}, name)
        yield Verdict(f"simplified {name}", spelling.matches(plain))
    for name, spellings in row.plain_names.items():
        folded = printed_names(record.get("simplified") or {}, name)
        yield Verdict(f"simplified {name}", names_match(spellings, folded))


def _continues(row: Row, earlier: int | None) -> bool:
    if not row.continues:
        return earlier is None
    return earlier is not None and earlier < row.order


def _weigh(scores: CellScores, row: Row, *, verdict: Verdict, is_doubted: bool) -> None:
    line = f"row {row.order} {verdict.field}: {verdict.printed}"
    scores.fields.setdefault(verdict.field, Score()).add(verdict.is_right, line)
    if not verdict.is_right:
        if verdict.field in GUARDED and not is_doubted:
            scores.silent.append(line)
    elif verdict.field in row.damaged:
        scores.damaged += [line] if is_doubted else []
    elif verdict.printed or is_doubted:
        scores.doubted.add(not is_doubted, line)
