import pytest

from tests.layouts.invented import column, doubted, page_of

TITLE = "2031年云溪区民生实事项目9月进展情况"
FIRST, LAST = "1.新建公厕3座。目前已完成1座。", "3.新增床位30张。已新增20张。"


def read(*lines):
    return page_of("\n".join((TITLE, *lines)))


@pytest.mark.parametrize(
    ("told", "progress"),
    [
        ("改造泵房9座。目前已完成4座。", "目前已完成4座。"),
        ("改造泵房9座,截至9月25日,已完成4座。", "截至9月25日,已完成4座。"),
        ("改造泵房9座;9月底已完成4座。", "9月底已完成4座。"),
        ("改造泵房9座。暂未开工。", "暂未开工。"),
        ("改造泵房9座。累计完成4座,其余正在施工。", "累计完成4座,其余正在施工。"),
    ],
)
def test_progress_begins_where_a_clause_tells_what_was_done(told, progress):
    page = read(FIRST, f"2.{told}", LAST)
    assert column(page, "progress")[1] == progress
    assert column(page, "item")[1].rstrip("。") == "改造泵房9座"
    assert doubted(page) == set()


@pytest.mark.parametrize(
    "told",
    [
        "改造泵房9座。涉及街道5个。",
        "已改造泵房4座。",
        "新增车位3000个,完成年度目标任务的120%。",
    ],
)
def test_item_is_doubted_where_its_end_is_not_certain(told):
    page = read(FIRST, f"2.{told}", LAST)
    assert doubted(page) == {(2, "item")}


def test_target_behind_the_result_keeps_its_place():
    record = read("1.建成公园20个,超额完成15个的年度目标。", LAST.replace("3", "2", 1)).records[0]
    assert {str(f): t.value for f, t in record.texts.items()} == {
        "code": "1",
        "item": "建成公园",
        "goal": "15个的年度目标",
        "progress": "建成公园20个,超额完成",
    }
    places = [record.texts[f].pieces[0].place for f in record.texts]
    assert {place.line for place in places} == {2}
    assert record.texts["goal"].pieces[0].place.characters == (14, 22)


@pytest.mark.parametrize(
    "lines",
    [
        ("1.新建公厕3座。", "2.改造泵房9座。", "3.新增床位30张。"),
        ("1.目前已召开会议3次。", "2.目前已督查5次。"),
        ("1.加强领导。目前已部署。", "2.强化督查。目前已开展。"),
        (FIRST, "各单位要加快进度。"),
    ],
)
def test_other_numbered_lines_are_no_items(lines):
    assert read(*lines).records == ()


def test_items_beside_a_table_are_not_read_again():
    table = "序号 | 项目名称 | 责任单位\n1 | 新建公厕3座。 | 区住建局\n2 | 改造泵房9座。 | 区水务局"
    assert len(read(FIRST, "2.改造泵房9座。目前已完成4座。", "", table).records) == 2


def test_lines_between_items_are_not_lost():
    page = read(FIRST, "以上为区级项目。", "2.改造泵房9座。目前已完成4座。", LAST)
    assert len(page.records) == 3
    assert "以上为区级项目。" in [s.text.value for s in page.stretches]
