"""Hold assessments of the real pages against what a person made of each row by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases" / "assessment" / "seeds.json"
"""By seed: the day it is judged on, and of each row the status and the reasons that must be given.

The rows were judged by a person before the program saw them; a `note` says why where it is not
plain. Other reasons may be given beside those that must.
"""


def load_rows(seed: str) -> Mapping[int, Mapping[str, Any]]:
    """Load the expectation of one seed, by the order of its rows."""
    rows = json.loads(CASES.read_text(encoding="utf-8"))[seed]["rows"]
    return {row["order"]: row for row in rows}


def differences(seed: str, assessments: Iterable[Mapping[str, Any]]) -> list[str]:
    """Name the rows whose assessment is not the expected one, and the rows without any.

    Assessments come in the exchange format: order, status, and reasons with their codes.
    """
    found = {assessment["order"]: assessment for assessment in assessments}
    expected = load_rows(seed)
    lines = [f"row {order}: not expected" for order in sorted(found.keys() - expected.keys())]
    for order, row in expected.items():
        if order not in found:
            lines.append(f"row {order}: no assessment, expected {row['status']}")
        else:
            lines += _differ(row, found[order])
    return lines


def _differ(row: Mapping[str, Any], assessment: Mapping[str, Any]) -> list[str]:
    lines = []
    if assessment["status"] != row["status"]:
        lines.append(f"row {row['order']}: {assessment['status']}, expected {row['status']}")
    given = {reason["code"] for reason in assessment["reasons"]}
    missing = [code for code in row["reasons"] if code not in given]
    if missing:
        lines.append(f"row {row['order']}: without the reasons {', '.join(missing)}")
    return lines
