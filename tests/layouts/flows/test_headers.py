import pytest

from shishi.layouts.flows.headers import find_headers
from shishi.layouts.words.dialect import Dialect

BODY = "1 新建绿道5公里 区水务局 已开工"


def spans(text):
    return [(h.start, h.end) for h in find_headers(text.split(" "))]


@pytest.mark.parametrize(
    ("header", "end"),
    [
        ("序号 项目名称 牵头单位 进展情况", 4),
        ("序号 项目 名称 牵头 单位 进展情况", 6),
        ("类别 主要内容 责任单位★及 配合单位 三季度 完成情况", 6),
        ("序号 项目名称 工程地点 牵头单位 进展情况", 5),
        ("序号 目标任务 责任单位 10月完成情况 进度状态 情况说明", 6),
        ("序号 目标任务 责任单位 10月完成情况 项目推进状态", 5),
        ("当前状态 目标任务 责任单位 10月完成情况", 4),
        ("目前办理状态 目标任务 责任单位 10月完成情况", 4),
    ],
)
def test_header_is_found_whole_however_its_words_are_broken(header, end):
    assert spans(f"{header} {BODY}") == [(0, end)]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "项目名称 牵头单位",
        "索引号 发布机构 成文日期",
        "序号 姓名 电话 1 陆远帆 无",
        "项目名称:绿道。 牵头单位:水务局。 进展情况:已开工。",
        "",
    ],
)
def test_rows_and_other_lists_hold_no_header(text):
    assert spans(text) == []


@pytest.mark.parametrize("title", ["民生实事进展情况", "实事办理状态", "项目实施状态"])
def test_end_of_a_title_over_a_header_with_codes_is_no_word_of_it(title):
    assert spans(f"{title} 序号 项目名称 牵头单位 9月目标 {BODY}") == [(1, 5)]


def test_header_printed_again_is_found_again():
    text = f"某表 序号 项目名称 牵头单位 进展情况 {BODY} 序号 项目名称 牵头单位 进展情况 {BODY}"
    assert spans(text) == [(1, 5), (9, 13)]


def test_word_does_not_go_on_past_the_end_of_a_cell():
    tokens = ["序号", "项目", "类别", "牵头单位", "进展情况"]
    joined = find_headers(tokens)[0].readings
    apart = find_headers(tokens, ends=[True] * 5)[0].readings
    assert {len(columns) for columns in joined} == {4, 5}
    assert {len(columns) for columns in apart} == {5}


def test_word_of_three_lines_may_be_two_words_of_which_one_is_broken():
    told = ["序号", "项目名称", "牵头单位", "4月份目标", "完成", "情况"]
    ways = [[c.word for c in columns] for columns in find_headers(told)[0].readings]
    assert [*told[:4], "完成情况"] in ways
    assert [*told[:3], "4月份目标完成情况"] in ways


def test_word_of_three_lines_of_which_no_two_are_words_is_one():
    told = ["序号", "项目名称", "牵头", "责任", "单位", "进展情况"]
    ways = [[c.word for c in columns] for columns in find_headers(told)[0].readings]
    assert all("牵头责任单位" in words for words in ways)


def test_district_says_what_the_responsible_unit_is():
    tokens = ["序号", "项目名称", "责任单位", "进展情况"]
    [header] = find_headers(tokens, dialect=Dialect(alone="support"))
    assert [str(c.field) for c in header.readings[0]][2] == "support_units"


