"""Read the disclosure record (信息公开元数据) around a table: labels and values in all their shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from shishi.layouts.cutting import cut
from shishi.layouts.words.names.kinds import is_blank_mark
from shishi.layouts.words.notes import is_furniture, is_title, load_around_words
from shishi.places import Text
from shishi.records import Notice, Role
from shishi.text.characters import Folded, Script, fold, squeeze

_BARE_NEEDS_COLON = {
    "时间",
    "日期",
    "来源",
    "名称",
    "标题",
    "编辑",
    "作者",
    "附件",
    "时效",
    "组配",
    "主题词",
    "关键词",
}
_DATE = re.compile(
    r"([12][0-9]{3})\s*[-年./]\s*(1[0-2]|0?[1-9])\s*[-月./]\s*(3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
_FILE = re.compile(
    r"(?P<address>https?://[^\s|,，。;；)）]{1,300})|(?P<name>(?:(?!\.)[^\s|:：,，。;；/、.]){1,80}\.(?:docx?|xlsx?|pdf|ofd|wps|et|zip|rar|csv)(?![0-9A-Za-z]))",
    re.IGNORECASE,
)
_DATES = {"document_date", "publication_date"}


@dataclass(slots=True)
class _Reading:
    """What was read so far, while the loose paragraphs are gone through."""

    pairs: list[tuple[str, Text]] = field(default_factory=list)
    roles: list[Role | None] = field(default_factory=list)


def read_notice(
    loose: Sequence[Text], *, script: Script, before_table: int
) -> tuple[Notice, list[Role | None]]:
    """Read title, labels and values out of the paragraphs outside the tables.

    `before_table` says how many of them stand before the first table, where a title is looked for
    first. The second result gives each paragraph's role, None for those that are neither title nor
    notice nor furniture.
    """
    folded = [fold(text.value, script) for text in loose]
    reading = _Reading()
    index = 0
    while index < len(loose):
        index += _read_line(loose, folded, index, into=reading)
    title = _find_title(folded, reading.roles, before_table)
    if title is not None:
        reading.roles[title] = Role.TITLE
    for index, text in enumerate(folded):
        if reading.roles[index] is None and is_furniture(squeeze(text.plain)):
            reading.roles[index] = Role.FURNITURE
    notice = _notice(reading.pairs, loose[title].value if title is not None else "")
    named = list(notice.attachments)
    for index, printed in enumerate(loose):
        if files := find_attachments(printed.value) if index != title else []:
            reading.roles[index] = reading.roles[index] or Role.NOTICE
            named += [name for name in files if name not in named]
    return replace(notice, attachments=tuple(named)), reading.roles


def _read_line(
    loose: Sequence[Text], folded: Sequence[Folded], index: int, *, into: _Reading
) -> int:
    """Read the label–value pairs of one paragraph; give how many paragraphs they took."""
    line = folded[index]
    marks = find_notice_labels(line.plain)
    if not marks:
        into.roles.append(None)
        return 1
    into.roles.append(Role.NOTICE)
    ends = [m.start() for m in marks[1:]] + [len(line.plain)]
    for mark, end in zip(marks, ends, strict=True):
        value = cut(loose[index], *line.printed_span(mark.end(), end))
        label = squeeze(mark["label"])
        if not value.value and end == len(line.plain) and _is_value(folded, index + 1):
            into.roles.append(Role.NOTICE)
            into.pairs.append((label, cut(loose[index + 1], 0, len(loose[index + 1].value))))
            return 2
        into.pairs.append((label, value))
    return 1


def _is_value(folded: Sequence[Folded], index: int) -> bool:
    """Tell a paragraph that can be the value of a label that stands alone on the line before."""
    if index >= len(folded):
        return False
    plain = squeeze(folded[index].plain)
    return (
        bool(plain)
        and not find_notice_labels(folded[index].plain)
        and not (is_furniture(plain) or is_title(plain) or len(plain) > 40)
    )


def find_notice_labels(plain: str) -> list[re.Match[str]]:
    """Find the labels of the disclosure record on a line; none when it does not begin with one."""
    found = list(_label_pattern().finditer(plain))
    found = [m for m in found if m["colon"] or squeeze(m["label"]) not in _BARE_NEEDS_COLON]
    if found:
        found = _with_glued(plain, found)
    if not found or re.search(r"[^\s\-·•*|]", plain[: found[0].start()]):
        return []
    return found


def _with_glued(plain: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Add the labels with a colon that touch the value before them: …2031-5发布机构:区府办."""
    taken = [m.span() for m in found]
    glued = [
        m
        for m in _glued_pattern().finditer(plain, found[0].end())
        if not any(a < m.end() and m.start() < b for a, b in taken)
    ]
    return sorted([*found, *glued], key=lambda m: m.start())


@cache
def _glued_pattern() -> re.Pattern[str]:
    known = load_around_words().labels
    long = (w for w, name in known.items() if len(w) > 2 or name == "document_number")
    labels = sorted(long, key=len, reverse=True)
    return re.compile(rf"(?P<label>{'|'.join(map(re.escape, labels))})(?P<colon>[::])")


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted(load_around_words().labels, key=len, reverse=True)
    spelt = "|".join(r"\s{0,3}".join(map(re.escape, label)) for label in labels)
    return re.compile(rf"(?<![^\s\-·•*|,;])(?P<label>{spelt})(?:\s*(?P<colon>[::])|(?=\s|$))")


def _find_title(
    folded: Sequence[Folded], roles: Sequence[Role | None], before_table: int
) -> int | None:
    titles = [
        i for i, text in enumerate(folded) if roles[i] is None and is_title(squeeze(text.plain))
    ]
    before = [i for i in titles if i < before_table]
    return before[-1] if before else titles[0] if titles else None


def _notice(pairs: Sequence[tuple[str, Text]], title: str) -> Notice:
    labels = load_around_words().labels
    values: dict[str, str] = {}
    other: dict[str, str] = {}
    attachments: list[str] = []
    for label, text in pairs:
        name, value = labels[label], text.value.strip()
        if not value or _is_blank(value):
            continue
        if label.startswith("附件"):
            attachments += find_attachments(value) or [value]
        elif name == "other":
            other.setdefault(label, value)
        else:
            values.setdefault(name, _iso_date(value) if name in _DATES else value)
    if title:
        values["title"] = title
    return Notice(**values, attachments=tuple(attachments), other=other, printed=tuple(pairs))


def _is_blank(value: str) -> bool:
    """Tell a value that says there is none: 无, /, — —."""
    tight = squeeze(value)
    return is_blank_mark(tight) or not tight.strip("-—–")


def find_attachments(text: str) -> list[str]:
    """Find the files that a paragraph names, or their addresses.

    >>> find_attachments("附件:1.进展情况明细表.xlsx 2.照片.zip")
    ['进展情况明细表.xlsx', '照片.zip']
    """
    return [m["address"] or m["name"] for m in _FILE.finditer(text)]


def _iso_date(value: str) -> str:
    """Write a date as 2024-04-01; what is no date stays as printed."""
    if not (date := _DATE.search(value)):
        return value
    return f"{date[1]}-{int(date[2]):02}-{int(date[3]):02}"
