"""Lists of names in a row with nothing between its cells: where one may end, and what that costs."""

from __future__ import annotations

from collections.abc import Iterator

from shishi.layouts.flows.fit.costs import IMPOSSIBLE
from shishi.layouts.flows.strips.anchors import Anchors
from shishi.layouts.flows.strips.words.marks import SLASH
from shishi.layouts.words.names.organizations import load_words

_STAR = "★"
_LISTED = "、,，;；"
_GLUED_LIST, _NO_LIST, _OTHER_MARK = 3, 12, 3


class Lists:
    """The lists of names of one row; `marks` are what parts the names, `unit_columns` how many columns hold units."""

    def __init__(
        self, text: str, anchors: Anchors, *, marks: str, starred_behind: bool, unit_columns: int
    ) -> None:
        self._text, self._anchors = text, anchors
        self._marks, self._starred_behind = marks, starred_behind
        self._unit_columns = unit_columns

    def starting_at(self, start: int) -> Iterator[tuple[int, int]]:
        """Yield the ends of the lists of names that begin here: a name, or names with 、 or nothing between.

        Names with nothing between them are one cell where only one column holds units.
        """
        seen: dict[int, int] = {}
        waiting = [(self._anchors.labels.get(start, start), 0)]
        glue = 1
        if self._unit_columns > 1:
            glue = _NO_LIST if self._marks else _GLUED_LIST
        while waiting:
            at, paid = waiting.pop()
            for end, cost in self._anchors.names.get(at, ()):
                end += self._starred_behind and self._text.startswith(_STAR, end)
                total = paid + (cost if at == start else max(0, cost - 1))
                if total >= seen.get(end, IMPOSSIBLE):
                    continue
                seen[end] = total
                if others := self._others_after(end):
                    seen[end + others] = total
                waiting += self._names_after(end, total, glue=glue)
        yield from seen.items()

    def _others_after(self, end: int) -> int:
        """Give how long the words for others are that follow the last name: 等部门、单位."""
        words = load_words().open_ends
        return next((len(w) for w in words if self._text.startswith(w, end)), 0)

    def _names_after(self, end: int, paid: int, *, glue: int) -> Iterator[tuple[int, int]]:
        """Yield where the next name of a list may begin, and what the list costs so far."""
        mark = self._text[end : end + 1]
        if mark and (mark in _LISTED or mark.isspace() or mark == self._marks == SLASH):
            usual = mark in self._marks or not self._marks
            at, paid = end + 1, paid + (0 if usual else _OTHER_MARK)
            at += self._text[at : at + 1] == "\n"
        else:
            at, paid = end, paid + (0 if end in self._anchors.labels else glue)
        at = self._anchors.labels.get(at, at)
        if at in self._anchors.names:
            yield at, paid
