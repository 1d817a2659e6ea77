import pytest

from tests.layouts.drawn import SHAPES, judge

GRAVE = {"lead_units", "support_units", "leaders", "investment", "percent"}
PASTED = [shape for shape in SHAPES if shape != "html"]


def check(shape, seeds):
    judged = [judge(shape, seed) for seed in seeds]
    assert all(whole for whole, _ in judged)
    cells = [cell for _, page in judged for cell in page]
    wrong = [cell for cell in cells if cell.wrong]
    silent = [str(cell) for cell in wrong if not cell.flagged]
    assert [str(c) for c in wrong if not c.flagged and c.field in GRAVE] == []
    assert len(silent) <= 0.001 * len(cells), silent
    assert len(wrong) <= 0.02 * len(cells), [str(cell) for cell in wrong]
    assert sum(c.flagged and not c.wrong for c in cells) <= 0.02 * len(cells)


@pytest.mark.parametrize("shape", PASTED)
def test_drawn_pages_are_read_or_doubted(shape):
    check(shape, range(1, 31))


def test_drawn_web_pages_are_read_without_a_mistake():
    cells = [cell for seed in range(1, 31) for cell in judge("html", seed)[1]]
    assert [str(cell) for cell in cells if cell.wrong or cell.flagged] == []


@pytest.mark.long
@pytest.mark.parametrize("shape", PASTED)
@pytest.mark.parametrize("first", range(101, 601, 100))
def test_many_drawn_pages_are_read_or_doubted(shape, first):
    check(shape, range(first, first + 100))


def test_same_seed_draws_the_same_page():
    assert judge("paragraphs", 7) == judge("paragraphs", 7)
    assert judge("paragraphs", 7) != judge("paragraphs", 8)
