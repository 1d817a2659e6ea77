"""Find out whether everything that the item itself promises has been reached."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from shishi.assessment.pairs import Pair, Relation
from shishi.assessment.reasons import Reason
from shishi.assessment.weighing import weigh_numbers
from shishi.matching.goals.clauses import bigrams, cover
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.numbers import Number
from shishi.matching.goals.preparing import is_step_before
from shishi.matching.goals.steps import State, find_standings
from shishi.measures.measure import Kind, Measure
from shishi.rulebook import Bands

_SAME_WORDS = Fraction(3, 5)
_LONGEST_REMARK = 6


def find_promise_kept(
    item: Sequence[Number], answers: Sequence[Number], goal_pairs: Sequence[Pair], *, bands: Bands
) -> tuple[Reason, tuple[Measure, ...]] | None:
    """Find that all numbers of the item are reached, with the measures used; None when not shown.

    Either the goal asks for as much as the item does and is met, or each number of the item is
    answered by one that is as large and that counts finished things.
    """
    if not item:
        return None
    if _asks_for_all(item, goal_pairs):
        used = tuple(pair.answer.measure for pair in goal_pairs if pair.answer)
        return _reason(item, [pair.answer for pair in goal_pairs if pair.answer]), used
    pairs = weigh_numbers(item, answers, bands=bands, whole_year=True)
    met = [(p.goal, p.answer) for p in pairs if p.answer and p.relation is Relation.MET]
    if len(met) < len(item) or not all(_is_finished(asked, given) for asked, given in met):
        return None
    found = [given for _, given in met]
    return _reason(item, found), tuple(number.measure for number in found)


def _reason(item: Sequence[Number], answers: Sequence[Number]) -> Reason:
    facts: dict[str, object] = {
        "item_numbers": [number.measure.text for number in item],
        "progress_numbers": [number.measure.text for number in answers],
    }
    return Reason("item-number-reached", facts)


def _asks_for_all(item: Sequence[Number], pairs: Sequence[Pair]) -> bool:
    if not pairs or any(pair.relation is not Relation.MET for pair in pairs):
        return False
    given = [pair.answer for pair in pairs if pair.answer]
    if any(is_step_before(asked, answer) for asked in item for answer in given):
        return False
    return _sums([pair.goal for pair in pairs]) == _sums(item)


def _sums(numbers: Sequence[Number]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for number in numbers:
        unit = "人" if number.measure.unit in ("名", "位") else number.measure.unit
        sums[unit] = sums.get(unit, Decimal(0)) + number.measure.value
    return sums


def _is_finished(asked: Number, given: Number) -> bool:
    """Say whether the answer counts finished things and not those visited or begun."""
    lexicon, text = load_lexicon(), given.clause.text
    standings = find_standings([given.clause])
    if standings:
        return any(s.step.rank >= lexicon.built and s.state is State.DONE for s in standings)
    if given.measure.kind in (Kind.RATE, Kind.LEVEL):
        return True
    if not lexicon.has("done", text) and "累计" not in text:
        return False
    bare_count = len(bigrams(text.replace(given.measure.text, ","))) <= _LONGEST_REMARK
    return bare_count or _same_matter(asked, given)


def _same_matter(asked: Number, given: Number) -> bool:
    first, second = asked.measure.action, given.measure.action
    if first and second and (first in second or second in first):
        return True
    return cover(asked.clause.text, given.clause.text) >= _SAME_WORDS
