import pytest

from shishi.layouts.flows.strips.headers import find_line_header
from shishi.layouts.words.dialect import COMMON


def fields(line):
    header = find_line_header(line, COMMON)
    return [str(c.field) for c in header.readings[0]] if header else None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("序号 项目名称 牵头单位 进展情况", ["code", "item", "lead_units", "progress"]),
        ("序 号 主要内容 责任 单位 完成情况", ["code", "item", "lead_units", "progress"]),
        ("序号主要内容责任单位9月份目标", ["code", "item", "lead_units", "goal"]),
        (
            "类别序号项目内容牵头单位配合单位",
            ["theme", "code", "item", "lead_units", "support_units"],
        ),
        (
            "当前状态主要内容责任单位完成情况序号",
            ["status", "item", "lead_units", "progress", "code"],
        ),
        (
            "序号主要内容责任单位落实情况完成进度(%)备注",
            ["code", "item", "lead_units", "progress", "percent", "remark"],
        ),
        ("No.主要内容责任单位完成情况", ["code", "item", "lead_units", "progress"]),
        ("NO主要内容责任单位完成情况", ["code", "item", "lead_units", "progress"]),
    ],
)
def test_header_on_one_line_names_its_columns(line, found):
    assert fields(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "2031年云溪区政府民生实事项目目标任务责任分解表",
        "新建绿道5公里,牵头单位区水务局,进展情况良好。",
        "1 新建口袋公园5个 区住建局 已完成。",
        "项目进展情况",
        "当前状态良好,责任单位按工作计划推进",
        "责任单位要按项目进度计划加快工作进度",
        "No.7责任单位要加快项目进度",
    ],
)
def test_line_that_only_uses_such_words_is_no_header(line):
    assert fields(line) is None


def test_glued_header_may_stand_behind_a_title_and_before_the_rows():
    line = "某区任务分解表序号目标任务责任单位1推动造林。市林业局"
    header = find_line_header(line, COMMON)
    assert (line[header.start : header.end], header.spaced) == ("序号目标任务责任单位", False)


@pytest.mark.parametrize("word", ["目标任务", "8月计划进度", "项目类别"])
def test_word_of_a_glued_header_that_is_one_is_not_read_as_two(word):
    header = find_line_header(f"序号{word}实施内容责任单位完成情况1推动造林。", COMMON)
    assert {len(columns) for columns in header.readings} == {5}


def under(line, below):
    header = find_line_header(line, COMMON, below=below.splitlines())
    return [str(c.field) for c in header.readings[0]] if header.lines > 1 else None


def test_line_below_names_the_columns_of_the_groups_above():
    line = "序号 项目名称 责任分工 阶段目标"
    fields = ["code", "item", "lead_units", "support_units", "goal"]
    assert under(line, "牵头单位 配合单位") == fields


@pytest.mark.parametrize("below", ["1 新建公厕", "牵头单位 区住建局", "牵头单位", ""])
def test_line_below_that_is_no_header_is_left_alone(below):
    assert under("序号 项目名称 责任单位 进展情况", below) is None


def test_third_line_names_the_columns_of_groups_in_the_second():
    found = under("序号 实事项目 进展情况 牵头单位", "项目类别 目标任务\n民生实事 主要内容")
    assert found == ["code", "theme", "None", "item", "progress", "lead_units"]


def test_group_that_would_lose_the_progress_is_a_column():
    found = fields("序号 项目名称 牵头单位 推进情况 情况说明 是否达序")
    assert found == ["code", "item", "lead_units", "progress", "explanation", "status"]


def test_group_whose_columns_stand_behind_it_is_none():
    found = fields("序号 项目 责任单位 落实情况 类别 项目目标")
    assert found == ["code", "theme", "item", "lead_units", "progress"]


def test_group_of_judgements_stands_over_its_columns():
    found = under("序号 项目名称 牵头单位 工作进度", "完成情况 进度评价\n完成比例 是否达序")
    assert found == ["code", "item", "lead_units", "progress", "percent", "status"]


def test_group_alone_under_a_group_stands_over_its_columns():
    found = under("序号 项目名称 牵头单位 完成情况", "完成质量\n推进状态 情况说明")
    assert found == ["code", "item", "lead_units", "status", "explanation"]


def test_group_of_progress_stands_over_a_goal_and_the_progress():
    found = under("序号 项目名称 牵头单位 年度推进情况", "月度工作计划 落实情况")
    assert found == ["code", "item", "lead_units", "goal", "progress"]


def glued_end(line):
    header = find_line_header(line, COMMON)
    return line[header.start : header.end] if header else None


@pytest.mark.parametrize(
    "behind", ["(1)新建绿道", "(一)新建绿道", "便民出行1新建绿道", "分管领导:欧阳岚1新建绿道"]
)
def test_code_or_heading_right_behind_a_glued_header_is_no_part_of_it(behind):
    assert glued_end(f"序号项目名称牵头单位备注{behind}") == "序号项目名称牵头单位备注"


