"""Pack the parts of an office document with a fixed date, so that a page is the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack named parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def repack(data: bytes) -> bytes:
    """Pack again what another library packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    if core in parts:  # the day of saving is written whatever was asked for
        parts[core] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2024-01-01T00:00:00Z", parts[core])
    return pack(parts)
