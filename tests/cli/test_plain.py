from __future__ import annotations

from shishi.cli.plain import check_lines, page_lines, reading_lines
from shishi.street import Walked


def test_a_record_is_one_line_with_every_field(walked: Walked) -> None:
    lines = list(page_lines(walked, language="zh"))
    head, park, seats = (line.split("\t") for line in lines if "\t" in line)

    assert head == [
        *("序", "编号", "类别", "项目", "牵头单位", "配合单位", "投资", "阶段目标", "进展"),
        *("完成率", "进度状态"),
    ]
    assert park[2:8] == [
        "宜居环境",
        "新建口袋公园6个、社区绿道不少于12.5公里，改造老旧小区雨污管网，并在每个公园设置无障碍坡道。",
        "住建局、园林中心",
        "各街道",
        "1250.50万元",
        "三季度建成口袋公园4个。",
    ]
    assert len(seats) == len(head)


def test_a_doubtful_cell_begins_with_a_question_mark(walked: Walked) -> None:
    seats = list(page_lines(walked, language="zh"))[5].split("\t")

    assert seats[4] == "?"


def test_a_finding_is_one_line_that_names_file_place_and_code(walked: Walked) -> None:
    assert list(check_lines(walked, language="zh"))[3:-1] == [
        "云岭.txt:第9行文字:供参考:内容:有2处备注。 [test-page-note]",
        "云岭.txt:第1条 · 进度状态:须改正:内容:“完成”不在状态之中。 [test-status]",
        "云岭.txt:第2条 · 牵头单位:请核实:读取:牵头单位没有把握。 [test-lead-unsure]",
    ]


def test_an_assessment_is_one_line_with_its_reasons(assessed: Walked) -> None:
    lines = [line.split("\t") for line in page_lines(assessed, language="zh") if "\t" in line]

    assert lines[0] == ["序", "项目", "自报", "测算", "依据"]
    assert lines[1][2:] == ["完成", "滞后", "应完成4，实际3。"]
    assert lines[2][2:] == ["", "无法判断", "页面没有本期目标。"]


def test_a_piece_is_one_line_with_its_role(walked: Walked) -> None:
    lines = [line for line in reading_lines(walked, language="en") if "\t" in line]

    assert lines == [
        "line 1\ttitle\t云岭区2031年民生实事项目三季度进度表",
        "row 4\titem 2 · item\t增设休憩座椅300张",
    ]


def test_plain_lines_hold_neither_colours_nor_rulings(assessed: Walked) -> None:
    printed = "\n".join(page_lines(assessed, language="zh"))

    assert not set(printed) & set("\x1b│─━┃▲■○…")
