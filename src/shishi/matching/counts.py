"""Pair what two texts count: the same thing, in units that can be compared, under the same words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shishi.matching.wording import likeness, load_wordlist, pairs_of, says_what
from shishi.measures.measure import Basis, Measure, Measured
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
    def spoken(self) -> str:
        """The words around the number, for a message: what stands before and after it, run together."""
        return self.phrase.replace(",", "")

    @property
    def is_bare(self) -> bool:
        """Say whether the words around it say nothing of what it counts: 目前已累计完成576个."""
        return not says_what(self.phrase)

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
    ours: Sequence[Counted], theirs: Sequence[Counted], *, prefer: Basis | None = None
) -> tuple[tuple[Counted, Counted], ...]:
    """Pair each number of ours with the one of theirs that counts the same thing.

    Their words must be alike. Where both are the only numbers of their unit, fewer words are enough, or
    none where one stands bare (已建成145个). Of several equally good partners the one of the same basis
    as ours is taken, or else the one of the basis that is preferred; otherwise there is none.
    """
    pairs = []
    for one in ours:
        found = _find_partners(one, ours, theirs)
        for basis in (one.measure.basis, prefer):
            narrowed = [other for other in found if other.measure.basis is basis]
            found = narrowed if len(found) > 1 and narrowed else found
        if len(found) == 1:
            pairs.append((one, found[0]))
    return tuple(pairs)


def is_same_thing(one: Counted, other: Counted) -> bool:
    """Say whether two numbers count exactly the same thing: the same words once verbs are gone."""
    return bool(one.pairs) and one.pairs == other.pairs and comparable(one, other)


def comparable(one: Counted, other: Counted) -> bool:
    """Say whether two numbers can be held against each other: units of one family, or both of people."""
    first, second = one.measure.unit, other.measure.unit
    if first == second or {first, second} <= _PEOPLE:
        return True
    return bool(family_of(first)) and family_of(first) == family_of(second)


def _find_partners(
    one: Counted, ours: Sequence[Counted], theirs: Sequence[Counted]
) -> list[Counted]:
    fitting = [other for other in theirs if comparable(one, other)]
    alike = [(_alike(one, other), other) for other in fitting]
    best = max((share for share, _ in alike), default=Fraction(0))
    need = load_wordlist().likeness
    if best >= need["counted"]:
        return [other for share, other in alike if share == best]
    alone = len(fitting) == 1 and sum(comparable(one, other) for other in ours) == 1
    bare = alone and (one.is_bare or fitting[0].is_bare)
    return fitting if bare or (alone and best >= need["counted_alone"]) else []


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
