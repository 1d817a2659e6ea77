"""A percentage printed with the numbers it is computed from must agree with them.

Authority: none; arithmetic. A city's table of 2024 prints 6818 of 7230 as 100%. Held against each other
only where no other reading is left: one percentage right after two counts of one unit, one done and one due, or a
column of percentages beside counts due, of the year and of the period, and one count reached.
Example: “应改造7230户,已改造6818户,完成率100%” is 94.3%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from shishi.findings import About, Finding, Severity
from shishi.measures.measure import Basis, Kind, Measure
from shishi.records import Field, Record
from shishi.rules.subject import Subject

CODE = "percent-against-numbers"
SEVERITY = Severity.ASKS

_PRINTED = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SENTENCE_END = re.compile(r"[。;；\n]")
_CLAUSE_END = re.compile(r"[,，、;；。()（）\n]")
_AROUND_WORD = re.compile(r"^[,，\s(（]+|(?:达到|达|为|到|约|是|\s)+$")
_COUNTS = (Kind.COUNT, Kind.LEVEL)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a percentage that its numbers contradict beyond rounding."""
    for record in subject.page.records:
        for name in (Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK):
            for share, done, due in _find_triples(subject, record, name=name):
                computed = 100 * done.value / due.value
                if not _is_near(subject, printed=share.value, computed=computed):
                    yield _report(record, name, numbers=(share.value, done, due))
        yield from _check_column(subject, record)


def _find_triples(
    subject: Subject, record: Record, *, name: Field
) -> Iterator[tuple[Measure, Measure, Measure]]:
    """Find a percentage right after two counts of one unit, one done and one due, in a sentence."""
    measured = subject.measured.get(record.order)
    text = record.printed(name)
    start = 0
    for end in [*(m.start() for m in _SENTENCE_END.finditer(text)), len(text)]:
        inside = [m for m in measured.of(name) if start <= m.span[0] < end] if measured else []
        start = end
        shares = [m for m in inside if m.unit == "%" and not m.derived]
        counts = [m for m in inside if m.unit != "%"]
        if len(shares) != 1 or len(counts) != 2 or not _are_alike(counts):
            continue
        between = text[counts[-1].span[1] : shares[0].span[0]]
        done = [m for m in counts if _role(subject, text, count=m) == "done"]
        due = [m for m in counts if _role(subject, text, count=m) == "due"]
        if len(done) == len(due) == 1 and _bare(between) in subject.words_of(CODE, "words"):
            yield shares[0], done[0], due[0]


def _role(subject: Subject, text: str, *, count: Measure) -> str:
    """Tell by the words of its clause whether a count is due or done."""
    start, end = count.span
    left = max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0)
    right = next((m.start() for m in _CLAUSE_END.finditer(text, end)), len(text))
    clause = text[left:start] + text[end:right]
    for role in ("due", "done"):
        if any(word in clause for word in subject.words_of(CODE, role)):
            return role
    return ""


def _bare(between: str) -> str:
    return _AROUND_WORD.sub("", between)


def _are_alike(counts: list[Measure]) -> bool:
    one, other = counts
    return (
        one.unit == other.unit
        and one.kind in _COUNTS
        and other.kind in _COUNTS
        and all(m.sure and m.high is None and m.value > 0 for m in counts)
    )


def _is_near(subject: Subject, *, printed: Decimal, computed: Decimal) -> bool:
    exponent = printed.as_tuple().exponent
    rounding = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    return abs(printed - computed) <= rounding + subject.number(CODE, "tolerance")


def _check_column(subject: Subject, record: Record) -> Iterator[Finding]:
    """Hold the column of percentages against the one count reached and every count due.

    The column may be the share of the year's target or of the period's goal; only a percentage that
    is neither is odd. Without a count in the item its share cannot be known.
    """
    printed = _PRINTED.fullmatch(record.plain(Field.PERCENT).strip().rstrip("%").strip())
    reached = _list_counts(subject, record, name=Field.PROGRESS)
    if not printed or len(reached) != 1 or reached[0].basis is Basis.PERIOD:
        return  # a month's own count says nothing of the year's share
    targets = _list_counts(subject, record, name=Field.ITEM)
    goals = _list_counts(subject, record, name=Field.GOAL)
    due = [m for m in (*targets, *goals) if _are_alike([m, reached[0]])]
    if not targets or len(due) != len(targets) + len(goals):
        return
    share = Decimal(printed[0])
    shares = [100 * reached[0].value / m.value for m in due]
    if not any(_is_near(subject, printed=share, computed=c) for c in shares):
        yield _report(record, Field.PERCENT, numbers=(share, reached[0], due[0]))


def _list_counts(subject: Subject, record: Record, *, name: Field) -> list[Measure]:
    measured = subject.measured.get(record.order)
    return [m for m in measured.of(name) if m.unit != "%"] if measured else []


def _report(record: Record, name: Field, *, numbers: tuple[Decimal, Measure, Measure]) -> Finding:
    share, part, whole = numbers
    facts = {
        "order": record.order,
        "share": f"{share:f}",
        "part": part.text,
        "whole": whole.text,
        "computed": f"{100 * part.value / whole.value:.1f}",
    }
    return Finding(CODE, About.CONTENT, SEVERITY, record.spot(name), facts)
