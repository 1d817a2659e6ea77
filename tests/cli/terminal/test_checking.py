from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from shishi.cli.terminal.checking import show_check
from shishi.findings import Waiver
from shishi.street import Walked
from tests.cli.conftest import Show
from tests.cli.terminal.test_pages import printed

WAIVER = Waiver("test-status", 1, "周宁", "沿用旧表", date(2031, 12, 31))


def shown(walked: Walked, console: Show, width: int = 80, language: str = "zh") -> list[str]:
    window = console(width)
    show_check(window, walked, language=language)
    return [line for line in printed(window) if line]


def test_findings_stand_under_their_item_and_those_of_the_page_first(
    walked: Walked, console: Show
) -> None:
    assert shown(walked, console)[3:] == [
        "全页",
        "  ○ 供参考  第9行文字：有2处备注。",
        "第1条 · 新建口袋公园6个、社区绿道不少于12.5公里，改造老旧小区雨污管网，并在每个…",
        "  ■ 须改正  进度状态：“完成”不在状态之中。",
        "第2条 · 增设休憩座椅300张",
        "  ▲ 请核实  牵头单位 · 读取：牵头单位没有把握。",
        "共2条；发现3处：须改正 1、请核实 1、供参考 1",
    ]


def test_waived_finding_says_who_answers_for_it_and_counts_apart(
    walked: Walked, console: Show
) -> None:
    found = tuple(
        replace(f, waived=WAIVER) if f.code == "test-status" else f for f in walked.findings
    )
    lines = shown(replace(walked, findings=found), console, 100)
    start = next(n for n, line in enumerate(lines) if "◇ 已豁免" in line)

    assert lines[start].endswith("“完成”不在状态之中。（周宁同意豁免至2031-12-31：沿用旧表）")
    assert lines[-1] == "共2条；发现3处：请核实 1、供参考 1、已豁免 1"


@pytest.mark.parametrize("width", [30, 50, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_window(
    walked: Walked, console: Show, width: int, language: str
) -> None:
    lines = shown(walked, console, width, language)

    assert max(map(cell_len, lines[3:-1])) <= width


def test_lines_of_a_finding_hang_below_one_another(walked: Walked, console: Show) -> None:
    lines = shown(walked, console, 34)
    start = next(n for n, line in enumerate(lines) if "■" in line)

    assert lines[start + 1].startswith(" " * 12)


def test_finding_about_the_whole_page_needs_no_label(walked: Walked, console: Show) -> None:
    found = tuple(replace(f, place=f.place._replace(line=None)) for f in walked.findings[:1])

    assert "  ○ 供参考  有2处备注。" in shown(replace(walked, findings=found), console)


def test_a_page_without_findings_says_so(walked: Walked, console: Show) -> None:
    assert shown(replace(walked, findings=()), console, language="en")[-1] == (
        "2 items; nothing found"
    )
