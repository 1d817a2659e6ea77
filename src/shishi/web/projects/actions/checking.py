"""Cells of an upload that a person looked at and found right as they stand."""

from __future__ import annotations

from datetime import datetime

from shishi.findings import Severity
from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.projects.models import Upload
from shishi.web.projects.refusals import Changed
from shishi.web.projects.settling import cell_of, count_open, list_settled, spots_of, standing


@changing()
def find_right(
    upload: Upload, *, order: int, field: str, by: str, on: datetime, version: int
) -> Upload:
    """Settle the open doubts of a cell (field "": of its row as a whole) by saying that it is right.

    The findings stay, and the doubts open again when the cell is corrected to something else. Raises
    Changed, and ValueError where nothing is open or the upload is confirmed.
    """
    locked: Upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.version != version:
        raise Changed(locked.version)
    codes = list_open(locked, order=order, field=field)
    if locked.plan_id or not codes:
        raise ValueError(f"nothing is in doubt in {field or 'the row'} of row {order}")
    value = standing(locked, order, field)
    told = {"order": order, "field": field, "value": value, "by": by, "on": on.isoformat()}
    locked.checked = [*locked.checked, told]
    locked.doubts = count_open(locked)
    locked.version += 1
    locked.save()
    facts = {"order": order, "field": field, "value": value, "codes": codes}
    record_event("find-right", locked, by=by, on=on, facts=facts | {"version": locked.version})
    return locked


def list_open(upload: Upload, *, order: int, field: str) -> list[str]:
    """List the codes of the findings about a cell that ask a person to look and are open."""
    spots = spots_of(upload.read)
    rows = {record["order"] for record in upload.read["records"]}
    found = zip(upload.read["findings"], list_settled(upload), strict=True)
    return [
        finding["code"]
        for finding, settled in found
        if settled is None and finding["severity"] != Severity.NOTES
        and order in rows and cell_of(finding, spots) == (order, field)
    ]  # fmt: skip
