import pytest

from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spreading import CutCell
from shishi.layouts.flows.strips.unsure.sums import Sums
from shishi.layouts.flows.strips.unsure.unknowable import doubt
from shishi.records import Field

CODE, ITEM, GOAL, DONE = Field.CODE, Field.ITEM, Field.GOAL, Field.PROGRESS
SUM, SHARE = Field.INVESTMENT, Field.PERCENT


def doubts(row, *fields, margin=20):
    """Give the columns of a row doubted, and the blanks; its cells parted by "|", blank where nothing stands."""
    cells, at = {}, 0
    for k, text in enumerate(row.split("|")):
        if text:
            cells[k] = CutCell(at, at + len(text), margin, k), 0
        at += len(text)
    made, blanks = doubt(row.replace("|", ""), cells, fields)
    return {fields[k] for k, (cell, _) in made.items() if not cell.margin}, {
        fields[k] for k in blanks
    }


@pytest.mark.parametrize("row", ["修路|2300|31", "修路|3800|95.8", "修路|101|14"])
def test_numbers_that_touch_and_could_part_elsewhere_are_doubted(row):
    assert doubts(row, ITEM, SUM, SHARE) == ({SUM, SHARE}, set())


@pytest.mark.parametrize("row", ["修路|2000|0", "修路|200|5", "修路|20|%", "修路||31"])
def test_numbers_that_can_part_in_one_way_only_are_believed(row):
    assert doubts(row, ITEM, SUM, SHARE) == (set(), set())


def test_percentage_before_a_report_that_begins_with_a_number_is_doubted():
    assert doubts("修路|83|55家已签约", ITEM, SHARE, DONE) == ({SHARE, DONE}, set())


@pytest.mark.parametrize("row", ["修路|20|0户完工", "修路|100|5月开工", "修路|83|已完成55家"])
def test_percentage_that_the_report_could_not_share_is_believed(row):
    assert doubts(row, ITEM, SHARE, DONE) == (set(), set())


def test_code_before_a_number_is_no_doubt_of_its_own():
    assert doubts("1|12座公厕", CODE, ITEM) == (set(), set())


def test_run_of_digits_over_three_columns_is_doubted_in_all():
    fields = (ITEM, SUM, None, SHARE)
    assert doubts("修路|2300|29740|31", *fields)[0] == {SUM, None, SHARE}


def test_number_too_long_for_its_column_is_doubted_with_the_blank_beside():
    assert doubts("修路|101143600|", ITEM, SUM, SHARE) == ({SUM}, {SHARE})
    assert doubts("修路||380095.8", ITEM, SUM, SHARE) == ({SHARE}, {SUM})


def test_number_too_long_is_doubted_with_the_blank_past_another_blank_column():
    fields = ITEM, SHARE, Field.EXPLANATION, SUM
    assert doubts("修路|||10043600", *fields) == ({SUM}, {SHARE})


@pytest.mark.parametrize("row", ["修路||如期开工|10043600", "修路|30||10043600", "修路|||43600"])
def test_number_past_a_filled_column_or_of_usual_length_is_believed(row):
    assert doubts(row, ITEM, SHARE, Field.EXPLANATION, SUM) == (set(), set())


@pytest.mark.parametrize("row", ["修路|4600|", "修路||95.8", "修路|12000000|30"])
def test_number_of_usual_length_is_no_doubt_beside_a_blank(row):
    assert not doubts(row, ITEM, SUM, SHARE)[1]


@pytest.mark.parametrize(
    "goal",
    [
        "完成16处改造已确定选址方案。",
        "完成管材进场已下发通知。",
        "完成立项尚未启动。",
        "进场施工。因管线迁改暂停施工。",
    ],
)
def test_goal_that_says_what_was_done_is_doubted_with_the_report_behind_it(goal):
    assert doubts(f"修路。|{goal}|下月开工。", ITEM, GOAL, DONE)[0] == {GOAL, DONE}


@pytest.mark.parametrize(
    "goal", ["完成16处改造。", "因地制宜改造3处。", "目前在建的3处完工。", "印发实施方案。"]
)
def test_goal_that_says_what_is_to_do_is_believed(goal):
    assert doubts(f"修路。|{goal}|已开工。", ITEM, GOAL, DONE) == (set(), set())


@pytest.mark.parametrize(
    "row",
    [
        "老旧小区改造|42户完工|已开工",
        "实施道路提升|工程完工|已开工",
        "实施北路(一段)|改造提升工程|已开工",
    ],
)
def test_goal_that_begins_with_what_may_end_the_item_is_doubted(row):
    assert doubts(row, ITEM, GOAL, DONE)[0] == {ITEM, GOAL}


