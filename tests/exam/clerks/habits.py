"""What a clerk can be in the habit of; the defaults are what nobody would notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.exam.clerks import texts
from tests.exam.clerks.wording import Writes, plain

Marks = Callable[[Random, Sequence[str], Sequence[str]], list[list[str]]]
"""A habit of ★: takes who leads and who helps, gives the paragraphs of one cell, each a list of names."""


def star_each(rng: Random, leads: Sequence[str], support: Sequence[str]) -> list[list[str]]:
    """Set ★ before each lead, in one list with the others."""
    return [["★" + name for name in leads] + list(support)]


def star_behind(rng: Random, leads: Sequence[str], support: Sequence[str]) -> list[list[str]]:
    """Set ★ behind each lead."""
    return [[name + "★" for name in leads] + list(support)]


def star_shuffled(rng: Random, leads: Sequence[str], support: Sequence[str]) -> list[list[str]]:
    """Set the leads somewhere among the others, ★ alone tells them."""
    place = rng.randint(0, len(support))
    return [[*support[:place], *("★" + name for name in leads), *support[place:]]]


def star_lines(rng: Random, leads: Sequence[str], support: Sequence[str]) -> list[list[str]]:
    """Set the leads in a paragraph of their own, the others below."""
    return [["★" + name for name in leads], *([list(support)] if support else [])]


@dataclass(frozen=True)
class Clerk:
    """One clerk: the columns she rules, and her habits.

    A column is `field:header`; the field is one of the exam's, or star, quarters, due, paid, fund, nature.
    `/` parts the levels of a header, `|` words to choose from, and `?` marks a column not always there.
    """

    name: str
    columns: str
    title: str = "{y}年{d}民生实事项目进展情况表(截至{m}月底)"
    over: str = ""  # what stands over a group of rows: theme, leader, or leader with a table each
    themes: tuple[str, ...] = ("{}", "{}", "{n}、{}", "({n}){}")
    merging: str = "merged"  # the theme's cell: merged, in each row, or blank after the first
    codes: tuple[str, ...] = ("run",)  # run restart dotted theme
    units: tuple[str, ...] = ("short", "short", "bare", "mixed")  # how bodies are written
    names: str = "office"  # leaders: 副区长甲, or by name
    leads: tuple[int, ...] = (1, 1, 1, 2)
    separators: tuple[str, ...] = ("、", "、", "、", ",", "\n", " ")
    star: Marks = star_each
    items: Writes = plain
    goals: Writes = plain
    reports: Writes = plain
    sentences: int = 3  # at most, in a report
    statuses: tuple[str, ...] = ("正常", "超前", "滞后", "办结", "正常")
    remarks: tuple[str, ...] = texts.REMARKS
    groups: tuple[int, int] = (2, 5)
    rows: tuple[int, int] = (1, 4)  # of a group
    parts: float = 0  # how often an item has a row for each of several streets
    again: float = 0  # how often a page ends between two rows: header and theme stand again
    total: float = 0
    contacts: bool = False  # a list of telephone numbers above or below
    rules: bool = False  # how to fill it in, below
    files: frozenset[str] = frozenset()  # what she does in files of an office: `model.Page.habits`
