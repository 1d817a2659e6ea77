"""How a change is made: one at a time in a district, in one transaction, in a fair queue on SQLite."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache

from django.db import connection, transaction

from shishi.web.accounts.models import District
from shishi.web.tenancy import NoDistrictOpen, current


@contextmanager
def changing() -> Iterator[District]:
    """Open the transaction of a change to the open district, and hold the district until it ends.

    Every action starts with this, so that two changes of one district cannot deadlock, see half of
    each other, or number two Events alike. A change inside of a change joins it. Also a decorator.
    """
    if current() is None:
        raise NoDistrictOpen("a change was begun while no district is open")
    with gate(), transaction.atomic():
        # FOR NO KEY UPDATE: rows that merely name the district may be written meanwhile; with FOR
        # UPDATE two inserts followed by this line would wait for each other.
        yield District.objects.select_for_update(no_key=True).get(pk=current())


def gate() -> AbstractContextManager[None]:
    """Queue writers in the kernel where the database is a SQLite file; nothing elsewhere.

    SQLite itself makes writers sleep and try again, which is unfair: of 32 writers the unlucky ones
    wait many times as long.
    """
    path = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or connection.in_atomic_block or not os.path.isfile(path):
        return nullcontext()
    return _queue(path)


_threads = threading.Lock()


@contextmanager
def _queue(path: str) -> Iterator[None]:
    with _threads:
        lock = _lock_file(path, os.getpid())
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)


@cache
def _lock_file(path: str, process: int) -> int:
    """Open the lock file, once in each process: a lock taken over by fork would be shared."""
    return os.open(f"{path}-queue", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
