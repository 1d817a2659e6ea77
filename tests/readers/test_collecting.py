import gc
import weakref

import pytest

from shishi.errors import UnreadableSource
from shishi.readers import formats, read
from shishi.readers.collecting import collecting_later

TABLE = b"<table><tr><td>1</td><td>2</td></tr></table>"


def test_the_collector_waits_while_a_file_is_read_and_goes_on_after_it(monkeypatch):
    seen = []
    reader = formats.TEXT["html"]
    monkeypatch.setitem(formats.TEXT, "html", lambda *a: seen.append(gc.isenabled()) or reader(*a))

    read(TABLE, "a.html")

    assert seen == [False]
    assert gc.isenabled()


def test_the_collector_goes_on_after_a_file_that_is_refused():
    with pytest.raises(UnreadableSource):
        read(b"<div>" * 5000 + TABLE, "a.html")

    assert gc.isenabled()


def test_the_collector_stays_off_for_whoever_turned_it_off():
    gc.disable()
    try:
        with collecting_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_is_put_on_by_the_outermost_alone():
    with collecting_later():
        with collecting_later():
            pass
        assert not gc.isenabled()


class Ring:
    """Something that the counting of references alone never frees."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_made_meanwhile_joins_the_oldest_objects_and_is_collected_with_them():
    with collecting_later():
        ring = Ring()
    assert any(one is ring for one in gc.get_objects(generation=2))

    seen = weakref.ref(ring)
    del ring
    gc.collect()
    assert seen() is None


def test_objects_that_somebody_keeps_out_of_sight_stay_there():
    gc.freeze()
    try:
        kept = gc.get_freeze_count()
        with collecting_later():
            pass
        assert gc.get_freeze_count() >= kept > 0
    finally:
        gc.unfreeze()
