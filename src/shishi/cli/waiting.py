"""A progress line on the error stream, for people who wait."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from shishi.cli.words import sentence

PATIENCE = 2.0
"""Seconds before a single file gets a progress line."""

MANY = 4
"""From this many files on there is a progress line at once."""


class Waiting:
    """Show which file is being read, on a terminal only; gone before the results are printed."""

    def __init__(self, total: int, language: str) -> None:
        self.total, self.language = total, language
        self.index = 0
        self.started = time.monotonic()

    @contextmanager
    def on(self, name: str, doing: str = "waiting") -> Iterator[None]:
        """Show a line about this file while the block runs, if it takes long enough."""
        self.index += 1
        if not sys.stderr.isatty():
            yield
            return
        from rich.console import Console

        facts = {"name": name, "index": self.index, "total": self.total}
        said = sentence("lines", doing, self.language, **facts)
        status = Console(stderr=True, markup=False, emoji=False).status(said)
        timer = Timer(self._left(), status.start)
        timer.daemon = True
        if timer.interval > 0:
            timer.start()
        else:
            status.start()
        try:
            yield
        finally:
            timer.cancel()
            if timer.ident:
                timer.join()
            status.stop()

    def _left(self) -> float:
        """Say how many seconds are left before the line shows."""
        if self.total >= MANY:
            return 0.0
        return max(0.0, PATIENCE - (time.monotonic() - self.started))
