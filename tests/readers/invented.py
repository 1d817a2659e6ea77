"""Invent tables with merged cells, and write the same table as HTML, as Word XML and as Typst."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.readers.word.written import cell, paragraph, row, table

_THEMES = ("学有优教", "病有良医", "老有颐养", "出行畅达", "水清岸绿", "文体惠民")
_UNITS = (
    "教育局",
    "卫生健康局",
    "民政局",
    "住房和城乡建设局",
    "交通运输局",
    "水利局",
    "文化和广电旅游体育局",
    "柳湾街道",
    "青禾镇",
)
_WORKS = (
    "新建改建口袋公园{n}个", "新增公共停车泊位{n}个", "改造老旧小区{n}个", "打造15分钟品质生活圈{n}个",
    "建成投用幼儿园{n}所,新增学位{m}个", "新增养老床位{n}张", "完成自来水管网改造{n}.5公里",
    "开展送戏下乡{n}场,服务群众{m}人次以上",
)  # fmt: skip
_STEPS = (
    "已完成{n}个,完成率{p}%。", "完成施工图设计,正在办理招标手续。", "主体结构结顶,累计完成工程量的{p}%。",
    "全部完工,等待验收。", "1.完成前期调查;2.落实资金{m}万元;3.计划10月底前开工建设,年内完成全部建设任务并投入使用。",
)  # fmt: skip
_STATES = ("正常", "超前", "滞后", "办结")
HEADER = ("类别", "序号", "项目内容", "牵头单位", "配合单位", "进展情况", "进度状态")


@dataclass(frozen=True)
class Box:
    """A cell as meant: its paragraphs, where it stands (from 0) and its spans."""

    lines: tuple[str, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Table:
    """A table as meant; `header` counts the rows of its header."""

    boxes: tuple[Box, ...]
    height: int
    width: int
    header: int = 1
    widths: tuple[int, ...] = field(default=())

    def facts(self) -> set[tuple[int, int, int, int, str]]:
        """Give each cell as row, column, spans and text without white space, from 1."""
        return {
            (b.row + 1, b.column + 1, b.rows, b.columns, "".join("".join(b.lines).split()))
            for b in self.boxes
        }

    def rows(self) -> list[list[Box]]:
        """Give the cells that begin in each row, in order."""
        found: list[list[Box]] = [[] for _ in range(self.height)]
        for box in sorted(self.boxes, key=lambda b: (b.row, b.column)):
            found[box.row].append(box)
        return found


def project_table(rows: int, seed: int) -> Table:
    """Invent a table of projects: themes merged over their rows, some units in several paragraphs."""
    draw = random.Random(seed)
    boxes = [Box((word,), 0, column) for column, word in enumerate(HEADER)]
    at = 1
    while at <= rows:
        group = min(draw.randint(1, 4), rows - at + 1)
        boxes.append(Box((draw.choice(_THEMES),), at, 0, rows=group))
        for line in range(at, at + group):
            boxes += [Box(text, line, column) for column, text in enumerate(_record(draw, line), 1)]
        at += group
    return Table(tuple(boxes), rows + 1, len(HEADER), widths=(8, 6, 26, 14, 14, 26, 8))


def _record(draw: random.Random, number: int) -> list[tuple[str, ...]]:
    counts = {"n": draw.randint(2, 90), "m": draw.randint(100, 9000), "p": draw.randint(1, 100)}
    support = tuple(draw.sample(_UNITS, draw.randint(0, 3)))
    together = ("、".join(support),) if draw.random() < 0.5 and support else support
    return [
        (str(number),),
        (draw.choice(_WORKS).format_map(counts) + "。",),
        (draw.choice(_UNITS),),
        together,
        (draw.choice(_STEPS).format_map(counts),),
        (draw.choice(_STATES),),
    ]


def any_table(seed: int) -> Table:
    """Invent a table of any shape: rectangles cut at random, blank cells, several paragraphs."""
    draw = random.Random(seed)
    height, width = draw.randint(2, 9), draw.randint(2, 7)
    free = {(r, c) for r in range(height) for c in range(width)}
    boxes = []
    for r, c in sorted(free):
        if (r, c) not in free:
            continue
        columns = rows = 1
        while draw.random() < 0.25 and (r, c + columns) in free:
            columns += 1
        while draw.random() < 0.25 and all((r + rows, c + k) in free for k in range(columns)):
            rows += 1
        free -= {(r + i, c + k) for i in range(rows) for k in range(columns)}
        lines = tuple(
            draw.choice(_WORKS).format(n=r * 10 + c, m=7)
            for _ in range(draw.choice((0, 1, 1, 1, 2)))
        )
        boxes.append(Box(lines, r, c, rows, columns))
    return Table(tuple(boxes), height, width)


def as_html(made: Table) -> str:
    """Write a table as HTML."""
    lines = []
    for number, boxes in enumerate(made.rows()):
        tag = "th" if number < made.header else "td"
        lines.append("<tr>" + "".join(_html_cell(box, tag) for box in boxes) + "</tr>")
    head, body = "".join(lines[: made.header]), "".join(lines[made.header :])
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"


def _html_cell(box: Box, tag: str) -> str:
    inner = box.lines[0] if len(box.lines) == 1 else "".join(f"<p>{line}</p>" for line in box.lines)
    spans = f' rowspan="{box.rows}"' * (box.rows > 1) + f' colspan="{box.columns}"' * (
        box.columns > 1
    )
    return f"<{tag}{spans}>{inner}</{tag}>"


def as_word(made: Table) -> str:
    """Write a table as Word XML: vMerge and gridSpan, a header that is printed again on each page."""
    cover = {(b.row + i, b.column): (b, i) for b in made.boxes for i in range(b.rows)}
    rows = []
    for number in range(made.height):
        cells = [_word_cell(*cover[number, c]) for c in range(made.width) if (number, c) in cover]
        rows.append(row(*cells, properties="<w:tblHeader/>" if number < made.header else ""))
    widths = made.widths or (100 // made.width,) * made.width
    return table(*rows, grid=[90 * width for width in widths])


def _word_cell(box: Box, below: int) -> str:
    properties = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    if box.rows > 1:
        properties += "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>'
    if below or not box.lines:
        return cell("", properties)
    return cell("".join(paragraph(line) for line in box.lines), properties)


def as_typst(made: Table) -> str:
    """Write a table as a Typst page with rulings."""
    columns = ", ".join(f"{width}fr" for width in made.widths or (1,) * made.width)
    cells = [
        f"table.cell(x: {b.column}, y: {b.row}, rowspan: {b.rows}, colspan: {b.columns})"
        f"[{' #parbreak() '.join(b.lines)}]"
        for b in made.boxes
    ]
    head = ", ".join(c for c, b in zip(cells, made.boxes, strict=True) if b.row < made.header)
    body = ", ".join(c for c, b in zip(cells, made.boxes, strict=True) if b.row >= made.header)
    head = f"table.header({head}), " if head else ""
    return f"#table(columns: ({columns}), {head}{body})"
