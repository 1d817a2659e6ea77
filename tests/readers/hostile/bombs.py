"""Files that are made to hurt, a few lines each: what they do, and the code they are refused with.

"" for a code: the file is read, and must give a small Document. "?" for one that may be either.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.readers.packages.zips import pack, related

SAMPLES = Path(__file__).parents[2] / "samples"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
FAR = "http://127.0.0.1:9/x"

Bomb = tuple[str, bytes, str]


def book(
    cells: str = '<row r="1"><c r="A1"><v>1</v></c></row>', *, after: str = "", **parts: str | bytes
) -> dict[str, str | bytes]:
    """Give the parts of a workbook with one sheet."""
    relation = '<Relationship Id="{0}" Type="{1}/{2}" Target="{3}"/>'
    own = [("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"), ("r3", "styles", "styles.xml")]  # fmt: skip
    return {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{TYPES}"><sheets><sheet name="s" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>" + "".join(relation.format(i, TYPES, k, t) for i, k, t in own) + "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{after}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>a</t></si></sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>',
    } | {name.replace("__", "/"): part for name, part in parts.items()}  # fmt: skip


def docx(body: str = "", **parts: str | bytes) -> dict[str, str | bytes]:
    """Give the parts of a Word document."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{TYPES}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    } | {name.replace("__", "/"): part for name, part in parts.items()}  # fmt: skip


def cell(text: str = "a", more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def merged(*ranges: str) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{r}"/>' for r in ranges) + "</mergeCells>"


def zips() -> Iterator[Bomb]:
    """Zips that unpack to too much, lead out, or are not whole."""
    tight = "<sst>" + " " * 30_000_000 + "</sst>"
    whole = pack(book())
    yield "zip: a part of 30 MB in 30 kB", pack(book(xl__a=tight)), "packed-too-tightly"
    many = {f"xl/p{n}.bin": struct.pack("I", n) * 60_000 for n in range(1000)}
    yield "zip: 240 MB in a thousand parts", pack(book() | many), "unpacks-too-big"
    yield "zip: 2,500 parts", pack(book() | {f"xl/p{n}": "" for n in range(2500)}), "too-many-parts"
    for name in ("../../etc/cron.d/a", "/etc/passwd", "C:\\a.dll", "xl/..\\..\\a"):
        yield f"zip: a path that leads out, {name}", pack(book() | {name: "x"}), "odd-part-names"
    link = zipfile.ZipInfo("xl/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    yield "zip: a link", pack(book() | {link: "/etc/passwd"}), "odd-part-names"  # type: ignore[dict-item]
    yield "zip: a part named twice", pack(book() | {"XL/workbook.xml": "x"}), "odd-part-names"
    for share in (4, 2):
        yield f"zip: the first of {share} pieces", whole[: len(whole) // share], "damaged"
    locked = bytearray(whole)
    locked[whole.index(b"PK\x01\x02") + 8] |= 1
    yield "zip: a part under a password", bytes(locked), "encrypted"
    lying = bytearray(pack(book(xl__worksheets__sheet1=" " * 5_000_000)))
    at = lying.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 10)
    yield "zip: a size that lies", bytes(lying), "?"
    flipped = bytearray(whole)
    flipped[120] ^= 255
    yield "zip: a flipped byte", bytes(flipped), "?"


def spreadsheets() -> Iterator[Bomb]:
    """Workbooks whose cells, merges or texts are made to fill the memory."""
    one = '<row r="1"><c r="A1"><v>1</v></c></row>'
    two = one + '<row r="2"><c r="B2"><v>2</v></c></row>'
    far = one + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    yield "xlsx: everything merged", pack(book(two, after=merged("A1:XFD1048576"))), ""
    yield (
        "xlsx: 30,000 merges over each other",
        pack(book(two, after=merged(*["A1:B2"] * 30_000))),
        "",
    )
    yield "xlsx: 250,000 merges", pack(book(two, after=merged(*(f"A{n}:B{n}" for n in range(1, 250_000))))), "too-many-cells"  # fmt: skip
    yield (
        "xlsx: a dimension of everything",
        pack(book('<dimension ref="A1:XFD1048576"/>' + one)),
        "",
    )
    yield "xlsx: a cell at the far end", pack(book(far)), "far-cell"
    yield (
        "xlsx: a row beyond all rows",
        pack(book('<row r="99999999999"><c><v>1</v></c></row>')),
        "damaged",
    )
    yield "xlsx: a row before the first", pack(book('<row r="-5"><c><v>1</v></c></row>')), "damaged"
    yield (
        "xlsx: a text that is not there",
        pack(book('<row><c t="s"><v>99</v></c></row>')),
        "damaged",
    )
    yield "xlsx: a text from behind", pack(book('<row><c t="s"><v>-1</v></c></row>')), "?"
    ghosts = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, 90_000))
    yield "xlsx: 90,000 rows without a word", pack(book(one + ghosts)), ""
    wide = "".join('<c t="s"><v>0</v></c>' for _ in range(60_000))
    long = f'<sst xmlns="{MAIN}"><si><t>{"公" * 30_000}</t></si></sst>'
    yield "xlsx: one long text in 60,000 cells", pack(book(f"<row>{wide}</row>") | {"xl/sharedStrings.xml": long}), "?"  # fmt: skip
    form = f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{"0" * 60_000}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>'  # fmt: skip
    yield "xlsx: an endless format", pack(book(one) | {"xl/styles.xml": form}), ""
    huge = (
        "<row><c><v>1e999999999</v></c><c><v>1e-999999999</v></c><c><v>"
        + "9" * 100_000
        + "</v></c></row>"
    )
    yield "xlsx: numbers beyond all numbers", pack(book(huge)), ""
    deep = "<a>" * 9_000 + "</a>" * 9_000
    yield "xlsx: 9,000 tags in each other", pack(book(deep)), "damaged"
    many = " ".join(f'a{n}="1"' for n in range(60_000))
    yield "xlsx: 60,000 attributes", pack(book(f"<row><c {many}><v>1</v></c></row>")), ""
    cells = '<row r="70000">' + "<c><v>1</v></c>" * 3 + "</row>"
    yield "xlsx: 70,000 rows of which one is filled", pack(book(cells)), "too-many-cells"


