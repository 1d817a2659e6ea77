"""Matching: which record of one page is the same promise as which record of another.

Last month's page, or another plan. Every match says what it rests on, and what is not matched says why.
In `goals/`: which number of a report answers which number of a goal.
"""

from __future__ import annotations

from shishi.matching.companion import Companion, match_companion
from shishi.matching.pages import Match, match_lists, match_pages
from shishi.matching.wording import Ground, name_ground

__all__ = [
    "Companion",
    "Ground",
    "Match",
    "match_companion",
    "match_lists",
    "match_pages",
    "name_ground",
]
