"""Hold what the program read against the truth of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.exam.model import FIELDS, NAMES, Truth

_DOUBTS = ("asks", "blocks")
_ALIKE = 0.35
"""From how much on two records are taken for the same row."""


class Cell(NamedTuple):
    """The verdict on one cell."""

    order: int  # of the truth, from 1
    field: str
    truth: str
    got: str
    is_right: bool
    is_flagged: bool
    is_knowable: bool
    is_damaged: bool
    note: str = ""

    @property
    def is_silent(self) -> bool:
        return not self.is_right and not self.is_flagged

    @property
    def is_over_flagged(self) -> bool:
        return self.is_right and self.is_flagged and self.is_knowable and not self.is_damaged


@dataclass
class Verdict:
    """What came of one page."""

    wanted: int
    found: int = 0
    returned: int = 0
    cells: list[Cell] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


class Flags:
    """The doubts of reading: on cells, on whole rows, on the whole page."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.cells: dict[tuple[int, str], str] = {}
        self.rows: dict[int, str] = {}
        self.page: str = ""
        spots = {}
        for record in answer["records"]:
            place = record.get("place") or {}
            spots[place.get("part"), place.get("row")] = record["order"]
        for finding in answer["findings"]:
            if finding["about"] != "reading" or finding["severity"] not in _DOUBTS:
                continue
            place, facts = finding.get("place") or {}, finding.get("facts") or {}
            orders = [facts["order"]] if "order" in facts else facts.get("orders")
            if not orders:
                spot = (
                    spots.get((place.get("part"), place.get("row")))
                    if place.get("row") is not None
                    else None
                )
                orders = [spot] if spot else []
            if not orders:
                self.page = finding["code"]
            for order in orders:
                if place.get("field"):
                    self.cells[order, place["field"]] = finding["code"]
                else:
                    self.rows[order] = finding["code"]

    def of(self, order: int, name: str) -> str:
        """Give the code of the doubt on a cell or its row, or ""."""
        return self.cells.get((order, name)) or self.rows.get(order, "")


def judge(truths: Sequence[Truth], answer: Mapping[str, Any]) -> Verdict:
    """Pair records with truths in order and judge every cell."""
    records = answer["records"]
    flags = Flags(answer)
    verdict = Verdict(len(truths), returned=len(records))
    pairs = dict(align(truths, records))
    verdict.found = len(pairs)
    for number, truth in enumerate(truths):
        record = records[pairs[number]] if number in pairs else None
        if record is None:
            verdict.missing.append(f"{number + 1}: {show(truth.values.get('item', ''))[:40]}")
        verdict.cells += _judge_row(number + 1, truth, record, flags)
    taken = set(pairs.values())
    for number, record in enumerate(records):
        if number not in taken:
            verdict.extra.append(f"{record.get('code')} {show(record.get('item') or '')[:40]}")
    return verdict


def _judge_row(
    order: int, truth: Truth, record: Mapping[str, Any] | None, flags: Flags
) -> Iterator[Cell]:
    for name in FIELDS:
        wanted = truth.values.get(name, [] if name in NAMES else "")
        if record is None:
            if wanted:
                yield Cell(
                    order,
                    name,
                    show(wanted),
                    "(no record)",
                    False,
                    bool(flags.page),
                    True,
                    False,
                    flags.page,
                )
            continue
        got = printed(record, name)
        flag = flags.of(record["order"], name)
        is_right = is_same(name, wanted, got) or any(
            is_same(name, other, got) for other in truth.also.get(name, ())
        )
        if (
            truth.continues
            and not got
            and record.get("shares_item_with")
            and name in ("code", "item", "goal", "theme")
        ):
            is_right = True
        is_knowable = name not in truth.unknowable
        if not is_knowable and flag:
            is_right = True
        if wanted or got or (flag and name in truth.values):
            yield Cell(
                order,
                name,
                show(wanted),
                show(got),
                is_right,
                bool(flag),
                is_knowable,
                name in truth.damaged,
                flag,
            )


def printed(record: Mapping[str, Any], name: str) -> str | list[str]:
    """Give a field of the exchange format as a text or a list; money as its value in 元."""
    value = record.get(name)
    if name in NAMES:
        return list(value or [])
    if name == "investment":
        return value["value"] if value else (record.get("other") or {}).get(name, "")
    if name == "percent":
        return value or (record.get("other") or {}).get(name, "")
    return value or ""


def is_same(name: str, wanted: str | list[str], got: str | list[str]) -> bool:
    """Compare without white space; a code also without its brackets and closing marks."""
    if isinstance(wanted, list) or isinstance(got, list):
        return [squeeze(n) for n in wanted] == [squeeze(n) for n in got]
    if name == "code":
        return squeeze(wanted).strip("()（）、.．") == squeeze(got).strip("()（）、.．")
    return squeeze(wanted) == squeeze(got)


def squeeze(text: str) -> str:
    return "".join(text.split())


def show(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "、".join(value)


def align(truths: Sequence[Truth], records: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """Pair truths and records that are alike, in order, so that the likeness is greatest."""
    left = [_marks(truth.values) for truth in truths]
    right = [_marks({name: printed(record, name) for name in FIELDS}) for record in records]
    height, width = len(left), len(right)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    likes = [[_likeness(a, b) for b in right] for a in left]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            paired = likes[i][j] + best[i + 1][j + 1] if likes[i][j] >= _ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < height and j < width:
        if likes[i][j] >= _ALIKE and best[i][j] == likes[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _marks(values: Mapping[str, str | list[str]]) -> frozenset[str]:
    """Give what a row is known by: the pairs of characters in its cells."""
    text = "|".join(squeeze(show(values.get(name) or "")) for name in FIELDS if name != "theme")
    return frozenset(text[n : n + 2] for n in range(len(text) - 1) if "|" not in text[n : n + 2])


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
