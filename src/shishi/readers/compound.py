"""Older office files (.xls, .doc, rtf): tell what they hold, and refuse what no table needs.

The streams of a compound file are found by their directory entries alone: 128 bytes each, on a 128-byte boundary, the
name first. Nothing of the allocation tables is believed, so nothing in them can mislead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.readers.refusals import refuse

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_CARRIED = (
    (re.compile(r"_vba_project(_cur)?|vba|macros"), "macro"),
    (re.compile(r"mbd[0-9a-f]{8}|\x01ole10native|_[0-9]{9,10}|\x03eprint|embeddedodf"), "embedded"),
    (re.compile(r"encryptedpackage|\x06dataspaces"), "encrypted"),
)

_RICH = (
    (re.compile(rb"\\obj(data|ocx|emb|link|autlink|update)\b"), "embedded"),
    (re.compile(rb"\bDDE(AUTO)?\b"), "dde"),
)


def find_streams(data: bytes) -> Iterator[str]:
    """Find the names of the streams and storages of a compound file, in the order of the entries."""
    for start in range(512, len(data) - _ENTRY + 1, _ENTRY):
        length = data[start + 64] | data[start + 65] << 8
        if 4 <= length <= 64 and not length % 2 and data[start + 66] in (1, 2, 5):
            name = data[start : start + length]
            if name.endswith(b"\0\0") and not data[start + length : start + 64].strip(b"\0"):
                yield name[:-2].decode("utf-16-le", "replace")


def check_streams(data: bytes, name: str) -> None:
    """Refuse a compound file that carries macros, objects or a lock. Raises UnreadableSource."""
    for stream in find_streams(data):
        for pattern, code in _CARRIED:
            if pattern.fullmatch(stream.lower()):
                raise refuse(name, code, what=stream.strip("\x01\x03\x06")[:60])


def check_rich_text(data: bytes, name: str) -> None:
    """Refuse an rtf that carries objects or asks other programs. Raises UnreadableSource."""
    for pattern, code in _RICH:
        if found := pattern.search(data):
            raise refuse(name, code, what=found[0].decode("ascii", "replace"))
