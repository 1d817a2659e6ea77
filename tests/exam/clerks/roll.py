"""The clerks by turns: the seed of a page, by their number, says who makes it."""

from __future__ import annotations

from tests.exam.clerks.forms import FORMS
from tests.exam.clerks.oddities import ODDITIES

CLERKS = ODDITIES + FORMS
