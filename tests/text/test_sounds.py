import pytest

from shishi.text.sounds import sounds_alike


@pytest.mark.parametrize(("one", "other"), [("教育居", "教育局"), ("元林中心", "园林中心")])
def test_one_character_that_sounds_the_same_is_a_likely_slip(one, other):
    assert sounds_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("教育局", "教育局"),
        ("体育局", "教育局"),
        ("教育", "教育局"),
        ("居委", "局委"),
        ("元林忠心", "园林中心"),
        ("AB局", "AC局"),
    ],
)
def test_other_differences_are_other_names(one, other):
    assert not sounds_alike(one, other)
