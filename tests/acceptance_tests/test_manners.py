from __future__ import annotations

import pytest

from tests.acceptance.manners import complaints_about_ending
from tests.acceptance.program import Run


def ended(code: int, err: str = "") -> Run:
    return Run(("extract", "page.txt"), code, "{}", err)


def test_ending_as_wanted_is_no_complaint() -> None:
    assert complaints_about_ending("a page", ended(0), codes=(0,)) == []
    assert complaints_about_ending("a page", ended(2, "page.txt: empty."), codes=(2,)) == []


@pytest.mark.parametrize(
    "run",
    [ended(1), ended(-9), ended(0, "Traceback (most recent call last)\n  …\nKeyError: 'x'")],
)
def test_other_exit_code_or_a_traceback_is_a_complaint(run: Run) -> None:
    assert len(complaints_about_ending("a page", run, codes=(0,))) == 1


@pytest.mark.parametrize("printed", ["", "{", "[]", "[{}, {}]"])
def test_output_that_is_not_one_object_raises_value_error(printed: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|not one JSON object"):
        _ = Run(("extract",), 0, printed, "").json
