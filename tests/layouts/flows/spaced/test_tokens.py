from shishi.places import Place
from tests.layouts.flows.spaced.made import body_of


def test_tokens_stand_between_spaces_and_line_ends():
    body = body_of("1 新建公厕3座。  区住建局", "已完成")
    assert [t.plain for t in body.tokens] == ["1", "新建公厕3座。", "区住建局", "已完成"]
    assert body.lines == [range(3), range(3, 4)]


def test_code_that_touches_its_words_is_parted_from_them_where_most_lines_have_one():
    body = body_of("1、新建公厕", "2、改造泵房")
    assert [t.plain for t in body.tokens] == ["1、", "新建公厕", "2、", "改造泵房"]


def test_mark_on_one_of_many_lines_stays_with_its_words():
    body = body_of("1 新建公厕", "2、改造泵房", "3 修路", "4 植树")
    assert "2、改造泵房" in [t.plain for t in body.tokens]


def test_text_of_tokens_on_two_lines_keeps_its_places():
    text = body_of("1 区住建局、", "区水务局 已完成").text(range(1, 3), Place(row=1))
    assert text.value == "区住建局、\n区水务局"
    assert [(p.place.line, p.place.characters) for p in text.pieces] == [(1, (2, 7)), (2, (0, 4))]


def test_name_broken_by_a_line_end_looks_like_a_unit_when_mended():
    body = body_of("区综合行政", "执法局")
    assert [look.units for look in body.looks(0, 2)] == [50, 100]
