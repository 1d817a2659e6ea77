"""The desk of a clerk while one page is made: her hand on this page, and what its cells print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.exam.clerks import texts
from tests.exam.clerks.habits import Clerk
from tests.exam.clerks.topics import Topic
from tests.exam.clerks.units import draw_bodies
from tests.exam.clerks.wording import Writes, fill
from tests.exam.filling import Filled
from tests.exam.shape import Allowed
from tests.exam.words.units import invent_district


@dataclass(frozen=True)
class Hand:
    """What is drawn for a page and holds for all its cells."""

    separator: str  # between names
    starred: bool  # one column holds all bodies
    stops: float  # how often a cell ends with a full stop
    blank: str  # what stands for nothing
    blanks: float  # how often there is nothing
    lines: bool  # cells may hold line ends
    broken: float  # how often they do within a sentence or a list
    sign: bool  # 65% or 65
    commas: bool  # 12,000
    due: str


class Desk:
    """Draws what holds for the page, then fills cell by cell: each its print and its value."""

    def __init__(self, rng: Random, clerk: Clerk, allowed: Allowed) -> None:
        self.rng, self.clerk = rng, clerk
        self.district = invent_district(rng)
        self.year, self.month = rng.randint(2019, 2026), rng.randint(2, 12)
        self.bodies = draw_bodies(rng, self.district.name, rng.choice(clerk.units))
        by_office = [f"副{self.district.level}长{sign}" for sign in "甲乙丙丁戊己"]
        self.leaders = by_office if clerk.names == "office" else list(self.district.leaders)
        self.hand = self._draw_hand(allowed)
        self.leads: list[str] = []  # of the row being filled
        self.support: list[str] = []
        self.begun: set[str] = set()  # how the items of the page begin

    def _draw_hand(self, allowed: Allowed) -> Hand:
        rng = self.rng
        separators = [s for s in self.clerk.separators if allowed.breaks or s in "、,"]
        return Hand(
            separator=rng.choice(separators or ["、"]),
            starred=allowed.stars and " star:" in self.clerk.columns,
            stops=rng.choice((1, 1, 0, 0.6)),
            blank=rng.choice(allowed.none_marks),
            blanks=rng.choice((0, 0.1, 0.25)),
            lines=allowed.breaks,
            broken=rng.choice((0, 0, 0.25)) if allowed.breaks else 0,
            sign=rng.random() < 0.5,
            commas=rng.random() < 0.25,
            due=rng.choice(("{y}年{m}月", "{y}年{m}月底", "{m}月底前")),
        )

    def words(self, text: str) -> str:
        """Put the year, the month and the district into a title or a header."""
        quarter = "一二三四"[(self.month - 1) // 3]
        return text.format(y=self.year, m=self.month, d=self.district.name, q=quarter)

    def choose_bodies(self, *, street: bool = False) -> None:
        """Choose who leads and who helps in the next row; a street alone where it is a part."""
        rng = self.rng
        count = rng.choice(self.clerk.leads)
        self.leads = [rng.choice(self.bodies.streets)] if street else self.bodies.lead(rng, count)
        helped = rng.random() > max(self.hand.blanks, 0.15) and not street
        self.support = self.bodies.support(rng, self.leads) if helped else []

    def fill(self, key: str, topic: Topic) -> Filled:
        """Fill one cell."""
        rng, clerk = self.rng, self.clerk
        match key:
            case "item":
                return self._promise(topic)
            case "goal" | "quarters":
                return self._often(self._prose(clerk.goals, texts.GOALS, 1), self.hand.blanks)
            case "progress":
                report = self._prose(clerk.reports, texts.REPORTS, clerk.sentences)
                return self._often(report, self.hand.blanks / 2)
            case "explanation":
                return self._often(self._prose(clerk.reports, texts.REASONS, 1), 0.6)
            case "remark":
                said = fill(rng, rng.choice(clerk.remarks))
                return self._often((said, said), 0.6)
            case "due":
                said = self.hand.due.format(y=self.year, m=rng.randint(3, 12))
                return said, said
            case "fund" | "nature" | "status":
                pools = {"fund": texts.FUNDS, "nature": texts.NATURES, "status": clerk.statuses}
                said = rng.choice(pools[key])
                return said, said
            case "leaders":
                leaders = rng.sample(self.leaders, 2 if rng.random() < 0.1 else 1)
                return "、".join(leaders), leaders
            case "investment" | "paid" | "percent":
                return self._figure(key)
        return self._names(key)

    def _promise(self, topic: Topic) -> Filled:
        """Write an item that no other of the page begins like, while the topic has any left."""
        most = 2 if self.rng.random() < 0.3 else 1
        for _ in range(9):
            text, value = self._prose(self.clerk.items, topic.items, most)
            if text[:7] not in self.begun:
                break
        self.begun.add(text[:7])
        return text, value

    def _prose(self, writes: Writes, pool: Sequence[str], most: int) -> Filled:
        paragraphs = writes(self.rng, pool, most)
        text = ("\n" if self.hand.lines else "").join(paragraphs)
        text += "。" if self.rng.random() < self.hand.stops else ""
        return self._broken(text, r"[,;。](?=..)"), text

    def _often(self, filled: Filled, share: float) -> Filled:
        """Leave a cell blank as often as asked for, with the mark of this page or without."""
        return filled if self.rng.random() >= share else (self.hand.blank, self.hand.blank)

    def _figure(self, key: str) -> Filled:
        rng = self.rng
        if key == "percent":
            share = f"{rng.choice((100, rng.randint(0, 100), rng.randint(300, 990) / 10)):g}"
            return share + ("%" if self.hand.sign else ""), share
        amount = rng.choice((rng.randint(20, 60000), rng.randint(1, 90) * 100))
        if key == "investment" and rng.random() < self.hand.blanks / 2:
            return self.hand.blank, ""
        return f"{amount:,}" if self.hand.commas else str(amount), f"{amount}0000"

    def _names(self, key: str) -> Filled:
        if key == "support_units":
            text = self._list(self.support) if self.support else self.hand.blank
            return text, self.support
        if key == "star":
            lists = self.clerk.star(self.rng, self.leads, self.support)
            parted = "\n" if self.hand.lines else self.hand.separator
            return parted.join(self._list(names) for names in lists), self.leads
        return self._list(self.leads), self.leads

    def _list(self, names: Sequence[str]) -> str:
        text = self.hand.separator.join(names)
        return self._broken(text, r"[、,](?=..)") if len(names) > 2 else text

    def _broken(self, text: str, after: str) -> str:
        """Break a text over two lines behind a mark; offices do so to make a column narrow."""
        places = [mark.end() for mark in re.finditer(after, text)]
        if not places or "\n" in text or self.rng.random() >= self.hand.broken:
            return text
        place = self.rng.choice(places)
        return text[:place] + "\n" + text[place:]
