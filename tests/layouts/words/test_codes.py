import pytest

from shishi.layouts.words.codes import follow_codes, parse_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("1", (1,)), ("12.", (12,)), ("3、", (3,)), ("1.1", (1, 1)), ("10-4", (10, 4))),
        *(("(2)", (2,)), ("一", (1,)), ("(二)", (2,)), ("十", (10,)), ("十三", (13,))),
        *(("二十", (20,)), ("二十四", (24,)), (" 7 ", (7,))),
        *(("A-1", (1,)), ("B-12", (12,)), ("2031-8", (8,)), ("第1项", (1,)), ("第十二项", (12,))),
        *(("①", (1,)), ("⑳", (20,))),
    ],
)
def test_code_is_read_outermost_number_first(text, code):
    assert parse_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3.5个",
        "2031年",
        "一二",
        "12345",
        "A1",
        "第一",
        "1.2.x",
        "65%",
        "百",
        "A-",
        "2031-08",
        "第项",
        "①②",
    ],
)
def test_other_text_is_no_code(text):
    assert parse_code(text) is None


@pytest.mark.parametrize("text", ["十三九", "十十一", "三十十", "一一十", "(十二一)", "二三十"])
def test_numerals_of_a_code_and_of_what_stands_behind_it_are_no_one_code(text):
    assert parse_code(text) is None


@pytest.mark.parametrize(
    "texts",
    [
        ["1", "2", "3"],
        ["1.1", "1.2", "2.1", "2.2"],
        ["1", "2", "1", "2"],
        ["7.4", "7.4", "7.5"],
        ["1", "1.1", "1.2", "2"],
    ],
)
def test_codes_that_go_on_repeat_or_begin_again_follow(texts):
    assert follow_codes(texts) == [True] * len(texts)


@pytest.mark.parametrize(
    ("texts", "followed"),
    [
        (["1", "300", "2"], [True, False, True]),
        (["1", "建成", "2"], [True, False, True]),
        (["2", "1.5", "3"], [True, False, True]),
        (["3", "5"], [True, False]),
    ],
)
def test_numbers_between_codes_do_not_follow(texts, followed):
    assert follow_codes(texts) == followed
