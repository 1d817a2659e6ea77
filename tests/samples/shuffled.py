"""Print the samples again with other column orders, header words and ways of showing blanks.

`python -m tests.samples.shuffled 7` prints and reads pages drawn with the seed 7 and lists what was
read wrong; the same seed draws the same pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.samples import make
from tests.samples.description import load, spelt
from tests.samples.judging import Judged, judge_page, read_page

WORDS = {
    "n": ("序号", "编号"),
    "t": ("类别", "重点工作", "项目类别"),
    "i": (
        *("项目名称", "目标任务", "主要内容", "建设内容", "工作任务", "项目内容", "实事内容"),
        *("内容与要求", "工作内容", "全年目标任务", "项目内容及居民受益面", "具体内容"),
    ),
    "l": ("牵头单位", "责任单位", "牵头部门", "责任部门"),
    "s": ("配合单位", "协同单位", "配合部门", "协办单位"),
    "u": ("责任★及配合单位",),
    "w": ("区领导", "分管领导", "责任领导", "牵头区领导", "区政府分管领导"),
    "v": ("级别", "项目级别"),
    "m": ("总投资({})", "计划投资({})"),
    "g": (
        *("年度目标", "四季度计划目标", "9月份目标", "三季度目标", "2024年目标进度"),
        *("8月计划进度", "月度工作计划", "阶段目标", "二季度工作计划"),
    ),
    "p": (
        *("进展情况", "目前进展情况", "完成情况", "推进情况", "10月完成情况", "截至6月底进展"),
        *("落实情况", "当前进度", "实际完成情况", "1-9月推进情况", "工作进展"),
    ),
    "c": ("完成率", "形象进度(%)", "完成比例"),
    "a": ("进度状态", "是否达序", "状态"),
    "e": ("情况说明",),
    "r": ("备注", "备 注"),
}


@dataclass(frozen=True)
class Shuffled:
    """One drawn page: what was drawn, its cells judged, and whether every record was found."""

    name: str
    cells: tuple[Judged, ...]
    whole: bool


def draw(seed: int) -> Iterator[Shuffled]:
    """Draw one page from every sample, read it and judge it."""
    random = Random(seed)
    for folder in make.folders():
        if make.is_kept(load(folder)):
            continue
        page = _varied(load(folder), random)
        name = f"{folder.name} {page['columns']} {' '.join(page['header'].split())}"
        file, data = make.source(page)
        wanted = make.expected(page)
        found = read_page(data, file)
        whole = len(found.records) == wanted["count"]
        yield Shuffled(name, judge_page(name, found, wanted), whole)


def _varied(page: dict[str, Any], random: Random) -> dict[str, Any]:
    columns = [c for c in page["columns"] if c not in "nt"]
    random.shuffle(columns)
    order = "".join(c for c in page["columns"] if c in "nt") + "".join(columns)
    words = [random.choice(WORDS[c]).format(page.get("unit", "")) for c in order]
    varied = page | {"columns": order, "header": _header(page["family"], words)}
    if page["family"] == 1:
        varied |= {
            "empty": random.choice(("line", "nothing")),
            "covered": random.choice(("line", "nothing")),
        }
    lines = page["rows"].strip("\n").split("\n")
    return varied | {"rows": "\n".join(_respelt(line, page, varied) for line in lines)}


def _header(family: object, words: list[str]) -> str:
    if family == "html":
        return f"<tr>{''.join(f'<td>{word}</td>' for word in words)}</tr>"
    return " | ".join(words) if family == 3 else "\n".join(words)


def _respelt(line: str, page: dict[str, Any], varied: dict[str, Any]) -> str:
    """Put the values of a row's line into the new order of columns."""
    if line[0] in "#§" or line == "@":
        return line
    mark = "@" if line.startswith("@|") else ""
    values = dict(zip(spelt(page), line.removeprefix(mark).split("|"), strict=True))
    return mark + "|".join(values[name] for name in spelt(varied))


def main() -> None:
    """List what is read wrong in the pages drawn with the seeds given (or 1)."""
    for seed in [int(word) for word in sys.argv[1:]] or [1]:
        pages = list(draw(seed))
        for page in pages:
            _tell(page)
        wrong = [cell for page in pages for cell in page.cells if not cell.same]
        silent = sum(not cell.flagged for cell in wrong)
        count = sum(len(page.cells) for page in pages)
        print(f"seed {seed}: {count} cells, {len(wrong)} wrong, {silent} of them silent")


def _tell(page: Shuffled) -> None:
    bad = [cell for cell in page.cells if not cell.same]
    if bad or not page.whole:
        print(f"{page.name}: {len(bad)} wrong" + ("" if page.whole else ", records lost or added"))
    for cell in bad[:6]:
        print(f"    {str(cell)[len(page.name) :][:200]}")


if __name__ == "__main__":
    main()
