from datetime import date

import pytest

from shishi.matching import Companion, match_companion, match_lists, pages
from shishi.rulebook import load_rulebook
from shishi.street import Compared, Stop, walk, walk_document
from tests.rules.pages import make_page

BOOK = load_rulebook("default")
PASTED = """云溪区2031年民生实事项目{}月进展情况表
序号 | 项目名称 | 牵头单位 | 进展情况
1 | 修路3条 | 住建局 | 完成{}条
2 | 新建书房5家 | 文旅局 | 完成{}家
"""


@pytest.fixture
def counted(monkeypatch):
    """Count how often records are held against each other."""
    calls = []
    real = pages._build_others
    monkeypatch.setattr(
        pages, "_build_others", lambda page, book: calls.append(page) or real(page, book)
    )
    return calls


def test_a_page_is_matched_with_another_once(counted):
    page, other = make_page({"item": "修路3条"}), Companion(make_page({"item": "修路3条"}), {})

    first, second = (match_companion(page, other, rulebook=BOOK) for _ in range(2))

    assert first is second
    assert first == match_lists(page, other.page, rulebook=BOOK)
    assert len(counted) == 2


def test_another_page_or_rulebook_is_matched_anew():
    other = Companion(make_page({"item": "修路3条"}), {})
    one, two = make_page({"item": "修路3条"}), make_page({"item": "建馆1座"})

    matches = [match_companion(page, other, rulebook=BOOK)[0].other for page in (one, two)]
    under_beilun = match_companion(one, other, rulebook=load_rulebook("beilun"))

    assert matches == [1, None]
    assert under_beilun is not match_companion(one, other, rulebook=BOOK)


def test_the_whole_street_matches_each_earlier_page_once(counted):
    day = date(2031, 10, 31)
    earlier = tuple(
        Companion(walked.page, walked.measured)
        for month in (8, 9)
        for walked in [
            walk(PASTED.format(month, 1, 2).encode(), "a.txt", on=None, stop=Stop.EXTRACT)
        ]
    )
    now = walk(PASTED.format(10, 2, 3).encode(), "b.txt", on=None, stop=Stop.EXTRACT)

    walked = walk_document(now.document, "b.txt", on=day, beside=Compared(previous=earlier))

    assert walked.changes
    assert sorted(map(id, counted)) == sorted(id(companion.page) for companion in earlier)