def test_heading_that_counts_its_rows_ends_a_glued_header():
    header = "序号项目名称牵头单位完成时限"
    assert glued_end(f"{header}绿色生态（3项）1新建绿道") == header


@pytest.mark.parametrize("unit", ["（%）", "(％)", "（万元）"])
def test_unit_in_brackets_behind_a_word_ends_no_glued_header(unit):
    header = f"序号项目名称牵头单位完成{'投资' if '元' in unit else '率'}{unit}完成时限"
    assert glued_end(f"{header}1新建绿道") == header


def test_glued_header_begins_before_a_word_put_together_that_ends_with_a_known_one():
    header = "序号具体项目及内容牵头单位进展情况"
    assert glued_end(f"{header}1新建绿道") == header


def test_two_words_are_no_longer_one_for_the_known_one_that_ends_them():
    assert fields("序号板块项目及内容牵头单位进展情况1新建绿道") == [
        "code",
        "theme",
        "item",
        "lead_units",
        "progress",
    ]


def test_word_behind_a_glued_header_that_may_head_a_column_is_no_heading():
    assert glued_end("序号项目名称牵头单位完成情况1新建绿道") == "序号项目名称牵头单位完成情况"


def test_word_of_a_glued_header_spelt_with_spaces_is_one_word():
    spelt = " ".join("项目内容及居民受益面")
    assert fields(f"序号{spelt}牵头单位进展情况") == ["code", "item", "lead_units", "progress"]


def test_header_without_codes_ends_before_whatever_word_the_first_row_begins_with():
    header = "类别牵头单位配合单位项目名称一季度目标进展情况存在问题和下一步打算备注"
    found = find_line_header(f"{header}医疗卫生区卫健局新建医院", COMMON)
    assert found.end == len(header)


def test_header_with_codes_ends_before_a_number_only():
    assert (
        find_line_header("序号项目名称牵头单位配合单位进展情况备注医疗卫生新建医院", COMMON) is None
    )


def test_word_for_what_the_next_column_counts_in_is_one_of_its_own():
    line = "序号工作任务单位任务数牵头单位进展情况1新建公厕"
    assert [c.word for c in find_line_header(line, COMMON).readings[0]][1:4] == [
        "工作任务",
        "单位",
        "任务数",
    ]
    line = "序号工作任务责任单位进展情况1新建公厕"
    assert [c.word for c in find_line_header(line, COMMON).readings[0]][2] == "责任单位"


def test_first_of_two_names_side_by_side_may_be_the_theme():
    readings = find_line_header("序号工程名称项目名称牵头部门1.1养老托育", COMMON).readings
    assert ["code", "theme", "item", "lead_units"] in [[str(c.field) for c in r] for r in readings]


def test_group_of_progress_over_other_columns_is_lost_where_a_word_would_lose_its_field():
    below = ["情况说明 完 成 成 效"]
    header = find_line_header("编号 目标任务 工作进度 责任 部门 牵头领导", COMMON, below=below)
    assert [str(c.field) for c in header.readings[0]] == [
        "code",
        "item",
        "explanation",
        "status",
        "lead_units",
        "leaders",
    ]


def test_group_of_progress_that_leaves_every_word_its_field_stays_a_column():
    header = find_line_header("序号 项目名称 牵头单位 进展情况 备注", COMMON, below=["完成率"])
    assert "progress" in [str(c.field) for c in header.readings[0]]


HALVES = "牵头领导实施单位配合单位节点目标形象进度(%)亮灯情况"


def test_two_glued_rows_of_a_header_are_read_as_groups_where_only_so_each_word_has_a_meaning():
    assert fields(f"序号民生类别实事项目责任分工推进情况原因说明{HALVES}1健康") == [
        *("code", "theme", "item", "leaders", "lead_units", "support_units"),
        *("goal", "percent", "status", "explanation"),
    ]


def test_report_is_kept_where_no_word_of_a_glued_header_lacks_a_meaning():
    assert "progress" in fields("序号实事项目责任单位推进情况形象进度(%)亮灯情况1")


def test_judgement_of_what_was_done_is_a_status_behind_the_progress():
    found = fields("序号项目名称牵头单位截至3月底进展完成情况评价1")
    assert found == ["code", "item", "lead_units", "progress", "status"]
    assert fields("序号项目名称牵头单位完成情况1") == ["code", "item", "lead_units", "progress"]


@pytest.mark.parametrize(
    "quarters", ["一季度二季度三季度四季度", "第一季度第二季度第三季度第四季度"]
)
def test_quarters_glued_behind_a_header_with_a_plan_are_columns_of_the_plan(quarters):
    found = fields(f"序号项目名称牵头单位时序安排完成情况{quarters}")
    assert len(found) == 8
    assert found[:3] + found[-1:] == ["code", "item", "lead_units", "progress"]


def test_one_quarter_glued_behind_a_header_is_no_column():
    assert fields("序号项目名称牵头单位时序安排完成情况一季度") in (
        None,
        ["code", "item", "lead_units", "goal", "progress"],
    )
