"""What the rules propose for a doubtful cell: the cell's text as it would be, for a person to take or leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from shishi.web.projects.actions.uploads import LISTS

REPAIRS = frozenset(
    {
        "damaged-name",
        "damaged-number",
        "damaged-text",
        "lead-unit-unknown",
        "name-in-other-script",
        "support-unit-unknown",
        "wide-digits",
    }
)
"""The rules whose `proposal` says what a damaged stretch may have been; others propose other words."""

_MOST = 3  # of names that one may be
_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed repair: which rule proposes it, the stretch and what it may have been, the cell after it."""

    rule: str
    printed: str
    meant: str
    value: str

    @property
    def shown(self) -> str:
        """What a button says; the stretch may be most of a paragraph."""
        return self.meant if len(self.meant) <= _SHOWN else self.meant[: _SHOWN - 1] + "…"


def list_proposals(
    finding: Mapping[str, Any], *, field: str, printed: str, value: str
) -> Iterator[Proposal]:
    """List the repairs that a finding proposes for a cell; `value` is what stands in it now.

    Nothing is proposed for a stretch that is not in the cell any more, or is there more than once since
    somebody wrote in it.
    """
    facts = finding["facts"]
    if finding["code"] not in REPAIRS or not facts.get("printed"):
        return
    nearest = facts.get("nearest")
    listed = [facts["proposal"]] if facts.get("proposal") else nearest
    for meant in listed[:_MOST] if isinstance(listed, list) else ():
        mended = _mend(
            facts["printed"],
            meant,
            names=field in LISTS,
            span=finding["place"].get("characters") if value == printed else None,
            value=value,
        )
        if mended != value:
            yield Proposal(finding["code"], facts["printed"], meant, mended)


def _mend(printed: str, meant: str, *, names: bool, span: list[int] | None, value: str) -> str:
    """Put one stretch in place of another; the same value again where it is not clear which one."""
    if names:
        return "、".join(meant if name.strip() == printed else name for name in value.split("、"))
    if span and value[slice(*span)] == printed:
        return value[: span[0]] + meant + value[span[1] :]
    return value.replace(printed, meant) if value.count(printed) == 1 else value
