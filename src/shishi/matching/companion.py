"""Companion: another page, with its numbers, that a page is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shishi.matching.pages import Match, match_lists
from shishi.measures.measure import Measured
from shishi.records import Page
from shishi.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Companion:
    """Another page and its measures, by the order of its records: last month's page, or another plan.

    `matches` keeps what match_companion found: rules, forecasts and changes all ask for it.
    """

    page: Page
    measured: Mapping[int, Measured]
    matches: list[tuple[Page, Rulebook, tuple[Match, ...]]] = field(
        default_factory=list, compare=False, repr=False
    )


def match_companion(page: Page, companion: Companion, *, rulebook: Rulebook) -> tuple[Match, ...]:
    """Match a page with another of the same list as match_lists does, once for each page."""
    for known, book, matches in companion.matches:
        if known is page and book is rulebook:
            return matches
    found = match_lists(page, companion.page, rulebook=rulebook)
    companion.matches.append((page, rulebook, found))
    return found
