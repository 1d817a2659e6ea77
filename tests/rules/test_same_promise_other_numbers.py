import pytest

from shishi.rules.same_promise_other_numbers import check
from tests.rules.pages import month, read_subject


def found(ours, theirs, *, leads=("文广旅体局", "文广旅体局"), code="12"):
    plan = month({"item": "开展培训80人次"}, {"item": theirs, "lead_units": leads[1], "code": code})
    row = {"item": ours, "lead_units": leads[0]}
    return list(check(read_subject(row, against=plan)))


@pytest.mark.parametrize(
    ("ours", "theirs", "numbers"),
    [
        ("建设6个乡音进社区(公园)", "新建“乡音进社区”公园7个", ("6个", "7个")),
        ("建设健身房3家、球场6个", "新建健身房3家、球场8个", ("6个", "8个")),
        ("新增绿道8公里", "新增绿道7500米", ("8公里", "7500米")),
        ("新增婴幼儿托位300个", "新增托位数350个", ("300个", "350个")),
        ("培育农创客不少于120名", "新培育农创客100名", ("不少于120名", "100名")),
        ("培育农创客100名", "新培育农创客不少于120名", ("100名", "不少于120名")),
    ],
)
def test_number_that_the_other_plan_gives_otherwise_is_asked_about(ours, theirs, numbers):
    (finding,) = found(ours, theirs)

    assert (finding.severity, finding.place.field) == ("asks", "item")
    assert (finding.facts["ours"], finding.facts["theirs"]) == numbers
    assert finding.facts["other_order"] == 2
    assert finding.facts["other_code"] == "12"


def test_promise_of_another_lead_unit_counts_where_the_items_match():
    (finding,) = found("新建城区绿道8公里", "新建城区绿道9公里", leads=("住建局", "园林中心"))

    assert finding.facts["theirs"] == "9公里"


def test_item_without_a_code_is_named_by_its_place():
    (finding,) = found("新建健身房3家", "新建健身房4家", code="")

    assert finding.facts["other_code"] == "2"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("建设健身房6个", "新建健身房6个"),
        ("创建8个旧改类未来社区", "建成3个未来社区"),
        ("新建书房不少于6家", "新建书房7家"),
        ("新建书房7家", "新建书房不少于6家"),
        ("新建书房6家", "新建驿站7家"),
        ("新增床位60张", "床位总量达到600张"),
        ("新增绿道8公里", "新增绿道9条"),
        ("创建示范村占比达80%", "创建示范村80个"),
        ("新建3家", "新建4家"),
        ("新建书房6家", "新建书房7家、改造书房8家"),
    ],
)
def test_number_that_agrees_or_counts_something_else_passes(ours, theirs):
    assert found(ours, theirs) == []


def test_same_thing_of_other_units_in_unlike_items_passes():
    ours = "完善城东片区慢行系统及照明设施,新增座椅20张"
    theirs = "改造中心公园湖岸步道与观景平台,新增座椅50张"

    assert found(ours, theirs, leads=("住建局", "园林中心")) == []


def test_page_without_another_plan_passes():
    assert list(check(read_subject({"item": "新建书房6家"}))) == []
