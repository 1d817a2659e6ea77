import pytest

from shishi.layouts.flows.strips.unsure.evidence import Evidence, opens_with_units
from shishi.records import Field

THEME, ITEM, DONE, SHARE = Field.THEME, Field.ITEM, Field.PROGRESS, Field.PERCENT
LEADERS, LEAD, REMARK, WHY = Field.LEADERS, Field.LEAD_UNITS, Field.REMARK, Field.EXPLANATION


def clears(text, *fields, cell, blank, others=()):
    """Tell whether a cell holds nothing of a blank column; `others` stand in its column in other rows."""
    texts = [[text, *others] if k == cell else [] for k in range(len(fields))]
    filled = [k for k in range(len(fields)) if k != blank]
    return Evidence(texts, fields).clears(text, cell, blank, filled=filled)


@pytest.mark.parametrize("names", ["赵某", "赵甲、钱乙丙"])
def test_leaders_that_are_persons_hold_no_remark(names):
    assert clears(names, LEADERS, REMARK, cell=0, blank=1)


@pytest.mark.parametrize("names", ["赵甲续建项目", "已完成", "甲乙丙丁戊"])
def test_leaders_with_other_words_may_hold_a_remark(names):
    assert not clears(names, LEADERS, REMARK, cell=0, blank=1)


def test_leaders_that_are_persons_may_yet_hold_units():
    assert not clears("赵甲", LEADERS, LEAD, cell=0, blank=1)


def test_remark_of_another_row_holds_no_leaders():
    assert clears("分期建设", LEADERS, REMARK, cell=1, blank=0, others=["分期建设"])


def test_remark_of_no_other_row_may_hold_leaders():
    assert not clears("王甲分期建设", LEADERS, REMARK, cell=1, blank=0, others=["分期建设"])


def test_units_of_another_row_hold_no_leaders():
    others = ["县水利局、县总工会"]
    assert clears("县水利局", LEADERS, LEAD, cell=1, blank=0, others=others)


def test_units_of_no_other_row_may_hold_leaders():
    assert not clears("王甲县水利局", LEADERS, LEAD, cell=1, blank=0, others=["县水利局"])


@pytest.mark.parametrize("blank", [SHARE, LEADERS])
def test_sentence_with_its_stop_holds_no_cell_behind_it(blank):
    assert clears("绿道铺装过半。", DONE, blank, LEAD, cell=0, blank=1)


@pytest.mark.parametrize("text", ["绿道铺装过半45", "已开工。45因设计修改暂停。"])
def test_sentence_with_a_number_that_counts_nothing_may_hold_a_percentage(text):
    assert not clears(text, DONE, SHARE, LEAD, cell=0, blank=1)


def test_sentence_with_its_stop_may_hold_two_cells_behind_it():
    fields = DONE, SHARE, WHY, LEAD
    evidence = Evidence([["已完工。未报。"], [], [], []], fields)
    assert not evidence.clears("已完工。未报。", 0, 1, filled=[0, 3])


def test_item_that_ends_in_a_count_holds_no_leaders():
    assert clears("新建绿道9条", ITEM, LEADERS, LEAD, cell=0, blank=1)


@pytest.mark.parametrize("item", ["社区义诊已举办9场", "正在铺设绿道9条", "社区义诊已举办9场。"])
@pytest.mark.parametrize("blank", [LEADERS, LEAD])
def test_item_that_reports_may_hold_the_cells_behind_it(item, blank):
    assert not clears(item, ITEM, blank, DONE, cell=0, blank=1)


def test_item_that_names_a_leader_of_another_row_may_hold_one():
    texts = [["社区义诊顾庚辛举办9场"], ["顾庚辛"], []]
    evidence = Evidence(texts, (ITEM, LEADERS, DONE))
    assert not evidence.clears(texts[0][0], 0, 1, filled=[0, 2])


def test_item_that_counts_as_no_other_does_may_hold_units():
    others = ["古桥修缮", "绿道养护", "义诊进村"]
    assert not clears("驿站亮灯9处", ITEM, LEAD, DONE, cell=0, blank=1, others=others)
    assert clears("新建驿站9处", ITEM, LEAD, DONE, cell=0, blank=1, others=others)


@pytest.mark.parametrize("item", ["安居宜居古桥修缮", "绿色出行古桥修缮"])
def test_item_that_begins_with_a_theme_or_a_word_like_one_is_told(item):
    evidence = Evidence([["安居宜居", "文化惠民"], [item]], (THEME, ITEM))
    assert evidence.begins_with_theme(item)


@pytest.mark.parametrize(
    ("item", "themes"),
    [
        ("古桥修缮", ["安居宜居"]),
        ("新建安居古桥3座", ["安居宜居"]),
        ("绿色出行设施", ["安居宜居"]),
        ("绿色出行古桥修缮", ["安居宜居", "文化惠民工程"]),
        ("绿色出行古桥修缮", []),
    ],
)
def test_item_that_begins_like_no_theme_of_the_page_is_left(item, themes):
    assert not Evidence([themes, [item]], (THEME, ITEM)).begins_with_theme(item)


def test_item_that_ends_in_a_count_may_hold_a_number():
    assert not clears("新建绿道9条", ITEM, SHARE, LEAD, cell=0, blank=1)


def test_item_that_says_once_what_is_to_be_done_holds_no_theme():
    assert clears("新建绿道9条", THEME, ITEM, cell=1, blank=0)


@pytest.mark.parametrize("item", ["绿色出行新建绿道9条", "提升环境品质新建绿道9条"])
def test_item_that_says_later_what_is_to_be_done_may_hold_a_theme(item):
    assert not clears(item, THEME, ITEM, cell=1, blank=0)


def test_sentence_behind_numbers_that_begins_with_a_word_holds_none():
    texts = [["45%", "60%", "—"], ["已开工"]]
    assert Evidence(texts, (SHARE, DONE)).clears("已开工", 1, 0, filled=[1])


def test_sentence_behind_percentages_in_words_may_hold_one():
    texts = [["过半", "60%", "—"], ["已开工"]]
    assert not Evidence(texts, (SHARE, DONE)).clears("已开工", 1, 0, filled=[1])


def test_list_of_units_before_words_opens_a_sentence_with_units():
    assert opens_with_units("云溪镇、县水利局举办赛事")


@pytest.mark.parametrize("text", ["举办赛事、展览", "县水利局举办赛事"])
def test_words_or_one_name_open_no_sentence_with_a_list_of_units(text):
    assert not opens_with_units(text)


@pytest.mark.parametrize("units", ["顾庚辛数据中心", "顾庚辛数据中心 县医保局"])
def test_units_that_begin_with_a_leader_of_another_row_are_told(units):
    assert Evidence([["顾庚辛"], [units]], [LEADERS, LEAD]).begins_with_leader(units)


@pytest.mark.parametrize("units", ["顾庚镇", "顾庚辛", "县数据中心", "数据中心 顾庚辛合作社"])
def test_units_that_no_leader_of_another_row_begins_are_left(units):
    assert not Evidence([["顾庚辛"], [units]], [LEADERS, LEAD]).begins_with_leader(units)
