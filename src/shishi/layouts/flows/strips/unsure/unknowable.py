"""What no reading of a glued row can know, however well it fits: where numbers part that touch, or a goal ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spreading import CutCell
from shishi.layouts.flows.strips.anchors import is_bare
from shishi.layouts.flows.strips.bare import is_doubtful
from shishi.layouts.flows.strips.names import CHIEF, SURNAMED, shows_surnames
from shishi.layouts.flows.strips.unsure.neighbours import may_stand_beside
from shishi.layouts.flows.strips.unsure.plans import goals_like_reports, reports_like_goals
from shishi.layouts.flows.strips.unsure.subjects import lacks_its_subject
from shishi.layouts.flows.strips.unsure.sums import Sums
from shishi.layouts.flows.strips.words.said import COUNTERS, rest_of_status
from shishi.records import Field

Placed = tuple[CutCell, int]
"""A cell, and where in the body its row begins."""

_NUMBERS = {Field.PERCENT, Field.INVESTMENT, None}
_SENTENCES = {Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK}
_A_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ALL_DIGITS = re.compile("[0-9.]+")
_TOO_LONG = 6
"""So many digits beside a blank column of numbers may well be two numbers."""
_LONGEST_SUM = 9
"""More digits have no sum, in whatever unit."""
_MOST_PERCENT = 100
_DONE = re.compile(
    "已(?:确定|拨付|印发|出台|下发|制定|发布|成立|召开|完[成工]|开工|启动|投[入用]|建成|竣工|进场|签[订约]|通过|联合|累计|全[部面])|尚未|暂未|目前|正在|截[至止]"
    "|(?<=[。；;])(?:因(?![地此])|由于|受(?![益理众]))"
)
_REASON = re.compile(
    "(?<=[。%0-9\u4e00-\u9fff])(?:(?<!原)因(?![地此为])|由于|受(?=[^益理众].{0,12}影响))"
)
_BARE_FIRST = re.compile(f"[0-9.]*[0-9](?![0-9.{COUNTERS}项月日年、余多至-])")
_LEADER = re.compile(CHIEF)
_COUNT = re.compile(f"[0-9.]+[余多]?[{COUNTERS}](?!底|末)")
_NOUN = re.compile("工程|项目|设施|行动")
_ENDS_IN_VERB = re.compile("(?:改造|提升|建设|整治|更新|修缮|扩建|新建|治理)$")
_PLAN, _ENDS_BEFORE_PLAN = "计划", re.compile("(?:行动|培养|培训|补贴)$")
_REST = re.compile("(?:改造|提升|建设|整治|更新|修缮|扩建|治理|拓宽|延伸)+(?:工程|项目)?")
"""The end of an item's name, which says of no goal what is to be done."""
_AFTER_A_STOP = "。;；!?！？"


def doubt(
    body: str,
    cells: Mapping[int, Placed],
    fields: Sequence[Field | None],
    *,
    unsettled: Mapping[int, Placed] | None = None,
    sums: Sums | None = None,
) -> tuple[dict[int, Placed], set[int]]:
    """Give a row's cells with no margin where nothing can tell them apart, and the blanks that may be part of them.

    `cells` and the blanks are by column of `fields`; `unsettled` are the cells with the margins they were cut by,
    `sums` what the page's sums tell.

    >>> body, fields = "修路230031", (Field.ITEM, Field.INVESTMENT, Field.PERCENT)
    >>> cells = {k: (CutCell(*span, 20, k), 0) for k, span in enumerate([(0, 2), (2, 6), (6, 8)])}
    >>> [cell.margin for cell, _ in doubt(body, cells, fields)[0].values()]
    [20, 0, 0]
    """
    told = {k: body[slice(*_span(cell))] for k, cell in cells.items()}
    asked = {
        *_of_pairs(body, cells, fields),
        *_of_reports(body, cells, fields, unsettled=unsettled),
        *_of_numbers(body, cells, fields, sums=sums or Sums()),
        *(k for pair in may_stand_beside(told, fields) for k in pair),
        *(k for pair in reports_like_goals(told, fields) for k in pair),
        *(k for pair in goals_like_reports(told, fields) for k in pair),
    }
    made = {
        k: (replace(c, margin=0) if k in asked else c, offset) for k, (c, offset) in cells.items()
    }
    return made, asked - cells.keys()


