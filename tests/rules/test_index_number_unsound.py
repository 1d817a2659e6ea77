from dataclasses import replace

import pytest

from shishi.records import Notice
from shishi.rulebook import load_rulebook
from shishi.rules.index_number_unsound import check
from shishi.rules.subject import build_subject
from tests.rules.pages import make_page


def found(number):
    page = replace(make_page({"item": "修路"}), notice=Notice(index_number=number))
    return [
        f.facts["code"] for f in check(build_subject(page, {}, rulebook=load_rulebook("default")))
    ]


def test_code_with_a_wrong_check_character_is_noted():
    assert found("11330206002954449C/2031-12") == ["11330206002954449C"]


@pytest.mark.parametrize(
    "number", ["11330206002954449B/2031-12", "2950798/2031-51", "", "云政2031-5"]
)
def test_sound_code_or_none_passes(number):
    assert found(number) == []