@pytest.mark.parametrize(
    "row",
    [
        "老旧小区改造。|42户完工|已开工",
        "新建公厕|12月底前完工|已开工",
        "新建公厕|完成改造工程|已开工",
    ],
)
def test_goal_behind_a_full_stop_or_with_a_date_is_believed(row):
    assert doubts(row, ITEM, GOAL, DONE) == (set(), set())


def test_report_that_begins_with_a_leader_is_doubted_where_the_table_has_leaders():
    row = "修路。||副区长甲已完成3座。"
    assert doubts(row, ITEM, Field.LEADERS, DONE)[0] == {DONE}
    assert doubts(row, ITEM, SUM, DONE)[0] == set()


def test_report_that_names_a_leader_later_is_believed():
    assert doubts("修路。||已报副区长审定。", ITEM, Field.LEADERS, DONE)[0] == set()


@pytest.mark.parametrize("report", ["正在评审73.5%因征地滞后", "已开工受雨季影响推迟"])
def test_blank_reason_is_doubted_where_a_doubtful_report_gives_one(report):
    row = f"修路。|{report}|"
    assert doubts(row, ITEM, DONE, Field.EXPLANATION, margin=SURE - 1)[1] == {Field.EXPLANATION}
    assert doubts(row, ITEM, DONE, Field.EXPLANATION)[1] == set()


@pytest.mark.parametrize("report", ["已开工。因地制宜推进", "查明原因后推进", "已开工，因雨停工"])
def test_blank_reason_is_believed_where_the_report_gives_none_of_its_own(report):
    assert doubts(f"修路。|{report}|", ITEM, DONE, Field.EXPLANATION, margin=SURE - 1)[1] == set()


def test_remark_is_doubted_where_no_column_of_reasons_takes_the_reports():
    row = "修路。|已开工。因征地滞后，争取|7月底前赶上"
    parts = (ITEM, DONE, Field.REMARK)
    cells = dict(zip((0, 1, 2), ((0, 3), (3, 17), (17, 24)), strict=True))
    for margin, asked in ((SURE - 1, 0), (SURE, SURE)):
        given = {k: (CutCell(*span, margin, k), 0) for k, span in cells.items()}
        made, _ = doubt(row.replace("|", ""), given, parts)
        assert made[2][0].margin == asked


def test_blank_reason_is_doubted_by_the_margin_that_the_report_was_cut_by():
    row, parts = "修路。已开工。因雨停工。", (ITEM, DONE, Field.EXPLANATION)
    found = [
        {k: (CutCell(*span, margin, k), 0) for k, span in enumerate([(0, 3), (3, 12)])}
        for margin in (SURE - 1, SURE + 2)
    ]
    assert doubt(row, found[1], parts, unsettled=found[0])[1] == {2}
    assert doubt(row, found[0], parts, unsettled=found[1])[1] == {2}
    assert doubt(row, found[1], parts, unsettled=found[1])[1] == set()


def test_blank_percentage_before_a_report_that_begins_with_bare_digits_is_doubted():
    assert doubts("修路。||8442下一步加快", ITEM, SHARE, DONE)[1] == {SHARE}


@pytest.mark.parametrize("report", ["8座已完工", "8月开工", "3、已完工", "已完工8"])
def test_blank_percentage_before_a_report_that_counts_is_believed(report):
    assert doubts(f"修路。||{report}", ITEM, SHARE, DONE)[1] == set()


def test_sum_of_ten_digits_is_doubted_though_nothing_beside_is_blank():
    assert doubts("修路|710036252100|31", ITEM, SUM, SHARE)[0] >= {SUM}
    assert doubts("修路|71003625|优", ITEM, SUM, None)[0] == set()


def test_percentage_of_more_than_three_digits_is_doubted_with_its_sign_too():
    assert doubts("已投资1.5亿元,占|3030%", DONE, SHARE)[0] == {SHARE}
    assert doubts("已投资1.5亿元,占三成|100%", DONE, SHARE)[0] == set()


@pytest.mark.parametrize("item", ["实施青年人才培养", "落实三年行动", "发放以旧换新补贴"])
def test_goal_that_begins_with_the_plan_its_item_may_name_is_doubted(item):
    assert doubts(f"{item}|计划改造5个。", ITEM, GOAL)[0] == {ITEM, GOAL}


@pytest.mark.parametrize("row", ["改造老旧小区|计划改造5个。", "落实三年行动|力争改造5个。"])
def test_goal_that_plans_behind_another_item_or_in_other_words_is_believed(row):
    assert doubts(row, ITEM, GOAL)[0] == set()


def test_goal_behind_the_report_that_says_what_is_being_done_is_doubted():
    assert doubts("修路|已完工3座。|正在铺管。4月底前完工。", ITEM, DONE, GOAL)[0] == {DONE, GOAL}


def test_goal_behind_the_report_that_says_what_is_planned_is_believed():
    assert doubts("修路|已完工3座。|4月底前完工。", ITEM, DONE, GOAL)[0] == set()