def words_of(text):
    return [c.word for c in find_headers(text.split(" "))[0].readings[0]]


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("类别 牵头 责任部门 项目内容 进展情况", "牵头责任部门"),
        ("类别 项目内容 牵头单位 配合 责任部门 进展情况", "配合责任部门"),
    ],
)
def test_word_that_only_its_parts_tell_is_put_together_from_broken_lines(header, word):
    assert word in words_of(f"{header} {BODY}")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("序号 项目名称 责任部门 进展情况 牵头 配合", "序号 项目名称 牵头 配合 进展情况"),
        ("项目序号 项目内容 牵头单位 工作进展", "项目序号 项目内容 牵头单位 工作进展"),
        ("序号 项目名称 牵头(责任)单位 进展情况", "序号 项目名称 牵头(责任)单位 进展情况"),
        (
            "序号 项目名称 牵头单位 进展情况 下一步工作计划",
            "序号 项目名称 牵头单位 进展情况 下一步工作计划",
        ),
        (
            "序号 项目名称 计划投资/万元 牵头单位 进展情况",
            "序号 项目名称 计划投资/万元 牵头单位 进展情况",
        ),
    ],
)
def test_word_of_a_rarer_make_is_one_of_the_header(header, expected):
    assert words_of(f"{header} {BODY}") == expected.split()


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("序号 项目名称 牵头单位 一季度 责任领导 进展情况", ["一季度", "责任领导"]),
        ("序号 项目名称 一季度 目标 牵头单位", ["一季度目标", "牵头单位"]),
        ("序号 项目名称 目标 截至9月底 情况说明 进展情况", ["情况说明", "进展情况"]),
    ],
)
def test_period_is_joined_with_goals_and_progress_but_not_with_units_or_remarks(header, words):
    assert set(words) <= set(words_of(f"{header} {BODY}"))


@pytest.mark.parametrize("code", ["(1)", "(一)", "一、"])
def test_code_behind_a_header_is_no_part_of_it(code):
    assert spans(f"序号 项目名称 牵头单位 进展情况 {code} 新建绿道5公里 区水务局") == [(0, 4)]


def best(line):
    return [str(c.field or "") for c in find_headers(line.split())[0].readings[0]]


def test_word_that_is_no_known_group_stands_over_the_columns_it_fits():
    line = "序号 工作任务 项目推进情况 牵头单位 相关单位 完成情况 累计进度"
    expected = "code item progress percent lead_units support_units"
    assert best(line) == expected.split()


def test_groups_that_nobody_knows_share_the_columns_below_them():
    line = "序号 主要任务 分解落实 工作推进情况 责任单位 配合单位 完成情况 进度状态"
    assert best(line) == ["code", "item", "lead_units", "support_units", "progress", "status"]


def test_words_that_all_have_a_field_are_no_groups():
    line = "序号 项目名称 年度目标 牵头单位 配合单位 进展情况"
    assert len(find_headers(line.split())[0].readings) == 1


PRINT = "序号 项目名称 牵头单位 进度状态"


def last_words(text):
    return [h.readings[0][-1].word for h in find_headers(text.split())]


def test_unknown_word_behind_each_print_of_a_header_is_one_of_its_words():
    rows = ("1 修路3条。 区住建局 正常 第二批。", "2 建桥1座。", "3 修渠1条。")
    assert last_words(" ".join(f"{PRINT} 所属批次 {row}" for row in rows)) == ["所属批次"] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{PRINT} 所属批次 1 修路3条。",
        f"{PRINT} 便民出行 1 修路3条。 区住建局 正常 {PRINT} 安居保障 2 建桥1座。",
        f"{PRINT} 便民出行 1 修路3条。 区住建局 正常 {PRINT} 便民出行 2 建桥1座。",
        f"{PRINT} 1 修路3条。 区住建局 正常 {PRINT} 1 修路3条。",
    ],
    ids=["printed once", "a theme each", "a theme again", "a code"],
)
def test_other_words_behind_a_header_are_none_of_its_words(text):
    assert {*last_words(text)} == {"进度状态"}


@pytest.mark.parametrize(("first", "start"), [("1", 1), ("已完成。", 0)])
def test_progress_before_the_codes_ends_a_title_where_the_rows_begin_with_codes(first, start):
    [header] = find_headers(["完成情况", "序号", "项目名称", "牵头单位", first, "1"])
    assert header.start == start


