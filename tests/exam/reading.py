"""Call the program in process: bytes in, one object of the exchange format out."""

from __future__ import annotations

from typing import Any

from shishi.street import Stop, walk
from shishi.writers.exchange import to_exchange


def extract(data: bytes, name: str) -> dict[str, Any]:
    """Do what `shishi extract FILE --json` does."""
    walked = walk(data, name, on=None, stop=Stop.EXTRACT)
    return to_exchange(walked.page, walked.measured, findings=walked.findings)