def _of_pairs(
    body: str, cells: Mapping[int, Placed], fields: Sequence[Field | None]
) -> Iterator[int]:
    """Yield the columns of two cells that touch where nothing can tell them apart."""
    for left, right in pairwise(sorted(cells)):
        pair = _span(cells[left]), _span(cells[right])
        kinds = fields[left], fields[right]
        if pair[0][1] == pair[1][0] and (
            _parts_a_number(body, pair, kinds)
            or _parts_a_goal(body, pair, kinds)
            or (kinds[1] in UNITS and is_doubtful(body, pair[1][0]))
            or (kinds[1] is Field.STATUS and rest_of_status().search(body, *pair[0]))
            or (kinds[1] is Field.LEADERS and _may_hold_a_surname(body, pair[1][0]))
        ):
            yield from (left, right)


def _of_reports(
    body: str,
    cells: Mapping[int, Placed],
    fields: Sequence[Field | None],
    *,
    unsettled: Mapping[int, Placed] | None,
) -> Iterator[int]:
    """Yield the columns of what a report may hold besides: a leader, a reason, a number."""
    for k in (k for k in cells if fields[k] is Field.PROGRESS):
        if _holds_a_leader(body, _span(cells[k]), fields):
            yield k
        yield from _reasons(body, _least(k, cells, unsettled), fields)
        yield from _numbers_lost(body, k, cells, fields=fields)


def _of_numbers(
    body: str, cells: Mapping[int, Placed], fields: Sequence[Field | None], *, sums: Sums
) -> Iterator[int]:
    """Yield the columns of numbers that may be two, with the blank ones that may hold the other."""
    for k, cell in cells.items():
        beside = list(_blank_beside(k, cells, fields))
        if _is_too_long(body, _span(cell), fields[k], beside=bool(beside)):
            yield from (k, *beside)
        share = [c for c in beside if c < k and fields[c] is Field.PERCENT]
        money = fields[k] is Field.INVESTMENT
        if money and share and sums.may_hold_percent(body[slice(*_span(cell))]):
            yield from (k, share[0])


def _least(k: int, cells: Mapping[int, Placed], unsettled: Mapping[int, Placed] | None) -> Placed:
    """Give a cell with the lesser of its margins."""
    return min(cells[k], (unsettled or cells)[k], key=lambda placed: placed[0].margin)


def _span(placed: Placed) -> tuple[int, int]:
    cell, offset = placed
    return offset + cell.start, offset + cell.end


def _parts_a_number(
    body: str,
    pair: tuple[tuple[int, int], tuple[int, int]],
    kinds: tuple[Field | None, Field | None],
) -> bool:
    """Tell two cells that part a run of digits which could part elsewhere as well."""
    (first, at), (_, last) = pair
    if Field.CODE in kinds or not (body[at - 1].isdigit() and body[at : at + 1].isdigit()):
        return False
    start, end = at, at
    while start > first and body[start - 1] in "0123456789.":
        start -= 1
    while end < last and body[end] in "0123456789.":
        end += 1
    if body[start - 1 : start].isdigit() or body[end : end + 1].isdigit():
        return True  # more than two columns share the run
    whole = start == first, end == last or body[end] == "%"
    return len(list(_ways(body, (start, end), kinds, whole=whole))) != 1


