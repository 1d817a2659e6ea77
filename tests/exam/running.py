"""Sit the exam: pages of one format, read and judged."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.exam import reading
from tests.exam.formats import write_page
from tests.exam.judging import Cell, judge
from tests.exam.model import Written
from tests.exam.reporting import Total

Found = tuple[str, int, Cell]
"""Format, seed and the cell that is spoken of."""


@dataclass
class Sitting:
    """What came of one format."""

    name: str
    total: Total = field(default_factory=Total)
    remarks: list[str] = field(default_factory=list)
    failing: list[Found] = field(default_factory=list)
    needless: list[Found] = field(default_factory=list)


def sit(
    name: str,
    seeds: Iterable[int],
    *,
    write: Callable[[str, int], Written] = write_page,
    save: Path | None = None,
) -> Sitting:
    """Write, read and judge a page of the format for every seed; save the pages where asked to."""
    sitting = Sitting(name)
    for seed in seeds:
        written = write(name, seed)
        if save:
            _save(save, name, seed, written)
        _judge(sitting, seed, written)
    return sitting


def _judge(sitting: Sitting, seed: int, written: Written) -> None:
    sitting.total.pages += 1
    label = f"{sitting.name}-{seed}"
    try:
        answer = reading.extract(written.data, written.name)
    except Exception as error:  # whatever falls over is a crash to report
        sitting.total.crashes += 1
        said = traceback.format_exception_only(error)[-1].strip()
        sitting.remarks.append(f"{label} CRASH {said}")
        answer = {"records": [], "findings": []}
    verdict = judge(written.truths, answer)
    sitting.total.add(verdict)
    named = [(sitting.name, seed, cell) for cell in verdict.cells]
    sitting.failing += [entry for entry in named if not entry[2].is_right]
    sitting.needless += [entry for entry in named if entry[2].is_over_flagged]
    sitting.remarks += [f"{label} MISSING {text}" for text in verdict.missing]
    sitting.remarks += [f"{label} EXTRA {text}" for text in verdict.extra]


def _save(folder: Path, name: str, seed: int, written: Written) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{name}-{seed:03}"
    (folder / f"{stem}{Path(written.name).suffix}").write_bytes(written.data)
    truths: list[dict[str, Any]] = [
        {**truth.values, "unknowable": sorted(truth.unknowable), "continues": truth.continues}
        for truth in written.truths
    ]
    told = json.dumps(truths, ensure_ascii=False, indent=1)
    (folder / f"{stem}.truth.json").write_text(told, encoding="utf-8")
