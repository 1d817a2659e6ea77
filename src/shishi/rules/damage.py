"""The damage in a page's sentences: where it stands, and the facts that a rule tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.places import Place
from shishi.records import Field
from shishi.rules.subject import TEXTS, Subject
from shishi.text.damage import PARTED, Damage, DamageKind, find_damage
from shishi.text.line_ends import parted_sum

_BEFORE, _AFTER = 6, 4
_BETWEEN_DIGITS = re.compile(
    r"(?<=[0-9.,])\s*\n\s*(?=[.,]?[0-9])"
)  # 9⏎6 told as 96 would look whole
_MARKS = ",.;:，。；：、 \n"


def list_damage(subject: Subject) -> Iterator[tuple[Place, Damage, dict[str, object]]]:
    """List the damage in every sentence of a page: where, what, and the facts to tell of it.

    `characters` of the place count in the printed cell.
    """
    printed = [(r, n, r.plain(n)) for r in subject.page.records for n in TEXTS if n in r.texts]
    damaged = {text: found for text in {t for *_, t in printed} if (found := find_damage(text))}
    for record, name, plain in printed if damaged else ():
        found = damaged.get(plain, [])
        for damage in found if found and subject.fills(record, name) else ():
            folded = record.folded.get(name)
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
            yield record.spot(name)._replace(characters=span), damage, facts


def list_parted(subject: Subject) -> Iterator[tuple[Place, dict[str, object]]]:
    """List the percentages and sums whose digits a line end parts: 9⏎6 may be 96, and nothing was read."""
    for record in subject.page.records:
        for name in (Field.PERCENT, Field.INVESTMENT):
            span = parted_sum(record.plain(name)) if name in record.texts else None
            if span is None:
                continue
            folded = record.folded.get(name)
            span = folded.printed_span(*span) if folded else span
            printed = record.printed(name)[slice(*span)]
            facts: dict[str, object] = {
                "order": record.order,
                "printed": printed,
                "around": _around(record.printed(name), span),
                "kind": DamageKind.NUMBER_PARTED.value,
                "why": PARTED,
                "proposal": None,
                "nearest": None,
            }
            yield record.spot(name)._replace(characters=span), facts


def _around(text: str, span: tuple[int, int]) -> str:
    """Give a damaged stretch with a few characters around it: a lone 20 tells nobody anything."""
    before = text[max(0, span[0] - _BEFORE) : span[0]].lstrip(_MARKS)
    around = before + text[span[0] : span[1] + _AFTER]
    return "".join(_BETWEEN_DIGITS.sub("…", around).split())