def declarations() -> Iterator[Bomb]:
    """Workbooks whose XML declares entities."""
    for part in (
        "xl/workbook.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
    ):
        yield (
            f"xlsx: entities in {part}",
            pack(book() | {part: ENTITIES + "<a>&c;</a>"}),
            "entities",
        )
    yield (
        "xlsx: a file from outside",
        pack(book() | {"xl/workbook.xml": OUTSIDE + "<a>&x;</a>"}),
        "entities",
    )
    wide_spelt = ("<?xml version='1.0' encoding='utf-16'?>" + ENTITIES + "<a>&c;</a>").encode(
        "utf-16"
    )
    yield "xlsx: entities in UTF-16", pack(book() | {"xl/workbook.xml": wide_spelt}), "entities"


def carriers() -> Iterator[Bomb]:
    """Office files that carry what no table needs."""
    yield "xlsx: macros", pack(book() | {"xl/vbaProject.bin": "x"}), "macro"
    yield (
        "xlsx: macros by type only",
        pack(book() | {"[Content_Types].xml": "<Types a='macroEnabled'/>"}),
        "macro",
    )
    yield "xlsx: a macro sheet", pack(book() | {"xl/macrosheets/sheet1.xml": "<a/>"}), "macro"
    yield "xlsx: an object", pack(book() | {"xl/embeddings/oleObject1.bin": "x"}), "embedded"
    yield "xlsx: a control", pack(book() | {"xl/activeX/activeX1.bin": "x"}), "embedded"
    yield (
        "xlsx: a link",
        pack(book() | {"xl/externalLinks/externalLink1.xml": "<a/>"}),
        "external-link",
    )
    yield "xlsx: a connection", pack(book() | {"xl/connections.xml": "<a/>"}), "external-link"
    yield (
        "xlsx: a command in a formula",
        pack(book("<row><c><f>cmd|'/C calc'!A0</f><v>1</v></c></row>")),
        "dde",
    )


