"""Parts: the Parquet files of a corpus, one a table and bucket, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from operator import itemgetter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from shishi.corpus.tables import SCHEMAS

TABLES = tuple(SCHEMAS)
_SIGNED = "notices"  # written last: a bucket without it, or with another signature, is not done
_SIGNATURE = b"shishi.signature"


def part_file(out: Path, table: str, bucket: str) -> Path:
    """Give the file that holds a table's rows of one bucket."""
    return out / table / f"{bucket}.parquet"


def write_parts(
    out: Path, bucket: str, rows: Mapping[str, Sequence[Mapping[str, object]]], *, signature: str
) -> None:
    """Write the rows of a bucket, each table beside its place and then into it.

    The table that carries the signature comes last, so that a bucket that was broken off is read
    again. Writing the same rows again gives the same bytes.
    """
    for table in sorted(TABLES, key=lambda name: name == _SIGNED):
        schema = SCHEMAS[table].with_metadata({_SIGNATURE: signature.encode()})
        file = part_file(out, table, bucket)
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{bucket}.{os.getpid()}")
        pq.write_table(_table(rows[table], schema), beside, compression="zstd")
        os.replace(beside, file)


def read_signature(out: Path, bucket: str) -> str | None:
    """Read the signature a bucket was written with; None where it is not there or broken."""
    try:
        metadata = pq.read_schema(part_file(out, _SIGNED, bucket)).metadata or {}
    except (OSError, pa.ArrowInvalid):
        return None
    return metadata.get(_SIGNATURE, b"").decode() or None


def _table(rows: Sequence[Mapping[str, object]], schema: pa.Schema) -> pa.Table:
    try:
        return _columns(rows, schema)
    except UnicodeEncodeError:  # half a character out of a broken page cannot be stored
        return pa.Table.from_pylist([_storable(row) for row in rows], schema)


def _columns(rows: Sequence[Mapping[str, object]], schema: pa.Schema) -> pa.Table:
    """Turn rows into columns, each row looked at once where all of them have every column."""
    try:
        columns = [*zip(*map(itemgetter(*schema.names), rows), strict=True)]
    except KeyError:
        columns = []
    if not columns:
        return pa.Table.from_pylist(list(rows), schema)
    arrays = [pa.array(values, kind) for values, kind in zip(columns, schema.types, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _storable(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {name: _storable(inner) for name, inner in value.items()}
    return [_storable(inner) for inner in value] if isinstance(value, list) else value
