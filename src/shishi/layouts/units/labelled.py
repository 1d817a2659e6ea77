"""Cells that name what they hold: 牵头单位:区教育局;配合单位:区财政局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shishi.layouts.cutting import cut, join
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.kinds import is_unit
from shishi.layouts.words.names.organizations import DISTRICTS, usual_names
from shishi.layouts.words.vocabulary import OTHER, RESPONSIBLE, STARRED, load_headers
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import fold, squeeze

_GLUED = "(?:牵头|配合|协同|协办)(?:责任)?(?:单位|部门)?"
"""The labels that may stand right behind a name: 区教育局配合:."""
_AT_END = re.compile(f"{_GLUED}$")
_LABEL = re.compile(
    rf"(?:^|(?<=[\s;；。,，])|(?={_GLUED}[:：]))"
    r"[ 　]*(?:(?P<label>[\u4e00-\u9fff 　]{2,12}?)[ 　]*[:：]|【(?P<boxed>[\u4e00-\u9fff]{2,12})】[:：]?)"
)
_COMPANIES, _SHORTEST_COMPANY = ("公司", "集团"), 6
_NO_NAME = re.compile(
    "[各等及和与]|相关|有关|属地|所属|项目|施工|责任|参建|国有|平台|辖区|当地|所在|单位|部门"
)
"""What words for a company have that name none: 相关施工公司."""
LABEL_SIGNS = ":：【"
"""The characters without one of which a cell has no label."""
_BEFORE = re.compile(r"[\s(（\[【0-9一二三四五六七八九十、.)）]*")
_GAP = re.compile("[ 　]+")
_BETWEEN = " \n\t　;；,，"


@cache
def short_labels() -> dict[str, Field]:
    """Give the words that are labels inside a cell or block, and no headers of columns: 牵头, 配合."""
    words = load_headers()["labels"]
    return {word: Field(name) for word, name in words.items()}


def field_of_label(label: str, terms: Terms) -> Field | None:
    """Say which field a label names; None when it names none. 责任单位 alone is what the district says.

    >>> from shishi.text.characters import Script
    >>> field_of_label("配合部门", Terms(Script.SIMPLIFIED))
    <Field.SUPPORT_UNITS: 'support_units'>
    """
    tight = squeeze(label)
    if tight in short_labels():
        return short_labels()[tight]
    word = terms.dialect.guess(tight)
    name = word.claims[0][0] if word and word.claims else OTHER
    if name == RESPONSIBLE:
        leads = terms.dialect.alone == "lead"
        return Field.LEAD_UNITS if leads else Field.SUPPORT_UNITS
    return None if name in (OTHER, STARRED) else Field(name)


def may_be_labelled(value: str) -> bool:
    """Tell a text that has one of the signs of a label."""
    return any(sign in value for sign in LABEL_SIGNS)


def split_labelled(text: Text, terms: Terms) -> list[tuple[Field, Text]]:
    """Split a cell at its labels; empty when it does not begin with one.

    A field that is named twice has both parts, a line each. What stands before a label on the same
    line, other than a list mark, makes it no label.
    """
    if not may_be_labelled(text.value):
        return []
    folded = fold(text.value, terms.script)
    marks = list(_find_labels(folded.plain, terms))
    if not marks or not _BEFORE.fullmatch(folded.plain[: marks[0][0]]):
        return []
    found: dict[Field, Text] = {}
    ends = [start for start, _, _ in marks[1:]] + [len(folded.plain)]
    for (_, begin, name), end in zip(marks, ends, strict=True):
        stop = begin + len(folded.plain[begin:end].rstrip(_BETWEEN))
        part = cut(text, *folded.printed_span(begin, max(stop, begin)))
        both = [piece for piece in (found.get(name), part) if piece is not None and piece.value]
        found[name] = join(both, ["\n"], place=text.place) if len(both) > 1 else (both or [part])[0]
    return [(name, part) for name, part in found.items() if part.value]


def _find_labels(plain: str, terms: Terms) -> Iterator[tuple[int, int, Field]]:
    """Yield where each label begins and its value does, and what it names.

    A label may have spaces in it (责任 单位), and so may the last unit before one: 区财政局 配合单位:. The last unit may
    stand right before it as well: 区教育局,区财政局配合:. One in a box (【目标】) has none.
    """
    for mark in _LABEL.finditer(plain):
        if mark["boxed"]:
            if name := field_of_label(mark["boxed"], terms):
                yield mark.start(), mark.end(), name
            continue
        begins = [0, *(gap.end() for gap in _GAP.finditer(mark["label"]))]
        glued = _AT_END.search(mark["label"])
        if glued and _is_surely_unit(mark["label"][: glued.start()]):
            begins.append(glued.start())
        for begin in begins:
            if name := field_of_label(mark["label"][begin:], terms):
                yield mark.start("label") + begin if begin else mark.start(), mark.end(), name
                break


def _is_surely_unit(name: str) -> bool:
    """Tell the name of one unit for sure, a usual bureau or a company by its name; 属地, 全力 and 相关公司 are none.

    >>> [_is_surely_unit(x) for x in ("区教育局", "青桥公交公司", "属地", "责任单位", "相关施工公司", "各街道")]
    [True, True, False, False, False, False]
    """
    tight = squeeze(name)
    if tight in usual_names() or (tight[1:] in usual_names() and tight[0] in DISTRICTS):
        return True
    company = tight.endswith(_COMPANIES) and len(tight) >= _SHORTEST_COMPANY
    return company and is_unit(tight) and not _NO_NAME.search(tight)
