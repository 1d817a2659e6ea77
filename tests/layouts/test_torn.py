"""Whatever a page prints of its items is in a record, or a finding about reading says where it stands."""

import pytest

from shishi.layouts import page
from shishi.layouts.doubts import doubts
from tests.layouts.torn import NAMED, TEARS, lost_items

FORMATS = ["html", "docx", "xlsx", "csv"]


def silent(name, tear, seeds):
    """Give the items that went into no record of a page none of whose findings names them."""
    read = (lost_items(name, seed, tear) for seed in seeds)
    return [
        item
        for items, found in read
        for item in items
        if not any(f.code in NAMED for f in found.findings)
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("tear", TEARS)
def test_extract_item_of_a_torn_table_is_in_a_record_or_named(name, tear):
    assert silent(name, tear, range(1, 7)) == []


def test_extract_lost_items_are_named_at_their_place():
    found = [f for s in range(1, 7) for f in lost_items("html", s, TEARS[1])[1].findings]
    named = [f for f in found if f.code == "rows-unread"]
    assert named
    assert all(f.place.part and (f.place.row or f.place.line) for f in named)


@pytest.mark.parametrize("name", FORMATS)
def test_extract_whole_tables_have_nothing_to_name(name):
    whole = [lost_items(name, seed, lambda grid, rng: (grid,)) for seed in range(1, 13)]
    assert [items for items, _ in whole if items] == []
    assert [f for _, found in whole for f in found.findings if f.code == "rows-unread"] == []


def test_without_the_net_torn_tables_would_lose_items_in_silence(monkeypatch):
    """The twin of the tests above: it shows that the net and nothing else names what is lost.

    Rows under a heading of their own are read by now, and nothing of them is lost.
    """
    monkeypatch.setattr(page, "find_unread", lambda *args, **kwargs: ())
    monkeypatch.setattr(doubts, "_left_out", lambda *args, **kwargs: ())
    assert all(silent("html", tear, range(1, 13)) for tear in TEARS[1:])


@pytest.mark.long
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("tear", TEARS)
def test_extract_items_of_many_torn_tables_are_in_a_record_or_named(name, tear):
    assert silent(name, tear, range(101, 161)) == []
