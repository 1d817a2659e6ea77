"""Parts that are said to make up a whole add up to it.

Authority: none; arithmetic. Published tables show 93 sub-items of which 41 are the city's and 62 the
district's, and shares of 60, 27 and 20 per cent. Parts are added only where they cannot overlap: other
things each, levels of government, done and the rest. They must be all of the whole only where the text
says so (包括, 分别, 其余); otherwise they must not be more.
Example: “建成健身点15个，包括步道6个、球场7个。” is 13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from shishi.findings import About, Finding, Severity
from shishi.matching.counts import Counted, comparable, list_counted
from shishi.measures.measure import Comparator, Kind, Measure
from shishi.places import Place
from shishi.records import Field, Record
from shishi.rules.subject import Subject
from shishi.text.characters import Script, fold

CODE = "parts-do-not-add-up"
SEVERITY = Severity.ASKS

_FIELDS = (Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK)
_SENTENCE_END = re.compile(r"[。;；\n]")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The numbers of one sentence, and the words between them as printed."""

    place: Place
    order: int
    text: str
    script: Script
    numbers: tuple[Counted, ...]

    def between(self, one: Counted, other: Counted) -> str:
        """The words between two numbers, in simplified characters."""
        return fold(self.text[one.measure.span[1] : other.measure.span[0]], self.script).plain


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a whole that its parts contradict: counts, shares, and the row of totals."""
    for record in subject.page.records:
        for name in _FIELDS:
            for sentence in _split(subject, record, name=name):
                yield from _check_counts(subject, sentence)
                yield from _check_shares(subject, sentence)
    yield from _check_totals(subject)


def _split(subject: Subject, record: Record, *, name: Field) -> Iterator[_Sentence]:
    numbers = list_counted(record, subject.measured_of(record), name)
    text, start = record.printed(name), 0
    for end in [*(m.start() for m in _SENTENCE_END.finditer(text)), len(text)]:
        inside = tuple(n for n in numbers if start <= n.measure.span[0] < end)
        start = end
        if len(inside) > 1:
            yield _Sentence(record.spot(name), record.order, text, subject.page.script, inside)


def _check_counts(subject: Subject, sentence: _Sentence) -> Iterator[Finding]:
    counts = [n for n in sentence.numbers if n.measure.kind in (Kind.COUNT, Kind.LEVEL)]
    if len(counts) < 2 or any(n.measure.comparator is not Comparator.EQUAL for n in counts):
        return
    whole, *parts = counts
    lead_in = sentence.between(whole, parts[0])
    if not _has(subject, "all_of", lead_in) and not _has(subject, "some_of", lead_in):
        return
    if not all(comparable(whole, part) for part in parts):
        return
    words = [part.phrase for part in parts]
    complete = _has(subject, "all_of", lead_in) or any(_has(subject, "rest", w) for w in words)
    total = sum((part.size for part in parts), Fraction(0))
    too_much = max(part.size for part in parts) > whole.size
    if _are_disjoint(subject, words, complete=complete):
        too_much = too_much or total > whole.size or (complete and total != whole.size)
    if too_much:
        yield _report(sentence, whole.measure, parts=parts)


def _are_disjoint(subject: Subject, words: Sequence[str], *, complete: bool) -> bool:
    """Say whether parts cannot overlap: 开工5个、完工3个 do, 市级5个、区级3个 and 已完工5个、在建3个 do not."""
    if len(words) < 2:
        return False
    if all(_has(subject, "levels", word) for word in words):
        return True
    if any(_has(subject, key, word) for word in words for key in ("rest", "under_way")):
        return True
    return complete and not any(_has(subject, "stages", word) for word in words)


def _check_shares(subject: Subject, sentence: _Sentence) -> Iterator[Finding]:
    """Shares that are listed after 分别占 are shares of one whole."""
    shares = [n for n in sentence.numbers if n.measure.unit == "%"]
    if len(shares) < 2:
        return
    first = shares[0].measure.span[0]
    before = fold(_SENTENCE_END.split(sentence.text[:first])[-1], sentence.script).plain
    total = sum((n.measure.value for n in shares), Decimal(0))
    slack = len(shares) * subject.number(CODE, "share_slack")
    if _has(subject, "shares", before) and total > _HUNDRED + slack:
        whole = replace(shares[0].measure, text="100%", value=_HUNDRED)
        yield _report(sentence, whole, parts=shares)


def _report(sentence: _Sentence, whole: Measure, *, parts: Sequence[Counted]) -> Finding:
    spot = sentence.place._replace(characters=whole.span)
    total = sum((part.measure.value for part in parts), Decimal(0))
    facts = {
        "order": sentence.order,
        "whole": whole.text,
        "parts": [part.measure.text for part in parts],
        "total": f"{total.normalize():f}",
    }
    return Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _check_totals(subject: Subject) -> Iterator[Finding]:
    """Hold the investment of a row of totals against the rows of its section."""
    for record in subject.page.records:
        if not _is_total(subject, record):
            continue
        others = [
            other
            for other in subject.page.records
            if other.section == record.section and not _is_total(subject, other)
        ]
        printed, rows = _money(subject, record), [_money(subject, other) for other in others]
        amounts = [row for row in rows if row is not None]
        if printed is None or not amounts or len(amounts) < len(rows):
            continue
        total = sum((amount.value for amount in amounts), Decimal(0))
        if abs(total - printed.value) > len(rows) * _half_a_digit(printed):
            facts = {
                "order": record.order,
                "whole": printed.text,
                "parts": {
                    "zh": f"{len(rows)}行投资额",
                    "en": f"the investments of {len(rows)} rows",
                },
                "total": f"{total.normalize():f}",
            }
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(Field.INVESTMENT), facts)


def _is_total(subject: Subject, record: Record) -> bool:
    named = (record.plain(name) for name in (Field.CODE, Field.THEME, Field.ITEM))
    return any("".join(text.split()) in subject.words_of(CODE, "totals") for text in named)


def _money(subject: Subject, record: Record) -> Measure | None:
    found = subject.measured_of(record).of(Field.INVESTMENT)
    return found[0] if len(found) == 1 else None


def _half_a_digit(amount: Measure) -> Decimal:
    """Half of the last digit printed, in the base unit: every row may be rounded by that much."""
    digits = "".join(c for c in amount.text if c in "0123456789.")
    places = len(digits.partition(".")[2])
    scale = amount.value / Decimal(digits) if Decimal(digits or 0) else Decimal(1)
    return scale.scaleb(-places) / 2


def _has(subject: Subject, key: str, text: str) -> bool:
    return any(word in text for word in subject.words_of(CODE, key))
