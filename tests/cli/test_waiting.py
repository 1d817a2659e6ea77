"""The progress line: when it shows, by a clock and a timer of our own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from shishi.cli import waiting
from shishi.cli.waiting import MANY, PATIENCE, Waiting


class Clock:
    """A clock that goes on when it is told, and timers that go off by it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.timers: list[Timer] = []

    def monotonic(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds
        for timer in [t for t in self.timers if t.due <= self.now]:
            self.timers.remove(timer)
            timer.function()

    def timer(self, interval: float, function: Callable[[], None]) -> Timer:
        return Timer(self, interval, function)


class Timer:
    """A timer of that clock."""

    def __init__(self, clock: Clock, interval: float, function: Callable[[], None]) -> None:
        self.clock, self.interval, self.function = clock, interval, function
        self.due = clock.now + interval
        self.ident: int | None = None
        self.daemon = False

    def start(self) -> None:
        self.ident = 1
        self.clock.timers.append(self)

    def cancel(self) -> None:
        self.clock.timers = [t for t in self.clock.timers if t is not self]

    def join(self) -> None:
        assert self.ident, "a thread that was not started cannot be joined"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(waiting, "time", made)
    monkeypatch.setattr(waiting, "Timer", made.timer)
    return made


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens to the line, in order, on an error stream that is a terminal."""
    from rich.console import Console

    said: list[str] = []

    class Line:
        def start(self) -> None:
            said.append("shown")

        def stop(self) -> None:
            said.append("gone")

    def status(_console: Any, _words: str) -> Line:
        return Line()

    monkeypatch.setattr(Console, "status", status)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return said


def test_a_single_file_gets_a_line_when_patience_is_over(clock: Clock, shown: list[str]) -> None:
    with Waiting(1, "zh").on("a.txt"):
        clock.pass_by(PATIENCE - 0.01)
        assert shown == []
        clock.pass_by(0.01)
        assert shown == ["shown"]
    assert shown == ["shown", "gone"]


def test_a_file_that_was_read_in_time_never_gets_a_line(clock: Clock, shown: list[str]) -> None:
    with Waiting(1, "zh").on("a.txt"):
        clock.pass_by(PATIENCE / 2)
    clock.pass_by(PATIENCE)

    assert "shown" not in shown


def test_patience_is_counted_over_all_files(clock: Clock, shown: list[str]) -> None:
    files = Waiting(MANY - 1, "zh")
    with files.on("a.txt"):
        clock.pass_by(PATIENCE - 0.5)
    with files.on("b.txt"):
        clock.pass_by(0.5)
        assert "shown" in shown
        shown.clear()
    with files.on("c.txt"):
        assert shown == ["gone", "shown"]


def test_many_files_get_a_line_before_any_time_has_passed(clock: Clock, shown: list[str]) -> None:
    with Waiting(MANY, "zh").on("a.txt"):
        assert shown == ["shown"]


def test_nothing_is_shown_where_nobody_watches(
    clock: Clock, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    with Waiting(MANY, "zh").on("a.txt"):
        clock.pass_by(PATIENCE)

    assert shown == []
