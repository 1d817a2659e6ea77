"""How many projects a heading says stand below it: 一、便民出行(3项)."""

from __future__ import annotations

COUNTED_BEHIND = r"\s*[(（](?:共计?)?(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})大?[项个件][)）]"
"""The count behind a heading's words, in brackets.

>>> import re
>>> [bool(re.fullmatch(COUNTED_BEHIND, c)) for c in ("(3项)", "（共十二项）", "(共两大项)", "(3公里)", "(3项改造)")]
[True, True, True, False, False]
"""
