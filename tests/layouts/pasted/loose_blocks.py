"""Draw labelled blocks as loosely as offices write them: blanks, labels inside text, several label sets.

A value may take several paragraphs or none, a label may stand alone over its value, blocks may run on
on one line, a theme may stand over some of them, and a table of places may follow a value.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.layouts.pasted import phrases
from tests.layouts.pasted.loose import draw_pieces
from tests.layouts.pasted.phrases import Phrases
from tests.layouts.pasted.truth import TITLES, Row, Truth
from tests.samples.scripts import printed

SETS: dict[str, list[str]] = {
    "item": ["目标任务", "项目名称", "工作任务", "实事内容", "项目内容"],
    "goal": ["年度目标", "目标", "工作目标", "阶段目标", "本月计划"],
    "lead_units": ["牵头单位", "责任单位", "牵头部门", "主要责任单位"],
    "support_units": ["配合单位", "协同单位", "配合部门", "参与单位"],
    "leaders": ["牵头领导", "分管领导", "责任领导", "区领导"],
    "progress": ["完成情况", "进展情况", "实际完成情况", "目前进展", "推进情况", "1-9月完成情况"],
    "status": ["进度状态", "状态"],
    "explanation": ["情况说明"],
    "remark": ["备注"],
}
INSIDE = [
    "对照年度目标:已完成{n}个。",
    "已落实责任单位:各街道各认领{k}个。",
    "分解目标:一季度{m}个,二季度{k}个。",
    "项目负责人会同各责任单位:倒排工期。",
    "其中重点任务:完成{m}%。",
    "下步目标:{k}月底前完工。",
]
"""Sentences that hold what looks like a label."""

MARKS = ["{}.", "{}、", "({})", "{}.", "", "第{}项 "]


@dataclass(frozen=True)
class BlockWays:
    """How one page prints its blocks."""

    labels: list[dict[str, str]]  # one set, or two that take turns
    turns: str  # "never", "half" (from the middle on), "each" (by chance)
    headed: bool  # the item stands before the labels, without one of its own
    mark: str
    run_on: bool
    between: str  # what parts the parts of a block
    apart: str  # what parts blocks
    blank: str  # "none": no label, "empty": the label alone, or a mark
    colon: str
    alone: bool  # long values stand on the line below their label
    listed: bool
    by_line: bool
    inside: bool  # text may hold what looks like a label
    themes: bool
    places: bool


def draw_block_ways(draw: Phrases) -> BlockWays:
    """Draw how a page prints its blocks."""
    headed = draw.random() < 0.6
    run_on = draw.random() < 0.3
    sets = [{c: draw.choice(words) for c, words in SETS.items()} for _ in range(2)]
    return BlockWays(
        labels=sets,
        turns=draw.choice(["never", "never", "never", "half", "each"]),
        headed=headed,
        mark=draw.choice(MARKS[:4] if headed else MARKS),
        run_on=run_on,
        between=draw.choice(["", " ", ";", "  "]) if run_on else draw.choice(["\n", "\n\n"]),
        apart=draw.choice(["\n", "\n\n"]),
        blank=draw.choice(["none", "none", "empty", *phrases.NOTES[:3]]),
        colon=draw.choice([":", ":", ":", ": ", "\uff1a"]),
        alone=not run_on and draw.random() < 0.15,
        listed=not run_on and draw.random() < 0.4,
        by_line=not run_on and draw.random() < 0.15,
        inside=draw.random() < 0.3,
        themes=draw.random() < 0.25,
        places=not run_on and draw.random() < 0.1,
    )


def draw_blocks(draw: Phrases, ways: BlockWays) -> tuple[Truth, dict[str, list[str]]]:
    """Draw the blocks of a page; the second result are the paragraphs of each value."""
    rest = [c for c in SETS if c not in {"item", "lead_units"} and draw.random() < 0.5]
    told = {"progress", "goal", "status"} & set(rest)
    rest += ["lead_units"] if draw.random() < 0.95 or not told else []
    draw.shuffle(rest)
    columns = [*(["theme"] if ways.themes else []), "code", "item", *rest]
    rows: list[Row] = []
    pieces: dict[str, list[str]] = {}
    theme, begins = "", []
    style = draw.choice("(、")
    for number in range(1, draw.randint(5, 14)):
        begins.append(ways.themes and (not theme or draw.random() < 0.35))
        if begins[-1]:
            theme = draw.choice(
                [t for t in phrases.THEMES if t[:2].find(style) >= 0 and t != theme]
            )
        row: Row = {"code": str(number), "theme": theme}
        for name in ("item", *rest):
            said = draw_pieces(draw, name)
            if ways.inside and name == "progress" and draw.random() < 0.3:
                said.append(draw.words(INSIDE, 0))
            if name not in {"item", "lead_units"} and draw.random() < 0.2:
                said = [ways.blank] if ways.blank in phrases.NOTES else []
            row[name] = ("、" if name.endswith("units") else "").join(said)
            pieces[row[name]] = said
        rows.append(row)
    return Truth(draw.choice(TITLES), columns, [""] * len(columns), rows, begins), pieces


def print_blocks(
    table: Truth, draw: Phrases, *, ways: BlockWays, pieces: dict[str, list[str]]
) -> str:
    """Print the blocks of a page."""
    blocks = []
    for at, row in enumerate(table.rows):
        second = ways.turns == "half" and 2 * at > len(table.rows)
        second |= ways.turns == "each" and draw.random() < 0.3
        parts = _parts(table, row, ways, ways.labels[second], pieces)
        theme = row["theme"] + "\n" if table.begins[at] else ""
        block = ways.mark.format(row["code"]) + _joined(parts, ways)
        if ways.places and draw.random() < 0.3:
            block += "\n" + _places(draw)
        blocks.append(theme + block)
    return ways.apart.join(blocks) + "\n"


def _joined(parts: list[str], ways: BlockWays) -> str:
    """Put the parts of a block one after the other; no two marks stand side by side."""
    text = parts[0]
    for part in parts[1:]:
        between = "" if ways.between == ";" and text[-1:] in "。;:" else ways.between
        text += between + part
    return text


def _parts(
    table: Truth, row: Row, ways: BlockWays, labels: dict[str, str], pieces: dict[str, list[str]]
) -> list[str]:
    parts = []
    for name in table.columns:
        if name in {"code", "theme"}:
            continue
        said = _said(row[name], name, ways, pieces)
        if name == "item" and ways.headed:
            parts.append(said)
            continue
        if not said and ways.blank == "none":
            continue
        label = printed(labels[name], table.script) + ways.colon
        alone = ways.alone and name in {"goal", "progress"} and said
        parts.append(label + ("\n" if alone else "") + said)
    return parts


def _said(value: str, name: str, ways: BlockWays, pieces: dict[str, list[str]]) -> str:
    said = pieces.get(value, [value])
    if len(said) > 1 and (
        (ways.by_line and name.endswith("units")) or (ways.listed and name == "progress")
    ):
        return "\n".join(said)
    return value


def _places(draw: Phrases) -> str:
    """Draw a table of places that follows a value, a row a line."""
    names = draw.sample([u for u in phrases.UNITS if u.endswith(("街道", "镇"))], 3)
    rows = [f"{n} | {draw.randint(2, 90)} | {draw.randint(2, 90)}" for n in names]
    return "\n".join(["街道 | 目标数 | 完成数", *rows])
