"""Draw tables whose rows stand on lines, the cells parted by single spaces, in the shapes that go wrong.

Numbers 一 二 三 without a mark, or of the themes and not of the rows, or none; up to ten columns, most
of them often blank; one column for leads and supporters, the leads starred; short cells of figures, of
which a blank one leaves the others looking alike; lists of units that break the line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.layouts.pasted import wording
from tests.layouts.pasted.harm import FURNITURE_ABOVE, FURNITURE_BELOW
from tests.layouts.pasted.truth import TITLES, WORDS, Draw, Row, Truth

CHINESE = [
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
    "十九",
    "二十",
]
USUAL_ORDER = [
    "item",
    "investment",
    "lead_units",
    "support_units",
    "leaders",
    "goal",
    "deadline",
    "progress",
    "percent",
    "status",
    "explanation",
    "remark",
]
OPTIONAL = {
    "support_units": 0.5,
    "leaders": 0.3,
    "investment": 0.25,
    "goal": 0.5,
    "percent": 0.3,
    "status": 0.3,
    "explanation": 0.2,
    "remark": 0.4,
    "levels": 0.08,
}
MORE_WORDS = {
    "levels": ["级别", "项目层级"],
    "goal": ["年度目标", "目标", "三季度计划目标", "工作目标"],
    "progress": ["进展情况", "完成情况", "实际完成情况", "1-9月推进情况"],
    "explanation": ["情况说明", "滞后原因", "存在问题"],
    "starred": ["责任单位(★为牵头单位)", "责任★及配合单位", "责任单位(标★为牵头)"],
}
LISTED = {"lead_units", "support_units", "leaders"}
MARKS = {"plain": "{}", "dot": "{}.", "comma": "{}、", "bracket": "{}"}


@dataclass
class Shape:
    """How one table is printed: its numbers, its columns, and how often which is blank."""

    numbers: str
    themed: bool
    columns: list[str]
    starred: bool
    figures: bool
    mark: str
    blank_mark: str
    blanks: dict[str, float] = field(default_factory=dict)
    breaks: str = ""
    fixed: dict[str, list[str]] = field(default_factory=dict)


def draw_lines(draw: Draw) -> tuple[Truth, str]:
    """Draw one page: its truth and its text."""
    shape = _shape(draw)
    rows, begins = _rows(shape, draw)
    judged = [c for c in shape.columns if c not in wording.OTHERS]
    if shape.numbers in {"arabic", "chinese", "dotted", "themes"}:
        judged.insert(0, "code")
    if shape.themed:
        judged.insert(1 if judged[0] == "code" else 0, "theme")
    words = _words(shape, draw)
    table = Truth(draw.choice(TITLES), judged, words, rows, begins)
    return table, _page(table, shape, draw)


def _shape(draw: Draw) -> Shape:
    numbers = draw.choice(["arabic"] * 5 + ["chinese"] * 2 + ["themes"] * 2 + ["dotted", "none"])
    themed = numbers == "themes" or draw.random() < (0.6 if numbers == "none" else 0.4)
    starred = draw.random() < 0.15
    wide = draw.random() < 0.35
    often = {c: min(0.9, p * (2 if wide else 1)) for c, p in OPTIONAL.items()}
    columns = ["item", "lead_units", "progress"]
    columns += [c for c, p in often.items() if draw.random() < p]
    columns += [c for c in wording.OTHERS if draw.random() < (0.15 if wide else 0.04)]
    if starred and "support_units" in columns:
        columns.remove("support_units")
    columns = columns[:9]
    if draw.random() < 0.7:
        order = {c: i for i, c in enumerate(USUAL_ORDER)}
        columns.sort(key=lambda c: order.get(c, 3.5 + len(c) % 5))
    else:
        draw.shuffle(columns)
    often_blank = draw.choice([0.05, 0.2, 0.4])
    blanks = {c: often_blank for c in columns if c not in {"item", "lead_units", "progress"}}
    blanks |= {"progress": 0.04, "lead_units": draw.choice([0, 0, 0.06]), "support_units": 0.4}
    blanks |= {"explanation": 0.6, "remark": draw.choice([0.3, 0.7])}
    return Shape(
        numbers,
        themed,
        columns,
        starred,
        figures=draw.random() < 0.15,
        mark=draw.choice(["plain", "plain", "plain", "dot", "comma", "bracket"]),
        blank_mark=draw.choice([""] * 6 + ["/", "—", "无"]),
        blanks=blanks,
        breaks=draw.choice([""] * 4 + ["list", "name", "middle"]),
        fixed={
            "status": draw.choice(wording.STATUSES),
            "before": [draw.choice("区区区县市") if draw.random() < 0.75 else ""],
        },
    )


def _rows(shape: Shape, draw: Draw) -> tuple[list[Row], list[bool]]:
    rows: list[Row] = []
    begins: list[bool] = []
    theme, part, sub = "", 0, 0
    for number in range(1, draw.randint(6, 18)):
        begins.append(not theme or draw.random() < 0.4)
        if begins[-1]:
            theme = draw.choice([t for t in wording.THEMES if t != theme])
            part, sub = part + 1, 0
        sub += 1
        code = {
            "arabic": str(number),
            "chinese": CHINESE[number - 1],
            "themes": CHINESE[part - 1] if shape.mark == "bracket" else str(part),
            "dotted": f"{part}.{sub}",
            "none": "",
        }[shape.numbers]
        code = (
            f"({code})"
            if shape.mark == "bracket" and shape.numbers not in {"dotted", "none"}
            else code
        )
        row: Row = {"code": code, "theme": theme}
        row |= {c: _cell(c, shape, draw) for c in shape.columns}
        if shape.starred:
            row["support_units"] = (
                "、".join(wording.some_units(draw, 3, shape.fixed["before"][0]))
                if draw.random() < 0.6
                else ""
            )
        leads = row["lead_units"].split("、")
        row["support_units"] = "、".join(
            u for u in row.get("support_units", "").split("、") if u not in leads
        )
        rows.append(row)
    return rows, begins


def _cell(column: str, shape: Shape, draw: Draw) -> str:
    if draw.random() < shape.blanks.get(column, 0):
        return "" if column in LISTED else shape.blank_mark
    before = shape.fixed["before"][0]
    if column in wording.OTHERS:
        return wording.OTHERS[column][1](draw)
    if column == "lead_units":
        return "、".join(wording.some_units(draw, draw.choice([1, 1, 1, 2]), before))
    if column == "support_units":
        some = wording.some_units(draw, 4, before)
        return "、".join(
            draw.choice(
                [some, some, [draw.choice(wording.GROUPS)], [*some, draw.choice(wording.GROUPS)]]
            )
        )
    if shape.figures and column in {"goal", "progress"}:
        return wording.count(draw)
    return {
        "item": lambda: wording.item(draw),
        "goal": lambda: wording.goal(draw),
        "progress": lambda: wording.progress(draw),
        "leaders": lambda: wording.leader(draw),
        "investment": lambda: draw.choice(
            [str(draw.randint(20, 90000)), f"{draw.randint(20, 9000) / 10:g}"]
        ),
        "percent": lambda: draw.choice(
            [f"{draw.randint(5, 100)}%", f"{draw.randint(50, 1200) / 10:g}%"]
        ),
        "status": lambda: draw.choice(shape.fixed["status"]),
        "explanation": lambda: draw.choice(wording.REASONS),
        "remark": lambda: draw.choice(wording.REMARKS),
        "levels": lambda: draw.choice(["市级", "区级"]),
    }[column]()


def _words(shape: Shape, draw: Draw) -> list[str]:
    def word(column: str) -> str:
        if column in wording.OTHERS:
            return draw.choice(wording.OTHERS[column][0])
        if column == "lead_units" and shape.starred:
            return draw.choice(MORE_WORDS["starred"])
        return draw.choice([*WORDS.get(column, "").split(), *MORE_WORDS.get(column, [])])

    heads = {"none": []}.get(shape.numbers, ["code"]) + (["theme"] if shape.themed else [])
    return [word(c) for c in (*heads, *shape.columns)]


def _page(table: Truth, shape: Shape, draw: Draw) -> str:
    again = draw.random() < 0.1
    lines = [table.title, " ".join(table.words)]
    for at, row in enumerate(table.rows):
        if again and at and at % 7 == 0:
            lines.append(" ".join(table.words))
        cells = [
            *_number(table, shape, at),
            *(_printed(c, row, shape, draw) for c in shape.columns),
        ]
        lines.append(" ".join(filter(None, cells)))
    if draw.random() < 0.3:
        lines.insert(0, draw.choice(FURNITURE_ABOVE))
        lines.append(draw.choice(FURNITURE_BELOW))
    return "\n".join(lines) + "\n"


def _number(table: Truth, shape: Shape, at: int) -> list[str]:
    """Give the code and the theme as they are printed: merged ones where they begin."""
    code, begins = table.rows[at]["code"], table.begins[at]
    theme = [table.rows[at]["theme"]] if shape.themed and begins else []
    if shape.numbers == "none":
        return theme
    if shape.numbers == "themes":
        return [MARKS[shape.mark].format(code), *theme] if begins else []
    mark = "plain" if shape.numbers == "dotted" else shape.mark
    return [MARKS[mark].format(code), *theme]


def _printed(column: str, row: Row, shape: Shape, draw: Draw) -> str:
    cell = row[column]
    if column == "lead_units" and shape.starred:
        leads = [f"★{u}" for u in cell.split("、") if u]
        cell = "、".join([*leads, *filter(None, row["support_units"].split("、"))])
    if column in {"lead_units", "support_units"} and len(cell) > 8 and draw.random() < 0.4:
        return _broken(cell, shape.breaks, draw)
    return cell or shape.blank_mark


def _broken(cell: str, how: str, draw: Draw) -> str:
    """Break a list of units over two lines: behind a comma, before it was due, or inside a name."""
    commas = [i for i, c in enumerate(cell) if c == "、"]
    if how == "list" and commas:
        at = draw.choice(commas)
        return cell[: at + 1] + "\n" + cell[at + 1 :]
    if how == "name" and commas:
        at = draw.choice(commas)
        return cell[:at] + "\n" + cell[at + 1 :]
    if how == "middle":
        at = draw.randint(4, len(cell) - 3)
        return cell if "、" in cell[at - 2 : at + 2] else cell[:at] + "\n" + cell[at:]
    return cell
