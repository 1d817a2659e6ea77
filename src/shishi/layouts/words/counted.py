"""What headings call projects, and how many they say stand below them: 滞后项目, 一、便民出行(3项)."""

from __future__ import annotations

COUNTED_BEHIND = r"\s*[(（](?:共计?)?(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})大?[项个件][)）]"
"""The count behind a heading's words, in brackets.

>>> import re
>>> [bool(re.fullmatch(COUNTED_BEHIND, c)) for c in ("(3项)", "（共十二项）", "(共两大项)", "(3公里)", "(3项改造)")]
[True, True, True, False, False]
"""

THINGS = "(?:项目|任务|事项|工程)"
"""What a heading calls the projects below it, as a pattern."""
