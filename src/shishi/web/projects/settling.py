"""Which doubts of an upload a person has settled: by correcting the cell, or by finding it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shishi.findings import Severity
from shishi.web.projects.models import Upload

FIELDS = (
    "code", "theme", "item", "lead_units", "support_units", "leaders", "levels", "investment",
    "goal", "progress", "percent", "status", "explanation", "remark",
)  # fmt: skip
"""The cells of a row, in the order of the preview."""


@dataclass(frozen=True, slots=True)
class Settled:
    """By whom a doubt was settled, and when; "" and None where the upload does not say.

    `as_it_stands` tells a cell, or a row, that was found right from one that was corrected.
    """

    by: str
    on: datetime | None
    as_it_stands: bool = False


def list_settled(upload: Upload) -> tuple[Settled | None, ...]:
    """Say of each finding of an upload, in its order, how it was settled; None where it is open.

    The last correction of its cell settles it. One that puts the print back settles nothing, and
    neither does one that leaves the stretch standing that the finding is about. What a person found
    right settles it for as long as the cell, or the row, stands as it did then.
    """
    last = {(c["order"], c["field"]): c for c in upload.corrections}
    records = {record["order"]: record for record in upload.read["records"]}
    spots = spots_of(upload.read)
    right = _list_right(upload, records)
    return tuple(
        _settled(finding, spots, last=last, records=records)
        or _found_right(finding, right, cell_of(finding, spots))
        for finding in upload.read["findings"]
    )


def _list_right(
    upload: Upload, records: Mapping[int, Any]
) -> dict[tuple[Any, str, str], Mapping[str, Any]]:
    """Give what was found right and stands as it did then, by row, field and code ("": of any code)."""
    checked = {(c["order"], c["field"], c.get("code", "")): c for c in upload.checked}
    spots = {(order, field) for order, field, _ in checked if order in records}
    stands = {spot: standing(upload, *spot) for spot in spots}
    return {at: check for at, check in checked.items() if check["value"] == stands.get(at[:2])}


def standing(upload: Upload, order: int, field: str) -> str:
    """Give what stands in a cell, as corrected or else as printed; field "": in its whole row, a line a cell."""
    [record] = [r for r in upload.read["records"] if r["order"] == order]
    corrected = {c["field"]: c["value"].strip() for c in upload.corrections if c["order"] == order}
    if field:
        return corrected.get(field, printed(record[field]).strip())
    return "\n".join(corrected.get(f, printed(record[f]).strip()) for f in FIELDS)


def count_open(upload: Upload) -> int:
    """Count the findings that ask a person to look and that nobody has settled."""
    return sum(
        finding["severity"] != Severity.NOTES and settled is None
        for finding, settled in zip(upload.read["findings"], list_settled(upload), strict=True)
    )


def spots_of(read: Mapping[str, Any]) -> dict[tuple[Any, Any], int]:
    """Say which record stands where on the page."""
    return {(r["place"].get("part"), r["place"].get("row")): r["order"] for r in read["records"]}


def cell_of(finding: Mapping[str, Any], spots: Mapping[tuple[Any, Any], int]) -> tuple[Any, str]:
    """Give the row (None: the page) and the field ("": the row) that a finding is about."""
    place = finding["place"]
    spot = (place.get("part"), place.get("row"))
    return spots.get(spot, finding["facts"].get("order")), place.get("field", "")


def printed(value: Any) -> str:
    """Put the value of a field into one text, as it stands on the page."""
    if isinstance(value, list):
        return "、".join(value)
    if isinstance(value, dict):
        return f"{value['value']} {value['unit']}"
    return value or ""


def _found_right(
    finding: Mapping[str, Any], right: Mapping[tuple[Any, str, str], Mapping[str, Any]],
    spot: tuple[Any, str],
) -> Settled | None:  # fmt: skip
    check = right.get((*spot, finding["code"])) or right.get((*spot, ""))
    if check is None:
        return None
    return Settled(check["by"], datetime.fromisoformat(check["on"]), as_it_stands=True)


def _settled(
    finding: Mapping[str, Any], spots: Mapping[tuple[Any, Any], int],
    *, last: Mapping[tuple[int, str], Mapping[str, Any]], records: Mapping[int, Mapping[str, Any]],
) -> Settled | None:  # fmt: skip
    order, field = cell_of(finding, spots)
    correction = last.get((order, field))
    if correction is None:
        return None
    before = records[order][field]
    value, told = correction["value"].strip(), printed(before).strip()
    stretch = finding["facts"].get("printed")
    if value == told or (isinstance(stretch, str) and _still_in(value, stretch.strip(), before)):
        return None
    on = correction.get("on")
    return Settled(correction.get("by", ""), datetime.fromisoformat(on) if on else None)


def _still_in(value: str, stretch: str, before: Any) -> bool:
    """Say whether a part of what is printed, or one of its names, stands in a cell as often as before."""
    if isinstance(before, list):
        return stretch in [name.strip() for name in value.split("、")]
    told = printed(before)
    return stretch != told.strip() and value.count(stretch) >= told.count(stretch) > 0