def documents() -> Iterator[Bomb]:
    """Word documents, rtf and OpenDocument: what they carry, and cells without end."""
    rels = "word/_rels/document.xml.rels"
    yield "docx: macros", pack(docx() | {"word/vbaProject.bin": "x"}), "macro"
    yield "docx: an object", pack(docx() | {"word/embeddings/a.xlsx": "x"}), "embedded"
    yield (
        "docx: a chunk of another format",
        pack(docx() | {rels: related("aFChunk", "a.html")}),
        "embedded",
    )
    yield "docx: a template from afar", pack(docx() | {rels: related("attachedTemplate", FAR, "External")}), "external-link"  # fmt: skip
    yield (
        "docx: a picture from afar",
        pack(docx() | {rels: related("image", FAR, "External")}),
        "external-link",
    )
    field = "<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"
    yield "docx: a field that commands", pack(docx(field)), "dde"
    yield (
        "docx: entities",
        pack(docx() | {"word/document.xml": ENTITIES + "<a>&c;</a>"}),
        "entities",
    )
    yield (
        "docx: a file from outside",
        pack(docx() | {"word/document.xml": OUTSIDE + "<a>&x;</a>"}),
        "entities",
    )
    over = cell("a", '<w:gridSpan w:val="200000000"/>')
    row = f"<w:tr>{over}{cell()}</w:tr>"
    yield "docx: a cell over 200,000,000 columns", pack(docx(f"<w:tbl>{row * 3}</w:tbl>")), "?"
    skip = '<w:tr><w:trPr><w:gridBefore w:val="90000000"/></w:trPr>' + cell() + "</w:tr>"
    yield "docx: 90,000,000 columns before a cell", pack(docx(f"<w:tbl>{skip}</w:tbl>")), "?"
    nested = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80
    yield "docx: 80 tables in each other", pack(docx(nested)), "?"
    yield "docx: 3,000 tables in each other", pack(docx("<w:tbl><w:tr><w:tc>" * 3000)), "damaged"
    yield "rtf: an object", b"{\\rtf1 {\\object\\objemb{\\*\\objdata 01}}}", "embedded"
    sheet = "urn:oasis:names:tc:opendocument:xmlns:"
    spread = (
        f'<office:d xmlns:office="{sheet}office:1.0" xmlns:table="{sheet}table:1.0" xmlns:text="{sheet}text:1.0">'
        '<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:d>"
    )
    mime = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    yield (
        "ods: a cell everywhere",
        pack(mime | {"content.xml": spread}, packed=False),
        "too-many-cells",
    )
    yield "ods: entities", pack(mime | {"content.xml": ENTITIES + "<a/>"}, packed=False), "entities"
    yield (
        "ods: macros",
        pack(mime | {"content.xml": "<a/>", "Basic/a.xml": "x"}, packed=False),
        "macro",
    )