def _ways(
    body: str,
    run: tuple[int, int],
    kinds: tuple[Field | None, Field | None],
    *,
    whole: tuple[bool, bool],
) -> Iterator[int]:
    """Yield where a run of digits may part; `whole` tells which of the cells are no more than their digits.

    A number may as well have all of them that stand before a sentence and count nothing in it.
    """
    start, end = run
    for at in range(start + 1, end):
        halves = body[start:at], body[at:end].rstrip(".")
        fits = all(map(_A_NUMBER.fullmatch, halves))
        for half, kind, alone in zip(halves, kinds, whole, strict=True):
            if fits and kind is Field.PERCENT and alone:
                fits = int(half.partition(".")[0]) <= _MOST_PERCENT
        if fits and body.startswith("月", end):
            fits = "." not in halves[1] and int(halves[1]) <= 12
        if fits:
            yield at
    if whole[0] and kinds[0] in _NUMBERS and kinds[1] in _SENTENCES and is_bare(body, end):
        yield end


def _parts_a_goal(
    body: str,
    pair: tuple[tuple[int, int], tuple[int, int]],
    kinds: tuple[Field | None, Field | None],
) -> bool:
    """Tell a goal, before or behind the report, that says what was done, or one that begins with what the item before it may end with: 42户。, 工程, 计划."""
    (first, at), (_, last) = pair
    if kinds[0] is Field.GOAL and kinds[1] in (Field.PROGRESS, Field.EXPLANATION):
        told = _DONE.search(body, first + 2, at)
        return told is not None or lacks_its_subject(body[first:at], body[at:last])
    if kinds == (Field.PROGRESS, Field.GOAL):
        return _DONE.search(body, at, last) is not None
    if kinds != (Field.ITEM, Field.GOAL) or body[at - 1] in _AFTER_A_STOP:
        return False
    noun = _NOUN.match(body, at, last) and _ENDS_IN_VERB.search(body, first, at)
    plan = body.startswith(_PLAN, at) and _ENDS_BEFORE_PLAN.search(body, first, at)
    return bool(noun or plan or _COUNT.match(body, at, last) or _REST.fullmatch(body, at, last))


def _may_hold_a_surname(body: str, at: int) -> bool:
    """Tell a leader by office whose surname may be the end of a word, on a page no row of which tells: 泵|房副区长."""
    return shows_surnames(body) is None and SURNAMED.match(body, at) is not None


def _holds_a_leader(body: str, span: tuple[int, int], fields: Sequence[Field | None]) -> bool:
    """Tell a report that begins with the office of a leader, for whom the table has a column."""
    return Field.LEADERS in fields and _LEADER.match(body, *span) is not None


def _reasons(body: str, report: Placed, fields: Sequence[Field | None]) -> Iterator[int]:
    """Yield the column of reasons, or of remarks, where a doubtful report gives a reason of its own."""
    if report[0].margin < SURE and _REASON.search(body, *_span(report)):
        kind = Field.EXPLANATION if Field.EXPLANATION in fields else Field.REMARK
        yield from (k for k, name in enumerate(fields) if name is kind)


def _numbers_lost(
    body: str, k: int, cells: Mapping[int, Placed], *, fields: Sequence[Field | None]
) -> Iterator[int]:
    """Yield the blank columns of numbers before a report that begins with digits that count nothing."""
    if _BARE_FIRST.match(body, *_span(cells[k])):
        yield from (c for c in _blank_beside(k, cells, fields) if c < k)


def _is_too_long(body: str, span: tuple[int, int], kind: Field | None, *, beside: bool) -> bool:
    """Tell a number of so many digits that it is two, the second of which belongs to another column."""
    number = body[slice(*span)].removesuffix("%")
    if not _ALL_DIGITS.fullmatch(number):
        return False
    whole = number.partition(".")[0]
    if kind is Field.PERCENT:
        return len(whole) > len(str(_MOST_PERCENT))
    long = len(whole) >= _TOO_LONG and beside
    return kind is Field.INVESTMENT and (long or len(whole) > _LONGEST_SUM or number.count(".") > 1)


def _blank_beside(
    k: int, cells: Mapping[int, Placed], fields: Sequence[Field | None]
) -> Iterator[int]:
    """Yield the blank columns of numbers beside a cell, past other blank ones."""
    for step in (-1, 1):
        at = k + step
        while 0 <= at < len(fields) and at not in cells:
            if fields[at] in _NUMBERS:
                yield at
            at += step
