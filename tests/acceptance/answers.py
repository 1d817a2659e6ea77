"""Answer: what the program printed for one seed, opened where the scores need it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

DOUBTS = ("asks", "blocks")


@dataclass(frozen=True)
class Answer:
    """One JSON object of the exchange format."""

    json: Mapping[str, Any]

    @property
    def records(self) -> Sequence[Mapping[str, Any]]:
        """The records, in order."""
        return self.json.get("records") or []

    @property
    def findings(self) -> Sequence[Mapping[str, Any]]:
        """The findings, in order."""
        return self.json.get("findings") or []

    @property
    def doubted(self) -> frozenset[tuple[int | None, str | None]]:
        """The cells that a finding about reading flags, as (order, field)."""
        return frozenset(
            (order_of(finding, self.records), field_of(finding))
            for finding in self.findings
            if finding["about"] == "reading" and finding["severity"] in DOUBTS
        )

    def named(self, code: str, *, about: str | None = None) -> Iterator[Mapping[str, Any]]:
        """Give the findings with this code."""
        for finding in self.findings:
            if finding["code"] == code and about in (None, finding["about"]):
                yield finding


def field_of(finding: Mapping[str, Any]) -> str | None:
    """Give the field that a finding names."""
    return (finding.get("place") or {}).get("field")


def order_of(finding: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> int | None:
    """Give the order of the row that a finding names: by its facts, or else by its place."""
    order = (finding.get("facts") or {}).get("order")
    if order is not None:
        return int(order)
    place = finding.get("place") or {}
    spot = (place.get("part"), place.get("row"))
    for record in records:
        here = record.get("place") or {}
        if spot == (here.get("part"), here.get("row")) and None not in spot:
            return int(record["order"])
    return None


def orders_of(finding: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> list[int | None]:
    """Give the rows that a finding names: several, where it speaks of the whole page."""
    orders = (finding.get("facts") or {}).get("orders")
    return orders if isinstance(orders, list) else [order_of(finding, records)]


def printed_text(record: Mapping[str, Any], name: str) -> str:
    """Give a text field of a record; "" for null or a missing key."""
    return record.get(name) or ""


def printed_names(record: Mapping[str, Any], name: str) -> list[str]:
    """Give a list field of a record; [] for null or a missing key."""
    return list(record.get(name) or [])
