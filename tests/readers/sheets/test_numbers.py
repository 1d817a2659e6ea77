import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.readers.sheets.numbers import UnknownFormat, show_number, show_text

CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "readers" / "numbers.json").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["shown"], ids=lambda c: f"{c['raw']} as {c['code']}")
def test_number_is_shown_under_its_format(case: dict[str, str]) -> None:
    assert show_number(case["raw"], case["code"]) == case["shown"]


@pytest.mark.parametrize("case", CASES["as it is"], ids=lambda c: f"{c['raw']} as {c['code']}")
def test_number_that_a_format_leaves_alone_is_shown_as_it_is(case: dict[str, str]) -> None:
    assert show_number(case["raw"], case["code"]) == case["shown"]


@pytest.mark.parametrize("case", CASES["unknown"], ids=lambda c: f"{c['raw']} as {c['code'][:20]}")
def test_number_that_cannot_be_shown_is_not_guessed(case: dict[str, str]) -> None:
    with pytest.raises(UnknownFormat):
        show_number(case["raw"], case["code"])


def test_number_from_1904_is_four_years_later() -> None:
    assert show_number("44111", "yyyy/m/d", from_1904=True) == "2024/10/8"


@pytest.mark.parametrize("raw", ["0.1", "0.7", "1.1", "2.675", "4.35", "1.15", "0.29", "579.3"])
def test_number_spelt_as_a_binary_fraction_shows_no_noise(raw: str) -> None:
    noisy = f"{Decimal(float(raw)):.17f}"

    assert show_number(noisy, "General") == raw


@given(st.decimals("-1e9", "1e9", places=4), st.integers(0, 4))
def test_number_with_places_is_rounded_half_up(value: Decimal, places: int) -> None:
    code = "0." + "0" * places if places else "0"
    shown = Decimal(show_number(str(value), code))

    assert abs(shown - value) <= Decimal(1).scaleb(-places) / 2
    assert -shown.as_tuple().exponent == places  # type: ignore[operator]


@given(st.integers(-(10**12), 10**12))
def test_number_with_thousands_is_the_number_with_commas(value: int) -> None:
    assert show_number(str(value), "#,##0") == f"{value:,}"


@given(
    st.text(alphabet='0#?.,%/ymdhsaE+-@;"[]\\_*家年 G$>=1', max_size=14), st.integers(-99999, 99999)
)
def test_number_under_any_format_is_shown_or_unknown(code: str, value: int) -> None:
    try:
        assert isinstance(show_number(str(value), code), str)
    except UnknownFormat:
        return


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("公园", "0;0;0;@", "公园"),
        ("3", '@"座"', "3座"),
        ("公园", ";;;", ""),
        ("公园", "0%", "公园"),
        ("公园", "General", "公园"),
        ("公园", "0" * 600, "公园"),
    ],
)
def test_text_is_shown_under_its_format(text: str, code: str, shown: str) -> None:
    assert show_text(text, code) == shown
