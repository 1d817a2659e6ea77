import pytest

from shishi.layouts.flows.fit.wording import is_phrase
from shishi.layouts.flows.looks import look_at
from tests.layouts.flows.fit.test_columns import STATUSES


@pytest.mark.parametrize("words", ["便民出行", "省心省力", "续建项目"])
def test_few_words_that_say_nothing_done_or_planned_are_a_phrase(words):
    assert is_phrase(look_at(words, STATUSES))


@pytest.mark.parametrize(
    "words", ["已开工", "年内完成", "正常", "3条", "方案编制中", "区水务局", "建成。"]
)
def test_report_status_number_or_unit_is_no_phrase(words):
    assert not is_phrase(look_at(words, STATUSES))
