"""Cells and rows of an upload that a person looked at and found right as they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from shishi.findings import Severity
from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.projects.models import Upload
from shishi.web.projects.refusals import Changed
from shishi.web.projects.settling import cell_of, count_open, list_settled, spots_of, standing

Spot = tuple[int, str]
"""A cell: the number of its row and its field; the field "" is the row as a whole."""


@changing()
def find_right(
    upload: Upload, spots: Sequence[Spot], *, by: str, on: datetime, version: int, code: str = ""
) -> Upload:
    """Settle the open doubts of cells and rows by saying that they are right: all of them or none.

    With `code` only those of that kind are settled. The findings stay, and the doubts open again when a
    cell is corrected to something else. One Event a spot. Raises Changed, and ValueError where
    nothing is open or the upload is confirmed.
    """
    locked: Upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.version != version:
        raise Changed(locked.version)
    doubted = find_open(locked, code=code)
    for order, field in spots:
        if locked.plan_id or (order, field) not in doubted:
            raise ValueError(f"nothing is in doubt in {field or 'the row'} of row {order}")
    told = [{"order": o, "field": f, "value": standing(locked, o, f)} for o, f in spots]
    who = {"by": by, "on": on.isoformat(), "code": code}
    locked.checked = [*locked.checked, *(t | who for t in told)]
    locked.doubts = count_open(locked)
    locked.version += 1
    locked.save()
    for spot, facts in zip(spots, told, strict=True):
        known = {"codes": doubted[spot], "version": locked.version}
        record_event("find-right", locked, by=by, on=on, facts=facts | known)
    return locked


def find_open(upload: Upload, *, code: str = "") -> Mapping[Spot, list[str]]:
    """Find the cells and rows in doubt, with the codes of the findings (or of one) that ask a person to look."""
    spots = spots_of(upload.read)
    rows = {record["order"] for record in upload.read["records"]}
    doubted: dict[Spot, list[str]] = {}
    for finding, settled in zip(upload.read["findings"], list_settled(upload), strict=True):
        spot = cell_of(finding, spots)
        asked = finding["severity"] != Severity.NOTES and code in ("", finding["code"])
        if settled is None and asked and spot[0] in rows:
            doubted.setdefault(spot, []).append(finding["code"])
    return doubted
