"""Collecting: let the garbage collector wait while a file is read or its records are extracted."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """Let the garbage collector wait: a long table makes millions of objects and no cycle.

    Going through all of them again and again took a third of the time to extract a table, and two
    thirds of the time to read 60,000 rows. It is put on again only by who found it on, and does not
    begin with all that was made meanwhile: that joins the oldest objects, which are seldom gone through.

    >>> with collecting_later():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if (
                not gc.get_freeze_count()
            ):  # else somebody keeps objects out of its sight, and goes on to
                gc.freeze()
                gc.unfreeze()
            gc.enable()
