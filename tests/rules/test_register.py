import pytest

from shishi.errors import UnreadableSource
from shishi.rules.register import parse_register


def test_names_and_other_names_are_each_given_once():
    text = "# 云溪区\n发展和改革局、发改局\n  教 育 局 \n\n青桥街道,青桥\t青桥镇\n发改局\n"

    names = ("发展和改革局", "发改局", "教育局", "青桥街道", "青桥", "青桥镇")
    assert parse_register(text, "units.txt") == names


@pytest.mark.parametrize("text", ["", "\n \n", "# 云溪区", "、、"])
def test_register_without_a_name_is_refused(text):
    with pytest.raises(UnreadableSource) as refused:
        parse_register(text, "units.txt")
    assert (refused.value.name, refused.value.code) == ("units.txt", "register")
    assert all(refused.value.line(language) for language in ("zh", "en"))


@pytest.mark.parametrize("text", ["教育局\n" + "长" * 61, "教育局\n\0\0", "教育局\n\ufffd\ufffd局"])
def test_line_that_is_no_name_is_refused_by_its_number(text):
    with pytest.raises(UnreadableSource) as refused:
        parse_register(text, "units.txt")
    assert "2" in refused.value.line("zh")
