"""Tables: the columns of the Parquet parts, named as in the exchange format."""

from __future__ import annotations

import pyarrow as pa

NUMBER = pa.decimal128(38, 10)
_NAMES = pa.list_(pa.string())
_OTHER = pa.map_(pa.string(), pa.string())


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema([("source", pa.string()), *columns.items()])


_PLACE = {
    "part": pa.string(),
    "row": pa.int64(),
    "column": pa.int64(),
    "line": pa.int64(),
    "start": pa.int64(),
    "end": pa.int64(),
}

SCHEMAS = {
    "notices": _schema(
        format=pa.string(),
        sha256=pa.string(),
        size=pa.int64(),
        refused=pa.string(),
        script=pa.string(),
        rulebook=pa.string(),
        plan=pa.string(),
        report=pa.string(),
        records=pa.int64(),
        title=pa.string(),
        index_number=pa.string(),
        issuer=pa.string(),
        document_date=pa.string(),
        publication_date=pa.string(),
        document_number=pa.string(),
        subject=pa.string(),
        grouping=pa.string(),
        genre=pa.string(),
        disclosure=pa.string(),
        scope=pa.string(),
        validity=pa.string(),
        printed_source=pa.string(),
        attachments=_NAMES,
        other=_OTHER,
    ),
    "records": _schema(
        order=pa.int64(),
        section=pa.int64(),
        code=pa.string(),
        theme=pa.string(),
        item=pa.string(),
        lead_units=_NAMES,
        support_units=_NAMES,
        open_ended=pa.bool_(),
        leaders=_NAMES,
        levels=_NAMES,
        investment=NUMBER,
        investment_printed=pa.string(),
        goal=pa.string(),
        progress=pa.string(),
        percent=NUMBER,
        percent_printed=pa.string(),
        status=pa.string(),
        explanation=pa.string(),
        remark=pa.string(),
        other=_OTHER,
        shares_item_with=pa.int64(),
        **_PLACE,
    ),
    "measures": _schema(
        order=pa.int64(),
        field=pa.string(),
        action=pa.string(),
        object=pa.string(),
        value=NUMBER,
        value_printed=pa.string(),
        high=NUMBER,
        unit=pa.string(),
        comparator=pa.string(),
        kind=pa.string(),
        basis=pa.string(),
        derived=pa.bool_(),
        sure=pa.bool_(),
        text=pa.string(),
        start=pa.int64(),
        end=pa.int64(),
    ),
    "milestones": _schema(
        order=pa.int64(),
        field=pa.string(),
        event=pa.string(),
        period=pa.string(),
        comparator=pa.string(),
        done=pa.bool_(),
        text=pa.string(),
        start=pa.int64(),
        end=pa.int64(),
    ),
    "findings": _schema(
        order=pa.int64(),
        code=pa.string(),
        about=pa.string(),
        severity=pa.string(),
        field=pa.string(),
        facts=pa.string(),
        message=pa.string(),
        message_en=pa.string(),
        **_PLACE,
    ),
}
"""Table → columns. `source` is the file's path below the folder; with `order` it names a record.

`notices` has a row for every file, read or not: `refused` holds the code where it could not be read.
Numbers are exact decimals; one that does not fit 28 digits before and 10 after the point is null,
and its digits stand in the column beside it (`value_printed` …).
"""
