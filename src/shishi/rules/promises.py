"""The numbers of this page's items beside those that another plan promises for the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shishi.findings import About, Finding, Severity
from shishi.matching import match_pages
from shishi.matching.counts import Counted, comparable, is_same_thing, list_counted
from shishi.matching.index import build_index
from shishi.matching.wording import load_wordlist, verb_of
from shishi.measures.measure import Comparator
from shishi.records import Field, Page, Record
from shishi.rules.subject import Subject
from shishi.text.characters import fold, squeeze

_FEWEST_PAIRS = 2
_FLOORS = (Comparator.AT_LEAST, Comparator.MORE)


@dataclass(frozen=True, slots=True)
class Promise:
    """One number of an item and the number that the other plan gives for the same thing."""

    record: Record
    other: Record
    ours: Counted
    theirs: Counted

    @property
    def agrees(self) -> bool:
        """Say whether both can be kept at once: the same number, or a floor that the other reaches."""
        ours, theirs = self.ours, self.theirs
        if ours.size == theirs.size:
            return True
        if ours.measure.comparator in _FLOORS and theirs.measure.comparator not in _FLOORS:
            return theirs.size >= ours.size
        if theirs.measure.comparator in _FLOORS and ours.measure.comparator not in _FLOORS:
            return ours.size >= theirs.size
        return False


def list_promises(subject: Subject) -> Iterator[Promise]:
    """List the numbers of this page that the other plan promises too, whether they agree or not.

    The words must be the same once verbs are gone. Where one side says more (旧改类未来社区, 未来社区), it is
    the same promise only if the lead unit is the same and the verb or the number is too.
    """
    against = subject.beside.against
    if against is None:
        return
    matches = {
        m.order: m for m in match_pages(subject.page, against.page, rulebook=subject.rulebook)
    }
    others = [
        (record, number)
        for record in against.page.records
        for number in list_counted(record, against.measured.get(record.order), Field.ITEM)
    ]
    index = build_index(number.pairs for _, number in others)
    share = load_wordlist().likeness["promised"]
    for record in subject.page.records:
        match = matches[record.order]
        for ours in list_counted(record, subject.measured_of(record), Field.ITEM):
            alike = (others[place] for place in index.find(ours.pairs, share=share, whole=False))
            near = (Promise(record, other, ours, theirs) for other, theirs in alike)
            found = [promise for promise in near if _is_same(subject, promise, match.other)]
            exact = [p for p in found if p.ours.pairs == p.theirs.pairs] or found
            if len(exact) == 1:
                yield exact[0]


def report_promise(promise: Promise, code: str, severity: Severity) -> Finding:
    """Make the finding of a rule about one promise of two plans; it stands at the number of this page."""
    facts = {
        "order": promise.record.order,
        "what": promise.ours.spoken or None,
        "ours": promise.ours.measure.text,
        "theirs": promise.theirs.measure.text,
        "other_order": promise.other.order,
        "other_section": promise.other.section,
        "other_code": promise.other.plain(Field.CODE).strip() or str(promise.other.order),
    }
    spot = promise.record.spot(Field.ITEM)._replace(characters=promise.ours.measure.span)
    return Finding(code, About.CONTENT, severity, spot, facts)


def _is_same(subject: Subject, promise: Promise, matched: int | None) -> bool:
    """Say whether two numbers whose words are alike enough are one promise."""
    ours, theirs = promise.ours, promise.theirs
    if ours.measure.kind is not theirs.measure.kind or not comparable(ours, theirs):
        return False
    same_lead = _share_lead(subject, promise)
    if is_same_thing(ours, theirs):
        unknown = same_lead is None and len(ours.pairs) >= _FEWEST_PAIRS
        return bool(same_lead) or unknown or matched == promise.other.order
    verbs = verb_of(ours.phrase), verb_of(theirs.phrase)
    return bool(same_lead) and (ours.size == theirs.size or (verbs[0] == verbs[1] != ""))


def _share_lead(subject: Subject, promise: Promise) -> bool | None:
    """Say whether both plans name one lead unit; None where one of them names none."""
    against = subject.beside.against
    theirs = _leads(against.page, promise.other) if against else []
    ours = [name for _, name in subject.list_names(promise.record, Field.LEAD_UNITS)]
    if not ours or not theirs:
        return None
    return any(subject.rulebook.is_same_unit(one, other) for one in ours for other in theirs)


def _leads(page: Page, record: Record) -> list[str]:
    names = record.names.get(Field.LEAD_UNITS, ())
    return [squeeze(fold(name.value, page.script).plain) for name in names]
