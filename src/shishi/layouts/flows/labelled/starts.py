"""Where each block begins: at its number, at the label that opens every block, or at its item's line.

A label that was there already, or one that the page has before it in other blocks, cannot go on with
the same block; somewhere in the lines before it the next one begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from shishi.layouts.flows.labelled.habits import Habits
from shishi.layouts.flows.labelled.labels import Label, Stand
from shishi.layouts.flows.labelled.lines import (
    GOES_ON,
    Line,
    ends_empty,
    is_numbered_theme,
    is_text,
)
from shishi.layouts.flows.labelled.numbers import find_entries
from shishi.layouts.words.codes import follows
from shishi.text.marks import Mark, find_mark


@dataclass(slots=True)
class Starts:
    """The lines that begin blocks; `unsure` are those of which that, or the opposite, is not sure."""

    at: list[int] = field(default_factory=list)
    unsure: set[int] = field(default_factory=set)


def find_starts(lines: Sequence[Line], habits: Habits) -> Starts:
    """Find the lines that begin a block, in order."""
    walk = _Walk(lines, habits)
    for at, line in enumerate(lines):
        if line.labels:
            walk.take(at, line)
        else:
            walk.since.append(at)
    walk.end()
    return walk.starts


class _Walk:
    """The way down a page: the block that is open, and the lines since its last label."""

    def __init__(self, lines: Sequence[Line], habits: Habits) -> None:
        self._lines, self._habits = lines, habits
        self._entries = find_entries(lines)
        self.starts = Starts()
        self.since: list[int] = []
        self._seen: list[str] = []
        self._last: Mark | None = None

    def take(self, at: int, line: Line) -> None:
        """Take in the next line with labels."""
        anew = not self.starts.at or self._begins_anew(line.labels[0])
        if line.head and self._habits.headed and at not in self._entries:
            chain = self._chain([*self.since, at])
            if chain or (self._habits.runs_on and not self._habits.style) or anew:
                self._begin_all(chain or [at])
        elif not self._habits.headed:
            if anew:
                self._begin(self._own_line_of_code(at))
        else:
            self._begin_before(at, anew=anew)
        surely = [
            x.word for x in line.labels if x.stand is not Stand.INSIDE or self._habits.runs_on
        ]
        self._seen += surely
        self.since = []

    def end(self) -> None:
        """Take in the lines after the last label: items whose labels are all left out."""
        for at in self.since:
            if self._habits.headed and self._numbered(at) and not self._lists_on(at):
                self._begin(at)

    def _begins_anew(self, label: Label) -> bool:
        """Tell a label that cannot go on with the open block."""
        word, before = label.word, self._habits.before
        if label.stand is not Stand.LINE and not self._habits.runs_on:
            return False
        if word == self._habits.opener or word in self._seen:
            return True
        return any(before[word, seen] > 2 * before[seen, word] for seen in self._seen)

    def _begin(self, at: int, *, sure: bool = True) -> None:
        self.starts.at.append(at)
        if not sure:
            self.starts.unsure.add(at)
        self._last = self._lines[at].mark or self._last
        self._seen = []

    def _numbered(self, at: int) -> bool:
        """Tell a line with the number that comes next."""
        mark = self._lines[at].mark
        if mark is None or self._habits.style is None or mark.style is not self._habits.style:
            return False
        last = self._last.value if self._last else None
        if last and mark.value <= last and self._is_value(at):
            return False
        return follows(last, mark.value)

    def _is_value(self, at: int) -> bool:
        """Tell a line right below a label without a value."""
        above = self._lines[at - 1] if at else None
        return above is not None and ends_empty(above)

    def _own_line_of_code(self, at: int) -> int:
        """Give the line above, where it is nothing but the number of the block."""
        above = self._lines[at - 1] if self.since and self.since[-1] == at - 1 else None
        return at - 1 if above and above.mark and not above.head else at

    def _begin_before(self, at: int, *, anew: bool) -> None:
        """Begin a block in the lines since the last label; `anew`: one must begin there, or here."""
        items = [i for i in self.since if self._may_be_item(i) and not self._is_inner(i)]
        if not items:
            if anew:
                self._begin(at)
        elif self._habits.style:
            self._begin_numbered(items, anew=anew)
        elif anew:
            self._begin(items[-1], sure=self._surely_last(items))
        elif self._is_parted(items[-1]):
            self._begin(items[-1], sure=False)
        elif not all(map(self._goes_on, items)):
            self.starts.unsure.update(items)

    def _begin_numbered(self, items: Sequence[int], *, anew: bool) -> None:
        numbered = [i for i in items if self._numbered(i)]
        chain = self._chain(items) or numbered[-1:]
        if anew and chain:
            self._begin_all(chain)
        elif anew:
            marked = [i for i in items if self._has_style(i)] or items
            self._begin(marked[-1], sure=len(items) == 1)
        elif chain and chain[-1] == items[-1] and not self._lists_on(items[-1]):
            self._begin_all(chain)

    def _begin_all(self, chain: Sequence[int]) -> None:
        for at in chain:
            self._begin(at)

    def _chain(self, items: Sequence[int]) -> list[int]:
        """Give the lines whose numbers lead to the last one: items without labels, and the one with."""
        marked = [
            (i, mark.value) for i in items if (mark := self._lines[i].mark) and self._has_style(i)
        ]
        if not marked:
            return []
        chain, first = [marked[-1][0]], marked[-1][1]
        for at, value in reversed(marked[:-1]):
            if not self._numbered(chain[0]) and value < first and follows(value, first):
                chain, first = [at, *chain], value
        return chain if self._numbered(chain[0]) else []

    def _may_be_item(self, at: int) -> bool:
        line = self._lines[at]
        style = line.mark.style if line.mark else None
        theme = is_numbered_theme(line) and style is not self._habits.style
        return is_text(line) and not line.barred and not theme

    def _has_style(self, at: int) -> bool:
        mark = self._lines[at].mark
        return mark is not None and mark.style is self._habits.style

    def _lists_on(self, at: int) -> bool:
        """Tell an entry of a list that begins in the value above: 2. after 进展情况:1."""
        mark, above = self._lines[at].mark, self._lines[at - 1] if at else None
        if mark is None or above is None:
            return False
        value = above.labels[-1].value if above.labels else 0
        before = find_mark(above.folded.plain[value:])
        return bool(before and before.style is mark.style and follows(before.value, mark.value))

    def _is_inner(self, at: int) -> bool:
        """Tell the second entry of an item that is a list: 2. after 3.1.…"""
        mark, above = self._lines[at].mark, self._lines[at - 1] if at else None
        if mark is None or above is None or above.mark is None or at - 1 not in self.since:
            return False
        before = find_mark(above.folded.plain[above.mark.span[1] :])
        if before is None or before.style is not mark.style:
            return False
        return before.value == (1,) and mark.value == (2,)

    def _surely_last(self, items: Sequence[int]) -> bool:
        """Tell that of these lines only the last one is an item: the others go on with a value."""
        return all(map(self._goes_on, items[:-1])) or self._is_parted(items[-1])

    def _is_parted(self, at: int) -> bool:
        """Tell a line with more blank lines before it than after it, as between two blocks."""
        after = self._lines[at + 1].gap if at + 1 < len(self._lines) else 0
        return self._lines[at].gap > after

    def _goes_on(self, at: int) -> bool:
        """Tell a line that surely goes on with what stands above it."""
        above = self._lines[at - 1]
        listed = bool(self._lines[at].mark) or above.plain.endswith(GOES_ON)
        return listed or ends_empty(above)