def ways_of(text):
    return [[c.word for c in r] for r in find_headers(text.split(" "))[0].readings]


@pytest.mark.parametrize(
    "group",
    ["10月工作情况", "四季度落实进度", "10月底进展"],
)
def test_group_of_progress_stands_over_columns_of_a_time_that_it_shares(group):
    header = f"序号 建设内容 责任单位及分工 {group} 状态 四季度目标 10月底完成情况"
    assert ["四季度目标", "10月底完成情况", "状态"] in [way[-3:] for way in ways_of(header)]


def test_group_of_progress_of_a_year_stands_over_the_goal_of_a_month():
    header = "序号 建设内容 责任单位及分工 年度推进情况 状态 2月目标 2月完成情况"
    assert ["2月目标", "2月完成情况", "状态"] in [way[-3:] for way in ways_of(header)]


@pytest.mark.parametrize("other", ["二季度目标", "8月目标"])
def test_group_of_progress_stands_over_no_goal_of_a_time_without_it(other):
    header = f"序号 建设内容 责任单位及分工 10月工作情况 状态 {other} 10月底完成情况"
    assert ["10月底完成情况", "状态"] not in [way[-2:] for way in ways_of(header)]


def test_groups_are_found_though_two_words_might_be_one():
    header = "类别 年度任务 9月进度 状态 滞后原因 任务分工 进展情况 完成比例 牵头单位 配合单位"
    told = "类别 年度任务 进展情况 完成比例 状态 滞后原因 牵头单位 配合单位"
    assert told in [" ".join(way) for way in ways_of(header)]


@pytest.mark.parametrize("first", ["实事类别", "民生事项分类"])
def test_header_begins_with_a_word_that_only_its_parts_tell(first):
    assert spans(f"{first} 项目名称 牵头单位 进展情况 {BODY}") == [(0, 4)]


@pytest.mark.parametrize("title", ["民生实事完成情况", "实事项目工作目标", "市政府督查室"])
def test_line_over_a_header_that_ends_like_its_words_is_none_of_them(title):
    assert spans(f"{title} 项目名称 牵头单位 进展情况 {BODY}") == [(1, 4)]


def test_year_stands_over_any_columns_that_a_lower_row_names():
    header = "序号 2031年 责任单位 工作进展 项目类别 主要内容 三季度目标 完成情况"
    told = "序号 项目类别 主要内容 责任单位 三季度目标 完成情况"
    assert told in [" ".join(way) for way in ways_of(header)]


@pytest.mark.parametrize("part", ["三季度", "9月"])
def test_part_of_a_year_stands_over_no_themes(part):
    header = f"序号 {part} 责任单位 工作进展 项目类别 主要内容 三季度目标 完成情况"
    told = "序号 项目类别 主要内容 责任单位 三季度目标 完成情况"
    assert told not in [" ".join(way) for way in ways_of(header)]


def test_plan_of_a_year_stands_over_its_money_and_its_goal():
    header = "序号 内容 责任单位 年度计划 完成情况 总投资(万元) 二季度目标 1 修路"
    told = "序号 内容 责任单位 总投资(万元) 二季度目标 完成情况"
    assert told in [" ".join(way) for way in ways_of(header)]


def test_unit_in_brackets_below_a_word_of_money_is_a_part_of_that_word():
    for words in (["总", "投资", "(万元)"], ["项目投资", "(万元)"]):
        [header] = find_headers(["序号", "实事内容", *words, "牵头单位", "1", "修路3条"])
        assert header.readings[0][2].word == "".join(words)


def test_brackets_behind_a_word_they_are_no_part_of_are_none():
    [header] = find_headers(["序号", "实事内容", "项目投资", "牵头单位", "(1)", "修路3条"])
    assert [column.word for column in header.readings[0]][2:] == ["项目投资", "牵头单位"]
