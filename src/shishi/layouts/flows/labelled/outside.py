"""Lines of a flow that belong to no block: the closing and who signs it, contacts, rules for filling in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from shishi.layouts.flows.edges.ending import other_lines
from shishi.layouts.flows.labelled.labels import FRAMES, word_of
from shishi.layouts.flows.labelled.lines import GOES_ON, THEME_WORDS, Line
from shishi.layouts.notices import find_notice_labels
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.names.kinds import is_unit
from shishi.layouts.words.notes import (
    begins_note,
    is_day,
    is_furniture,
    is_remark,
    load_around_words,
    may_sign,
    names_other_list,
)
from shishi.layouts.words.vocabulary import OTHER
from shishi.records import Field
from shishi.text.characters import squeeze
from shishi.text.marks import Mark, find_mark, find_marks

_LONGEST_NAMING = 4
ATTACHED = re.compile("附[件表][0-9一二三四五六七八九十]{0,2}:?|表[0-9一二三四五六七八九十]{1,2}")
"""The number of an attachment or a table, alone on its line."""
_OF_LIST = re.compile(
    "(?:本表|本清单|(?:以上)?数据截至|数据来源).*"
    "|(?:(?:(?:项目|任务)?清单|以上|上述|各项目|各项任务).*|项目在?(?:实施|执行)(?:过程)?中,?如有(?:变|调).*)以[^,;。]{2,20}为准[)）]?。?"
    "|(?:(?:各项|统计|以上)?数据|完成率|完成比例)(?:均|统一)?(?:[按以]|由(?!于))[^0-9,;。]+。?"
)
"""What a remark says of a whole list: 项目实施中如有变动,以正式文件为准。 完成率按投资额计算。"""
_OF_FILLING = re.compile(
    "(?:请|各[^,;。]{1,8})?(?:如实|认真|按时|于?每月)?(?:填报|填表|填写|上报)|请?各[^,;。]{1,8}每[周月季]"
)
"""How a remark begins that says how a list is filled in: 填报人须签字."""
_NOTED = re.compile("(?:[备附]?注|说明):")
MONEY = re.compile(r"[(（]?(?:金额|计量|货币)?单位:[万亿百千]{0,2}元[)）]?")
"""The unit of all sums of money, alone on its line."""


def without_closing(lines: Sequence[Line], dialect: Dialect) -> list[Line]:
    """Leave out what stands below the last block and speaks of the whole list: its day, 备注:本表数据截至10月底。"""
    told = (at for at, line in enumerate(lines) if any(x.known for x in line.labels))
    ruled = list(tell_rules(lines))
    labelled = [at for at in told if not (lines[at].outside or ruled[at])]
    while labelled and _is_below_page(lines, labelled[-1], dialect):
        labelled.pop()
    end = labelled[-1] if labelled else len(lines)
    closing = list(lines)
    for at in reversed(labelled):
        if not _is_remark_of_all(lines[at], lines[:at], dialect):
            if len(lines[at].labels) == 1 and _has_it_above(lines[at], lines[:at]):
                closing[at] = replace(
                    lines[at], labels=[], outside=False
                )  # goes on with the remark above
            break
        closing[at] = replace(lines[at], labels=[], outside=True)
        end = at
    for at in range(end + 1, len(lines)):
        tight = squeeze(lines[at].folded.plain)
        if not lines[at].labels and (is_day(tight) or is_remark(tight)):
            closing[at] = replace(lines[at], outside=True)
            if is_day(tight) and _signs(lines, at - 1):
                closing[at - 1] = replace(lines[at - 1], outside=True)
    return closing


def _is_below_page(lines: Sequence[Line], at: int, dialect: Dialect) -> bool:
    """Tell a label of no field right below what a web page has around its text: 联系电话: of its office."""
    above = lines[at - 1] if at else None
    fields = {word_of(x.word, dialect).claims[0][0] for x in lines[at].labels}
    return above is not None and above.furniture and fields == {OTHER}


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Tell who signs a page, right above its day: the government or its office, and no name of a list of units.

    Names go on with a list, other blocks have names on lines of their own, or the page has it elsewhere.
    """
    line, above = lines[at], lines[at - 1]
    if line.labels or not may_sign(line.plain):
        return False
    goes_on = above.plain.endswith(GOES_ON) and not line.gap
    others = [x for x in lines[:at] if not x.outside]
    alone = any(not x.labels and is_unit(x.plain) for x in others)
    return not (goes_on or alone or any(line.plain in x.plain for x in others))


def _is_remark_of_all(line: Line, above: Sequence[Line], dialect: Dialect) -> bool:
    """Tell a remark (备注, 说明) that speaks of the whole list, where no block has one below its word, or this stands apart."""
    label, words = line.labels[0], {x.word for line in above for x in line.labels}
    if line.head or not may_remark(label.word, dialect):
        return False
    told = squeeze(line.folded.plain[label.value :])
    if label.word in words:
        own = _has_it_above(line, above)
        usual = min((x.gap for x in above[1:] if x.labels), default=0)
        if own and (line.gap > usual or _OF_FILLING.match(told)):
            return True
        return is_remark(told) and _is_apart(line, above)
    own = (
        word_of(label.word, dialect).claims[0][0] == Field.EXPLANATION
    )  # 说明:上述工作因汛期停工。
    return _OF_LIST.fullmatch(told) is not None or (not own and is_remark(told))


def _has_it_above(line: Line, above: Sequence[Line]) -> bool:
    """Tell a remark right below another by the same word: its block has one."""
    word = line.labels[0].word
    return bool(above) and word in {x.word for x in above[-1].labels} and not line.head


