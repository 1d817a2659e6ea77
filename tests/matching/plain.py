"""The plain way to match two pages: every record held against every other, all of it sorted."""

from __future__ import annotations

from fractions import Fraction

from shishi.matching import Ground
from shishi.matching.pages import Match, _build_sides, _grounds, _thresholds
from shishi.matching.wording import likeness
from shishi.rulebook import load_rulebook

BOOK = load_rulebook("default")


def match_plainly(page, other, *, same_list):
    """Match as match_lists or match_pages does."""
    sides, others = _build_sides(page, BOOK), _build_sides(other, BOOK)
    found = {s.record.order: _candidates(s, others, same_list=same_list) for s in sides}
    given, taken = {}, set()
    for order, candidates in found.items():
        if not same_list and candidates and not _is_toss_up(candidates):
            given[order] = candidates[0]
    clear = [(c, order) for order, cs in found.items() if not _is_toss_up(cs) for c in cs]
    for candidate, order in sorted(clear, key=lambda c: c[0][:3], reverse=True):
        if same_list and order not in given and candidate[3].record.order not in taken:
            given[order] = candidate
            taken.add(candidate[3].record.order)
    return tuple(
        Match(order, given[order][3].record.order, given[order][4])
        if order in given
        else Match(order, None, (_why_none(found[order]),))
        for order in found
    )


def _candidates(one, others, *, same_list):
    """Give what may be a record, best first: same words, weight, nearness; record and grounds."""
    found = []
    for other in others:
        grounds = tuple(_grounds(one, other))
        same, beside = grounds[0] is Ground.SAME_ITEM, grounds[1:]
        share = likeness(one.pairs, other.pairs, whole=same_list)
        apart = -abs(one.record.order - other.record.order)
        if same:
            found.append((True, Fraction(len(beside)), apart, other, grounds))
        elif _is_alike(one, other, share, beside, same_list=same_list):
            found.append((False, share + Fraction(len(beside), 10), apart, other, grounds))
    return sorted(found, key=lambda c: c[:3], reverse=True)


def _is_alike(one, other, share, beside, *, same_list):
    few = min(len(one.pairs), len(other.pairs)) < 3
    if few and not (share == 1 and (same_list or Ground.SAME_LEAD in beside)):
        return False
    alone, with_more = _thresholds(same_list=same_list)
    wanted = {Ground.SAME_CODE, Ground.SAME_LEAD} if same_list else {Ground.SAME_LEAD}
    return share >= (with_more if wanted <= set(beside) else alone)


def _is_toss_up(candidates):
    first, *others = [c[:2] for c in candidates] or [(True, 0)]
    return not first[0] and others[:1] == [first]


def _why_none(candidates):
    if not candidates:
        return Ground.NONE_ALIKE
    return Ground.SEVERAL_ALIKE if _is_toss_up(candidates) else Ground.TAKEN
