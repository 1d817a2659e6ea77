"""What it costs that a space, or a line's end, stands inside a cell and not between two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from math import log2

from shishi.layouts.flows.fit.costs import LEVEL_SIGNS, UNITS
from shishi.layouts.flows.spaced.tokens import Body
from shishi.records import LISTS, Field

_LISTED, _CLAUSES = "、,，", ";；"
_COUNTED_IN = {"broken": "any", "apart": "any", "names": "units"}
_CHINESE = "一二三四五六七八九十"
_SPEAKS = re.compile(f"([{_CHINESE}])是")
_PRIOR = {
    "list": 0,
    "close": 0,
    "clause": 2,
    "mark": 0,
    "word": 0,
    "names": 3,
    "sentence": 8,
    "broken": 9,
    "apart": 12,
    "wide": 20,
}
_PRIOR_AT_LINE_END = {**_PRIOR, "clause": 0, "names": 1, "sentence": 3, "broken": 2}
_SLOW = 4.0
_MOST = 12
_WIDE = 2
_WITHIN = 8
"""So many line ends a table is taken to have within its cells before any are counted: there they were printed."""
_MOST_BETWEEN = 6.0


class Joints:
    """The prices of joints in one table: as usual, or as often as its cells were seen to have them.

    A joint is of a kind: a list that goes on after its comma, a clause after a semicolon, a numbered list (mark), a word of the page
    that a line's end broke, names parted by spaces, a sentence after a full stop, another word broken in
    the middle, or a whole name behind what is none (apart). Where two spaces part the cells, those are of a kind
    (wide), and so is a single one (close).
    """

    def __init__(self, body: Body) -> None:
        self._body = body
        self._coded = any(line and body.code(line[0]) is not None for line in body.lines)
        self._kinds: dict[tuple[int, Field | None], tuple[str, bool]] = {}
        self._inner: Counter[tuple[object, str, bool]] = Counter()
        self._cells: Counter[object] = Counter()
        self._own: dict[int, tuple[object, str, bool]] = {}
        self._line_ends = {True: 0, False: 0}  # within cells, and between two of a row

    def between(self) -> int:
        """Give what it costs that a line ends between two cells of a row, and not within one or behind the row."""
        within, between = self._line_ends[True] + _WITHIN, self._line_ends[False] + 1
        return round(max(0.0, min(_MOST_BETWEEN, log2(within / between))))

    def price(self, token: int, column: int, field: Field | None) -> int:
        """Give what it costs that this token stands in the same cell as the one before it."""
        kind, at_line_end = self._kind_of(token, field)
        usual = (_PRIOR_AT_LINE_END if at_line_end else _PRIOR)[kind]
        where = self._where(kind, column)
        seen = self._inner.get((where, kind, at_line_end), 0)
        cells = self._cells.get(where, 0)
        if not usual or not cells:
            return usual
        share = (seen + _SLOW / 2**usual) / (cells + _SLOW)
        return round(max(0.0, min(_MOST, -log2(min(1.0, share)))))

    def count(
        self, tokens: range, column: int, field: Field | None, *, begins: bool = False
    ) -> None:
        """Count the joints of one cell as it was cut; `begins`: with it begins its row."""
        self._cells.update([column, "any"])
        self._line_ends[False] += not begins and self._body.begins_line(tokens.start)
        self._line_ends[True] += sum(map(self._body.begins_line, tokens[1:]))
        if field in UNITS:
            self._cells["units"] += 1
        for token in tokens[1:]:
            kind, at_line_end = self._kind_of(token, field)
            where = self._where(kind, column)
            self._own[token] = where, kind, at_line_end
            self._inner[self._own[token]] += 1

    @contextmanager
    def without(self, tokens: range) -> Iterator[None]:
        """Leave out what was counted between these tokens."""
        own = [self._own[t] for t in tokens if t in self._own]
        self._inner.subtract(own)
        try:
            yield
        finally:
            self._inner.update(own)

    def _where(self, kind: str, column: int) -> object:
        """Say where joints of a kind are counted: names in the columns of units, broken words in all."""
        return _COUNTED_IN.get(kind, column)

    def _kind_of(self, token: int, field: Field | None) -> tuple[str, bool]:
        """Tell the kind of a joint, once for all the ways to cut that have it."""
        kind = self._kinds.get((token, field))
        if kind is None:
            kind = self._kinds[token, field] = self._kind(token, field)
        return kind

    def _kind(self, token: int, field: Field | None) -> tuple[str, bool]:
        before, after = self._body.tokens[token - 1], self._body.tokens[token]
        at_line_end = before.line != after.line
        if self._body.wide and not at_line_end:
            return ("close" if self._body.gap(token) < _WIDE else "wide"), False
        if before.plain[-1] in set(_LISTED):
            return "list", at_line_end
        if field in UNITS and before.plain[-1] in _CLAUSES:
            return "list", at_line_end
        if field in UNITS and self._body.label(token):
            return "list", at_line_end
        mark = 0 if field in LISTS else self._mark(token)
        if mark > 1 and self._mark(token - 1) == mark - 1:
            return "mark", at_line_end
        if before.plain[-1] in _CLAUSES:
            return "clause", at_line_end
        if self._body.breaks_word(token):
            return "word", at_line_end
        names = self._is_name(token - 1, field) and self._is_name(token, field)
        if names and (field in UNITS or field is Field.LEADERS):
            return "names", at_line_end
        if self._is_whole_unit(token, field) or self._is_unit_line(token - 1, field):
            return "apart", at_line_end
        return ("sentence" if before.plain[-1] in "。!?" else "broken"), at_line_end

    def _mark(self, token: int) -> int:
        speaks = _SPEAKS.match(self._body.tokens[token].plain)
        if speaks:
            return _CHINESE.index(speaks[1]) + 1
        return self._body.looks(token, token + 1)[0].number_mark

    def _is_name(self, token: int, field: Field | None) -> bool:
        look = self._body.looks(token, token + 1)[0]
        return look.people == 100 if field is Field.LEADERS else look.units == 100

    def _is_unit_line(self, token: int, field: Field | None) -> bool:
        """Tell the name of a unit alone on its line, which begins no report on the next one where rows have codes."""
        alone = len(self._body.lines[self._body.tokens[token].line]) == 1
        return self._coded and alone and field not in UNITS and self._is_whole_unit(token, field)

    def _is_whole_unit(self, token: int, field: Field | None) -> bool:
        """Tell the name of a unit that is no second half of one: beside a list of units, that says whose it is."""
        look = self._body.looks(token, token + 1)[0]
        return look.units == 100 and (field not in UNITS or look.text[0] in LEVEL_SIGNS)
