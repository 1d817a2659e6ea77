"""Tables whose rows stand on one line: found by their header, cut row by row into their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.edges.ending import other_glued, other_lines
from shishi.layouts.flows.spaced.tables import cut_spaced, likeliest
from shishi.layouts.flows.strips.body import Lines
from shishi.layouts.flows.strips.headers import MOST_LINES, LineHeader, find_line_header
from shishi.layouts.flows.strips.names import sure_names
from shishi.layouts.flows.strips.parting import with_heading
from shishi.layouts.layout import Because, Layout, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.notes import (
    begins_note,
    begins_title,
    is_caption_above_rows,
    is_furniture,
    is_signed,
    is_title,
)
from shishi.places import Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import fold, squeeze

_LONGEST_BELOW = 120
_SHORTEST = 8
_LESS_LIKELY = 25
"""What it costs the first rows more to read the header in the next-likely way."""
_SIGNED = 2
_YEAR = re.compile("[12][0-9]{3}年")
_DIGIT = re.compile("[0-9]")


_NUMBERED = re.compile("[0-9]{1,3}(?![0-9年个件大项])")
"""How a numbered row begins, which may end like a title: 列入省级民生实事."""
_NUMERAL = re.compile(
    "[一二三四五六七八九十]{1,3}(?![一二三四五六七八九十、年个件大项类级季月批期])"
)
"""The same in words, for which the row above has to be looked at: 一图读懂 is no row."""
_COUNTED = re.compile(
    "(?<![0-9.第~—-])[0-9]+(?:[.][0-9]+)?(?![0-9.年月日个件大项类季期届号~—-]|批(?!次))"
)
"""What no title counts, which has its year, its months, its 第2批 and how many projects there are."""
_ENDS_ROW = ("实事", "项目")
"""What a row may end with as titles do, being what its remark says of it: 省级民生实事, 票决项目."""

_TITLE_END = re.compile(
    "(?:(?:一览|汇总|统计|明细|推进|进度|分解|公示|通报|附)*表?|公示|通报|公告)(?:[(（][^()（）]*[)）])?"
)
"""What a title has behind its last header word: 进展情况 一览表."""
_SAYS_WHEN = re.compile(
    "[(（]?(?:(?:统计|数据|填报|报送|更新|发布|制表)[\u4e00-\u9fff]{0,4}[:：]|截[至止])[^。]{0,24}$"
)
"""A line under a title that says when it was written: 统计时间:2031年9月."""
_SAYS_UNIT = re.compile("[(（]?[\u4e00-\u9fff]{0,2}单位[:：][百千万亿]?元[)）]?$")
"""A line under a title that says what the sums are counted in: 金额单位:万元."""
_WORDS_A_LINE = 2


def find_line_headers(
    paragraphs: Sequence[Paragraph], terms: Terms
) -> Iterator[tuple[int, LineHeader]]:
    """Find the paragraphs that hold the header of a table on one line."""
    taken, before, tokens = 0, [""], [terms.plain(p.text.value) for p in paragraphs]
    glued = ""
    for index, paragraph in enumerate(paragraphs):
        if _ends(paragraphs[index].text.value, tokens[index], spaced=True):
            before, glued = [""], ""
        if tokens[index : index + len(before)] == before:
            taken = index + len(before)  # the header printed again after a page break
        plain = fold(paragraph.text.value, terms.script).plain
        if index >= taken and not paragraph.bars and (len(plain) >= _SHORTEST or " " in plain):
            below = list(_lines_below(paragraphs, index, terms))
            header = find_line_header(plain, terms.dialect, below=below)
            if header and _is_title_over(header, plain, below, terms=terms):
                continue
            header = _with_line_below(header, plain, below, terms=terms) if header else None
            if header and not header.spaced and header.start == 0:
                words = squeeze(plain[: header.end])
                if glued.startswith(words):
                    continue  # printed again, or its first words: the body goes on behind it
                glued = words
            if header:
                taken = index + header.lines
                before = tokens[index:taken] if header.spaced else [""]
                yield index, header


def _is_title_over(header: LineHeader, plain: str, below: Sequence[str], *, terms: Terms) -> bool:
    """Tell a title that reads like a glued header: what stands below it is a header itself.

    Or nothing stands there that a row might be, as one has a number in it somewhere. No title begins with 序号.
    """
    rest = squeeze(plain[header.end :])
    if header.spaced or not _TITLE_END.fullmatch(rest) or not is_title(squeeze(plain)):
        return False
    if _has_codes(header):
        return False
    rows = [line for line in below if not _SAYS_WHEN.match(squeeze(line))]
    under = [line for line in rows if not _SAYS_UNIT.match(squeeze(line))]
    return _begins_header(under, terms) or not any(map(_DIGIT.search, rows))


def _begins_header(lines: Sequence[str], terms: Terms) -> bool:
    """Tell lines that begin with a header of their own: spaced, glued from 序号 on, or a word a line."""
    if not lines:
        return False
    own = find_line_header(lines[0], terms.dialect, below=lines[1:])
    if own and (own.spaced or (own.start == 0 and _has_codes(own))):
        return True
    words = [line for line in lines if line.strip()][:_WORDS_A_LINE]
    return len(words) == _WORDS_A_LINE and all(terms.dialect.word(squeeze(w)) for w in words)


def _has_codes(header: LineHeader) -> bool:
    return any(c.field is Field.CODE for columns in header.readings for c in columns)


def _with_line_below(
    header: LineHeader, plain: str, below: Sequence[str], *, terms: Terms
) -> LineHeader:
    """Take the words of the next line into a glued header where it is nothing but header words."""
    if header.spaced or not below or header.end < len(plain.rstrip()):
        return header
    both = find_line_header(plain + below[0], terms.dialect)
    if both is None or both.spaced or both.start != header.start:
        return header
    own = {c.word for c in header.readings[0]}
    added = [c for c in both.readings[0] if c.word not in own]
    whole = both.end == len(plain + below[0].rstrip())
    whole = whole and not any(_is_stranger(c, terms) for c in added)  # a heading: 助农增收项目
    return replace(both, lines=2, end=len(plain)) if whole else header


def _is_stranger(column: Column, terms: Terms) -> bool:
    """Tell a word that nothing knows and that no parts make up."""
    if column.field:
        return False
    return not (terms.dialect.word(column.word) or terms.dialect.guess(column.word))


def _lines_below(paragraphs: Sequence[Paragraph], index: int, terms: Terms) -> Iterator[str]:
    """Yield the plain lines right below one that may be a header."""
    for paragraph in paragraphs[index + 1 : index + MOST_LINES]:
        if paragraph.bars or len(paragraph.text.value) > _LONGEST_BELOW:
            return
        yield fold(paragraph.text.value, terms.script).plain


def line_layout(
    paragraphs: Sequence[Paragraph],
    at: tuple[int, LineHeader],
    *,
    terms: Terms,
    limit: int,
) -> Layout:
    """Lay out the table under a header on one line, whose rows end before paragraph `limit`."""
    index, header = at
    plain = fold(paragraphs[index].text.value, terms.script).plain
    inside = bool(plain[header.end :].strip())
    start = index if inside else index + header.lines
    start_of_rows = index + header.lines
    end = _body_end(
        paragraphs, terms, start=start_of_rows, limit=limit, spaced=header.spaced, inside=inside
    )
    draft = Layout(
        name="",
        part=0,
        columns=header.readings[0],
        header=(index, index) if inside else (index, index + header.lines),
        body=(start, end),
        score=0,
        reasons=(),
        shape=Shape.SPACED if header.spaced else Shape.GLUED,
        skip=header.end if inside else 0,
    )
    layout = _likeliest(paragraphs, draft, header.readings, terms=terms)
    known = sum(c.is_known for c in layout.columns)
    words = {"words": [c.word for c in layout.columns if c.word]}
    return replace(
        layout,
        score=100 * known // len(layout.columns),
        reasons=(Because("header-on-one-line", words),),
    )


def _likeliest(
    paragraphs: Sequence[Paragraph],
    draft: Layout,
    readings: Sequence[tuple[Column, ...]],
    *,
    terms: Terms,
) -> Layout:
    """Of the ways to read the header, take the one that the first rows fit best."""
    if draft.shape is Shape.SPACED:
        return likeliest(paragraphs, draft, readings, terms=terms)
    body = paragraphs[slice(*draft.body)]
    below = "\n".join(fold(p.text.value, terms.script).plain for p in body)[draft.skip :]
    headed = [with_heading(columns, below) for columns in readings]
    layouts = [replace(draft, columns=columns) for columns in headed]
    if len(layouts) == 1:
        return layouts[0]
    prices = [Lines(paragraphs, one, terms).price() for one in layouts]
    dearest = [price + _LESS_LIKELY * at for at, price in enumerate(prices)]
    return layouts[dearest.index(min(dearest))]


def _body_end(
    paragraphs: Sequence[Paragraph],
    terms: Terms,
    *,
    start: int,
    limit: int,
    spaced: bool,
    inside: bool,
) -> int:
    """Find where the body ends; `inside`: its first rows stand on the line of the header, before `start`."""
    tokens = [terms.plain(p.text.value) for p in paragraphs[:limit]]
    numbered = 0
    for index in range(start, limit):
        ends = _ends(paragraphs[index].text.value, tokens[index], spaced=spaced)
        ends = ends and (spaced or not _goes_on(tokens[index], numbered=numbered))
        numbered = max(numbered, _number_of(tokens[index]))
        if ends and not is_caption_above_rows(tokens, index):
            limit = index
            break
    if limit - start + inside > _SIGNED and _is_signed(paragraphs[limit - _SIGNED : limit], terms):
        limit -= _SIGNED
    find_other = other_lines if spaced else other_glued
    return find_other([fold(p.text.value, terms.script).plain for p in paragraphs], start, limit)


def _is_signed(last: Sequence[Paragraph], terms: Terms) -> bool:
    """Tell the lines of who signs the page, and on what day."""
    who, day = (terms.plain(p.text.value) for p in last)
    return is_signed(who, day)


def _goes_on(line: str, *, numbered: int) -> bool:
    """Tell a row that ends like a title: the number in words behind `numbered`, or a remark, and a count and a unit.

    >>> _goes_on("二造林9亩区林业局省级民生实事", numbered=1), _goes_on("云溪区2031年民生实事", numbered=1)
    (True, False)
    >>> _goes_on("造林9亩区林业局票决项目", numbered=0), _goes_on("区林业局3季度民生实事公示", numbered=0)
    (True, False)
    """
    if begins_note(line) or is_furniture(line) or begins_title(line):
        return False
    units = [at for at, _ in sure_names(line) if at]
    if not units:
        return False
    if _number_of(line) == numbered + 1:
        return _COUNTED.search(line) is not None
    before = line[: units[-1]]  # what is to be done, and how much of it
    told = _COUNTED.search(before) and not _YEAR.search(before)
    return bool(told) and line.endswith(_ENDS_ROW)


def _number_of(line: str) -> int:
    """Give the number in words that a line begins with, 0 if there is none."""
    found = _NUMERAL.match(line)
    (number, *_) = (parse_code(found[0] + "、") if found else None) or (0,)
    return number


def _ends(printed: str, token: str, *, spaced: bool) -> bool:
    """Tell a line that no row of a table is: a title, a note below it, a line of the web page."""
    in_cells = spaced and len(printed.split()) > (2 if _YEAR.search(token) else 1)
    title = is_title(token) and not in_cells and not _NUMBERED.match(token)
    return begins_note(token) or is_furniture(token) or title


def cut_lines(
    paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms
) -> tuple[RawTable, list[Text]]:
    """Cut the rows of a table out of its lines; the second result is what stands before the header."""
    if layout.shape is Shape.SPACED:
        return cut_spaced(paragraphs, layout, terms=terms)
    lines = Lines(paragraphs, layout, terms)
    rows = tuple(lines.rows())
    return RawTable(layout, rows, untold=tuple(lines.untold)), lines.above()
