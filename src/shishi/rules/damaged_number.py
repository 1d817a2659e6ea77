"""A number that lost what stood beside it must not be counted with.

Authority: none. Pieces that stood in a span of their own are lost on the way to a web page: Beilun's month
table of October 2024 prints 1024日 for 10月24日. What was there is proposed and never stored.
Where the digits hide a quantity it is left unread, so the doubt is about our reading as well; a date
that lost its 月 is only odd, because no field is read from it.
Example: “截至1024日”; “新增公交车20” without its 辆.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.rules.subject import Subject
from shishi.text.damage import Damage, Kind, find_damage

CODE = "damaged-number"
SEVERITY = Severity.ASKS

_HIDES_QUANTITY = {Kind.COUNT_GLUED, Kind.UNIT_LOST, Kind.YEAR_GLUED}
_BEFORE, _AFTER = 6, 4
_MARKS = ",.;:，。；：、 \n"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number that is not whole."""
    for place, damage, facts in list_damage(subject):
        if damage.number:
            about = About.READING if damage.kind in _HIDES_QUANTITY else About.CONTENT
            yield Finding(CODE, about, SEVERITY, place, facts)


def list_damage(subject: Subject) -> Iterator[tuple[Place, Damage, dict[str, object]]]:
    """List the damage in every sentence of a page: where, what, and the facts to tell of it.

    `characters` of the place count in the printed cell.
    """
    for record, name in subject.list_texts():
        folded = record.folded.get(name)
        for damage in find_damage(record.plain(name)):
            span = folded.printed_span(*damage.span) if folded else damage.span
            facts: dict[str, object] = {
                "order": record.order,
                "printed": record.printed(name)[slice(*span)],
                "around": _around(record.printed(name), span),
                "kind": damage.kind.value,
                "why": damage.why,
                "proposal": damage.proposal,
                "nearest": damage.proposal,
            }
            yield replace(record.spot(name), characters=span), damage, facts


def _around(text: str, span: tuple[int, int]) -> str:
    """Give a damaged stretch with a few characters around it: a lone 20 tells nobody anything."""
    before = text[max(0, span[0] - _BEFORE) : span[0]].lstrip(_MARKS)
    return "".join((before + text[span[0] : span[1] + _AFTER]).split())
