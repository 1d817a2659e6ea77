"""Companion: another page, with its numbers, that a page is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shishi.measures.measure import Measured
from shishi.records import Page


@dataclass(frozen=True, slots=True)
class Companion:
    """Another page and its measures, by the order of its records: last month's page, or another plan."""

    page: Page
    measured: Mapping[int, Measured]
