import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.text.garbled import garbled_name, has_hole

REGISTER = ["大碶街道", "大榭街道", "新碶街道", "教育局", "公共项目建设管理中心"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("新□街道", ["新碶街道"]),
        ("新?街道", ["新碶街道"]),
        ("新\ufffd街道", ["新碶街道"]),
        ("新\ufffd\ufffd街道", ["新碶街道"]),
        ("新\ue001街道", ["新碶街道"]),
        ("新qì街道", ["新碶街道"]),
        ("大qi街道", ["大碶街道"]),
        ("教yu局", ["教育局"]),
        ("公共项目jianshe管理中心", ["公共项目建设管理中心"]),
        ("大□街道", ["大碶街道", "大榭街道"]),
        ("新\ue863街道", ["新䶮街道"]),
    ],
)
def test_name_with_something_else_for_a_character_is_one_of_the_register(printed, meant):
    assert garbled_name(printed, REGISTER) == meant


@pytest.mark.parametrize(
    "printed",
    [
        "大碶街道",
        "大街道",
        "新xie街道",
        "新□□□",
        "小□街道",
        "□",
        "qi",
        "ABC公司",
        "新Qi街道",
        "(新)街道",
    ],
)
def test_name_that_fits_none_of_the_register_is_nobody_of_it(printed):
    assert garbled_name(printed, REGISTER) == []


@pytest.mark.parametrize("name", ["新□街道", "新\ue863街道", "某?局", "\ufffd街道"])
def test_sign_in_a_name_is_a_hole(name):
    assert has_hole(name)


@pytest.mark.parametrize("name", ["新碶街道", "大qi街道", "?", "□", "—", "A5地块办"])
def test_name_without_a_sign_or_without_anything_else_has_none(name):
    assert not has_hole(name)


@given(st.sampled_from(REGISTER), st.data())
def test_any_character_behind_a_sign_leaves_the_name_among_those_it_may_be(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    sign = data.draw(st.sampled_from("□?\ufffd\ue001"))

    assert name in garbled_name(name[:at] + sign + name[at + 1 :], REGISTER)
