from dataclasses import replace
from datetime import date

import pytest

from shishi.errors import RulebookError
from shishi.rulebook import RuleSwitch, load_rulebook
from shishi.rules import check
from shishi.text.periods import Period
from tests.rulebook.test_load import write
from tests.rules.pages import make_page

ROW = "[rules.status-not-in-vocabulary]\n"
PAGE = make_page({"lead_units": "水利局", "status": "一切顺利"})
YEAR = "from = 2031-01-01\nuntil = 2031-12-31\n"


@pytest.mark.parametrize(
    ("period", "found"),
    [
        (Period(2030, 12, 12), 0),
        (Period(2031, 1, 1), 1),
        (Period(2031, 12, 12), 1),
        (Period(2032, 1, 1), 0),
        (None, 1),
    ],
)
def test_rule_with_a_validity_is_asked_by_the_period_of_the_page(tmp_path, period, found):
    book = load_rulebook(write(tmp_path, ROW + YEAR))

    assert len(check(replace(PAGE, report=period), {}, rulebook=book)) == found


def test_page_without_a_period_is_held_to_the_rules_of_the_day_of_the_check(tmp_path):
    book = load_rulebook(write(tmp_path, ROW + YEAR))

    assert check(PAGE, {}, rulebook=book, on=date(2032, 1, 1)) == ()
    assert len(check(PAGE, {}, rulebook=book, on=date(2031, 6, 1))) == 1


def test_goals_alone_name_the_period_too(tmp_path):
    book = load_rulebook(write(tmp_path, ROW + YEAR))

    assert check(replace(PAGE, plan=Period(2032)), {}, rulebook=book) == ()


def test_one_key_of_a_row_changes_nothing_else_of_it(tmp_path):
    book = load_rulebook(write(tmp_path, ROW + "from = 2031-01-01\n"))
    row = book.rules["status-not-in-vocabulary"]

    assert row == replace(
        load_rulebook("default").rules["status-not-in-vocabulary"], since=date(2031, 1, 1)
    )


def test_rule_that_is_off_holds_on_no_day():
    assert not RuleSwitch(False, "asks", {}).holds(None)
    assert not RuleSwitch(False, "asks", {}).holds(date(2031, 1, 1))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('from = "2031-01-01"\n', "from"),
        ("from = 2031-01-01T00:00:00\n", "from"),
        ("until = 2031\n", "until"),
        ("from = 2031-02-01\nuntil = 2031-01-31\n", "until"),
        ("since = 2031-01-01\n", "since"),
    ],
)
def test_validity_that_is_wrongly_written_names_its_key(tmp_path, text, key):
    with pytest.raises(RulebookError) as refused:
        load_rulebook(write(tmp_path, ROW + text))

    assert refused.value.key == f"rules.status-not-in-vocabulary.{key}"
