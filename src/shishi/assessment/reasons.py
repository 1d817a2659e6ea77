"""Reason: one step of a judgement, as a code and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the judgement, as a code and facts; the words come from data/messages."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
