"""Fill the blanks of templates, and set sentences as a clerk sets them: plain, numbered, by quarters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.exam.clerks import texts
from tests.exam.words.units import invent_place

Writes = Callable[[Random, Sequence[str], int], list[str]]
"""A habit of writing: takes templates and how many sentences at most, gives paragraphs without a last stop."""

_BLANKS: dict[str, Callable[[Random], object]] = {
    "many": lambda rng: rng.choice((rng.randint(120, 990), rng.randint(10, 99) * 100)),
    "some": lambda rng: rng.randint(3, 96),
    "few": lambda rng: rng.randint(2, 19),
    "share": lambda rng: rng.choice((rng.randint(20, 99), rng.randint(300, 990) / 10)),
    "wan": lambda rng: rng.randint(5, 300) / 10,
    "km": lambda rng: rng.randint(60, 4000) / 100,
    "month": lambda rng: rng.randint(1, 11),
    "later": lambda rng: rng.randint(6, 12),
    "day": lambda rng: rng.randint(1, 28),
    "place": invent_place,
    "road": lambda rng: invent_place(rng) + rng.choice(("路", "路", "街", "大道", "东路", "巷")),
    "village": lambda rng: invent_place(rng) + "村",
    "school": lambda rng: rng.choice(texts.SCHOOLS),
    "estate": lambda rng: rng.choice(texts.ESTATES),
    "step": lambda rng: rng.choice(texts.STEPS),
    "spot": lambda rng: fill(rng, rng.choice(("{place}街道", "{road}", "{estate}", "{school}"))),
}


def fill(rng: Random, template: str) -> str:
    """Fill every blank of a template anew."""
    return re.sub(r"\{(\w+)\}", lambda blank: str(_BLANKS[blank[1]](rng)), template)


def plain(rng: Random, pool: Sequence[str], most: int) -> list[str]:
    """Write one to several sentences, one behind the other."""
    return ["。".join(_draw(rng, pool, most))]


def short(rng: Random, pool: Sequence[str], most: int) -> list[str]:
    """Write two words about as often as sentences."""
    return [rng.choice(texts.SHORT_REPORTS)] if rng.random() < 0.45 else plain(rng, pool, most)


def numbered(rng: Random, pool: Sequence[str], most: int) -> list[str]:
    """Number several sentences in one paragraph: 1.…;2.…"""
    return [";".join(_count(_draw(rng, pool, most)))]


def numbered_lines(rng: Random, pool: Sequence[str], most: int) -> list[str]:
    """Number several sentences, a paragraph each."""
    *before, last = _count(_draw(rng, pool, most))
    return [f"{line};" for line in before] + [last]


def listed(rng: Random, pool: Sequence[str], most: int) -> list[str]:
    """Write one promise, or an opening and a list of them under ①, (1) or 1."""
    if rng.random() > 0.4:
        return plain(rng, pool, 1)
    opening = rng.choice(("全年完成以下工作:", "年内:", "主要包括:", "实施民生提升行动,"))
    marks = rng.choice(("①②③④", ("(1)", "(2)", "(3)", "(4)"), ("1.", "2.", "3.", "4.")))
    lines = [mark + text for mark, text in zip(marks, _draw(rng, pool, 4, least=2), strict=False)]
    paragraphs = [opening, *(f"{line};" for line in lines[:-1]), lines[-1]]
    return paragraphs if rng.random() < 0.5 else ["".join(paragraphs)]


def by_quarters(rng: Random, pool: Sequence[str], most: int) -> list[str]:
    """Write the whole year into one cell, a paragraph a quarter."""
    goals = _draw(rng, texts.UNDATED, 4, least=4)
    lines = [f"{name}季度:{goal}" for name, goal in zip("一二三四", goals, strict=True)]
    return [f"{line}。" for line in lines[:-1]] + [lines[-1]]


def by_halves(rng: Random, pool: Sequence[str], most: int) -> list[str]:
    """Write the whole year into one sentence: the first half, and the end."""
    first, last = _draw(rng, texts.UNDATED, 2, least=2)
    return [f"上半年,{first}。年底前,{last}"]


def _draw(rng: Random, pool: Sequence[str], most: int, least: int = 1) -> list[str]:
    count = rng.randint(least, min(most, len(pool)))
    return [fill(rng, template) for template in rng.sample(pool, count)]


def _count(sentences: list[str]) -> list[str]:
    """A single sentence is no list and gets no number."""
    if len(sentences) == 1:
        return sentences
    return [f"{number}.{text}" for number, text in enumerate(sentences, 1)]