def test_number_all_of_whose_digits_may_stand_before_the_sentence_is_doubted():
    assert doubts("修路|6|6.8项目收尾", ITEM, SHARE, DONE)[0] == {SHARE, DONE}


def test_number_before_a_count_is_no_doubt():
    assert doubts("修路|20|0户完工", ITEM, SHARE, DONE)[0] == set()


@pytest.mark.parametrize("said", ["4527300万元", "7.52600万元", "304.1亿元"])
def test_sum_that_may_begin_with_a_bare_percentage_is_doubted_with_the_blank_before_it(said):
    assert doubts(f"修路|已开工||{said}", ITEM, DONE, SHARE, SUM) == ({SUM}, {SHARE})


@pytest.mark.parametrize("said", ["8万元", "700万元", "0.8万元"])
def test_sum_that_parts_nowhere_is_believed_behind_a_blank_percentage(said):
    assert doubts(f"修路|已开工||{said}", ITEM, DONE, SHARE, SUM) == (set(), set())


def test_sum_is_believed_behind_a_percentage_and_before_a_blank_one():
    assert doubts("修路|已开工|45|27300万元", ITEM, DONE, SHARE, SUM)[1] == set()
    assert doubts("修路|已开工|27300万元|", ITEM, DONE, SUM, SHARE) == (set(), set())
    assert doubts("修路||已开工|27300万元", ITEM, SHARE, DONE, SUM) == (set(), set())


@pytest.mark.parametrize(("said", "hidden"), [("731万元", set()), ("27300万元", {2})])
def test_sum_is_believed_where_it_is_no_longer_than_those_behind_percentages_with_their_sign(
    said, hidden
):
    row = f"修路。{said}"
    cells = {0: (CutCell(0, 3, 20, 0), 0), 3: (CutCell(3, len(row), 20, 3), 0)}
    sums = Sums(["800万元", said], ["45%", ""])
    assert doubt(row, cells, (ITEM, DONE, SHARE, SUM), sums=sums)[1] == hidden


@pytest.mark.parametrize("report", ["已开工。施工", "已建成3座。总体"])
def test_status_behind_a_few_words_left_over_from_the_report_is_doubted_with_it(report):
    assert doubts(f"修路|{report}|偏慢", ITEM, DONE, Field.STATUS)[0] == {DONE, Field.STATUS}


@pytest.mark.parametrize("report", ["已开工。", "已开工", "已开工。正在铺设管网"])
def test_status_behind_a_report_that_ends_whole_is_believed(report):
    assert doubts(f"修路|{report}|偏慢", ITEM, DONE, Field.STATUS)[0] == set()


WHY, NOTE = Field.EXPLANATION, Field.REMARK


@pytest.mark.parametrize("row", ["修路。|已开工。|专班已成立|", "修路。|已开工。||专班已成立"])
def test_few_words_for_a_reason_or_a_remark_are_doubted_with_the_blank_beside(row):
    filled = WHY if row.endswith("|") else NOTE
    assert doubts(row, ITEM, DONE, WHY, NOTE) == ({filled}, {WHY, NOTE} - {filled})


@pytest.mark.parametrize(
    "row",
    [
        "修路。|已开工。|征地受阻|",
        "修路。|已开工。||续建项目",
        "修路。|已开工。|征地受阻|专班已成立",
        "修路。|已开工。|材料涨价,正重新招标。|",
    ],
)
def test_reason_and_remark_that_their_words_or_the_other_tell_are_believed(row):
    assert doubts(row, ITEM, DONE, WHY, NOTE) == (set(), set())


def test_few_words_are_believed_where_no_column_of_the_other_kind_stands_beside():
    assert doubts("修路。|已开工。|专班已成立", ITEM, DONE, NOTE) == (set(), set())
    row, fields = "修路。|已开工。||市级|专班已成立", (ITEM, DONE, WHY, Field.LEVELS, NOTE)
    assert doubts(row, *fields) == (set(), set())


@pytest.mark.parametrize("second", ["建立管护台账。", "推动管护办法落地。", "落实管护责任。"])
def test_report_that_may_be_the_second_sentence_of_the_item_is_doubted_with_it(second):
    assert doubts(f"新建泵房5座。|{second}|县水务局", ITEM, DONE, Field.LEAD_UNITS)[0] == {
        ITEM,
        DONE,
    }


@pytest.mark.parametrize(
    "row",
    [
        "新建泵房5座。|完善手续已办结。",
        "新建泵房5座。|完成招标。",
        "新建泵房5座。|落实用地3处。",
        "发放租房补贴600户。|落实市级资金45万元。",
        "新建泵房5座|推动管护办法落地。",
    ],
)
def test_report_that_says_what_was_done_or_stands_behind_no_sentence_is_believed(row):
    assert doubts(row, ITEM, DONE)[0] == set()
