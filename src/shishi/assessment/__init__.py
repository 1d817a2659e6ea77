"""Assessment: a computed status for each record, with its working shown."""

from __future__ import annotations

from shishi.assessment.assessment import Assessment, By, Link, Reason, Status
from shishi.assessment.judgement import assess
from shishi.assessment.mismatch import find_mismatches
from shishi.assessment.speech import say

__all__ = ["Assessment", "By", "Link", "Reason", "Status", "assess", "find_mismatches", "say"]
