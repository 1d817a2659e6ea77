"""Package: the parts of a Word document as XML, and the ways from one to the next."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from shishi.readers.packages.package import Package, open_package, safe_parser
from shishi.readers.refusals import refuse
from shishi.readers.word.tags import Element

_MAIN = "word/document.xml"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


@dataclass(slots=True)
class WordPackage:
    """The parts of a Word document by their names, and the name of the one that holds its text."""

    package: Package
    main: str = _MAIN
    _members: dict[str, str] = field(default_factory=dict)
    _ways: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def xml(self, name: str) -> Element | None:
        """Parse a part; None where there is none. Raises UnreadableSource: damaged, entities."""
        data = self.read(name)
        return self.parse(data) if data else None

    def read(self, name: str) -> bytes:
        """Give a part, the strict names made the usual ones; nothing where there is none.

        Raises UnreadableSource: damaged, entities.
        """
        member = self._members.get(_key(name))
        data = self.package.xml(member) if member is not None else b""
        for strict, usual in _STRICT if b"purl.oclc.org" in data else ():
            data = data.replace(strict, usual)
        return data

    def parse(self, data: bytes) -> Element:
        """Parse what read() gave. Raises UnreadableSource: damaged."""
        try:
            return etree.fromstring(data, safe_parser())
        except etree.XMLSyntaxError:
            raise refuse(self.package.name, "damaged") from None

    def related(self, kind: str, *, of: str | None = None) -> list[str]:
        """Name the parts that a part, the text unless said, points to as `kind` ("header")."""
        return [
            target for way, target in self._ways_of(self.main if of is None else of) if way == kind
        ]

    def first(self, kind: str) -> Element | None:
        """Parse the first part of a kind; None where there is none."""
        names = self.related(kind)
        return self.xml(names[0]) if names else None

    def _ways_of(self, name: str) -> list[tuple[str, str]]:
        if name not in self._ways:
            folder, file = posixpath.split(name)
            root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
            found = []
            for way in root if root is not None else ():
                if way.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", folder, way.get("Target", "")))
                    found.append((way.get("Type", "").rpartition("/")[2], target))
            self._ways[name] = found
        return self._ways[name]


def open_document(data: bytes, name: str) -> WordPackage:
    """Open a Word document. Raises UnreadableSource as open_package does."""
    package = open_package(data, name)
    document = WordPackage(package, _members={_key(part): part for part in package.parts})
    document.main = next(iter(document.related("officeDocument", of="")), _MAIN)
    return document


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
