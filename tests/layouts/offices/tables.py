"""Draw an office's table: its columns, its rows, and what is right to read in every row."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.layouts.drawn import THEMES, Draw
from tests.layouts.offices import words

Value = str | list[str]


@dataclass
class Heading:
    """One column: the field it fills ("" for one of its own), its word, and how it is printed."""

    field: str
    word: str
    style: str = ""  # labelled, starred: two kinds of unit in one column; measure, older: no field
    between: str = "、"  # between the names of a list


@dataclass
class Row:
    """One record: what is right to read (`truth`), what its cells print, and whether it goes on."""

    truth: dict[str, Value]
    cells: dict[int, str] = field(default_factory=dict)
    part: bool = False  # the item is that of the row above
    theme_begins: bool = False
    section_begins: bool = False


@dataclass
class Table:
    """A drawn table; the truth of every row is complete, whatever the page prints of it."""

    headings: list[Heading]
    rows: list[Row]
    theme_style: str  # column, rows, none
    unit: str  # of money, where a line over the table names it


def draw_table(draw: Draw) -> Table:
    """Draw the columns, then the rows."""
    theme = draw.choice(["column", "column", "rows", "none", "none"])
    headings = _draw_headings(draw, theme)
    unit = ""
    for heading in headings:
        if heading.field == "investment":
            unit = draw.choice(["(万元)", "（万元）", "", "(亿元)"])
            heading.word += unit
            unit = "" if unit else draw.choice(["万元", "亿元"])
    rows: list[Row] = []
    name, number, restarts = "", 0, theme == "rows" and draw.random() < 0.3
    dotted = theme != "none" and draw.random() < 0.2
    group = 0
    for _ in range(draw.randint(3, 14)):
        begins = theme != "none" and (not name or draw.random() < 0.35)
        if begins:
            name = draw.choice([t for t in THEMES if t != name])
            group += 1
            number = 0 if restarts or dotted else number
        number += 1
        code = f"{group}.{number}" if dotted else str(number)
        truth: dict[str, Value] = {"code": code, "theme": name}
        for part in range(draw.choice([1, 1, 1, 1, 1, 2, 3])):
            row = Row(dict(truth), part=part > 0, theme_begins=begins and not part)
            row.section_begins = restarts and number == 1 and not part and group > 1
            _fill(draw, row, headings, above=rows[-1] if part else None)
            rows.append(row)
    return Table(headings, rows, theme, unit)


def _draw_headings(draw: Draw, theme: str) -> list[Heading]:
    rest = [Heading("item", words.draw_word(draw, "item"))]
    rest += _draw_units(draw)
    dated = draw.random() < 0.12
    if dated:
        rest += [Heading("", "7月进展情况", "older"), Heading("progress", "8月进展情况")]
    else:
        rest.append(Heading("progress", words.draw_word(draw, "progress")))
    chances = {"goal": 0.45, "investment": 0.2, "percent": 0.3, "status": 0.35, "levels": 0.1}
    chances |= {"explanation": 0.2, "remark": 0.3, "leaders": 0.25}
    for name, chance in chances.items():
        if draw.random() < chance:
            rest.append(Heading(name, words.draw_word(draw, name)))
    if draw.random() < 0.15:
        rest.append(Heading("", draw.choice(["单位", "单 位", "计量单位"]), "measure"))
    if draw.random() < 0.25:
        rest.append(Heading("", draw.choice([*words.OTHER])))
    if draw.random() < 0.6:
        draw.shuffle(rest)
    headings = [Heading("theme", words.draw_word(draw, "theme"))] if theme == "column" else []
    if draw.random() < 0.92:
        place = draw.choice([0, 0, 0, len(headings)])
        headings.insert(place, Heading("code", words.draw_word(draw, "code")))
    return headings + rest


def _draw_units(draw: Draw) -> list[Heading]:
    chance = draw.random()
    if chance < 0.1:
        return [Heading("lead_units", draw.choice(["责任单位", "责任部门"]), "labelled")]
    if chance < 0.2:
        words_ = ["责任★及配合单位", "牵头(★)及配合单位", "责任单位(★为牵头单位)"]
        return [Heading("lead_units", draw.choice(words_), "starred", draw.choice("、\n"))]
    lead = Heading("lead_units", words.draw_word(draw, "lead_units"))
    if chance < 0.6:
        return [lead]
    return [lead, Heading("support_units", words.draw_word(draw, "support_units"))]


def _fill(draw: Draw, row: Row, headings: list[Heading], *, above: Row | None) -> None:
    fields = {h.field for h in headings}
    shared = ("item", "goal", "levels", "investment") if above else ()
    for index, heading in enumerate(headings):
        name = heading.field
        if above and name in shared:
            row.truth[name] = above.truth[name]
            row.cells[index] = above.cells[index]
            if name == "item" and "levels" in above.truth:
                row.truth["levels"] = above.truth["levels"]
        elif name in ("code", "theme"):
            row.cells[index] = str(row.truth[name])
        elif heading.style in ("labelled", "starred"):
            row.cells[index] = _both_units(draw, row, heading)
        elif heading.style == "measure":
            row.cells[index] = draw.choice(["个", "处", "公里", "家", "平方米", "人次"])
        elif heading.style == "older":
            row.cells[index] = draw.progress()
        elif not name:
            row.cells[index] = draw.choice([*words.OTHER[heading.word], ""])
        elif name == "item":
            row.cells[index] = _item(draw, row, with_levels="levels" not in fields)
        else:
            row.truth[name] = value = draw_value(draw, heading)
            row.cells[index] = _listed(draw, value) if isinstance(value, list) else value
            if name == "percent" and value:
                row.cells[index] = value + (
                    "" if "%" in heading.word or "％" in heading.word else "%"
                )


def _item(draw: Draw, row: Row, *, with_levels: bool) -> str:
    row.truth["item"] = item = draw.item()
    if with_levels and draw.random() < 0.08:
        levels = draw.choice([["市级"], ["区级"], ["市级", "区级"]])
        row.truth["levels"] = levels
        mark = "、".join(levels)
        return draw.choice(
            [f"{item}({mark})", f"【{mark}】{item}", f"{item}【{mark}】", f"({mark}){item}"]
        )
    return item


def _both_units(draw: Draw, row: Row, heading: Heading) -> str:
    names = draw.sample(words.UNITS, draw.randint(2, 4))
    leads = names[: draw.choice([1, 1, 2])]
    others = names[len(leads) :]
    if heading.style == "labelled":
        leads = leads[:1]
        row.truth |= {"lead_units": leads, "support_units": others}
        begin, then = draw.choice(
            [("牵头单位", "配合单位"), ("牵头", "配合"), ("责任单位", "配合单位")]
        )
        colon = draw.choice([":", "："])
        between = draw.choice(["\n", ";", "；"])
        if not others:
            return f"{begin}{colon}{'、'.join(leads)}"
        return f"{begin}{colon}{'、'.join(leads)}{between}{then}{colon}{'、'.join(others)}"
    row.truth |= {"lead_units": leads, "support_units": others}
    return heading.between.join([*(f"★{name}" for name in leads), *others])


def draw_value(draw: Draw, heading: Heading) -> Value:
    """Draw what is right to read in one cell."""
    name = heading.field
    if name == "lead_units":
        return draw.sample(words.UNITS, draw.choice([1, 1, 1, 2, 3]))
    if name == "support_units":
        some = draw.sample(words.UNITS, draw.randint(1, 3))
        return draw.choice([[], some, [draw.choice(words.GROUP_NAMES)], [*some, "各街道"]])
    if name == "leaders":
        return draw.sample(words.PEOPLE, draw.choice([1, 1, 1, 2]))
    if name == "levels":
        return [draw.choice(["市级", "区级", "省级"])]
    if name == "status":
        yes = heading.word.startswith("是否")
        return draw.choice(["是", "否"] if yes else words.STATUSES)
    if name == "percent":
        return draw.rarely(
            0.9, draw.choice([str(draw.randint(5, 100)), f"{draw.randint(5, 99)}.5"])
        )
    if name == "explanation":
        return draw.rarely(0.4, draw.choice(words.EXPLANATIONS))
    if name == "remark":
        return draw.rarely(0.3, draw.choice(words.REMARKS))
    if name == "investment":
        return draw.rarely(
            0.9, draw.choice([str(draw.randint(50, 90000)), f"{draw.randint(2, 99)}.5"])
        )
    if name == "progress" and draw.random() < 0.12:
        return f"1.{draw.progress()}\n2.{draw.progress()}"
    return draw.goal() if name == "goal" else draw.progress()


def _listed(draw: Draw, names: list[str]) -> str:
    return draw.choice(["、", "、", "、", "\n", ",", "，", " "]).join(names)