def _is_apart(line: Line, above: Sequence[Line]) -> bool:
    """Tell a label that is not the last block's own: the block has one right above, or all others are framed: 【备注】."""
    word = line.labels[0].word
    own = next((x for x in reversed(above) if x.labels), line)
    others = [(x, label) for x in above for label in x.labels if label.word == word]
    framed = all(x.folded.plain[label.start] in FRAMES for x, label in others)
    bare = line.folded.plain[line.labels[0].start] not in FRAMES
    return own.labels[-1].word == word or (framed and bare)


def may_remark(word: str, dialect: Dialect) -> bool:
    """Tell a label whose value may speak of the whole list: 备注, 说明, 情况说明; 滞后原因 is of one project."""
    field = word_of(word, dialect).claims[0][0]
    return field == Field.REMARK or (field == Field.EXPLANATION and word.endswith("说明"))


def find_contacts(lines: Sequence[Line]) -> set[int]:
    """Find the lines of a table of telephone numbers or addresses behind the last label, its header and title.

    A blank line or a title (联系方式) parts it from the value above; else it may be a part of that.
    """
    found: set[int] = set()
    usual = min((x.gap for x in lines[1:] if x.labels), default=0)
    labelled = [i for i, x in enumerate(lines) if any(y.known for y in x.labels) and not x.outside]
    at = labelled[-1] + 1 if labelled else len(lines)
    while at < len(lines):
        end = at + _as_wide(lines[at:])
        start = at - 1 + other_lines([x.plain for x in lines[at - 1 : end]], 0, end - at + 1)
        if start < end:
            title = _is_title_over(lines[start - 1], usual)
            above = lines[start - 1 - title]
            if (title or lines[start].gap > usual) and not above.plain.endswith(GOES_ON):
                found |= {*range(start - title, end)}
        at = end
    return found


def _as_wide(lines: Sequence[Line]) -> int:
    """Count the lines at the top of these that have as many words as the first."""
    width = len(lines[0].plain.split())
    return sum(1 for _ in takewhile(lambda x: len(x.plain.split()) == width, lines))


def _is_title_over(line: Line, usual: int) -> bool:
    """Tell a short word over a table of contacts; without a blank line above it must name such."""
    word = line.plain
    if line.labels or line.mark or is_unit(word) or not THEME_WORDS.fullmatch(word):
        return False
    names = names_other_list(word)
    return line.gap > usual or (names and len(word) <= _LONGEST_NAMING)


def tell_rules(lines: Sequence[Line]) -> Iterator[bool]:
    """Tell the lines that say how to fill the list in: 填报说明:1.完成情况:… and the numbers after it."""
    last: Mark | None = None
    bare = False
    for line in lines:
        plain = line.folded.plain
        mark, marks = find_mark(plain), find_marks(plain)
        heading = squeeze(plain).startswith(load_around_words().rule_headings)
        begins = bare and mark is not None and mark.value == (1,)
        ruled = heading or begins or (last is not None and _counts_on(last, mark))
        last = marks[-1] if ruled and marks else None
        bare = heading and plain.rstrip(": ").endswith(load_around_words().rule_headings)
        yield ruled


def _counts_on(last: Mark, mark: Mark | None) -> bool:
    following = (*last.value[:-1], last.value[-1] + 1) if last.value else None
    return mark is not None and mark.style is last.style and mark.value == following


def tell_values(lines: Sequence[Line]) -> Iterator[bool]:
    """Tell the lines that read like a title (已完成年度目标任务), but stand right below a label alone.

    A note (注:截至10月底) below the last label of all is no value of it, unless others have such values.
    """
    told = [at for at, x in enumerate(lines) if any(label.known for label in x.labels)]
    last = told[-1] + 1 if told else 0
    noted: set[str] = set()
    yield from (False for _ in lines[:1])
    for at, (before, line) in enumerate(pairwise(lines), 1):
        word, tight = _bare_word(before), squeeze(line.folded.plain)
        apart = line.labels or line.gap or is_furniture(tight) or ATTACHED.fullmatch(tight)
        note = begins_note(tight)
        own = _NOTED.match(tight)
        if own and not is_remark(tight[own.end() :]) and (at != last or word in noted):
            note = False
            noted.add(word)
        yield bool(word) and not apart and not note


def _bare_word(line: Line) -> str:
    """Give the last label of a line where it is known and has no value behind it."""
    label = line.labels[-1] if line.labels else None
    bare = label is not None and label.known and not line.folded.plain[label.value :].strip()
    return label.word if label and bare else ""


def repeats(line: Line, first: Counter[str]) -> bool:
    """Tell a line that looks like the foot of a page, but begins with a label that others begin with."""
    label = line.labels[0] if line.labels else None
    notice = find_notice_labels(line.folded.plain)
    return label is not None and label.known and first[label.word] > 1 and not notice


def with_own_contacts(lines: Sequence[Line]) -> list[Line]:
    """Take in the lines that look like the foot of a page but stand in most blocks: 联系方式: below 联络员:.

    Each has a label of its block right above it.
    """
    first = Counter(x.labels[0].word for x in lines if x.labels and x.labels[0].known)
    own = {at for at, x in enumerate(lines) if at and _is_in_block(lines[at - 1], x)}
    times = Counter(lines[at].labels[0].word for at in own)
    fewest = max(2, max(first.values(), default=0) / 2)
    return [
        replace(x, outside=False) if at in own and times[x.labels[0].word] >= fewest else x
        for at, x in enumerate(lines)
    ]


def _is_in_block(above: Line, line: Line) -> bool:
    told = not above.outside and any(x.known for x in above.labels)
    return told and line.outside and bool(line.labels) and not line.head
