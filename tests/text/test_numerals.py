from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.text.numerals import find_numerals, parse_number


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("1,234.5", "1234.5"),
        ("12,345,678", "12345678"),
        ("1.3万", "13000"),
        ("20.5万", "205000"),
        ("3千万", "30000000"),
        ("2亿", "200000000"),
        ("1.2万亿", "1200000000000"),
        ("十", "10"),
        ("十万", "100000"),
        ("两", "2"),
        ("两万", "20000"),
        ("两万五", "25000"),
        ("三百五", "350"),
        ("三百五十", "350"),
        ("三百零五", "305"),
        ("一千零五", "1005"),
        ("一千零五十", "1050"),
        ("二十六", "26"),
        ("十二亿三千万", "1230000000"),
        ("二〇二四", "2024"),
        (" 12 ", "12"),
    ],
)
def test_a_numeral_is_read_as_its_value(printed: str, value: str) -> None:
    assert str(parse_number(printed)) == value


@pytest.mark.parametrize(
    "printed",
    [
        *("", "万", "千万", "百", "十百", "一二十", "三千百", "零零十", "1,23", "20,", "1.", ".5"),
        *("\uff11\uff12", "1 2", "1234567890123456789", "99999999999亿", "三所", "一千二千", "两0"),
    ],
)
def test_what_is_not_one_numeral_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        parse_number(printed)


def test_numerals_in_a_text_are_found_with_their_spans() -> None:
    found = find_numerals("20,其中1,200户、三百五十家,千万不要")

    assert [(n.value, n.span) for n in found] == [
        (Decimal(20), (0, 2)),
        (Decimal(1200), (5, 10)),
        (Decimal(350), (12, 16)),
    ]


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_every_number_up_to_eighteen_digits_reads_back(number: int) -> None:
    assert parse_number(str(number)) == parse_number(f"{number:,}") == number


def _spell(number: int) -> str:
    digits, text, gap = "零一二三四五六七八九", "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + sign
        gap = not digit
    return text


@given(st.integers(min_value=1, max_value=9999))
def test_every_spelt_number_reads_back(number: int) -> None:
    assert parse_number(_spell(number)) == number
    assert parse_number(_spell(number) + "万") == number * 10**4


@given(st.text(alphabet="0123456789,.零一二两三十百千万亿〇个", max_size=60))
def test_no_text_makes_the_search_fail(text: str) -> None:
    for numeral in find_numerals(text):
        assert 0 <= numeral.value < 10**18
        assert parse_number(text[slice(*numeral.span)]) == numeral.value
