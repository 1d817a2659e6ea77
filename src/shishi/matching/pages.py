"""Match the records of two pages, with what each match rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shishi.matching.index import PairIndex, build_index
from shishi.matching.wording import (
    Ground,
    likeness,
    load_wordlist,
    numbers_of,
    pairs_of,
    promised,
    squeezed,
)
from shishi.records import Field, Page, Record
from shishi.rulebook import Rulebook
from shishi.text.characters import fold

_FEWEST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Which record of another page one record is; `other` is None where none is, with the reason."""

    order: int
    other: int | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """A record as it is compared."""

    record: Record
    item: str
    pairs: frozenset[str]
    numbers: tuple[str, ...]
    leads: tuple[str, ...]
    code: tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Others:
    """The records of the other page, and where to find those that are like one."""

    sides: Sequence[_Side]
    index: PairIndex
    by_item: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    one: _Side
    other: _Side
    weight: Fraction
    grounds: tuple[Ground, ...]

    @property
    def rank(self) -> tuple[bool, Fraction]:
        return Ground.SAME_ITEM in self.grounds, self.weight


def match_lists(page: Page, other: Page, *, rulebook: Rulebook) -> tuple[Match, ...]:
    """Match two tables of one list, such as two months: a record is one other record at most.

    One match for each record of `page`, in its order. The same words match, or similar ones with the
    same code or lead unit; a row that was renumbered is found by its words.
    """
    sides, others = _build_sides(page, rulebook), _build_others(other, rulebook)
    found = {side.record.order: _find(side, others, same_list=True) for side in sides}
    alike = {match.order: match for match in _share_out({n: c for n, c in found.items() if c})}
    return tuple(alike.get(order, Match(order, None, (Ground.NONE_ALIKE,))) for order in found)


def match_pages(page: Page, other: Page, *, rulebook: Rulebook) -> tuple[Match, ...]:
    """Match a plan with another office's plan, where one record may hold the promises of several.

    One match for each record of `page`, in its order: the other plan's record that holds most of its
    words, together with the lead unit and the numbers.
    """
    sides, others = _build_sides(page, rulebook), _build_others(other, rulebook)
    return tuple(_choose(side, _find(side, others, same_list=False)) for side in sides)


def _build_sides(page: Page, rulebook: Rulebook) -> list[_Side]:
    sides = []
    for record in page.records:
        text = promised(page, record)
        sides.append(
            _Side(
                record,
                squeezed(text),
                pairs_of(text),
                numbers_of(text),
                tuple(rulebook.unit(name) for name in _list_leads(page, record)),
                (record.section, record.plain(Field.CODE).strip()),
            )
        )
    return sides


def _build_others(page: Page, rulebook: Rulebook) -> _Others:
    sides = _build_sides(page, rulebook)
    by_item: defaultdict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        by_item[side.item].append(place)
    return _Others(sides, build_index(side.pairs for side in sides), by_item)


def _list_leads(page: Page, record: Record) -> list[str]:
    names = record.names.get(Field.LEAD_UNITS, ())
    return ["".join(fold(name.value, page.script).plain.split()) for name in names]


def _find(side: _Side, others: _Others, *, same_list: bool) -> list[_Candidate]:
    """Find everything on the other page that may be this record, best first.

    Most pairs of rows are nothing alike, and are not even looked at.
    """
    least = min(_thresholds(same_list=same_list))
    near = {*others.index.find(side.pairs, share=least, whole=same_list)}
    near |= {*others.by_item.get(side.item, ())} if side.item else set()
    found = [_weigh(side, others.sides[place], same_list=same_list) for place in sorted(near)]
    return sorted((c for c in found if c), key=_rank_beside, reverse=True)


def _weigh(one: _Side, other: _Side, *, same_list: bool) -> _Candidate | None:
    same_item = bool(one.item) and one.item == other.item
    grounds = list(_list_grounds(one, other))
    if same_item:
        return _Candidate(one, other, Fraction(len(grounds)), (Ground.SAME_ITEM, *grounds))
    share = likeness(one.pairs, other.pairs, whole=same_list)
    few = min(len(one.pairs), len(other.pairs)) < _FEWEST_PAIRS
    if few and not (share == 1 and (same_list or Ground.SAME_LEAD in grounds)):
        return None
    alone, with_more = _thresholds(same_list=same_list)
    beside = {Ground.SAME_CODE, Ground.SAME_LEAD} if same_list else {Ground.SAME_LEAD}
    if share < (with_more if beside <= set(grounds) else alone):
        return None
    return _Candidate(
        one, other, share + Fraction(len(grounds), 10), (Ground.SIMILAR_ITEM, *grounds)
    )


def _thresholds(*, same_list: bool) -> tuple[Fraction, Fraction]:
    """Give how alike two items must be: by their words alone, and where more speaks for it."""
    need = load_wordlist().likeness
    name = "same_list" if same_list else "other_list"
    return need[name], need[f"{name}_beside"]


def _list_grounds(one: _Side, other: _Side) -> Iterator[Ground]:
    """List what speaks for a match beside the words."""
    if one.code[1] and one.code == other.code:
        yield Ground.SAME_CODE
    if set(one.leads) & set(other.leads):
        yield Ground.SAME_LEAD
    if one.numbers and one.numbers == other.numbers:
        yield Ground.SAME_NUMBERS


def _choose(side: _Side, candidates: Sequence[_Candidate]) -> Match:
    order = side.record.order
    if not candidates:
        return Match(order, None, (Ground.NONE_ALIKE,))
    if _is_toss_up(candidates):
        return Match(order, None, (Ground.SEVERAL_ALIKE,))
    return Match(order, candidates[0].other.record.order, candidates[0].grounds)


def _is_toss_up(candidates: Sequence[_Candidate]) -> bool:
    """Say whether two records are equally like one; where the words are the same, the order tells."""
    best, *others = candidates
    same_words = Ground.SAME_ITEM in best.grounds
    return not same_words and bool(others) and others[0].rank == best.rank


def _share_out(found: Mapping[int, list[_Candidate]]) -> Iterator[Match]:
    """Give every record of the other page to the one that is most like it."""
    given: dict[int, _Candidate] = {}
    taken: set[int] = set()
    clear = [c for candidates in found.values() if not _is_toss_up(candidates) for c in candidates]
    for candidate in sorted(clear, key=_rank_beside, reverse=True):
        order, other = candidate.one.record.order, candidate.other.record.order
        if order not in given and other not in taken:
            given[order] = candidate
            taken.add(other)
    for order, candidates in found.items():
        if order in given:
            yield Match(order, given[order].other.record.order, given[order].grounds)
        else:
            toss_up = _is_toss_up(candidates)
            yield Match(order, None, (Ground.SEVERAL_ALIKE if toss_up else Ground.TAKEN,))


def _rank_beside(candidate: _Candidate) -> tuple[bool, Fraction, int]:
    """Rank candidates; of two that are equal, the one that stands nearer in its list is better."""
    apart = abs(candidate.other.record.order - candidate.one.record.order)
    return *candidate.rank, -apart
