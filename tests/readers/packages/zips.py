"""Zips made by hand: office files that carry one thing too many."""

from __future__ import annotations

import io
import zipfile

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/relationships/{type}" Target="{target}" TargetMode="{mode}"/>'
    "</Relationships>"
)


def pack(parts: dict[str, str | bytes], *, packed: bool = True) -> bytes:
    """Zip the parts in their order."""
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def related(kind: str, target: str = "a.bin", mode: str = "Internal") -> str:
    """Write a relationships part with one relationship."""
    return RELATIONS.format(type=kind, target=target, mode=mode)
