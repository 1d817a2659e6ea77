"""Reading the log: whether the chain of Events still holds."""

from __future__ import annotations

from dataclasses import dataclass

from shishi.web.accounts.actions import digest_of
from shishi.web.accounts.models import Event


@dataclass(frozen=True, slots=True)
class Chain:
    """The log of a district: how many Events, the last digest, and the numbers that do not hold.

    A log that was cut off at its end holds in itself; keep `count` and `head` somewhere else to see
    that.
    """

    count: int
    head: str
    broken: tuple[int, ...]


def verify_events() -> Chain:
    """Work out every digest of the open district's log again, and look for gaps. 1 query.

    A number is broken where its own facts or its place were changed, or where it is missing.
    """
    before, expected = "", 1
    broken: list[int] = []
    for event in Event.objects.order_by("number").iterator():
        broken += range(expected, event.number)
        if event.number < expected or digest_of(event, before) != event.digest:
            broken.append(event.number)
        before, expected = event.digest, event.number + 1
    return Chain(expected - 1, before, tuple(broken))
