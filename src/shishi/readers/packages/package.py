"""Package: the parts of a zipped office file, opened only where its directory is harmless."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from lxml import etree

from shishi.readers.refusals import refuse

MOST_UNPACKED = 200_000_000
MOST_MEMBERS = 2_000
MOST_RATIO = 100  # parts that are packed tighter are tight: a Word table of like rows comes to 140
MOST_TIGHT = 16 << 20  # bytes that all tight parts of a file may unpack to
TIGHTEST = (
    200  # a part that is packed tighter may unpack to _SMALL and no more; zeros come to 1,000
)
_SMALL = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError)
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
_WIDE = ("utf-16-le", "utf-16-be")  # an entity hides from a search for ASCII in these


@dataclass(frozen=True, slots=True)
class Package:
    """An opened zip: `name` is the file's, for what has to be said of it."""

    name: str
    archive: zipfile.ZipFile

    @property
    def parts(self) -> tuple[str, ...]:
        """Name the parts, in the order of the directory."""
        return tuple(self.archive.namelist())

    def read(self, part: str) -> bytes:
        """Give the bytes of a part. Raises UnreadableSource (damaged) where it is not whole."""
        try:
            return self.archive.read(part)
        except (KeyError, RuntimeError, *_BROKEN):
            raise refuse(self.name, "damaged") from None

    def xml(self, part: str) -> bytes:
        """Give the bytes of an XML part that declares no entities; refuse one that does (entities)."""
        data = self.read(part)
        if b"!" in data and any(
            word in data or any(word.decode().encode(w) in data for w in _WIDE)
            for word in _DECLARED
        ):
            raise refuse(self.name, "entities")
        return data

    def stream(self, part: str) -> IO[bytes]:
        """Give an XML part as a stream, for etree.iterparse. Raises as xml() does."""
        return io.BytesIO(self.xml(part))

    def tree(self, part: str) -> etree._Element:
        """Parse an XML part: no entities, no network. Raises as xml() does, and damaged."""
        try:
            return etree.fromstring(self.xml(part), safe_parser())
        except etree.XMLSyntaxError:
            raise refuse(self.name, "damaged") from None


def safe_parser() -> etree.XMLParser:
    """Build a parser that fetches nothing, expands nothing and keeps libxml2's own limits."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )


def open_package(data: bytes, name: str) -> Package:
    """Open a zipped office file whose directory promises nothing that would hurt.

    Raises UnreadableSource: damaged, too-many-parts, unpacks-too-big, packed-too-tightly,
    odd-part-names (paths that lead out of the file, links, a part named twice), encrypted.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except _BROKEN:
        raise refuse(name, "damaged") from None
    if len(members) > MOST_MEMBERS:
        raise refuse(name, "too-many-parts", count=len(members), limit=MOST_MEMBERS)
    size = sum(member.file_size for member in members)
    if size > MOST_UNPACKED:
        raise refuse(name, "unpacks-too-big", size=size, limit=MOST_UNPACKED)
    for member in members:
        _check_member(member, name)
    _check_ratios(members, name)
    if len({member.filename.lower() for member in members}) < len(members):
        raise refuse(name, "odd-part-names", part=members[0].filename[:60])
    return Package(name, archive)


def _check_member(member: zipfile.ZipInfo, name: str) -> None:
    steps = member.filename.replace("\\", "/").split("/")
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    if is_link or ".." in steps or ":" in steps[0] or member.filename.startswith(("/", "\\")):
        raise refuse(name, "odd-part-names", part=member.filename[:60])
    if member.flag_bits & 1:
        raise refuse(name, "encrypted")


def _check_ratios(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Let a file unpack to a hundred times its size, and to a little more (docs/decisions/0027)."""
    tight = [m for m in members if m.file_size > MOST_RATIO * m.compress_size]
    worst = max(tight, key=_ratio, default=None)
    big = [m for m in tight if m.file_size > max(_SMALL, TIGHTEST * m.compress_size)]
    if worst and (big or sum(m.file_size for m in tight) > MOST_TIGHT):
        raise refuse(name, "packed-too-tightly", ratio=_ratio(worst), limit=MOST_RATIO)


def _ratio(member: zipfile.ZipInfo) -> int:
    return member.file_size // max(1, member.compress_size)
