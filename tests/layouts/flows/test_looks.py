import pytest

from shishi.layouts.flows.looks import look_at

STATUSES = frozenset({"正常", "滞后"})


def look(text):
    return look_at(text, STATUSES)


@pytest.mark.parametrize("text", ["1", "1.2", "(3)", "十二", "4、", "一、"])
def test_code_is_seen(text):
    assert look(text).is_code


@pytest.mark.parametrize("text", ["3个", "2031年", "第1", "1.2.3万", "一般"])
def test_other_numbers_are_no_codes(text):
    assert not look(text).is_code


@pytest.mark.parametrize("text", ["300", "1,200.5", "65%", "约30万元", "2亿"])
def test_number_is_seen(text):
    assert look(text).is_number


@pytest.mark.parametrize("text", ["300个", "完成65%", "万元", ""])
def test_text_with_a_number_is_no_number(text):
    assert not look(text).is_number


def test_status_word_of_the_district_is_seen_and_no_other():
    assert look("滞后").is_status
    assert look("正常。").is_status
    assert not look("有序").is_status
    assert not look("滞后原因").is_status


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("1.完成选址", 1), ("(2)启动招标", 2), ("③竣工", 3), ("二、便民", 2), ("(十二)开放", 12)),
        *(("1.3月初开工", 1), ("1.5公里管网", 0), ("2031年底", 0), ("完成1.", 0)),
    ],
)
def test_list_mark_is_read_and_told_from_a_decimal(text, number):
    assert look(text).number_mark == number


@pytest.mark.parametrize("text", ["", "  ", "/", "—"])
def test_blank_and_marks_for_nothing_are_blank(text):
    assert look(text).is_blank


@pytest.mark.parametrize("text", ["无障碍", "1", "。"])
def test_what_prints_is_not_blank(text):
    assert not look(text).is_blank


def test_shares_of_units_and_people_are_in_hundredths():
    assert look("区水务局、陆远帆").units == 50
    assert look("区水务局、陆远帆").people == 50
    assert look("各街道、区水务局").groups == 1
    assert look("完成管网改造。").units == 0


@pytest.mark.parametrize("text", ["完成主体施工并", "7月底", "启动征询,"])
def test_sentence_without_an_end_breaks_off(text):
    assert look(text).breaks_off


@pytest.mark.parametrize("text", ["完成主体施工。", "完成选址;", "惠及云溪、石埠等", ""])
def test_sentence_with_an_end_does_not_break_off(text):
    assert not look(text).breaks_off


def test_levels_are_seen_where_nothing_else_is_said():
    assert look("市级、区级").is_level
    assert not look("市级项目").is_level


def test_length_does_not_count_white_space():
    assert look("区 水务\n局").length == 4


@pytest.mark.parametrize("text", ["★区教育局", "区残联、★区教育局", "区教育局★\n区残联"])
def test_list_of_units_with_a_star_anywhere_is_starred(text):
    assert look(text).starred
    assert look(text).units == 100


@pytest.mark.parametrize("text", ["改造酒店3家,评定五★级2家", "区教育局、区残联"])
def test_star_in_a_sentence_marks_no_units(text):
    assert not look(text).starred
