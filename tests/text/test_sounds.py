import pytest

from shishi.text.sounds import sounds_alike, spells


@pytest.mark.parametrize(
    ("one", "other"),
    [("教育居", "教育局"), ("元林中心", "园林中心"), ("注见中心", "住建中心")],
)
def test_character_or_word_that_sounds_the_same_is_a_likely_slip(one, other):
    assert sounds_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("教育局", "教育局"),
        ("体育局", "教育局"),
        ("教育", "教育局"),
        ("居委", "局委"),
        ("元林忠心", "园林中心"),
        ("注见居", "住建局"),
        ("主简忠心", "住建中心"),
        ("AB局", "AC局"),
    ],
)
def test_other_differences_are_other_names(one, other):
    assert not sounds_alike(one, other)


@pytest.mark.parametrize(
    ("letters", "characters"),
    [("qì", "碶"), ("lǜ", "绿"), ("lu", "绿"), ("bai feng", "白峰"), ("ɡe", "个")],
)
def test_letters_spell_the_characters_that_they_are_the_reading_of(letters, characters):
    assert spells(letters, characters)


@pytest.mark.parametrize(
    ("letters", "characters"),
    [("qi", "榭"), ("feng", "白峰"), ("baifeng", "白"), ("", "白"), ("A", "白")],
)
def test_letters_do_not_spell_other_or_more_characters(letters, characters):
    assert not spells(letters, characters)
