"""What it costs to price a glued row, counted in calls: no more on a long page than on a short one."""

from __future__ import annotations

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.strips import pricing
from shishi.layouts.flows.strips.pricing import Row
from shishi.layouts.flows.strips.words.within import Within, within
from shishi.records import Field
from tests.layouts.flows.strips.test_tables import glued
from tests.layouts.test_calls import count_calls

COLUMNS = [Column(f) for f in (Field.CODE, Field.THEME, Field.ITEM, Field.LEAD_UNITS)]
THEMES = ("宜居环境", "教育优学", "健康守护", "交通畅行")
WORKS = ("新建公厕{}座", "改造泵房{}处", "铺设绿道{}公里", "加装电梯{}部")
LEADS = ("区住建局", "区教育局", "区水务局")
FEW, MANY, PRICED = 10, 40, 2
FLAT = 1.2
"""So many times the calls for a row on a short page one on a long page may make: 1.01 when this was written."""


def themed_rows(rows: int) -> list[str]:
    return [
        glued(f"{n} {THEMES[n % 4]} {WORKS[n % 4].format(n % 7 + 2)} {LEADS[n % 3]}")
        for n in range(1, rows + 1)
    ]


def calls_on_page(rows: int) -> int:
    """Count what the first rows of a page with so many take."""
    texts = themed_rows(rows)
    page = "\n".join(texts)

    def price() -> None:
        for text in texts[:PRICED]:
            assert all(Row(text, 1, frozenset(), page=page).cells(COLUMNS))

    within.cache_clear()
    return count_calls(price)


def test_row_with_a_theme_costs_no_more_on_a_long_page_than_on_a_short_one():
    calls_on_page(FEW)
    assert calls_on_page(MANY) < FLAT * calls_on_page(FEW)


def test_page_gone_through_for_each_stretch_that_may_be_a_theme_is_noticed(monkeypatch):
    calls_on_page(FEW)
    monkeypatch.setattr(pricing, "within", Within)
    assert calls_on_page(MANY) >= FLAT * calls_on_page(FEW)


def theme_cost(word: str, text: str, page: str) -> int:
    found = Row(text, 1, frozenset(), page=page).cells(COLUMNS)[1]
    return next(s.cost for s in found if text[s.start : s.end] == word)


def test_words_that_stand_within_another_cell_cost_more_as_a_theme():
    text = "1管网新建公厕3座区住建局"
    told = theme_cost("管网", text, "1管网更新新建管网3公里区水务局")
    assert told > theme_cost("管网", text, "1管网更新3公里区水务局")


def test_words_that_stand_within_their_own_row_only_cost_no_more_as_a_theme():
    text = "1管网新建公厕3座区住建局"
    assert theme_cost("公厕", text, text) == theme_cost("公厕", text, "")
