import gc

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
