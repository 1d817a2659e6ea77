"""Hold long cells to whole lines of the source: a gold of first characters does not see a lost tail."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tests.acceptance.answers import Answer, printed_text
from tests.acceptance.gold.spelling import squeeze
from tests.acceptance.scores import Score

LONG = ("item", "goal", "progress", "explanation")

_PROGRESS_OF_004 = {
    **dict.fromkeys((6, 21, 28, 30, 31, 41), 2),
    **dict.fromkeys((20, 47), 3),
    **dict.fromkeys((23, 56), 4),
    5: 5,
}

LINES: Mapping[str, Mapping[tuple[int, str], int]] = {
    "001": {(1, "goal"): 2, (4, "goal"): 2},
    "004": {(order, "progress"): lines for order, lines in _PROGRESS_OF_004.items()},
}
"""Cells of several lines, counted by hand. Every other long cell has one."""

_AFTER = re.compile(r"(?:[(][市区级、]+[)])?[|]*$")
"""What may follow a cell on its line without being part of it: the levels, the bars."""


def score_whole_cells(
    answer: Answer, source: str, *, lines: Mapping[tuple[int, str], int]
) -> Score:
    """Tally the long cells that are whole lines of the source, as many as were counted."""
    printed = [line for line in map(_bare, source.splitlines()) if line]
    score = Score()
    for record in answer.records:
        for name in LONG:
            text = squeeze(printed_text(record, name))
            if text:
                wanted, found = lines.get((record["order"], name), 1), count_lines(text, printed)
                score.add(
                    found == wanted, f"row {record['order']} {name}: {found} lines, not {wanted}"
                )
    return score


def count_lines(text: str, lines: Sequence[str]) -> int:
    """Count the whole lines, one after another, that make up a text; 0 when none do.

    >>> count_lines("完成一半。正在收尾。", ["完成", "完成一半。", "正在收尾。", "正常"])
    2
    """
    for first in range(len(lines)):
        rest, count = text, 0
        while rest and first + count < len(lines) and rest.startswith(lines[first + count]):
            rest = rest[len(lines[first + count]) :]
            count += 1
        if not rest:
            return count
    return 0


def _bare(line: str) -> str:
    return _AFTER.sub("", squeeze(line))
