"""Hold what answers each number and step against what a person linked by hand (gold/pairs.json)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.acceptance.scores import Failure, Score, none_wanted

GOLD = Path(__file__).parent / "gold" / "pairs.json"
"""By seed and row: each number of goal and item, each step of the goal, and its right answers.

An answer is n and the number as printed, s and the step, p (preparation), w (a statement) or -,
nothing. The p of the gold names a word only for its reader. Derived numbers are optional.
"""

DAYS = {"004": "2024-04-10"}
"""The day on which a seed is assessed that has a gold of links and no expected statuses."""

PAIRED_AT_LEAST = 0.60
RIGHT_AT_LEAST = 0.95

# The table of steps told these apart only after the gold was written.
_SINCE_SPLIT = {"立项批复": "前期手续", "设计": "前期手续", "出正负零": "桩基", "基坑基础": "桩基"}
# What the gold calls preparation, where the table of steps has a step for it.
_PREPARING = ("前期对接", "前期手续")
_SIGNS = {"number": "n", "step": "s", "preparation": "p", "statement": "w", "nothing": "-"}


@dataclass
class Linked:
    """The tally: what was asked, how it was answered, and what differs from the gold."""

    asked: int = 0
    answered: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    abstained: int = 0

    @property
    def paired(self) -> int:
        """How many were answered at all."""
        return sum(self.answered.values())

    def add(self, other: Linked) -> None:
        """Add the tally of another page."""
        self.asked += other.asked
        self.answered += other.answered
        self.wrong += other.wrong
        self.missed += other.missed
        self.abstained += other.abstained

    @property
    def share(self) -> float:
        """The share of what was asked that is answered."""
        return self.paired / (self.asked or 1)

    @property
    def precision(self) -> float:
        """The share of the answers that are right."""
        return 1 - len(self.wrong) / (self.paired or 1)


def score_links(seed: str, assessments: Sequence[Mapping[str, Any]]) -> Linked:
    """Compare the links of one seed's assessments, in the exchange format, with the gold."""
    rows = json.loads(GOLD.read_text(encoding="utf-8"))[seed]
    by_order = {str(a["order"]): a["links"] for a in assessments}
    tally = Linked()
    for order, fields in rows.items():
        for name, entries in fields.items():
            links = _select(by_order.get(order, []), name)
            for entry, link in _match(entries, links):
                _tally(tally, f"{seed} row {order} {name}", entry, link)
    return tally


def link_tallies(tally: Linked) -> list[tuple[str, Score]]:
    """Give the lines of a table: how many were paired, with what, and how many of these are right."""
    kinds = ", ".join(f"{count} {name}" for name, count in sorted(tally.answered.items()))
    right = Score(tally.paired - len(tally.wrong), tally.paired, tally.wrong)
    return [
        (f"numbers and steps paired ({kinds})", Score(tally.paired, tally.asked)),
        ("… rightly", right),
    ]


def link_failures(tally: Linked) -> list[Failure]:
    """Give the failures of the two bars, which hold for the three seeds together."""
    said = []
    if tally.share < PAIRED_AT_LEAST:
        said.append(f"{tally.paired} of {tally.asked} are paired")
    if tally.precision < RIGHT_AT_LEAST:
        said += tally.wrong
    return none_wanted("numbers and steps paired wrongly or not at all", said)


def _select(links: Sequence[Mapping[str, Any]], name: str) -> list[Mapping[str, Any]]:
    if name == "step":
        return [link for link in links if link["step"]]
    return [link for link in links if link["asked"] and link["field"] == name]


def _match(
    entries: Sequence[Mapping[str, Any]], links: list[Mapping[str, Any]]
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any] | None]]:
    """Bring the entries of one cell together with the links, in order, by what is asked."""
    left = list(links)
    for entry in entries:
        found = next((link for link in left if _asked(link) == _name(entry["asked"])), None)
        if found is not None:
            left.remove(found)
        yield entry, found


def _asked(link: Mapping[str, Any]) -> str:
    return _name(link["step"]) if link["step"] else link["asked"]["text"]


def _name(step: str) -> str:
    return _SINCE_SPLIT.get(step, step)


def _tally(
    tally: Linked, where: str, entry: Mapping[str, Any], link: Mapping[str, Any] | None
) -> None:
    given = _given(link)
    right = [answer[:1] if answer[0] in "pw" else answer for answer in entry["right"]]
    if "p" in right:
        right += [f"s{step}" for step in _PREPARING]
    line = f"{where} {entry['asked']}: {given}, right {'|'.join(entry['right'])}"
    if entry.get("optional"):
        return
    tally.asked += 1
    if given != "-":
        tally.answered[given[0]] += 1
        if given not in right:
            tally.wrong.append(line)
    else:
        tally.abstained += 1
        if "-" not in right:
            tally.missed.append(f"{line} ({link['reason']['code'] if link else 'not asked'})")


def _given(link: Mapping[str, Any] | None) -> str:
    if link is None:
        return "-"
    sign = _SIGNS[link["by"]]
    if sign == "n":
        return "n" + str(link["answer"]["text"])
    return sign + _name(link["answer_step"]) if sign == "s" else sign
