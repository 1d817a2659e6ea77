"""Make a page: draw its shape, then its themes, items, parts, headings, and the truth of each row."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.exam.filling import Filled, Filler
from tests.exam.model import NONE_MARKS, Cell, Page, Row, Table, Truth, covered
from tests.exam.shape import Allowed, Shape, draw_shape
from tests.exam.words import around, headers, sentences
from tests.exam.words.goods import TOPICS, Topic
from tests.exam.words.sentences import Manner
from tests.exam.words.units import District, invent_district

_HAN = "一二三四五六七八九十"
_PART_FIELDS = frozenset({"lead_units", "progress", "percent", "status", "explanation", "remark"})
"""What each part of an item has of its own; the rest is shared with the first."""


@dataclass
class _Group:
    """Items under one theme or leader."""

    topic: Topic
    theme: str
    leader: str
    sizes: list[int]  # parts of each item


def make_page(rng: Random, allowed: Allowed) -> tuple[Page, Shape]:
    """Make a page with 10 to 45 rows."""
    district = invent_district(rng)
    manner = Manner(
        rng.randint(2017, 2031),
        rng.randint(2, 12),
        rng.random() < 0.65,
        rng.choice((0.2, 0.5, 0.8)),
    )
    shape = draw_shape(rng, allowed, manner.month)
    groups = _draw_groups(rng, shape, district)
    rows = _Writer(rng, shape, district, manner, allowed).write(groups)
    covered(rows)
    page = Page(
        headers.title(rng, district.name, manner.year, manner.month), Table(shape.columns, rows)
    )
    if rng.random() < 0.4:
        page.notice = around.notice(rng, district, manner.year, manner.month)
    if rng.random() < 0.12:
        page.before.append(f"填报单位:{district.name}人民政府办公室")
    if rng.random() < 0.35:
        page.notes = around.notes(rng, shape.statuses)
    if rng.random() < 0.3:
        page.furniture = around.furniture(rng)
    return page, shape


def _draw_groups(rng: Random, shape: Shape, district: District) -> list[_Group]:
    total = rng.randint(10, 45)
    grouped = shape.theming != "none" or shape.leading == "heading"
    topics = rng.sample(TOPICS, len(TOPICS))
    groups: list[_Group] = []
    while total > 0 and len(groups) < len(topics):
        count = min(total, rng.randint(1, 7) if grouped else 3)
        if len(groups) == len(topics) - 1:
            count = total
        sizes = []
        while sum(sizes) < count:
            sizes.append(rng.randint(2, 4) if rng.random() < shape.part_share else 1)
        total -= sum(sizes)
        topic = topics[len(groups)]
        leader = district.leaders[len(groups) % len(district.leaders)]
        groups.append(_Group(topic, rng.choice(topic.themes), leader, sizes))
    if not grouped:
        sizes = [size for group in groups for size in group.sizes]
        groups = [_Group(topics[0], "", "", sizes)]
    return groups


class _Writer:
    """Writes the rows of one page."""

    def __init__(
        self, rng: Random, shape: Shape, district: District, manner: Manner, allowed: Allowed
    ) -> None:
        self.rng, self.shape, self.district, self.manner, self.allowed = (
            rng,
            shape,
            district,
            manner,
            allowed,
        )
        self.columns = shape.columns
        self.leader_word = rng.choice(("{}", "分管领导:{}", "牵头领导:{}"))
        self.theme_mark = rng.random() < (0.9 if shape.numbering == "dotted" else 0.45)
        self.theme_brackets = rng.random() < 0.3
        self.code_style = rng.choice(("{}、", "{}", "({})", "({})"))
        self.item_number = 0
        self.filler = Filler(rng, shape, district, manner, breaks=allowed.breaks)
        self.merges_leaders = (
            allowed.merged_lists and shape.theming == "column" and rng.random() < 0.4
        )

    def write(self, groups: list[_Group]) -> list[Row]:
        rows: list[Row] = []
        for number, group in enumerate(groups, 1):
            theme = self._theme(group.theme, number)
            if number > 1 and self.shape.repeats and self.rng.random() < 0.3:
                rows.append(Row(repeats_header=True))
            if self.shape.theming == "heading":
                rows.append(Row(heading=theme))
            if self.shape.leading == "heading":
                rows.append(Row(heading=self.leader_word.format(group.leader)))
            if self.shape.numbering == "restart":
                self.item_number = 0
            rows += self._group(group, theme, number)
        if self.allowed.totals and self._has("investment") and self.rng.random() < 0.4:
            rows.append(self._total(rows))
        return rows

    def _has(self, name: str) -> bool:
        return any(column.name == name for column in self.columns)

    def _theme(self, theme: str, number: int) -> str:
        if not theme or not self.theme_mark:
            return theme
        han = _HAN[number - 1] if number <= 10 else "十" + _HAN[number - 11]
        return f"({han}){theme}" if self.theme_brackets else f"{han}、{theme}"

    def _group(self, group: _Group, theme: str, number: int) -> list[Row]:
        rows: list[Row] = []
        for place, size in enumerate(group.sizes, 1):
            self.item_number += 1
            code = self._code(number, place)
            again = place > 1 and self.shape.repeats and self.rng.random() < 0.15
            rows += self._item(group, theme, code, size, first=place == 1 or again)
            if again:
                rows.insert(len(rows) - size, Row(repeats_header=True))
        return rows

    def _code(self, group: int, place: int) -> str:
        match self.shape.numbering:
            case "dotted":
                return f"{group}.{place}"
            case "theme":
                return str(group)
            case "han":
                n = self.item_number
                tens, ones = divmod(n, 10)
                han = ("" if tens == 0 else "十" if tens == 1 else _HAN[tens - 1] + "十") + (
                    _HAN[ones - 1] if ones else ""
                )
                return self.code_style.format(han).replace("、", "")
            case "bracket":
                return f"({self.item_number})"
            case "none":
                return ""
        return str(self.item_number)

    def _item(self, group: _Group, theme: str, code: str, size: int, *, first: bool) -> list[Row]:
        topic = group.topic if group.theme or group.leader else self.rng.choice(TOPICS)
        subject = sentences.choose_subject(self.rng, topic)
        shared: dict[str, Filled] = {}
        for column in sorted(self.columns, key=lambda column: column.name == "support_units"):
            name = column.name or "other"
            shared[name] = self.filler.fill(column, subject, theme, code)
        if self.merges_leaders and "leaders" in shared:
            shared["leaders"] = (group.leader, [group.leader])
        levels = self._put_level_into_item(shared)
        rows = []
        taken: list[str] = []
        for part in range(size):
            own = dict(shared)
            if part:
                for column in self.columns:
                    if column.name in _PART_FIELDS:
                        own[column.name] = self.filler.fill(column, subject, theme, code, taken)
            taken += own["lead_units"][1]
            rows.append(
                self._row(own, group, theme, levels, part=part, merged_theme=not first or part > 0)
            )
        return rows

    def _put_level_into_item(self, shared: dict[str, Filled]) -> list[str]:
        if not self.shape.level_in_item:
            return []
        levels = self.filler.levels()
        bracket = f"({'、'.join(levels)})"
        text = shared["item"][0] + bracket
        shared["item"] = (text, text)
        return levels

    def _row(
        self,
        own: dict[str, Filled],
        group: _Group,
        theme: str,
        levels: list[str],
        *,
        part: int,
        merged_theme: bool,
    ) -> Row:
        truth = Truth(
            {name: value for name, (_, value) in own.items() if name != "other"}, continues=part > 0
        )
        cells: list[Cell | None] = []
        for column in self.columns:
            name = column.name or "other"
            covers = (name == "theme" and merged_theme) or (
                name == "code" and merged_theme and self.shape.numbering == "theme"
            )
            covers = covers or (name == "leaders" and merged_theme and self.merges_leaders)
            covers = covers or (part > 0 and name not in _PART_FIELDS)
            cells.append(None if covers else Cell(own[name][0]))
        if theme and (self.shape.theming != "none"):
            truth.values["theme"] = theme
            truth.accept("theme", group.theme)
        if self.shape.leading == "heading":
            truth.values["leaders"] = [group.leader]
        if levels:
            truth.values["levels"] = levels
            text = truth.values["item"]
            truth.accept("item", text[: text.rindex("(")])
        if str(own["item"][1]).rstrip().endswith("★"):
            truth.accept("item", str(own["item"][1]).rstrip("★"))
        for name, value in truth.values.items():
            if value in NONE_MARKS:
                truth.accept(name, "")
            if name == "investment" and not value:
                truth.accept(name, self.shape.none_mark)
        if self.shape.starred:
            text, names = own["lead_units"]
            leads = text.partition("\n" if self.allowed.breaks else " ")[0].count("、") + 1
            truth.values["lead_units"], truth.values["support_units"] = names[:leads], names[leads:]
        return Row(cells, truth=truth)

    def _total(self, rows: list[Row]) -> Row:
        total = sum(
            int(row.truth.values["investment"] or 0)
            for row in rows
            if row.truth and not row.truth.continues
        )
        texts = {"code": "合计", "investment": f"{total / 10000:g}"}
        first = self.columns[0].name
        texts.setdefault(first, "合计") if first != "investment" else None
        return Row([Cell(texts.get(column.name or "", "")) for column in self.columns])
