"""p5: cells glued without any separator, a row or the whole table on one line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from random import Random

from tests.exam.damage import respell
from tests.exam.flat.lines import header_texts, lines_after, lines_before
from tests.exam.knowable import blur, blur_vanished
from tests.exam.model import Column, Page, Row, Written
from tests.exam.shape import Allowed, Maker
from tests.exam.words.headers import STATUSES
from tests.exam.words.sentences import speaks_as

_STATUS_WORDS = frozenset(word for words in STATUSES for word in words) | {
    "推进缓慢",
    "正常推进",
    "基本完成",
    "完成任务",
}
_SPEAKS_OF_BODIES = (
    "局",
    "街道",
    "镇",
    "乡",
    "中心",
    "公司",
    "集团",
    "社区",
    "委",
    "办",
    "站",
    "部",
)
_PARTS_OF_BODIES = (
    (
        ("局", "委", "会", "街道", "镇", "集团", "公司", "院", "部"),
        ("队", "中心", "所", "站", "处", "科"),
    ),
    (("集团", "公司"), ("公司", "厂")),
    (("街道", "镇"), ("办", "联", "会", "宫", "馆")),
)
_OPENS_WITH_PLACE = re.compile(r"\w{2,3}(街道|镇)")
"""…局月牙街道进场施工: a second body, or the place of the works?"""


def write_glued(rng: Random, make: Maker) -> Written:
    """Write a page with its cells glued: a line a row, a line a theme, or one line for all."""
    run_on = rng.choice(("rows", "rows", "sections", "all"))
    allowed = Allowed(
        parts=run_on == "rows",
        theme_codes=run_on == "rows",
        breaks=False,
        ended_stars=False,
        deep_headers=rng.random() < 0.5,
        none_marks=("", "", "/", "—"),
    )
    page, _ = make(rng, allowed)
    blur_glued(page, one_line=run_on != "rows")
    respell(rng, page, losses=("month", "comma"))
    lines = lines_before(rng, page, "".join)
    header = "".join(text.replace("\n", "") for text in header_texts(page.table))
    body = [header]
    for row in page.table.rows:
        line = row.heading or (header if row.repeats_header else "".join(row.texts))
        ends = run_on == "rows" or (run_on == "sections" and (row.heading or row.repeats_header))
        if ends or (run_on == "sections" and len(body) == 1):
            body.append(line)
        else:
            body[-1] += line
        if run_on == "sections" and row.repeats_header:
            body.append("")
    lines += [line for line in body if line] + lines_after(rng, page, "".join)
    gap = rng.choice(("\n", "\n\n"))
    return Written("glued.txt", gap.join(lines).encode(), page.truths)


def blur_glued(page: Page, *, one_line: bool) -> None:
    """Mark what the glue hides: vanished cells, and seams that nothing tells."""
    columns = page.table.columns
    for row in page.table.rows:
        if row.truth is None:
            continue
        blur_vanished(row, columns)
        cells = [(column, text) for column, text in zip(columns, row.texts, strict=True) if text]
        for (left, before), (right, after) in itertools.pairwise(cells):
            if not is_seam_clear(left, before, right, after):
                blur(row, left)
                blur(row, right)
        last, text = cells[-1]
        if one_line and (text[-1].isdigit() or (last.kind == "text" and not text.endswith("。"))):
            blur(row, last)
    if one_line:
        _blur_headings(page)


def _blur_headings(page: Page) -> None:
    """A heading glued to the end of a row: where the last text stops is a guess."""
    columns = page.table.columns
    rows: Sequence[Row] = page.table.rows
    for row, following in itertools.pairwise(rows):
        if row.truth and following.heading and not row.texts[-1].endswith("。"):
            blur(row, columns[-1])


def is_seam_clear(left: Column, before: str, right: Column, after: str) -> bool:
    """Say whether a careful person sees where one cell ends and the next begins."""
    if before[-1].isdigit() and after[0].isdigit() and left.kind != "code":
        return False
    match left.kind, right.kind:
        case "code", _:
            return not after[0].isdigit()
        case "text" | "item", "text":
            return _is_sentence_seam(before, after, right)
        case "text" | "item", "status":
            return before.endswith("。") or after not in (
                "已完成",
                "完成",
                "超额完成",
                "提前完成",
                "待验收",
                "暂停",
                "已完工",
            )
        case "status", "text":
            return not any(
                word.startswith(before)
                and len(word) > len(before)
                and (before + after).startswith(word)
                for word in _STATUS_WORDS
            )
        case "text" | "item", "units" | "leader":
            return before.endswith("。") or not before.endswith(_SPEAKS_OF_BODIES)
        case "units", "units":
            return not _may_be_part(before, after)
        case "units", "text" | "item":
            return not _OPENS_WITH_PLACE.match(after)
        case "leader", "text" | "item" | "leader":
            return False
        case "text", _:
            return before.endswith("。") or not after[0].isdigit()
    return True


def _may_be_part(before: str, after: str) -> bool:
    """Say whether a body could be one within the body before it: 水务局 and 水利工程管理中心 without 区."""
    last, first = re.split("[、,，]", before)[-1], re.split("[、,，]", after)[0]
    if first[0] in "区县市各相★/—" or first[:2] == last[:2]:
        return False
    return any(last.endswith(whole) and first.endswith(part) for whole, part in _PARTS_OF_BODIES)


def _is_sentence_seam(before: str, after: str, right: Column) -> bool:
    """A seam between sentences is seen where the second opens as only its column does, and nothing before it."""
    if speaks_as(after) != right.name:
        return False
    clauses = re.split(r"[,;。:]", before)
    return not any(speaks_as(clause) == right.name for clause in clauses[1:])
