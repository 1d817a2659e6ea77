"""Draw pages at random, words, columns and blanks alike, and say what is right to read in them.

`python -m tests.layouts.drawn 1 50` draws pages with the seeds 1 to 50 in every shape and prints what
was read wrong; the same seed draws the same pages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from shishi.records import LISTS, Field, Page
from tests.layouts.invented import TITLE, doubted, page_of

WORDS = {
    "code": "序号 编号",
    "theme": "类别 重点工作 项目类别 领域",
    "item": "项目名称 主要内容 建设内容 目标任务 工作任务 项目内容 实施内容 具体内容",
    "lead_units": "牵头单位 责任单位 牵头部门 责任部门 实施单位",
    "support_units": "配合单位 协同单位 协办单位",
    "leaders": "区领导 分管领导 责任领导 牵头领导",
    "investment": "总投资(万元) 计划投资(万元)",
    "goal": "年度目标 四季度计划目标 9月份目标 目标进度 三季度计划",
    "progress": "进展情况 完成情况 推进情况 截至9月底进展 目前进展情况",
    "percent": "完成率 形象进度(%) 完成比例",
    "status": "进度状态 状态",
    "explanation": "情况说明",
    "remark": "备注",
}
OPTIONAL = ("support_units", "leaders", "investment", "percent", "status", "explanation", "remark")
THEMES = [
    "便民出行",
    "养老托育",
    "教育优先发展",
    "健康服务提升",
    "一、乐享交通",
    "二、品质居住",
    "环境美化",
    "文化惠民工程",
]
VERBS = [
    "新建",
    "改造",
    "新增",
    "改扩建",
    "提升",
    "打通",
    "完成",
    "建设",
    "创建",
    "优化",
    "更新",
    "打造",
]
THINGS = [
    "口袋公园",
    "公共泊位",
    "社区食堂",
    "断头路",
    "农村公厕",
    "老旧小区",
    "健身点",
    "托育机构",
    "便民服务点",
    "公交站台",
]
MEASURES = ["个", "处", "条", "家", "座", "公里", "所", "套"]
UNITS = [
    "区教育局",
    "区卫健局",
    "住建局",
    "区民政局",
    "区交通运输局",
    "市场监管局",
    "区水务集团",
    "城投公司",
    "柳湖街道",
    "石埠镇",
    "云溪街道",
    "区综合行政执法局",
    "区文广旅体局",
    "团区委",
    "区残联",
    "公安分局",
    "自然资源和规划分局",
    "区府办",
]
GROUPS = ["各街道", "各镇(街道)", "相关单位", "各乡镇"]
PEOPLE = ["陆远帆", "沈知行", "顾长河", "欧阳岚", "周一鸣", "方朔"]
STATUSES = ["正常", "超前", "滞后", "办结", "完成"]
EXPLANATIONS = [
    "因管线迁改滞后,下一步加快协调。",
    "提前完成年度任务。",
    "受连续降雨影响,计划10月赶上进度。",
]
REMARKS = ["市级", "续建项目", "新增项目", "跨年度"]

Row = dict[str, list[str] | str]


class Draw(Random):
    """A source of chance that also draws the words of cells."""

    def count(self) -> str:
        """Draw a number with its measure word."""
        number = self.choice([self.randint(2, 9), self.randint(10, 99), self.randint(100, 900)])
        return f"{number}{self.choice(MEASURES)}"

    def item(self) -> str:
        """Draw what is to be done."""
        parts = [f"{self.choice(VERBS)}{self.choice(THINGS)}{self.count()}"]
        parts += [f"{self.choice(VERBS)}{self.choice(THINGS)}{self.count()}"][: self.random() < 0.4]
        return ",".join(parts) + self.choice(["", "。", "。"])

    def goal(self) -> str:
        """Draw what is to be reached by the end of the period."""
        month, share = self.randint(2, 11), self.randint(20, 95)
        words = (
            f"完成{self.choice(THINGS)}{self.count()}。 {month}月底前完成主体施工。 完成总工程量的{share}% "
            f"年内开工{self.count()},完工{self.count()}。 全面完工并投入使用。 完成招标,{month}月开工"
        )
        return self.choice(words.split())

    def progress(self) -> str:
        """Draw what has been reached."""
        thing, share = self.choice(THINGS), self.randint(10, 99)
        words = (
            f"已完成{thing}{self.count()}。 目前正在进行基础施工,累计完成工程量{share}%。 主体结构施工中 "
            f"{thing}已开工{self.count()},其余正在办理前期手续。 已完成竣工验收。 完成{self.count()}。 "
            f"截至目前,完成{thing}{self.count()},占年度任务的{share}% 方案设计阶段"
        )
        return self.choice(words.split())

    def supporters(self) -> list[str]:
        """Draw the supporting units: none, some, a group."""
        some = self.sample(UNITS, self.randint(1, 3))
        return self.choice([[], some, [self.choice(GROUPS)], [*some, self.choice(GROUPS)]])

    def rarely(self, often: float, word: str) -> str:
        """Give a word so often, and otherwise a blank."""
        return word if self.random() < often else ""

    def cell(self, column: str) -> list[str] | str:
        """Draw one cell of a column."""
        drawing: dict[str, Callable[[], list[str] | str]] = {
            "item": self.item,
            "goal": self.goal,
            "progress": self.progress,
            "lead_units": lambda: self.sample(UNITS, self.choice([1, 1, 1, 2])),
            "support_units": self.supporters,
            "leaders": lambda: [self.choice(PEOPLE)],
            "investment": lambda: self.rarely(0.9, str(self.randint(50, 90000))),
            "percent": lambda: self.rarely(0.9, f"{self.randint(5, 100)}%"),
            "status": lambda: self.choice(STATUSES),
            "explanation": lambda: self.rarely(0.4, self.choice(EXPLANATIONS)),
            "remark": lambda: self.rarely(0.3, self.choice(REMARKS)),
        }
        return drawing[column]()


@dataclass(frozen=True)
class Drawn:
    """A drawn table: its columns in order, their header words, its rows, where a theme is printed."""

    columns: list[str]
    words: list[str]
    rows: list[Row]
    begins: list[bool]

    def printed(self, at: int, column: str) -> str:
        """Give a cell as it is printed; a theme only where it begins."""
        value = self.rows[at][column]
        if column == "theme" and not self.begins[at]:
            return ""
        return "、".join(value) if isinstance(value, list) else value


def draw_table(draw: Draw) -> Drawn:
    """Draw the columns and the rows of a table."""
    core = ["item", "lead_units", *(["goal"] if draw.random() < 0.6 else []), "progress"]
    rest = core + [name for name in OPTIONAL if draw.random() < 0.45]
    draw.shuffle(rest)
    columns = ["code", *(["theme"] if draw.random() < 0.45 else []), *rest]
    rows: list[Row] = []
    begins: list[bool] = []
    theme = ""
    for number in range(1, draw.randint(5, 15)):
        begins.append(not theme or draw.random() < 0.5)
        if begins[-1]:
            theme = draw.choice([t for t in THEMES if t != theme])
        row: Row = {"code": str(number), "theme": theme}
        rows.append(row | {name: draw.cell(name) for name in rest})
    return Drawn(columns, [draw.choice(WORDS[c].split()) for c in columns], rows, begins)


def in_paragraphs(table: Drawn, draw: Draw) -> str:
    """Print one cell a paragraph; a blank one is a blank line more, or nothing."""
    blank = draw.choice(["", "\n"])
    cells = [table.printed(r, c) for r in range(len(table.rows)) for c in table.columns]
    body = "".join(f"{cell}\n\n" if cell else blank for cell in cells)
    return f"{TITLE}\n\n" + "".join(f"{word}\n\n" for word in table.words) + body


def in_bars(table: Drawn, draw: Draw) -> str:
    """Print one cell a line, a bar after it; a blank one is a bar alone."""
    cells = [table.printed(r, c) for r in range(len(table.rows)) for c in table.columns]
    lines = [f"{cell} |" if cell else "|" for cell in (*table.words, *cells)]
    return "\n".join((TITLE, *lines))


def in_lines(table: Drawn, draw: Draw) -> str:
    """Print one row a line."""
    rows = [[table.printed(r, c) for c in table.columns] for r in range(len(table.rows))]
    return "\n".join((TITLE, *(" | ".join(row) for row in (table.words, *rows)))) + "\n"


def slid(table: Drawn, draw: Draw) -> str:
    """Print one row a line; blank cells are lost and the row is padded at its right end."""
    rows = [[table.printed(r, c) for c in table.columns] for r in range(len(table.rows))]
    packed = [[*filter(None, row), *([""] * row.count(""))] for row in rows]
    return "\n".join((TITLE, *(" | ".join(row) for row in (table.words, *packed)))) + "\n"


def in_html(table: Drawn, draw: Draw) -> str:
    """Print a web table whose themes are merged over their rows."""
    lines = ["".join(f"<td>{word}</td>" for word in table.words)]
    for at in range(len(table.rows)):
        span = next((n for n, b in enumerate([*table.begins[at + 1 :], True], 1) if b), 1)
        cells = [
            f"<td rowspan={span if c == 'theme' else 1}>{table.printed(at, c)}</td>"
            for c in table.columns
            if c != "theme" or table.begins[at]
        ]
        lines.append("".join(cells))
    return f"<h1>{TITLE}</h1><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


SHAPES: Mapping[str, Callable[[Drawn, Draw], str]] = {
    "paragraphs": in_paragraphs,
    "bars": in_bars,
    "lines": in_lines,
    "slid": slid,
    "html": in_html,
}


@dataclass(frozen=True)
class Judged:
    """One cell of a drawn page: what is right, what was read, and whether the program doubts it."""

    spot: str
    field: str
    right: object
    read: object
    flagged: bool

    @property
    def wrong(self) -> bool:
        """Say whether something else was read than is right."""
        return (self.right or None) != (self.read or None)


def judge(shape: str, seed: int) -> tuple[bool, list[Judged]]:
    """Draw, read and judge one page: whether all records were found, and every cell."""
    draw = Draw(f"{shape} {seed}")
    table = draw_table(draw)
    name = "a.html" if shape == "html" else "a.txt"
    return judge_table(table, page_of(SHAPES[shape](table, draw), name), f"{shape} {seed}")


def judge_table(table: Drawn, page: Page, spot: str) -> tuple[bool, list[Judged]]:
    """Judge what was read of a drawn table: whether all records were found, and every cell."""
    doubts = doubted(page)
    cells = [
        Judged(f"{spot} row {at}", c, row[c], _read(page, at, c), (at, c) in doubts)
        for at, row in enumerate(table.rows, 1)
        for c in table.columns
    ]
    return len(page.records) == len(table.rows), cells


def _read(page: Page, order: int, column: str) -> object:
    if order > len(page.records):
        return None
    record, field = page.records[order - 1], Field(column)
    if field in LISTS:
        return [name.value for name in record.names.get(field, ())]
    return record.printed(field)


def main() -> None:
    """Print for each shape how many cells were read wrong, and which of them in silence."""
    first, last = (int(word) for word in sys.argv[1:3])
    for shape in SHAPES:
        cells = [cell for seed in range(first, last + 1) for cell in judge(shape, seed)[1]]
        wrong = [cell for cell in cells if cell.wrong]
        silent = [cell for cell in wrong if not cell.flagged]
        over = sum(cell.flagged and not cell.wrong for cell in cells)
        print(f"{shape}: {len(cells)} cells, {len(wrong)} wrong, {len(silent)} silent, {over} over")
        for cell in silent:
            print(f"    {cell.spot} {cell.field}: {cell.right!r} read as {cell.read!r}")


if __name__ == "__main__":
    main()
