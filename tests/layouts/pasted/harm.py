"""Harm a drawn page the way pages are harmed on their way: its cells first, then its lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from tests.layouts.pasted.truth import Draw, Truth
from tests.samples.scripts import printed

FURNITURE_ABOVE = [
    "首页 > 政务公开 > 重点领域信息公开",
    "关怀版 无障碍",
    "【字号 大 中 小】",
    "字号:\n大\n中\n小",
    "您现在的位置:首页 > 信息公开",
]
FURNITURE_BELOW = [
    "扫一扫在手机打开当前页",
    "打印本页\n关闭窗口",
    "附件下载\n当前页二维码",
    "上一篇:区政府常务会议召开\n下一篇:关于做好防汛工作的通知",
    "2.png",
    "主办单位:云溪区人民政府办公室",
]
NOTICES = [
    "索引号 11330999002954449B/2031-19852\n组配分类 区政府工作 发布机构 区府办\n成文日期 2031-10-08 公开方式 主动公开",
    "发布时间:2031-10-09 15:20:11 来源:区发展和改革局",
    "- 发布日期: 2031-10-09\n- 信息来源: 区府督查室",
    "索 引 号:11330999002954449B/2031-00012\n发布机构:区政府办公室\n成文日期:2031年10月8日\n有 效 性:有效",
]

Harm = Callable[[Truth, Draw], Truth]


def _each_cell(table: Truth, change: Callable[[str, str], str]) -> Truth:
    rows = [{c: change(c, v) for c, v in row.items()} for row in table.rows]
    return replace(table, rows=rows)


def dropped(table: Truth, draw: Draw) -> Truth:
    """Lose measure words, months and characters that stood in spans of their own."""

    def lose(column: str, value: str) -> str:
        if draw.random() < 0.8:
            return value
        if column in {"progress", "goal", "item", "explanation"}:
            value = re.sub("([0-9])月([0-9])", r"\1\2", value)
            return re.sub("([0-9])[个处条家座所套张台](?=[,。]|$)", r"\1", value, count=1)
        if column in {"lead_units", "support_units"}:
            return value.replace("柳湖街道", "湖街道").replace("云溪街道", "街道")
        return value

    return _each_cell(table, lose)


def doubled(table: Truth, draw: Draw) -> Truth:
    """Double some commas."""
    return _each_cell(table, lambda _, v: v.replace(",", ",,", 1) if draw.random() < 0.2 else v)


def misread(table: Truth, draw: Draw) -> Truth:
    """Misread a digit as a letter, as character recognition does."""

    def change(column: str, value: str) -> str:
        if column in {"item", "progress"} and draw.random() < 0.1:
            return re.sub("(?<=[0-9])0", "O", value, count=1)
        return value

    return _each_cell(table, change)


def wide(table: Truth, draw: Draw) -> Truth:
    """Print the marks wide, as the office does before NFKC."""
    marks = str.maketrans(",;:%()", "\uff0c\uff1b\uff1a\uff05\uff08\uff09")
    changed = _each_cell(table, lambda _, v: v.translate(marks))
    return replace(changed, words=[w.translate(marks) for w in table.words])


def _script(name: str) -> Harm:
    def change(table: Truth, draw: Draw) -> Truth:
        rows = [{c: printed(v, name) for c, v in row.items()} for row in table.rows]
        words = [printed(w, name) for w in table.words]
        title = printed(table.title, name)
        return replace(table, rows=rows, words=words, title=title, script=name)

    return change


SCRIPTS: Mapping[str, Harm] = {
    "traditional": _script("traditional"),
    "pinyin": _script("pinyin"),
    "pinyin-plain": _script("pinyin-plain"),
}
IN_CELLS: Mapping[str, Harm] = {
    "dropped": dropped,
    "doubled": doubled,
    "misread": misread,
    "wide": wide,
}


def _half(word: str) -> int:
    """Give the middle of a word, between two characters and not inside a bracket."""
    outside = [
        i
        for i in range(1, len(word))
        if word[i] != "(" and word[:i].count("(") == word[:i].count(")")
    ]
    return min(outside, key=lambda i: abs(2 * i - len(word)))


def broken_header(table: Truth, body: str, draw: Draw) -> str:
    """Break some header words over two lines."""
    for word in table.words:
        if len(word) >= 4 and draw.random() < 0.3 and word + "\n\n" in body:
            cut = _half(word)
            body = body.replace(word + "\n\n", f"{word[:cut]}\n\n{word[cut:]}\n\n", 1)
    return body


def spelt_header(table: Truth, body: str, draw: Draw) -> str:
    """Print header words with spaces inside: 序 号, 责任 单位."""
    for word in table.words:
        if draw.random() < 0.3:
            cut = _half(word)
            body = body.replace(word, f"{word[:cut]} {word[cut:]}", 1)
    return body


def _page_break(table: Truth, shape: Callable[[Truth, Draw], str], draw: Draw) -> str:
    """Break the page after some row: the header stands again, and the theme of the row below it."""
    at = draw.randint(2, len(table.rows) - 2)
    begins = list(table.begins)
    begins[at] = True
    first = replace(table, rows=table.rows[:at], begins=begins[:at])
    second = replace(table, rows=table.rows[at:], begins=begins[at:])
    return shape(first, draw).rstrip("\n") + "\n\n" + shape(second, draw)


ON_PAGE = [
    "furniture",
    "notice",
    "notice-twice",
    "title-below",
    "broken-header",
    "spelt-header",
    "page-break",
    "body-twice",
]


def print_page(
    table: Truth, shape: Callable[[Truth, Draw], str], *, harms: list[str], draw: Draw
) -> str:
    """Print the whole page, with what harms it."""
    for name, harm in {**IN_CELLS, **SCRIPTS}.items():
        if name in harms:
            table = harm(table, draw)
    body = _page_break(table, shape, draw) if "page-break" in harms else shape(table, draw)
    if "broken-header" in harms:
        body = broken_header(table, body, draw)
    elif "spelt-header" in harms:
        body = spelt_header(table, body, draw)
    above, below = [], []
    if "furniture" in harms:
        above.append(draw.choice(FURNITURE_ABOVE))
        below.append(draw.choice(FURNITURE_BELOW))
    if "notice" in harms or "notice-twice" in harms:
        notice = draw.choice(NOTICES)
        above += [notice] * (2 if "notice-twice" in harms else 1)
    (below if "title-below" in harms else above).append(table.title)
    if "body-twice" in harms:
        body += "\n" + table.title + "\n\n" + body
    return "\n\n".join([*above, body, *below]) + "\n"
