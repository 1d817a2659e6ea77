import pytest

from shishi.layouts.flows.strips.anchors import find_anchors, is_bare
from shishi.records import Field


def names(text):
    found = find_anchors(text, frozenset(), frozenset())
    return {text[start:end] for start, ends in found.names.items() for end, _ in ends}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("建成5公里。区水务局", "区水务局"),
        ("新建口袋公园5个住建局各街道", "住建局"),
        ("新建口袋公园5个住建局各街道", "各街道"),
        ("完成招标区综合行政执法局", "区综合行政执法局"),
        ("1修路。云溪街道", "云溪街道"),
    ],
)
def test_unit_name_is_seen_where_nothing_parts_it_from_its_neighbours(text, name):
    assert name in names(text)


@pytest.mark.parametrize("text", ["完成主体施工。", "已建成5公里,完成60%", "打造便民服务圈"])
def test_running_text_without_a_unit_has_no_name(text):
    assert names(text) == set()


def test_sentence_may_end_at_a_full_stop_for_nothing():
    text = "修路。造林。"
    assert [
        at for at, cost in find_anchors(text, frozenset(), frozenset()).cuts.items() if not cost
    ] == [
        0,
        6,
        3,
    ]


@pytest.mark.parametrize(
    ("text", "told"), [("66.8项目收尾", True), ("66项已完工", False), ("66项目前完工", False)]
)
def test_number_before_the_word_project_is_bare(text, told):
    end = text.index("项")
    assert is_bare(text, end) is told


@pytest.mark.parametrize("text", ["区水务局将加快室内装修", "区水务局安排办理手续"])
def test_word_that_goes_on_ends_no_name(text):
    assert not {name for name in names(text) if name.endswith(("室", "办"))}


def test_office_before_another_word_ends_a_name():
    assert "区水务局办公室" in names("建成5公里。区水务局办公室已完工")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("区水务局120项目前期工作已完成。", True),
        ("建成12项目前已验收。", False),
        ("区水务局1.29年度任务已完成。", True),
        ("区水务局12年内完工。", True),
        ("工期2年。", False),
    ],
)
def test_number_before_the_year_of_a_plan_counts_no_years(text, bare):
    end = next(at for at in range(len(text), 0, -1) if text[at - 1].isdigit())
    assert is_bare(text, end) is bare


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("剩余3公里按计划推进。", False),
        ("剩余3公里按照计划推进。", False),
        ("已建成3座计划9月完工。", True),
    ],
)
def test_plan_that_a_sentence_goes_by_opens_no_cell(text, opens):
    openings = find_anchors(text, frozenset(), frozenset()).openings
    assert (text.index("计划") in openings) is opens


def test_longest_status_comes_first_whatever_the_order_of_the_words():
    statuses = frozenset({"按序", "按序时", "按序时推进", "推进", "序时"})
    found = find_anchors("已完成3座。按序时推进", statuses, frozenset({Field.STATUS}))
    lengths = [end - start for start, end in found.statuses]
    assert lengths[0] == 5


@pytest.mark.parametrize(
    ("text", "bare"),
    [("总投资0.27亿元", False), ("服务3亿人次", False), ("完成12亿达公司", True)],
)
def test_number_before_a_hundred_million_counts_money_or_people(text, bare):
    end = next(at for at in range(len(text), 0, -1) if text[at - 1].isdigit())
    assert is_bare(text, end) is bare
