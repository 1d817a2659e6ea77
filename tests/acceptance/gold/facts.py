"""What was read by hand around the rows of the seeds, and which cells of them are damaged.

Positions, dates and office words only; the titles are kept as fingerprints.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.acceptance.gold.spelling import Exactly, Fingerprint

ABOUT: Mapping[str, dict[str, Any]] = {
    "000": {
        "script": "simplified",
        "notice": {
            "title": Fingerprint(20, "80a62af9b51b"),
            "publication_date": Exactly("2024-11-28"),
            "source": Exactly("区发展和改革局"),
        },
        "period": {"plan": ("2024Q4",), "report": ("2024-10",)},
        "stated_rules": 3,
        "stated_facts": {
            "length": 100,
            "statuses": ["正常", "超前", "滞后", "办结"],
            "closed_mark": "/",
            "explain": ["滞后", "超前"],
            "reason": ["滞后"],
            "next_step": ["滞后"],
        },
    },
    "003": {
        "script": "simplified",
        "notice": {
            "title": Fingerprint(19, "1b7a5c17cb8b"),
            "publication_date": Exactly("2022-09-05"),
            "document_date": Exactly("2022-09-05"),
            "source": Exactly("区府督查室"),
            "issuer": Exactly("区府督查室"),
            "subject": Exactly("综合政务"),
            "genre": Exactly("报告"),
            "disclosure": Exactly("主动公开"),
            "document_number": Exactly(""),
        },
        "period": {"plan": ("2022-08",), "report": ("2022-08",)},
    },
    "004": {
        "script": "traditional",
        # The page prints no year in its head; both ways of saying so are right for the plan.
        "notice": {"title": Exactly("")},
        "period": {"plan": (None, "2024"), "report": ("2024-01..2024-03",)},
    },
}

_SUPPORT = frozenset({"support_units"})

LOST_NAMES: Mapping[int, frozenset[str]] = {
    2: frozenset({"lead_units"}),
    **dict.fromkeys((1, 4, 7, 8, 10, 11, 13, 25, 28, 29, 31, 33), _SUPPORT),
}
"""Seed 000: rows whose unit columns hold a name that lost a character (大街道, 新街道, 街道, 北)."""

LOST_NUMBERS: Mapping[int, frozenset[str]] = {
    6: frozenset({"progress"}),  # month glued to day
    12: frozenset({"progress"}),
    14: frozenset({"item"}),  # unit lost after the last number
    32: frozenset({"item", "progress"}),  # count glued to minutes
    33: frozenset({"progress"}),
}
"""Seed 000: cells with a number that lost its neighbour."""

LOST_WORDS: Mapping[int, frozenset[str]] = {
    1: frozenset({"item", "goal", "progress"}),  # a school's name
    9: frozenset({"item"}),  # the dash between two roads
    13: frozenset({"progress"}),  # a street's name; the full stop after a percentage
    23: frozenset({"progress"}),  # the full stop between a percentage and a month
    26: frozenset({"progress"}),  # opening quotation marks
    29: frozenset({"item"}),  # the name of a quarter
    30: frozenset({"goal"}),  # the comma between two percentages
}
"""Seed 000: cells whose sentences lost something; a doubt there is right, and none is asked for."""


def _all_damaged() -> dict[int, frozenset[str]]:
    damaged: dict[int, frozenset[str]] = {}
    for kind in (LOST_NAMES, LOST_NUMBERS, LOST_WORDS):
        for order, fields in kind.items():
            damaged[order] = damaged.get(order, frozenset()) | fields
    return damaged


DAMAGED: Mapping[str, Mapping[int, frozenset[str]]] = {
    "000": _all_damaged(),
    # Misprints of the page itself: a word short of a character, two sentences joined by a space.
    "003": {
        24: frozenset({"goal", "progress"}),
        35: frozenset({"progress"}),
        37: frozenset({"goal"}),
    },
    # A lone / between two rows: which cell it fills cannot be known.
    "004": {
        45: frozenset({"support_units", "progress"}),
        46: frozenset({"code", "theme"}),
    },
}

CUT_SHORT: Mapping[str, frozenset[tuple[int, str]]] = {
    "003": frozenset({(14, "progress"), (15, "goal")}),
}
"""Cells whose gold stops at the first comma, before its twelve characters are full."""
