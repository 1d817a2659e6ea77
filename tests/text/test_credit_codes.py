import pytest

from shishi.text.credit_codes import find_credit_code, is_sound_credit_code


@pytest.mark.parametrize("text", ["11330206002954449B/2031-1", "索引号11330206002954449B"])
def test_code_is_found_at_the_head_of_an_index_number(text):
    assert find_credit_code(text) == "11330206002954449B"


@pytest.mark.parametrize("text", ["113302060029544491111", "2950798/2031-5", "IO330206002954449B"])
def test_other_numbers_are_no_codes(text):
    assert find_credit_code(text) == ""


def test_one_wrong_character_is_seen():
    sound = "11330206002954449B"
    assert is_sound_credit_code(sound)
    wrong = [sound[:i] + "7" + sound[i + 1 :] for i in range(17) if sound[i] != "7"]
    assert not any(map(is_sound_credit_code, wrong))
