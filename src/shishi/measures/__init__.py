"""Measures: quantities and dated steps out of printed Chinese."""

from __future__ import annotations

from shishi.measures.cells import measure
from shishi.measures.milestones import find_milestones
from shishi.measures.quantities import find_measures

__all__ = ["find_measures", "find_milestones", "measure"]
