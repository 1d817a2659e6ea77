import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.learnt.heads import join_heads
from shishi.layouts.flows.looks import look_at
from shishi.records import Field

CODE, THEME, ITEM = range(3)
COLUMNS = [Column(f) for f in (Field.CODE, Field.THEME, Field.ITEM)]
ITEMS = [f"改造泵房{n}处" for n in range(8)]


def joined(theme, item, *, items=ITEMS, themes=("便民出行",), columns=COLUMNS):
    """Say whether the last theme is read as the first line of the last item."""
    words, places = [*themes], [THEME for _ in themes]
    for word in items:
        words, places = [*words, "1", word], [*places, CODE, ITEM]
    looks = [look_at(w, frozenset()) for w in [*words, "9", theme, item]]
    steps = [Step(c, c == CODE, False, 9, None) for c in [*places, CODE, THEME, ITEM]]
    *before, first, second = join_heads(steps, looks, columns)
    assert before == steps[:-2]
    if first.column == THEME:
        assert (first, second) == tuple(steps[-2:])
        return False
    assert first.margin < SURE > second.margin
    return first.column == ITEM and second.continues


@pytest.mark.parametrize("theme", ["改造农村供", "改造", "在青桥等"])
def test_line_that_begins_as_items_do_before_one_that_does_not_is_the_beginning_of_the_item(theme):
    assert joined(theme, "水管网46公里")


@pytest.mark.parametrize(
    ("theme", "item"),
    [
        ("老有颐养", "水管网46公里"),
        ("改造提升", "新建绿道3公里"),
        ("一、改造提升", "水管网46公里"),
        ("便民出行", "水管网46公里"),
    ],
    ids=["theme", "item", "number", "again"],
)
def test_theme_stays_one_that_begins_otherwise_or_stands_before_an_item_like_the_others(
    theme, item
):
    assert not joined(theme, item)


def test_few_items_or_items_that_begin_in_many_ways_tell_nothing():
    assert not joined("改造农村供", "水管网46公里", items=ITEMS[:5])
    assert not joined("改造农村供", "水管网46公里", items=[*ITEMS, "绿道3公里", "公厕3座"])


def test_themes_that_no_word_of_the_header_names_are_left_alone():
    unprinted = [COLUMNS[0], Column(Field.THEME, printed=False), COLUMNS[2]]
    assert not joined("改造农村供", "水管网46公里", columns=unprinted)
