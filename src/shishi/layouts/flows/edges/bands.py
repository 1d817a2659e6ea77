"""Bands in running text: headings between the rows that name the theme of those below (二、交通出行).

A band is a paragraph or a cell of its own, has a number, and follows the one before it in number; where
the table has codes, the next row begins right behind it with its own. A band (一) may stand right below
a band 一、, under each of which the numbers begin again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.edges.headings import says_heading
from shishi.layouts.flows.fit.wording import is_phrase, says_when
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.counted import COUNTED_BEHIND
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.listing import split_names
from shishi.places import Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import squeeze
from shishi.text.numerals import parse_number

_FEWEST = 2
_LONGEST_NAME = 3
_MARK = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]、?)")
_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、?|\([一二三四五六七八九十]{1,3}\)")
_BAND = re.compile(rf"{_MARK.pattern}[^。,;:，；：0-9]{{2,20}}(?:{COUNTED_BEHIND})?")


def find_bands(
    paragraphs: Sequence[Paragraph],
    tokens: Sequence[str],
    bodies: Sequence[tuple[int, int, Sequence[Column]]],
    *,
    terms: Terms,
) -> frozenset[int]:
    """Give the paragraphs that are bands, of all tables of a flow: (body's start, end, columns) each.

    Bands are numbered through over a header that is printed again.
    """
    kinds: dict[str, list[tuple[int, int]]] = {}
    for start, end, columns in bodies:
        coded = any(c.field is Field.CODE for c in columns)
        if any(c.field is Field.THEME for c in columns) and not _named_items(columns, terms):
            continue
        found = list(_candidates(paragraphs, tokens, (start, end), terms=terms, coded=coded))
        if not kinds and not any(at == start for at, _ in found):
            continue  # the first row stands below none, so that its theme is a cell
        for at, look in found:
            kind = "bracket" if look.text[0] in "(（" else "comma"
            kinds.setdefault(kind, []).append((look.number_mark, at))
    bands: set[int] = set()
    above = [at for _, at in kinds.get("comma", [])]
    for kind, numbered in kinds.items():
        restarts = above if kind == "bracket" else []
        follow = all(
            b == a + 1 or (b == 1 and any(left < at < right for at in restarts))
            for (a, left), (b, right) in pairwise(numbered)
        )
        if follow and sum(map(len, kinds.values())) >= _FEWEST:
            bands |= {at for _, at in numbered}
    return frozenset(bands) or _find_parted(tokens, bodies)


def _find_parted(
    tokens: Sequence[str], bodies: Sequence[tuple[int, int, Sequence[Column]]]
) -> frozenset[int]:
    """Give the paragraphs of bands whose number is a cell of its own: 一, 便民出行, and a row with its code.

    They are numbered through, the first one stands over the first row, and no row is numbered so.
    """
    found: list[tuple[int, int]] = []
    for start, end, columns in bodies:
        if all(c.field is not Field.CODE for c in columns):
            continue
        numbers = [at for at in range(start, end - 2) if _NUMBER.fullmatch(tokens[at])]
        if not found and start not in numbers:
            return frozenset()
        for at in numbers:
            row = look_at(_next(tokens, at + 1, end), frozenset())
            if not (_names_band(tokens[at + 1]) and row.is_code) or _NUMBER.fullmatch(row.text):
                return frozenset()
            found.append((int(parse_number(tokens[at].strip("()、"))), at))
    counted = [number for number, _ in found]
    if len(found) < _FEWEST or counted != list(range(1, len(found) + 1)):
        return frozenset()
    return frozenset(i for _, at in found for i in (at, at + 1))


def _names_band(token: str) -> bool:
    look = look_at(token, frozenset())
    named = re.fullmatch("[^。,;:0-9]{2,20}", token) and not says_when(token)
    return bool(named) and not (look.units == 100 or look.is_code or is_name(token))


def find_leaders(
    paragraphs: Sequence[Paragraph],
    tokens: Sequence[str],
    bodies: Sequence[tuple[int, int, Sequence[Column]]],
    *,
    terms: Terms,
) -> frozenset[int]:
    """Give the paragraphs that name the leader of the rows below them: 分管领导:欧阳岚, or the name alone.

    They stand before a code, in tables without a column of leaders. A name alone is none unless one
    stands over the first row too.
    """
    found: set[int] = set()
    bare = False
    for start, end, columns in bodies:
        fields = [c.field for c in columns]
        if start == end or fields[0] is not Field.CODE or Field.LEADERS in fields:
            continue
        bare = bare or is_name(tokens[start])
        for at in range(start, end - 1):
            labelled = Field.LEADERS in read_heading(paragraphs[at].text, terms, over_rows=True)
            named = labelled or (bare and is_name(tokens[at]))
            if named and look_at(_next(tokens, at, end), frozenset()).is_code:
                found.add(at)
    return frozenset(found)


def find_over_headers(
    paragraphs: Sequence[Paragraph], starts: Sequence[int], *, terms: Terms
) -> frozenset[int]:
    """Give the lines over a header that is printed again for each theme; `starts` are where it begins.

    Such a line may be any last cell of the row above, so that one must stand over each print of it.
    """
    over = [paragraphs[at - 1].text for at in starts if at]
    plain = [terms.plain(text.value) for text in over]
    named = len(over) == len(starts) and all(_names_section(t, terms) for t in over)
    return frozenset(at - 1 for at in starts) if named and len({*plain}) >= _FEWEST else frozenset()


def _names_section(text: Text, terms: Terms) -> bool:
    heading = read_heading(text, terms, over_rows=True)
    if Field.THEME not in heading:
        return Field.LEADERS in heading
    plain = terms.plain(text.value)
    return bool(_BAND.fullmatch(plain)) or is_phrase(look_at(plain, terms.statuses))


def is_name(token: str) -> bool:
    """Tell the names of one person or several, and no theme of four characters.

    >>> is_name("欧阳岚"), is_name("顾长河、方朔"), is_name("平安法治")
    (True, True, False)
    """
    names = [squeeze(token[a:b]) for a, b in split_names(token).spans]
    return bool(names) and all(len(n) <= _LONGEST_NAME and is_person(n) for n in names)


def _candidates(
    paragraphs: Sequence[Paragraph],
    tokens: Sequence[str],
    body: tuple[int, int],
    *,
    terms: Terms,
    coded: bool,
) -> Iterator[tuple[int, Look]]:
    start, end = body
    barred = 3 * sum(p.bars > 0 for p in paragraphs[start:end]) > end - start
    for at in range(start, end):
        if not _BAND.fullmatch(tokens[at]):
            continue
        if says_when(tokens[at]) and not says_heading(tokens[at], paragraphs[at], terms):
            continue
        if barred and not _is_alone(paragraphs, at, start=start):
            continue  # a line of a cell
        after = _next(tokens, at, end)
        lower = tokens[at][0] not in "(（" and after[:1] in set("(（") and _BAND.fullmatch(after)
        if coded and not lower and not look_at(after, frozenset()).is_code:
            continue
        yield at, look_at(tokens[at], frozenset())


def _is_alone(paragraphs: Sequence[Paragraph], at: int, *, start: int) -> bool:
    """Tell a line between cells that bars end: a cell of its own, or a heading that has no bar, over a code that has."""
    if at > start and not paragraphs[at - 1].bars:
        return False
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    own = below is not None and below.bars > 0 and look_at(below.text.value, frozenset()).is_code
    return paragraphs[at].bars > 0 or own


def _next(tokens: Sequence[str], at: int, end: int) -> str:
    return next((t for t in tokens[at + 1 : end] if t), "")


def under_bands(columns: Sequence[Column], terms: Terms) -> tuple[Column, ...]:
    """Let a column that names the items be no theme in a table whose bands are the themes."""
    if not _named_items(columns, terms):
        return tuple(columns)
    return tuple(replace(c, field=None) if c.field is Field.THEME else c for c in columns)


def _named_items(columns: Sequence[Column], terms: Terms) -> bool:
    """Tell a theme whose header word could as well name the items: 项目名称."""
    words = [terms.dialect.guess(terms.plain(c.word)) for c in columns if c.field is Field.THEME]
    return any(word is not None and Field.ITEM in dict(word.claims) for word in words)
