"""Assessment: a computed status for each record, with its working shown, and where the year leads."""

from __future__ import annotations

from shishi.assessment.assessment import Assessment, By, Link, Status
from shishi.assessment.course.changes import Change, find_changes
from shishi.assessment.course.forecast import Forecast, forecast
from shishi.assessment.course.series import Point, Series, draw_series
from shishi.assessment.judgement import assess
from shishi.assessment.mismatch import find_mismatches
from shishi.assessment.reasons import Reason
from shishi.assessment.speech import say

__all__ = [
    "Assessment",
    "By",
    "Change",
    "Forecast",
    "Link",
    "Point",
    "Reason",
    "Series",
    "Status",
    "assess",
    "draw_series",
    "find_changes",
    "find_mismatches",
    "forecast",
    "say",
]
