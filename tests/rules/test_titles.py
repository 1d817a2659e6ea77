import pytest

from shishi.rules import RULES
from shishi.rules.titles import load_titles, title_of


def test_every_rule_has_a_title_and_no_other_has():
    assert load_titles().keys() == RULES.keys()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_titles_are_short_and_tell_rules_apart(language):
    titles = [title_of(code, language) for code in RULES]

    assert len(set(titles)) == len(titles)
    assert all(0 < len(title) <= (20 if language == "zh" else 60) for title in titles)
