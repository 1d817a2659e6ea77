import unicodedata

import pytest

from shishi.text.private_use import read_private


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("周\ue863路", "周䶮路"),
        ("\ue81e\ue864", "龴龻"),
        ("\ue837布厂", "䌷布厂"),
        ("投资\ue76c9万", "投资€9万"),
        ("\ue7c8", "ǹ"),
        ("\ue831村", "𡗗村"),
    ],
)
def test_private_character_of_the_standards_is_the_one_they_have_there(printed, meant):
    assert read_private(printed) == meant


@pytest.mark.parametrize(
    "printed", ["\ue001街道", "\uf0b7", "\U000f0001", "䶮\ue5e6", "\ue863\ue001", "\ue865"]
)
def test_private_character_of_nobody_knows_whom_is_left_alone(printed):
    assert read_private(printed) is None


def test_words_without_private_characters_stay_as_they_are():
    assert read_private("大碶街道12家") == "大碶街道12家"


def test_places_of_the_table_hold_what_gb_18030_decodes_to_where_python_knows_it():
    """Python's codec is of 2000: where it decodes a place to a common character, the table has the same."""
    for code in range(0xE815, 0xE865):
        place = 0xFE50 + code - 0xE815
        place += place >= 0xFE7F  # no second byte is 7F
        decoded = place.to_bytes(2, "big").decode("gb18030")
        if unicodedata.category(decoded) != "Co":
            assert read_private(chr(code)) == decoded
