import pytest

from shishi.layouts.words import vocabulary
from shishi.layouts.words.vocabulary import (
    RESPONSIBLE,
    STARRED,
    is_listed,
    is_period,
    known_word,
    likely_listed,
)
from shishi.text.characters import squeeze


@pytest.mark.parametrize(
    ("word", "claim"),
    [
        *(
            ("序号", "code"),
            ("项目类别", "theme"),
            ("主要内容", "item"),
            ("牵头单位", "lead_units"),
        ),
        *(("责任单位", RESPONSIBLE), ("责任★及配合单位", STARRED), ("配合部门", "support_units")),
        *(("分管领导", "leaders"), ("总投资(万元)", "investment"), ("完成率", "percent")),
        *(("9月份目标", "goal"), ("2031年目标进度", "goal"), ("截至6月底进展", "progress")),
        *(
            ("1-9月推进情况", "progress"),
            ("完成情况(1-3月)", "progress"),
            ("形象进度(%)", "percent"),
        ),
        *(("完成进度(%)", "percent"), ("实际进度%", "percent")),
        *(("完成进度", "progress"), ("完成情况(%)", "progress"), ("进度情况(万元)", "progress")),
        *(("是否按序时", "status"), ("是否达时序", "status")),
        *(("进度状态", "status"), ("情况说明", "explanation"), ("备注", "remark")),
    ],
)
def test_header_word_claims_its_field_first(word, claim):
    assert known_word(word).claims[0][0] == claim


@pytest.mark.parametrize(
    "text",
    [
        "",
        "正在招标",
        "2031年",
        "区教育局",
        "新建公园3个",
        "目标客户",
        "12",
        "单位",
        "进展顺利",
        "按序时",
    ],
)
def test_words_of_a_row_are_no_header_words(text):
    assert known_word(text) is None


@pytest.mark.parametrize("when", ["全年", "年内", "本年内", "年末", "年底", "当年", "本年度"])
@pytest.mark.parametrize("what", ["目标", "计划目标", "工作目标", "计划", "目标要求"])
def test_goal_of_the_year_claims_the_goal_however_the_year_is_named(when, what):
    assert known_word(when + what).claims[0][0] == "goal"


@pytest.mark.parametrize(
    "when", ["9月", "9月份", "三季度", "8月底前", "年底前", "三季度末", "2031年底前", "6月30日前"]
)
@pytest.mark.parametrize("what", ["计划目标", "工作目标", "目标任务", "计划进度", "节点目标"])
def test_goal_of_a_month_or_a_quarter_claims_the_goal(when, what):
    assert known_word(when + what).claims[0][0] == "goal"


@pytest.mark.parametrize("text", ["8月前期工作", "8月底前期目标", "8月底前建成", "8月底前"])
def test_words_that_end_otherwise_behind_a_month_are_no_header_words(text):
    assert known_word(text) is None


@pytest.mark.parametrize(
    "text", ["年内完成", "年底前建成3所", "当年投用", "全年无事故", "国内目标"]
)
def test_words_that_only_begin_with_a_year_are_no_header_words(text):
    assert known_word(text) is None


def test_period_and_unit_are_taken_off_a_header_word():
    assert known_word("四季度计划目标").period == "四季度"
    assert known_word("完成情况(1-3月)").period == "1-3月"
    assert known_word("总投资(亿元)").unit == "亿元"
    assert known_word("形象进度(%)").unit == "%"
    assert known_word("进展情况").period == ""


@pytest.mark.parametrize("printed", ["总投资/万元", "总投资:万元", "总投资万元", "总投资(万元)"])
def test_unit_of_money_is_taken_off_however_it_stands_behind(printed):
    word = known_word(printed)
    assert (word.word, word.unit, word.claims[0][0]) == ("总投资", "万元", "investment")


@pytest.mark.parametrize("text", ["万元", "/万元", "单位:万元"])
def test_unit_of_money_alone_is_no_header_word(text):
    assert known_word(text) is None


@pytest.mark.parametrize("text", ["2031年11月底", "10月", "三季度", "1-9月", "上半年", "截至6月底"])
def test_token_that_is_only_a_period_is_told(text):
    assert is_period(text)


@pytest.mark.parametrize("text", ["", "10月完成", "季度", "2031", "11月底前"])
def test_token_with_other_words_is_no_period(text):
    assert not is_period(text)


@pytest.mark.parametrize(
    "printed",
    ["{}", " {}", "9月份{}", "截至6月底{}", "{}\n(万元)", "第三季度 {}", "2031年{}", "全年{}"],
)
def test_no_listed_word_is_left_out_of_those_that_are_asked(printed):
    words = {printed.format(word) for word in vocabulary._load()[0]}
    assert {w for w in words if is_listed(squeeze(w))} <= likely_listed(words)


def test_what_cells_mostly_hold_need_not_be_asked():
    assert not likely_listed({"12", "区教育局", "新建公园3个", "正常", ""})


@pytest.mark.parametrize("word", ["实事类别", "工程类别", "民生类别", "实事名称"])
def test_word_for_the_kind_or_the_name_of_a_project_is_listed_and_may_be_a_label(word):
    assert known_word(word)


@pytest.mark.parametrize("word", ["实事真类别", "名称说明"])
def test_word_that_looks_like_one_is_not_listed(word):
    assert known_word(word) is None


@pytest.mark.parametrize(
    ("word", "period"),
    [("9月底前目标", "9月底前"), ("6月末前工作目标", "6月末前"), ("年底前目标", "年底前")],
)
def test_plan_until_the_end_of_a_period_is_a_goal_of_that_period(word, period):
    known = known_word(word)
    assert (known.claims[0][0], known.period) == ("goal", period)


@pytest.mark.parametrize("word", ["9月底前", "9月底前完工"])
def test_end_of_a_period_without_a_plan_behind_it_is_no_goal(word):
    assert known_word(word) is None


@pytest.mark.parametrize("word", ["是否按序时", "是否按时序"])
def test_word_that_asks_whether_a_project_is_on_time_is_its_status(word):
    assert known_word(word).claims[0][0] == "status"
