"""A short phrase under the word for states in a row that lacks its neighbour: it may be what stands there.

完工。 alone may say how far a project is, what was planned, or which state it is in; a blank cell leaves no trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.rows import Strip
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.spreading import Spread
from shishi.records import Field

_REPORTED = re.compile("(?:已|均已|已经)?(?:全部|全面|按期|如期)?(?:完成|完工|竣工|办结|建成)。?")
"""What a report, or a goal, may consist of."""
_PHRASE = re.compile(r"[\u4e00-\u9fff]{2,6}。?")
_LEFT = (Field.PROGRESS, Field.GOAL)
_FEWEST = 3


class LoneStates:
    """The states of one table, and the phrases under its word for them that its other rows do not have there."""

    def __init__(self, body: Body, heads: Sequence[Head], strips: Sequence[Strip]) -> None:
        self._body = body
        self._fields = [head.field for head in heads]
        self._state = self._place(Field.STATUS)
        self._told = list(self._phrases(strips, self._state, beside=Field.PROGRESS))
        self._named = [text for _, text in self._phrases(strips, self._place(Field.EXPLANATION))]

    def doubting(self, strip: Strip, found: Spread) -> Spread:
        """Doubt a state that no other row has where the cell beside it, which is blank, may hold such a phrase."""
        state = self._state
        if state is None or state not in found.cells:
            return found
        text = self._text(strip, found, state)
        told = any(text == other for first, other in self._told if first != strip.first)
        rivals = [] if told else list(self._rivals(text, found, state))
        if not rivals:
            return found
        cell = found.cells[state]
        doubted = replace(cell, margin=min(cell.margin, SURE - 1), rival=rivals[0])
        asked = {k: min(found.blanks.get(k, 0), SURE - 1) for k in rivals}
        return Spread({**found.cells, state: doubted}, {**found.blanks, **asked})

    def _rivals(self, text: str, found: Spread, state: int) -> Iterator[int]:
        """Yield the blank columns beside that of states which may hold the text."""
        if _REPORTED.fullmatch(text):
            left = (k for k in range(state - 1, -1, -1) if k not in found.cells)
            for k in left:
                if self._fields[k] in _LEFT and not any(n in found.cells for n in range(k, state)):
                    yield k
        right = self._place(Field.EXPLANATION)
        if right == state + 1 and right not in found.cells and self._says_phrases():
            yield right

    def _says_phrases(self) -> bool:
        """Tell a column of explanations that hold short phrases, as states do: 提前完成, 无需说明."""
        short = sum(_PHRASE.fullmatch(text) is not None for text in self._named)
        return short >= _FEWEST and 2 * short > len(self._named)

    def _phrases(
        self, strips: Sequence[Strip], column: int | None, *, beside: Field | None = None
    ) -> Iterator[tuple[int, str]]:
        """Yield first tokens of rows and what a column says there, of rows that have the field beside it too."""
        needed = {column, self._place(beside) if beside else column}
        for strip in strips:
            if strip.cut and column is not None and needed <= {*strip.cut.cells, None}:
                yield strip.first, self._text(strip, strip.cut, column)

    def _place(self, field: Field) -> int | None:
        return self._fields.index(field) if field in self._fields else None

    def _text(self, strip: Strip, found: Spread, column: int) -> str:
        cell = found.cells[column]
        tokens = self._body.tokens[strip.first + cell.start : strip.first + cell.end]
        return "".join(token.plain for token in tokens)
