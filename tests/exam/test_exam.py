"""Pages that whoever built the reader did not think of: what it reads of them, against the bars.

Seeds below 100 are for going after failures (python -m tests.exam); the long test draws others.
"""

from __future__ import annotations

import pytest

from tests.exam import formats, reporting
from tests.exam.clerks import making as clerks
from tests.exam.formats import FORMATS, write_page
from tests.exam.running import sit

LEAST_OF_CELLS = {"recall": 99, "precision": 99, "exact": 98}
LEAST_OF_PASTED = {"recall": 97, "precision": 97, "exact": 93}
MOST = {"silent": 0.5, "silent_leads": 0, "over_flagged": 2, "crashes": 0}
MISSED: dict[str, dict[str, float]] = {
    "p5": {"over_flagged": 2.95},
}
"""The bars that are not met, and how far the reader gets; they may get better, and then go."""
MISSED_OF_CLERKS: dict[str, dict[str, float]] = {
    "p4": {"silent_leads": 1},
    "p5": {"over_flagged": 4.7},
}
"""The same of the pages that clerks make."""


@pytest.mark.parametrize("name", FORMATS)
def test_same_seed_writes_the_same_page_and_another_seed_another(name):
    pages = [[truth.values for truth in write_page(name, seed).truths] for seed in (5, 5, 6)]
    assert pages[0] == pages[1]
    assert pages[0] != pages[2]


@pytest.mark.parametrize("write", [formats.write_page, clerks.write_page])
@pytest.mark.parametrize("name", FORMATS)
def test_page_of_the_exam_is_read_without_a_crash(name, write):
    sitting = sit(name, range(3), write=write)
    assert not sitting.total.crashes, sitting.remarks


@pytest.mark.parametrize("name", ["html", "docx", "xlsx", "csv"])
def test_page_of_a_clerk_with_its_cells_loses_no_row_and_leads_by_nobody_else(name):
    sitting = sit(name, range(13, 20), write=clerks.write_page)
    assert sitting.total.found == sitting.total.wanted == sitting.total.returned
    assert not sitting.total.silent_leads, sitting.remarks


@pytest.mark.long
@pytest.mark.parametrize("name", FORMATS)
def test_many_pages_of_the_exam_clear_every_bar_but_those_known_to_be_missed(name):
    compare(sit(name, range(5000, 5040)), MISSED.get(name, {}))


@pytest.mark.long
@pytest.mark.parametrize("name", FORMATS)
def test_many_pages_of_clerks_clear_every_bar_but_those_known_to_be_missed(name):
    compare(sit(name, range(5000, 5040), write=clerks.write_page), MISSED_OF_CLERKS.get(name, {}))


def compare(sitting, known):
    """Hold the figures of a sitting against the bars; what is known to be missed may not get worse."""
    figures, name = sitting.total.figures(), sitting.name
    least = LEAST_OF_PASTED if name.startswith("p") else LEAST_OF_CELLS
    missed = {bar for bar in least if figures[bar] < least[bar]}
    missed |= {bar for bar in MOST if figures[bar] > MOST[bar]}
    silent = [reporting.cell_line(*found) for found in sitting.failing if found[2].is_silent]
    assert missed == set(known), "\n".join([reporting.line(name, sitting.total), *silent[:20]])
    worse = {bar for bar in missed & set(least) if figures[bar] < known[bar]}
    worse |= {bar for bar in missed & set(MOST) if figures[bar] > known[bar]}
    assert not worse, reporting.line(name, sitting.total)
