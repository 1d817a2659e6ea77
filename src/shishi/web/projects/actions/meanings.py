"""What columns mean: chosen by a person, applied by reading anew, remembered for the next file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from shishi.layouts import ColumnName, parse_meanings
from shishi.readers import read_apart
from shishi.readers.apart.limits import FOR_THE_WEB
from shishi.street import Walked, walk_document
from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.projects.models import ColumnChoice, Upload
from shishi.web.projects.refusals import Changed, NothingLeft
from shishi.web.projects.settling import count_open
from shishi.writers.exchange import to_exchange


def choose_meanings(
    upload: Upload, signature: str, columns: Mapping[int, str], *, by: str, on: datetime, version: int, seen: int
) -> Upload:  # fmt: skip
    """Say what columns of a header mean, read the upload anew, and remember it for the next file.

    `columns` go by number from 1 to a field or "other" and take the place of what was chosen for this
    header before; without any the choice is taken back. `version` is the upload's and `seen` that of
    the remembered choice (0: none yet) as the person saw them. Corrections of cells whose print is the
    same stay; the others move to `dropped`, and come back when their cell does. Raises Changed,
    NothingLeft where no record would be read, and ValueError for a confirmed upload, a column that is
    not there and a field that is none.
    """
    current: Upload = Upload.objects.select_related("district").get(pk=upload.pk)
    if current.version != version:
        raise Changed(current.version)
    _check_choice(current, signature, columns)
    chosen = {s: c for s, c in current.meanings.items() if s != signature}
    if columns:
        told = {str(number): name for number, name in sorted(columns.items())}
        chosen[signature] = {
            "columns": told, "by": by, "on": on.isoformat(), "remembered": False,
        }  # fmt: skip
    walked = _walk(bytes(current.data), current, meanings_of(chosen), on=on.date())
    if not walked.page.records:
        raise NothingLeft
    return _keep_choice(
        current, signature, walked, chosen=chosen, by=by, on=on, version=version, seen=seen
    )


def read_as_remembered(
    data: bytes, name: str, *, rulebook: str, on: date
) -> tuple[Walked, dict[str, Any]]:
    """Read a file apart, with what was said before of its headers; give that beside what was read.

    A choice under which nothing would be read any more is left out.
    """
    document = read_apart(data, name, limits=FOR_THE_WEB)
    walked = walk_document(document, name, rulebook=rulebook, on=on)
    chosen = _remembered(header.signature for header in walked.page.headers)
    if not chosen:
        return walked, {}
    meanings = meanings_of(chosen)
    again = walk_document(document, name, rulebook=rulebook, on=on, meanings=meanings)
    return (again, chosen) if again.page.records else (walked, {})


def keep_reading(upload: Upload, walked: Walked) -> None:
    """Put into an upload what was read."""
    upload.read = to_exchange(
        walked.page, walked.measured, findings=walked.findings, assessments=walked.assessments
    )
    upload.records = len(walked.page.records)
    upload.doubts = count_open(upload)


def key_of(signature: str) -> str:
    """Give the key under which the choice of a header is kept."""
    return hashlib.sha256(signature.encode()).hexdigest()


def meanings_of(chosen: Mapping[str, Mapping[str, Any]]) -> dict[ColumnName, str]:
    """Put the choices of all headers of a file together as `extract` takes them.

    A column goes by its number under its header, so that no other table is touched, nor another column
    of the same word.

    >>> meanings_of({"序号|事项": {"columns": {"2": "item"}}})
    {('序号|事项', 2): 'item'}
    """
    return {
        (signature, int(number)): name
        for signature, choice in chosen.items()
        for number, name in choice["columns"].items()
    }


def carry_corrections(upload: Upload, before: Iterable[Mapping[str, Any]]) -> None:
    """Lay the corrections of an earlier reading over the new one, where the print is the same.

    `before` are the records of the earlier reading. What does not fit is kept in `dropped` with the
    print it was made for, and taken up again once that print stands in its cell.
    """
    earlier = {record["order"]: record for record in before}
    candidates = [
        *upload.dropped,
        *(
            c | {"place": earlier[c["order"]]["place"], "printed": earlier[c["order"]][c["field"]]}
            for c in upload.corrections
        ),
    ]
    at = {_spot(record["place"]): record for record in upload.read["records"]}
    upload.corrections, upload.dropped = [], []
    for told in candidates:
        record = at.get(_spot(told["place"]))
        if record is not None and record[told["field"]] == told["printed"]:
            kept = {n: told[n] for n in ("field", "value", "by", "on") if n in told}
            upload.corrections.append({"order": record["order"], **kept})
        else:
            upload.dropped.append(told)


def carry_checked(upload: Upload, before: Iterable[Mapping[str, Any]]) -> None:
    """Take what was found right over to the new reading, row by row; a row that is gone takes it along.

    Where the cell reads differently now, what was said of it settles nothing (see settling.py).
    """
    earlier = {record["order"]: record["place"] for record in before}
    at = {_spot(record["place"]): record["order"] for record in upload.read["records"]}
    moved = [(told, at.get(_spot(earlier[told["order"]]))) for told in upload.checked]
    upload.checked = [told | {"order": order} for told, order in moved if order is not None]


def _check_choice(upload: Upload, signature: str, columns: Mapping[int, str]) -> None:
    parse_meanings(dict(columns.items()))
    headers = {h["signature"]: h for h in upload.read.get("headers", ())}
    numbers = {c["number"] for c in headers.get(signature, {}).get("columns", ())}
    if upload.plan_id or signature not in headers or not set(columns) <= numbers:
        raise ValueError(f"columns {sorted(columns)} of {signature!r} cannot be chosen")


@changing()
def _keep_choice(
    upload: Upload, signature: str, walked: Walked,
    *, chosen: dict[str, Any], by: str, on: datetime, version: int, seen: int,
) -> Upload:  # fmt: skip
    locked: Upload = Upload.objects.select_for_update().get(pk=upload.pk)
    # What was read rests on the upload as it was before: neither that nor what the person saw may
    # have moved on.
    if locked.version != version or upload.version != version:
        raise Changed(locked.version)
    choice = ColumnChoice.objects.filter(key=key_of(signature)).first()
    if (choice.version if choice else 0) != seen:
        raise Changed(locked.version)
    choice = choice or ColumnChoice(key=key_of(signature), signature=signature, version=0)
    choice.columns = chosen[signature]["columns"] if signature in chosen else {}
    choice.by, choice.on, choice.version = by, on, choice.version + 1
    choice.save()
    before = locked.read["records"]
    locked.meanings = chosen
    keep_reading(locked, walked)
    carry_checked(locked, before)
    carry_corrections(locked, before)
    locked.doubts = count_open(locked)
    locked.version += 1
    locked.save()
    facts = {
        "signature": signature,
        "columns": choice.columns,
        "records": locked.records,
        "dropped": [{n: c[n] for n in ("order", "field", "value")} for c in locked.dropped],
        "version": locked.version,
    }
    record_event("choose-meanings", locked, by=by, on=on, facts=facts)
    return locked


def _remembered(signatures: Iterable[str]) -> dict[str, Any]:
    found = ColumnChoice.objects.filter(key__in=[key_of(s) for s in dict.fromkeys(signatures)])
    return {
        choice.signature: {
            "columns": choice.columns,
            "by": choice.by,
            "on": choice.on.isoformat(),
            "remembered": True,
        }
        for choice in found
        if choice.columns
    }


def _walk(data: bytes, upload: Upload, meanings: Mapping[ColumnName, str], *, on: date) -> Walked:
    document = read_apart(data, upload.name, limits=FOR_THE_WEB)
    rulebook = upload.district.rulebook
    return walk_document(document, upload.name, rulebook=rulebook, on=on, meanings=meanings)


def _spot(place: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(place.get(name) for name in ("part", "row", "line"))
