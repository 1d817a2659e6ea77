"""What it costs that tokens of a line are the cell of a column, and that a column is left blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.fit.costs import IMPOSSIBLE, UNITS
from shishi.layouts.flows.looks import Look
from shishi.layouts.flows.spaced.columns import NAME, Head
from shishi.layouts.flows.spaced.joints import Joints
from shishi.layouts.flows.spaced.kinds import kind_of
from shishi.layouts.flows.spaced.learning import Learnt
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.spreading import Stretch
from shishi.layouts.words.contacts import names_caller
from shishi.records import Field

_SHORT = frozenset({Field.CODE, Field.STATUS, Field.PERCENT, Field.INVESTMENT, Field.LEVELS})
_MOST_TOKENS = 12
_MOST_FOR_JOINTS = 36
_LABELLED_OTHERWISE = 20
_UNIT_AS_THEME = 7
_HALF_A_NAME = 8
_STRANGE_KIND = 8
_PLANNED_STATE = 2
"""What a word like 完工 costs as a goal where no column says how far anything is."""
_STATES = frozenset({Field.STATUS, Field.PROGRESS})
_PARTED_BY_ONE = 8
"""What it costs that a single space parts two cells, where two part the others."""
_CODE_OUT_OF_ORDER = 5
_PEOPLE = "people"
_DEAR = frozenset({"万元", "亿元"})
"""In these units no sum has as many digits as a telephone's number."""


def prior(looks: Sequence[Look], head: Head) -> int:
    """Give what it costs that a text stands in a column, before anything is known of the table."""
    return min(_prior(look, head) for look in looks)


def _prior(look: Look, head: Head) -> int:
    if head.kinds and not look.is_blank:
        return (
            _name(look) if NAME in head.kinds else _STRANGE_KIND * (kind_of(look) not in head.kinds)
        )
    if head.column.starred and "★" in look.text:
        return 0 if look.units == 100 else 4 if look.units >= 40 else 8
    named = head.field is Field.THEME and look.units == 100
    return misfit(look, head.column) + _UNIT_AS_THEME * named


def _name(look: Look) -> int:
    """Give what it costs that a text is the name of a project: 社区食堂建设项目."""
    if look.is_code or look.is_number or look.is_status or look.starred:
        return IMPOSSIBLE
    cost = 0 if 3 <= look.length <= 40 else 2 if look.length > 40 else 4
    return cost + (3 if look.units == 100 else 1 if look.text.endswith(("。", ";")) else 0)


class Pricing:
    """The stretches of one run of tokens that may be a cell of each column, at what price."""

    def __init__(self, body: Body, heads: Sequence[Head], codes: frozenset[int]) -> None:
        self._body, self._heads, self._codes = body, heads, codes
        self._joints = Joints(body)
        self._learnt: Learnt | None = None
        self._priors: dict[tuple[int, int, int], int] = {}
        self._own: dict[tuple[int, int, int], int] = {}
        self._called = any(_PEOPLE in head.kinds for head in heads)
        self._planned = all(head.field not in _STATES for head in heads)
        self._dear = any(h.field is Field.INVESTMENT and h.column.unit in _DEAR for h in heads)

    def learn(self, learnt: Learnt, joints: Joints) -> None:
        """Take what was learnt of the table into account from now on."""
        self._learnt = learnt
        self._joints = joints
        self._own.clear()

    def cells(self, first: int, end: int) -> list[list[Stretch]]:
        """List for each column the stretches of the tokens first to end, counted from first."""
        tokens = range(first, end)
        left_out = self._learnt.without(tokens) if self._learnt else nullcontext()
        between = self._joints.between()
        ending = [
            _HALF_A_NAME * self._body.opens_name(token)
            + between * self._body.begins_line(token + 1)
            + _PARTED_BY_ONE * (self._body.wide and self._body.gap(token + 1) == 1)
            for token in tokens[:-1]
        ]
        with left_out, self._joints.without(tokens):
            return [list(self._cells(tokens, k, [*ending, 0])) for k in range(len(self._heads))]

    def _cells(self, tokens: range, column: int, ending: Sequence[int]) -> Iterator[Stretch]:
        """Yield the stretches of a column; `ending` is what it costs in any that each token is the last."""
        field = self._heads[column].field
        most = 1 if field in _SHORT else _MOST_TOKENS
        starred = self._heads[column].column.starred
        joined = [
            self._joints.price(t, column, field)
            if starred or not self._body.is_starred(t)
            else _MOST_FOR_JOINTS
            for t in (tokens[1:] if most > 1 else ())
        ]
        for start in range(len(tokens)):
            joints = 0
            for stop in range(start + 1, min(len(tokens), start + most) + 1):
                if stop > start + 1:
                    joints += joined[stop - 2]
                if joints >= _MOST_FOR_JOINTS:
                    break
                cost = joints + self._price(tokens[start], tokens[stop - 1] + 1, column)
                cost += ending[stop - 1]
                if cost < IMPOSSIBLE:
                    yield Stretch(start, stop, cost)

    def _price(self, start: int, stop: int, column: int) -> int:
        key = (start, stop, column)
        if key not in self._own:
            if key not in self._priors:
                self._priors[key] = self._prior(start, stop, column)
            cost = self._priors[key]
            if self._learnt and cost < IMPOSSIBLE:
                looks = self._body.looks(start, stop)
                cost += min(self._learnt.misfit(column, look) for look in looks)
            self._own[key] = cost
        return self._own[key]

    def _prior(self, start: int, stop: int, column: int) -> int:
        if self._heads[column].field is Field.CODE:
            if self._body.code(start) is None:
                return IMPOSSIBLE
            return 0 if start in self._codes else _CODE_OUT_OF_ORDER
        if start in self._codes:
            return IMPOSSIBLE
        if self._heads[column].field is Field.INVESTMENT and self._calls(start):
            return IMPOSSIBLE
        looks = self._body.looks(start, stop)
        if self._body.label(start) in UNITS:
            if self._heads[column].field not in UNITS:
                return _LABELLED_OTHERWISE
            looks = (self._body.without_labels(start, stop),)
        cost = prior(looks, self._heads[column])
        planned = self._planned and self._heads[column].field is Field.GOAL
        return min(cost, _PLANNED_STATE) if planned and looks[0].is_status else cost

    def _calls(self, token: int) -> bool:
        """Tell a telephone's number right behind a person, where people have a column and no sum is so high."""
        if not (self._called and self._dear) or self._body.begins_line(token):
            return False
        return names_caller(" ".join(t.plain for t in self._body.tokens[token - 1 : token + 1]))
