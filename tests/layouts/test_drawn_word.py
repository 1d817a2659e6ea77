import pytest

from shishi.layouts import extract
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.drawn import Draw, draw_table, judge_table
from tests.layouts.drawn_word import by_library, written

FORMS = {"written": written, "by_library": by_library}


def check(form, seeds):
    cells = []
    for seed in seeds:
        draw = Draw(f"{form} {seed}")
        table = draw_table(draw)
        document = read(FORMS[form](table, draw), "a.docx")
        page = extract(document, rulebook=load_rulebook("default"))
        whole, judged = judge_table(table, page, f"{form} {seed}")
        assert whole, seed
        cells += judged
    assert [f"{c.spot} {c.field}: {c.right!r} read as {c.read!r}" for c in cells if c.wrong] == []
    assert [f"{c.spot} {c.field}" for c in cells if c.flagged] == []


@pytest.mark.parametrize(("form", "count"), [("written", 40), ("by_library", 8)])
def test_drawn_word_documents_are_read_without_a_mistake(form, count):
    check(form, range(1, count + 1))


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
def test_many_drawn_word_documents_are_read_without_a_mistake(form):
    check(form, range(101, 401))
