"""Pair what two texts count: the same thing, in units that can be compared, under the same words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shishi.matching.wording import likeness, load_wordlist, pairs_of
from shishi.measures.measure import Measure, Measured
from shishi.measures.units import family_of, load_words
from shishi.records import Field, Record
from shishi.text.characters import Folded

_BORDER = re.compile(r"[,，、;；。:：\n]")
_PEOPLE = frozenset({"人", "名", "位"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and what it counts: the words around it, without verbs, as pairs of characters."""

    measure: Measure
    phrase: str
    pairs: frozenset[str]

    @property
    def size(self) -> Fraction:
        """The value in the first unit of its family, so that 2公里 is 2000米."""
        unit = load_words().units.get(self.measure.unit)
        return Fraction(self.measure.value) * (unit.size if unit else 1)


def list_counted(record: Record, measured: Measured | None, *names: Field) -> tuple[Counted, ...]:
    """List what the given fields of a record count, in reading order; ranges and 全覆盖 are left out."""
    found: list[Counted] = []
    for name in names:
        all_of = measured.of(name) if measured else ()
        own = [m for m in all_of if m.high is None and not m.derived]
        found += _list_phrases(record, name, own)
    return tuple(found)


def pair_counted(
    ours: Sequence[Counted], theirs: Sequence[Counted]
) -> tuple[tuple[Counted, Counted], ...]:
    """Pair each number of ours with the one of theirs that counts the same thing.

    Their words must be alike, or, where one of them stands without words (已建成145个), it must be the
    only number of its unit on both sides. Two equally good partners are none.
    """
    return tuple((one, other) for one in ours if (other := _partner(one, ours, theirs)) is not None)


def is_same_thing(one: Counted, other: Counted) -> bool:
    """Say whether two numbers count exactly the same thing: the same words once verbs are gone."""
    return bool(one.pairs) and one.pairs == other.pairs and comparable(one, other)


def comparable(one: Counted, other: Counted) -> bool:
    """Say whether two numbers can be held against each other: units of one family, or both of people."""
    first, second = one.measure.unit, other.measure.unit
    if first == second or {first, second} <= _PEOPLE:
        return True
    return bool(family_of(first)) and family_of(first) == family_of(second)


def _partner(one: Counted, ours: Sequence[Counted], theirs: Sequence[Counted]) -> Counted | None:
    fitting = [other for other in theirs if comparable(one, other)]
    alike = [(_alike(one, other), other) for other in fitting]
    best = max((share for share, _ in alike), default=Fraction(0))
    if best >= load_wordlist().likeness["counted"]:
        winners = [other for share, other in alike if share == best]
        return winners[0] if len(winners) == 1 else None
    lone = len(fitting) == 1 and sum(comparable(one, other) for other in ours) == 1
    return fitting[0] if lone and not (one.pairs and fitting[0].pairs) else None


def _alike(one: Counted, other: Counted) -> Fraction:
    return likeness(one.pairs, other.pairs, whole=False)


def _list_phrases(record: Record, name: Field, own: Iterable[Measure]) -> Iterator[Counted]:
    folded = record.folded.get(name) or _as_printed(record.printed(name))
    spans = [(_plain_span(folded, m), m) for m in own]
    for (start, end), measure in spans:
        left = max((m.end() for m in _BORDER.finditer(folded.plain, 0, start)), default=0)
        border = _BORDER.search(folded.plain, end)
        right = border.start() if border else len(folded.plain)
        left = max([left, *(e for (_, e), _ in spans if e <= start)])
        right = min([right, *(s for (s, _), _ in spans if s >= end)])
        phrase = f"{folded.plain[left:start]},{folded.plain[end:right]}"
        yield Counted(measure, _bare(phrase), pairs_of(phrase))


def _bare(phrase: str) -> str:
    return phrase.strip(", ")


def _plain_span(folded: Folded, measure: Measure) -> tuple[int, int]:
    start, end = (max(bisect_right(folded.offsets, at) - 1, 0) for at in measure.span)
    return start, end


def _as_printed(text: str) -> Folded:
    return Folded(text, text, tuple(range(len(text) + 1)))
