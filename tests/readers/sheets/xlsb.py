"""Write a small xlsb by hand (MS-XLSB), which no program here can save: one sheet, texts and merges."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator, Sequence

_MAIN = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def as_xlsb(rows: Sequence[Sequence[str | float]], *merges: tuple[int, int, int, int]) -> bytes:
    """Write rows of texts and numbers; "" is a blank cell. `merges`: first and last row, then column, from 0."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="bin" ContentType="{_MAIN}"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>',
        )
        archive.writestr("_rels/.rels", _relation("officeDocument", "xl/workbook.bin"))
        archive.writestr(
            "xl/_rels/workbook.bin.rels", _relation("worksheet", "worksheets/sheet1.bin")
        )
        archive.writestr("xl/workbook.bin", b"".join(_workbook()))
        archive.writestr("xl/worksheets/sheet1.bin", b"".join(_sheet(rows, merges)))
    return made.getvalue()


def _relation(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{_KINDS}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'


def _workbook() -> Iterator[bytes]:
    yield _record(131)  # BrtBeginBook
    yield _record(143)  # BrtBeginBundleShs
    yield _record(156, struct.pack("<II", 0, 1) + _text("rId1") + _text("进度"))  # BrtBundleSh
    yield _record(144)
    yield _record(132)


def _sheet(
    rows: Sequence[Sequence[str | float]], merges: Sequence[tuple[int, int, int, int]]
) -> Iterator[bytes]:
    width = max(map(len, rows))
    yield _record(129)  # BrtBeginSheet
    yield _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))  # BrtWsDim
    yield _record(145)  # BrtBeginSheetData
    for number, row in enumerate(rows):
        head = struct.pack("<IIHBBBIII", number, 0, 300, 0, 0, 0, 1, 0, width - 1)
        yield _record(0, head)  # BrtRowHdr
        for column, value in enumerate(row):
            spot = struct.pack("<II", column, 0)
            if isinstance(value, str):
                yield _record(6, spot + _text(value)) if value else _record(1, spot)  # BrtCellSt
            else:
                yield _record(5, spot + struct.pack("<d", value))  # BrtCellReal
    yield _record(146)
    if merges:
        yield _record(177, struct.pack("<I", len(merges)))  # BrtBeginMergeCells
        for merge in merges:
            yield _record(176, struct.pack("<IIII", *merge))
        yield _record(178)
    yield _record(130)


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, data: bytes = b"") -> bytes:
    """Put a record together: its kind and its length go in groups of seven bits, the low ones first."""
    return _varying(kind) + _varying(len(data)) + data


def _varying(number: int) -> bytes:
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F)
    return bytes([*(group | 0x80 for group in groups[:-1]), groups[-1]])
