"""Write every seed in its office's layout, in every format, and read it back: it must say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.acceptance.program import run
from tests.acceptance.scores import Failure, none_wanted
from tests.writers.sheets import differences

FORMATS = ("xlsx", "docx", "html", "json", "csv")
_ELSEWHERE = {"source", "findings", "headers"}
"""What says where a page came from, and how sure its first reading was."""
_NOT_IN_CSV = {"notice", "period", "stated_rules", "measures", "milestones", "shares_item_with"}
"""CSV holds the table: no title, so no year either, and no merged cells."""


def trip_failures(seeds: Path, folder: Path) -> tuple[dict[str, int], list[Failure]]:
    """Give how many seeds came back the same in each format, and a failure a format that lost some."""
    same = dict.fromkeys(FORMATS, 0)
    read = {seed: run("extract", "--json", seed).json for seed in sorted(seeds.glob("*.txt"))}
    failures: list[Failure] = []
    for format in FORMATS:
        lost: list[str] = []
        for seed, before in read.items():
            out = folder / f"{seed.name[:3]}.{format}"
            changed = list(_changes(seed, out, before=before))
            same[format] += not changed
            lost += [f"{seed.name[:3]} {change}" for change in changed]
        failures += none_wanted(f"changes on the way through {format}", lost)
    return same, failures


def _changes(seed: Path, out: Path, *, before: dict[str, Any]) -> Iterator[str]:
    written = run("convert", seed, out, "--force")
    if written.code:
        yield f"was not written: {written.err}"
        return
    after = run("extract", "--json", out).json
    dropped = _ELSEWHERE | (_NOT_IN_CSV if out.suffix == ".csv" else set())
    yield from differences(_without(before, dropped), _without(after, dropped))


def _without(value: Any, names: set[str]) -> Any:
    """Leave entries of these names out, and every place."""
    if isinstance(value, dict):
        kept = {n: v for n, v in value.items() if n not in names and n != "place"}
        return {n: _without(v, names) for n, v in kept.items()}
    return [_without(v, names) for v in value] if isinstance(value, list) else value
