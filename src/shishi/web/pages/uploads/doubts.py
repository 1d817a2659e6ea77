"""The doubts of an upload in words: open, or settled by whom, how and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.web.accounts.models import User
from shishi.web.pages.refused import language
from shishi.web.pages.uploads.proposals import Proposal
from shishi.web.projects.models import Upload
from shishi.web.projects.settling import Settled, cell_of, list_settled, spots_of
from shishi.writers.exchange import say_finding

LABELS: Mapping[str, Any] = {
    "code": _("编号"),
    "theme": _("类别"),
    "item": _("项目"),
    "lead_units": _("牵头单位"),
    "support_units": _("配合单位"),
    "leaders": _("区领导"),
    "levels": _("层级"),
    "investment": _("投资"),
    "goal": _("目标"),
    "progress": _("进展情况"),
    "percent": _("完成率"),
    "status": _("进度状态"),
    "explanation": _("情况说明"),
    "remark": _("备注"),
}
"""The columns of the preview in order, with the words at their heads."""

_SEVERITIES = tuple(severity.value for severity in Severity)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding of the upload in words; `anchor` is the id of the cell it is about, or "".

    `finding` is as the upload keeps it; `proposals` what may be put into the cell instead; `settled`
    says whose correction of the cell settled it, and when.
    """

    severity: str
    about: str
    words: str
    anchor: str
    order: int | None
    label: str
    finding: Mapping[str, Any]
    settled: Settled | None = None
    proposals: tuple[Proposal, ...] = ()

    @property
    def field(self) -> str:
        """The column of the cell it is about, or ""."""
        return self.anchor.partition("-")[2]

    @property
    def spot(self) -> str:
        """The id of what it is about on the page: its cell or its row."""
        return self.anchor or f"r{self.order}"

    @property
    def of_row(self) -> bool:
        """Whether it asks, and still does, about a row as a whole, which no correction of a cell settles."""
        asks = self.settled is None and self.severity != Severity.NOTES
        return asks and self.order is not None and not self.finding["place"].get("field")


@dataclass(frozen=True, slots=True)
class Alike:
    """Doubts that say the same of several rows: told once, with the rows it is about."""

    doubts: tuple[Doubt, ...]

    @property
    def first(self) -> Doubt:
        """The doubt that speaks for all."""
        return self.doubts[0]

    @property
    def rows(self) -> tuple[Doubt, ...]:
        """One doubt a row."""
        return tuple({doubt.order: doubt for doubt in reversed(self.doubts)}.values())[::-1]

    @property
    def named(self) -> tuple[Doubt, ...]:
        """Those whose rows are named one by one."""
        return self.rows[:MOST_NAMED] if self.unnamed else self.rows

    @property
    def unnamed(self) -> bool:
        """Whether it is about more rows than are named."""
        return len(self.rows) > MOST_NAMED + 1


MOST_NAMED = 8
"""Rows that are named for one doubt; of more, how many there are."""

_ORDER = re.compile(r"^(?:第[0-9]+条[:：]|Item [0-9]+: )")
"""The row at the beginning of a message: the link or the cell beside it says it already."""


def list_doubts(upload: Upload) -> list[Doubt]:
    """List the findings of an upload in words, in their order. At most 1 query."""
    spots = spots_of(upload.read)
    found = zip(upload.read["findings"], list_settled(upload), strict=True)
    people = _names(upload)
    return [_doubt(finding, spots, settled=_by_name(settled, people)) for finding, settled in found]


def gravest_first(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Put the open doubts before the settled ones, and the grave ones before the others."""
    return tuple(sorted(doubts, key=_rank))


def group_alike(doubts: Iterable[Doubt]) -> tuple[Alike, ...]:
    """Put doubts together that say the same of different rows, in the order of the first of each."""
    groups: dict[object, list[Doubt]] = {}
    for doubt in doubts:
        key = (doubt.severity, doubt.words, doubt.label, doubt.settled, doubt.order is None)
        groups.setdefault(key, []).append(doubt)
    return tuple(Alike(tuple(group)) for group in groups.values())


def _names(upload: Upload) -> dict[str, str]:
    """Give the names of those who settled something. 1 query, and none where nobody did."""
    who = {c["by"] for c in (*upload.corrections, *upload.checked) if "by" in c}
    people = User.objects.filter(username__in=who)
    return dict(people.values_list("username", "display_name")) if who else {}


def _by_name(settled: Settled | None, people: Mapping[str, str]) -> Settled | None:
    return settled and replace(settled, by=people.get(settled.by) or settled.by)


def _doubt(
    finding: Mapping[str, Any], spots: Mapping[tuple[Any, Any], int], *, settled: Settled | None
) -> Doubt:
    order, field = cell_of(finding, spots)
    known = Finding(
        finding["code"],
        About(finding["about"]),
        Severity(finding["severity"]),
        Place(field=field),
        finding["facts"],
    )
    return Doubt(
        severity=finding["severity"],
        about=finding["about"],
        words=_ORDER.sub("", say_finding(known, language())),
        anchor=f"r{order}-{field}" if order and field in LABELS else "",
        order=order if isinstance(order, int) else None,
        label=str(LABELS.get(field, "")),
        finding=finding,
        settled=settled,
    )


def _rank(doubt: Doubt) -> tuple[bool, int, int]:
    return doubt.settled is not None, _SEVERITIES.index(doubt.severity), doubt.order or 0
