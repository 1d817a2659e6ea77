"""Call the program as a user would: the installed command, and once the library."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from shishi.measures import find_measures

SHISHI = Path(sys.executable).with_name("shishi")
LIMIT = 120
"""Seconds; a table of fifty rows takes a few."""


@dataclass(frozen=True)
class Run:
    """One call: what was asked, how it ended, what it printed."""

    words: tuple[str, ...]
    code: int
    out: str
    err: str

    @cached_property
    def json(self) -> dict[str, Any]:
        """The one JSON object that was printed; a list of one is opened. Raises ValueError."""
        found = json.loads(self.out)
        if isinstance(found, list) and len(found) == 1:
            found = found[0]
        if not isinstance(found, dict):
            raise ValueError(f"{' '.join(self.words)}: not one JSON object")
        return found

    @property
    def has_traceback(self) -> bool:
        """Whether the program fell over in front of its user."""
        return "Traceback (most recent call last)" in self.out + self.err


def run(*words: str | Path) -> Run:
    """Run shishi with these words."""
    asked = tuple(str(word) for word in words)
    ended = subprocess.run(
        [str(SHISHI), *asked], capture_output=True, text=True, timeout=LIMIT, check=False
    )
    return Run(asked, ended.returncode, ended.stdout, ended.stderr)


def find_quantities(text: str) -> list[dict[str, object]]:
    """Give value, unit, comparator, upper end and whether it is derived, for each measure of a sentence."""
    return [
        {
            "value": str(measure.value),
            "unit": measure.unit,
            "comparator": measure.comparator.value,
            "derived": measure.derived,
            "high": None if measure.high is None else str(measure.high),
        }
        for measure in find_measures(text)
    ]
