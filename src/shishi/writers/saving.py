"""Put a file in its place: checked before the work, whole or not at all, nothing replaced unasked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from shishi.writers.writing import refuse_writing


def check_target(path: Path, formats: Sequence[str], *, force: bool) -> str:
    """Give the format that a file name asks for. Raises NotWritten where it cannot be written.

    Called before anything is read, so that nobody waits for a file that has no place.
    """
    suffix = path.suffix.removeprefix(".").lower()
    kind = "html" if suffix == "htm" else suffix
    if kind not in formats:
        known = " ".join(f".{name}" for name in formats)
        raise refuse_writing(str(path), "unknown-format", suffix=path.suffix, known=known)
    if not path.parent.is_dir():
        raise refuse_writing(str(path), "no-folder", folder=path.parent)
    if path.exists() and not force:
        raise refuse_writing(str(path), "exists")
    return kind


def save(data: bytes, path: Path) -> None:
    """Write a file beside its place and then rename it, so that nobody ever sees half of it.

    Raises NotWritten where the system does not let it; what stood there before then still stands.
    """
    beside = path.parent / f".shishi-{os.getpid()}.part"
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise refuse_writing(str(path), "unwritable", detail=error.strerror) from error
