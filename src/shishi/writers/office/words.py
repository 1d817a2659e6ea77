"""Titles, header words and the lines around a table, with their placeholders filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from shishi.layouts.words.notes import load_around_words
from shishi.records import Notice, Page
from shishi.text.characters import squeeze
from shishi.text.periods import Period

_EMPTY_BRACKETS = re.compile(r"[(（]\s*[)）]")
_NOT_PAIRS = frozenset({"title", "attachments", "other", "printed"})


def spell_period(period: Period | None) -> str:
    """Spell a period as a header word does, without its year: 10月, 1-3月, 四季度, 上半年, 2024年.

    >>> [spell_period(Period.parse(p)) for p in ("2031-10", "2031-01..2031-03", "2031Q4", "2031H1", "2031")]
    ['10月', '1-3月', '四季度', '上半年', '2031年']
    """
    if period is None:
        return ""
    spelt = str(period)
    if "Q" in spelt:
        return "一二三四"[int(spelt[-1]) - 1] + "季度"
    if "H" in spelt:
        return "上半年" if spelt.endswith("1") else "下半年"
    if period.first == period.last:
        return f"{period.first}月"
    return f"{period.year}年" if spelt.isdigit() else f"{period.first}-{period.last}月"


def fill(template: str, facts: Mapping[str, str]) -> str:
    """Fill the placeholders of a word; a bracket that ends up empty goes too.

    >>> fill("总投资({unit})", {"unit": ""}), fill("{report}完成情况", {"report": "10月"})
    ('总投资', '10月完成情况')
    """
    return _EMPTY_BRACKETS.sub("", template.format_map(facts))


def page_facts(page: Page, *, district: str) -> dict[str, str]:
    """Give what the placeholders of a layout stand for on this page; "" for what it does not say."""
    period = page.report or page.plan
    units = Counter(r.investment_unit for r in page.records if r.investment_unit)
    return {
        "year": str(period.year) if period else "",
        "plan": spell_period(page.plan),
        "report": spell_period(page.report),
        "district": district,
        "unit": units.most_common(1)[0][0] if units else "",
    }


def notice_pairs(notice: Notice) -> tuple[str, ...]:
    """Say the disclosure record, a text "label: value" a pair, as printed and no pair twice."""
    return tuple(dict.fromkeys(f"{label}: {value}" for label, value in _pairs(notice) if value))


def _pairs(notice: Notice) -> Iterator[tuple[str, str]]:
    if notice.printed:
        yield from ((label, text.value.strip()) for label, text in notice.printed)
        return
    labels: dict[str, str] = {}
    for label, name in load_around_words().labels.items():
        labels.setdefault(name, label)
    for name in Notice.__slots__:
        if name not in _NOT_PAIRS and getattr(notice, name):
            yield labels[name], getattr(notice, name)
    yield from (("附件", attachment) for attachment in notice.attachments)
    yield from notice.other.items()


def rule_lines(page: Page, heading: str) -> tuple[str, ...]:
    """Print the fill-in rules, the heading before the first: 填报说明:1.…, 2.…"""
    return number_rules(heading, [(rule.number, rule.text.value) for rule in page.stated_rules])


def number_rules(heading: str, rules: list[tuple[str, str]]) -> tuple[str, ...]:
    """Put the heading before the first rule, and its number before each."""
    lines = [f"{_numbered(number)}{text}" for number, text in rules]
    return (f"{heading}:{lines[0]}", *lines[1:]) if lines else ()


def _numbered(number: str) -> str:
    if not number:
        return ""
    return f"{number}." if squeeze(number).isascii() else f"{number}、"
