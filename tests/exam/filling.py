"""Fill the cells of a row: what each prints, and what a careful person reads in it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.exam.model import Column
from tests.exam.shape import Shape
from tests.exam.words import headers, sentences
from tests.exam.words.sentences import Manner, Subject
from tests.exam.words.units import District, choose_leads, choose_support

Filled = tuple[str, str | list[str]]
"""The print of a cell and its value."""


class Filler:
    """Fills the cells of one page."""

    def __init__(
        self, rng: Random, shape: Shape, district: District, manner: Manner, *, breaks: bool
    ) -> None:
        self.rng, self.shape, self.district, self.manner, self.breaks = (
            rng,
            shape,
            district,
            manner,
            breaks,
        )
        self.leads: list[str] = []  # of the row being filled
        self.stars_each = rng.random() < 0.5  # ★ before each lead, or before their line

    def fill(
        self, column: Column, subject: Subject, theme: str, code: str, avoid: Sequence[str] = ()
    ) -> Filled:
        """Give the print and the value of one cell."""
        rng, shape, manner = self.rng, self.shape, self.manner
        name = column.name or "other"
        match name:
            case "code":
                return code, code
            case "theme":
                return theme, theme
            case "item":
                text = sentences.promise(rng, subject, self.district, manner)
                if shape.ended_stars and rng.random() < 0.3:
                    return text + "★", text + "★"
            case "goal":
                text = self._goal(column, subject)
            case "progress":
                if rng.random() < shape.numbered_progress:
                    lines = sentences.numbered_report(rng, subject, manner)
                    return "\n".join(lines), "".join(lines)
                text = (
                    sentences.report(rng, subject, self.district, manner)
                    if rng.random() < 0.96
                    else ""
                )
            case "explanation":
                text = sentences.reason(rng, manner) if rng.random() < 0.45 else shape.none_mark
            case "remark":
                text = sentences.remark(rng) if rng.random() < 0.35 else ""
            case "status":
                text = rng.choice(shape.statuses) if rng.random() < 0.97 else ""
            case "percent":
                return self._percent()
            case "investment":
                return self._money()
            case "other":
                text = str(rng.randint(1, 90)) if rng.random() < 0.8 else ""
            case _:
                return self._names(name, subject, avoid)
        return self._break(text), text

    def _goal(self, column: Column, subject: Subject) -> str:
        if self.rng.random() < 0.05:
            return self.shape.none_mark
        if column.words[-1] == headers.TIME_LIMIT:
            return sentences.time_limit(self.rng, self.manner)
        return sentences.goal(self.rng, subject, self.manner)

    def _percent(self) -> tuple[str, str]:
        if self.rng.random() < 0.07:
            return "", ""
        share = self.rng.choice((self.rng.randint(5, 100), 100, self.rng.randint(50, 1300) / 10))
        value = f"{share:g}"
        return value + ("%" if self.shape.percent_sign else ""), value

    def _money(self) -> tuple[str, str]:
        if self.rng.random() < 0.06:
            return self.shape.none_mark, ""
        amount = self.rng.choice(
            (
                self.rng.randint(20, 900),
                self.rng.randint(1, 90) * 100,
                self.rng.randint(1000, 99999),
            )
        )
        text = (
            str(amount)
            if self.rng.random() < 0.85
            else f"{amount}.{self.rng.randint(1, 99):02}".rstrip("0")
        )
        whole, _, rest = text.partition(".")
        return text, str(int(whole + rest.ljust(4, "0")))

    def _names(self, name: str, subject: Subject, avoid: Sequence[str]) -> tuple[str, list[str]]:
        rng = self.rng
        if name == "levels":
            levels = self.levels()
            return "、".join(levels), levels
        if name == "leaders":
            if rng.random() < 0.05:
                return self.shape.none_mark, []
            names = rng.sample(self.district.leaders, 2 if rng.random() < 0.08 else 1)
            shown = names
            if self.shape.spaced_names and self.shape.separator in "、,":
                shown = [f"{n[0]} {n[1]}" if len(n) == 2 else n for n in names]
            return self._list(shown), names
        if name == "lead_units":
            names = choose_leads(
                rng, self.district, subject.topic.leads, most=2 if self.shape.starred else 3
            )
            while set(names) & set(avoid):
                names = [rng.choice([*self.district.streets, *self.district.units.values()])]
            self.leads = names
            if self.shape.starred:
                return self._starred(names)
            return self._list(names), names
        names = choose_support(rng, self.district, self.leads)
        if not names:
            return self.shape.none_mark, []
        text = self._list(names)
        if len(names) > 1 and not names[-1].startswith(("各", "相关")) and rng.random() < 0.06:
            text += rng.choice(("等部门、单位", "等单位"))
        return text, names

    def _starred(self, leads: list[str]) -> tuple[str, list[str]]:
        """Set ★ before those who lead and the others on the next line; the value holds all, leads first."""
        support = choose_support(self.rng, self.district, leads)
        each = self.stars_each
        text = "★" + ("、★" if each else "、").join(leads)
        if support:
            text += ("\n" if self.breaks else " ") + self._list(support)
        return text, leads + support

    def _list(self, names: list[str]) -> str:
        text = self.shape.separator.join(names)
        if self.shape.separator in "、," and len(text) > 10:
            return self._break(text)
        return text

    def _break(self, text: str) -> str:
        """Break a long cell over two lines, in the middle of a sentence or a name."""
        if len(text) < 12 or self.rng.random() > self.shape.breaks:
            return text
        place = self.rng.randint(4, len(text) - 4)
        if (
            text[place - 1].isdigit()
            or text[place].isdigit()
            or text[place - 1] in "。;"
            or text[place] in ",;。、:)”"
        ):
            return text
        return text[:place] + "\n" + text[place:]

    def levels(self) -> list[str]:
        """Choose whose list an item is on: the own level, the one above, both."""
        own = self.district.level + "级"
        return self.rng.choice(
            (
                ["市级"] if own != "市级" else ["省级"],
                [own],
                [own],
                ["市级" if own != "市级" else "省级", own],
            )
        )