def compounds() -> Iterator[Bomb]:
    """Compound files: macros, objects, locks, tables of sectors that lead round in a ring."""
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

    def entry(name: str) -> bytes:
        spelt = name.encode("utf-16-le") + b"\0\0"
        return (spelt.ljust(64, b"\0") + struct.pack("<HB", len(spelt), 2)).ljust(128, b"\0")

    for stream, code in {
        "_VBA_PROJECT_CUR": "macro",
        "MBD00012345": "embedded",
        "\x01Ole10Native": "embedded",
        "EncryptedPackage": "encrypted",
    }.items():
        data = signature.ljust(512, b"\0") + entry("Root Entry") + entry("Workbook") + entry(stream)
        yield f"xls: {stream.strip(chr(1))}", data, code
    head = signature + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 0, 0, 4096, 0, 0, 0, 0)
    ring = head.ljust(512, b"\0") + entry("Root Entry") + entry("Workbook") + bytes(4096)
    yield "xls: sectors in a ring", ring, "damaged"
    yield "xls: nothing but a name", signature.ljust(512, b"\0") + entry("Workbook"), "damaged"
    old = next(iter(sorted(SAMPLES.rglob("source.xls"))), None)
    if old:
        data = old.read_bytes()
        yield "xls: half of it", data[: len(data) // 2], "?"
        yield "xls: every 97th byte flipped", bytes(b ^ (255 * (n % 97 == 96 and n > 512)) for n, b in enumerate(data)), "?"  # fmt: skip


def pages() -> Iterator[Bomb]:
    """Web pages, text and csv."""
    table = b"<table><tr><td%s>a<td>b<tr><td>c<td>d</table>"
    yield "html: a cell over 1,000,000 rows", table % b" rowspan=1000000", ""
    yield "html: a cell over 1,000,000 columns", table % b" colspan=1000000", "too-many-columns"
    yield (
        "html: a cell over everything",
        table % b" rowspan=65534 colspan=1000" * 50,
        "too-many-columns",
    )
    big = b"<table>" + b"<tr><td rowspan=65534 colspan=1000>a" * 3000 + b"</table>"
    yield "html: 3,000 cells over everything", big, "too-many-cells"
    yield "html: more columns than the web takes", b"<table><tr>" + b"<td>a" * 1500 + b"<tr><td>a</table>", "too-many-columns"  # fmt: skip
    yield "html: 100,000 tags in each other", b"<div>" * 100_000, "too-deep"
    yield "html: 300 tables in each other", b"<table><tr><td>" * 300 + b"a", "too-deep"
    many = b" ".join(b"a%d=1" % n for n in range(20_000))
    yield "html: 20,000 attributes", b"<table><tr><td " + many + b">a</table>", "tag-too-long"
    yield "html: a tag of 5 MB", b"<table><tr><td x='" + b"a" * 5_000_000, "tag-too-long"
    yield "html: 200,000 marks that never close", b"<p>a" + b"<b><i>" * 100_000, "too-deep"
    yield (
        "html: entities",
        b"<!DOCTYPE a [<!ENTITY a 'b'>]><table><tr><td>&a;&#0;&#x110000;<td>b</table>",
        "",
    )
    yield "html: a page from outside", b"<iframe src='file:///etc/passwd'></iframe><p>a", ""
    yield "html: zeros", b"<table><tr><td>a\0b<td>" + bytes(1000), "?"
    yield "csv: 30,000 columns", b"a," * 30_000 + b"\n1,2", "too-many-columns"
    yield "csv: 101,000 rows", b"a,b\n" * 101_000, "too-many-cells"
    yield "csv: a command", "序号,项目\n1,\"=cmd|'/C calc'!A0\"\n".encode(), "dde"
    yield "csv: marks that never close", b'"a,' * 100_000 + b"\nb,c", "?"
    yield "csv: pairs of marks without end", b"a,b\n" + b'"' * 500_000 + b"x", "?"
    yield "text: 140,000 bars", b"a | b | c\n" * 70_000, "too-many-cells"
    yield "text: tabs in marks", b'"a\t' * 60_000, "?"
    yield "text: UTF-16 of one half", b"\xff\xfe" + b"\x00\xd8" * 10_000, "?"


def pdfs() -> Iterator[Bomb]:
    """PDFs: rings, streams that unpack to too much, things that run."""
    head = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    tail = b"\ntrailer<</Root 1 0 R>>\n%%EOF"
    yield (
        "pdf: pages in a ring",
        head + b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj" + tail,
        "?",
    )
    yield "pdf: a million pages that are not there", head + b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1000000>>endobj" + tail, "?"  # fmt: skip
    stream = zlib.compress(b"(a) Tj " * 10_000_000, 9)
    page = b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"  # fmt: skip
    yield "pdf: a stream of 70 MB in 70 kB", head + page + b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream endobj" + tail, "?"  # fmt: skip
    yield "pdf: brackets in each other", head + b"2 0 obj" + b"[" * 50_000 + tail, "?"
    yield (
        "pdf: a password",
        head + b"2 0 obj<<>>endobj\ntrailer<</Root 1 0 R/Encrypt 5 0 R>>",
        "encrypted",
    )
    yield "pdf: the first line", b"%PDF-1.7\n", "?"
    yield (
        "pdf: a page of no size",
        head + page.replace(b"[0 0 9 9]", b"[0 0 1e30 -1e30]") + tail,
        "?",
    )


def every_bomb() -> list[Bomb]:
    """Make them all."""
    makers = (zips, spreadsheets, declarations, carriers, documents, compounds, pages, pdfs)
    return [bomb for maker in makers for bomb in maker()]


def unzip(data: bytes) -> dict[str, bytes]:
    """Give the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
