"""Formula-like text: what a spreadsheet would run instead of showing, and how to keep it from that."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"\s*[=+\-@|%\t\r\0＝＋－＠｜％]")
_NUMBER = re.compile(r"\s*[+\-]?[0-9][0-9,]*(?:\.[0-9]+)?\s*[%‰]?\s*")
_QUOTE = "'"


def is_formula_like(text: str) -> bool:
    """Tell a text that a spreadsheet may take for a formula. A plain number or percentage is none.

    >>> [is_formula_like(t) for t in ("=1+1", " @SUM(A1)", "-拆除", "-5.2%", "＝甲", "1-3月")]
    [True, True, True, False, True, False]
    """
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def quote_formula(text: str) -> str:
    """Put ' before a text that looks like a formula, so that it is shown and not run.

    unquote_formula takes it off again, so a ' that stands before such a text already is doubled.

    >>> quote_formula("=1+1"), quote_formula("'=1+1"), quote_formula("-5"), quote_formula("'30年代")
    ("'=1+1", "''=1+1", '-5', "'30年代")
    """
    return _QUOTE + text if is_formula_like(text.lstrip(_QUOTE)) else text


def unquote_formula(text: str) -> str:
    """Take off the ' that quote_formula put before a text.

    >>> unquote_formula(quote_formula("'=1+1")), unquote_formula("'30年代")
    ("'=1+1", "'30年代")
    """
    quoted = text.startswith(_QUOTE) and is_formula_like(text.lstrip(_QUOTE))
    return text[1:] if quoted else text
