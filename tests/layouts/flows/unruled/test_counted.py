import pytest

from tests.layouts.invented import column, doubted, page_of

TITLE = "2031年云溪区民生实事项目9月进展情况"


def read(*lines):
    return page_of("\n".join((TITLE, "", *lines)))


WHOLE = "滞后1项:建设绿道5公里。"


def test_list_as_long_as_its_sentence_says_is_not_doubted():
    page = read("已完成2项:1.新建公厕3座;2.改造泵房9座。", WHOLE)
    assert column(page, "status") == ["已完成", "已完成", "滞后"]
    assert doubted(page) == set()


@pytest.mark.parametrize("count", ["1", "三", "12"])
def test_list_longer_or_shorter_than_its_sentence_says_is_doubted(count):
    page = read(f"已完成{count}项:1.新建公厕3座;2.改造泵房9座。", WHOLE)
    assert column(page, "item") == ["新建公厕3座", "改造泵房9座。", "建设绿道5公里。"]
    assert doubted(page) == {(1, "item"), (2, "item")}


def test_page_with_no_list_as_long_as_its_sentence_says_is_not_read():
    assert read("已完成3项:1.新建公厕3座;2.改造泵房9座。", "滞后2项:建设绿道。").records == ()


def test_status_and_item_of_a_counted_list_stand_where_they_are_printed():
    record = read("已完成2项:", "①新建公厕3座;", "②改造泵房9座。", WHOLE).records[1]
    lines = [t.pieces[0].place.line for t in (record.texts["status"], record.texts["item"])]
    assert lines == [3, 5]


def test_every_character_of_counted_lists_has_a_role():
    page = read("26个项目中,已完成2项:", "①新建公厕3座;", "②改造泵房9座。", "抓紧推进。", WHOLE)
    printed = [s.text.value for s in page.stretches]
    assert "抓紧推进。" in printed
    assert len(printed) == 6


@pytest.mark.parametrize(
    "lines",
    [
        ("无滞后项目1项:建设绿道。", "未完成投资2项:道路、桥梁。"),
        ("已完成投资2亿元:道路1亿元;桥梁1亿元。",),
        ("会议审议事项2项:1.预算;2.决算。",),
        ("9月份完成2项:1.修订制度;2.开展培训。",),
    ],
)
def test_other_sentences_with_a_count_begin_no_list(lines):
    assert read(*lines).records == ()
