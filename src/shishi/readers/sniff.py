"""Sniff at bytes: which encoding the words are in, and which format the file is."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from shishi.text.characters import Script, fold

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GB = "gb18030"
_BIG5 = "big5hkscs"
# A page that says gb2312 or gbk may hold any character of gb18030 (碶, 镕); likewise Big5.
_FAMILIES = {"gb": _GB, "x-gbk": _GB, "cp936": _GB, "big5": _BIG5, "x-big5": _BIG5}
# Said by servers of pages in any encoding; no page of ours is really in one of them.
_EMPTY_CLAIMS = ("iso-8859", "windows-125", "ascii", "us-ascii", "utf", "latin")
_BELIEF = 0.25  # in what a page says of its encoding
_PLAIN_TO_SEE = 0.3  # the share of everyday characters that other bytes never come to
# The commonest characters of running Chinese and of office tables.
_EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子产面而方"
    "后多定行学法所民得经十三之进等部度家力里如水化高自二理起小现实加量都两体制机点从业本合其前外天政四日社"
    "事平全表间与关各重新线内数正明利比第向道条建月公无情者最立代已通提展五员位入文总次品设及管长老基资路级"
    "统组计别期运农指区强决西处务目标任责单位街镇市局完推改造项规划服序号"
)
_LOST_FEW = 0.02
_ODD_MANY = 0.3
_SAMPLE = 20_000
_HIGH = bytes(range(0x80, 0x100))

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|table|tbody|tr|td|div|p|span|meta|h[1-6])\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)
_CONTAINERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # what they hold may begin with anything
_LOCKABLE = ("zip", "xlsx", "xlsb", "docx", "pptx", "ods", "odt")
_ZIPPED = (
    ("xl/workbook.bin", "xlsb"), ("xl/", "xlsx"), ("word/", "docx"), ("ppt/", "pptx"), ("OFD.xml", "ofd"),
)  # fmt: skip
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN = {"spreadsheet": "ods", "text": "odt", "presentation": "odp"}
_OLE_STREAMS = (
    ("EncryptedPackage", "ole"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_OTHER_TEXT = (("<Workbook", "xml"), ("Content-Type: multipart/related", "mhtml"))


def decode(data: bytes) -> tuple[str, str]:
    """Decode text of unknown encoding; give it and the name of the encoding, by Python's names.

    In this order: a byte order mark that the bytes bear out; UTF-16 that shows by its zero bytes;
    valid UTF-8, whatever the page says of itself; UTF-16 that shows by its words; what the page says;
    GB 18030 or Big5, by which gives the commoner characters. Bytes that make no character become U+FFFD, one by one; nothing is skipped.

    >>> decode("<meta charset=gb2312>大碶".encode("gbk"))
    ('<meta charset=gb2312>大碶', 'gb18030')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
            if encoding != "utf-8-sig" or not _loses_many(text):
                return text, encoding
            data = data[len(bom) :]  # a mark that a program put before bytes of another encoding
    for guess in _guesses(data):
        whole = _try(data, guess)
        if whole is not None:
            return whole, guess
    return _least_lost(data)


def guess_format(data: bytes, name: str) -> str:
    """Guess the format of a file by its content; the name only tells csv from other text.

    One of: text html csv json xlsx xlsb docx pptx ods odt odp ofd xls doc ole zip pdf rtf xml mhtml image
    binary. An office file that is encrypted is an "ole" whatever it holds; what WPS names .et and
    .wps is an xls, doc, xlsx or docx by what is in it.

    >>> guess_format(b"<table><tr><td>1</table>", "table.xls")
    'html'
    """
    if b"%PDF-" in data[:1024] and not data.startswith(_CONTAINERS):
        return "pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if data.startswith(b"BM") and _is_no_text(decode(_beginning(data))[0]):
        return "image"
    signed = next((kind for start, kind in _SIGNATURES if data.startswith(start)), "")
    if signed == "zip":
        return _inside_zip(data)
    if signed == "ole":
        return next((kind for word, kind in _OLE_STREAMS if _has_stream(data, word)), "ole")
    return signed or _kind_of_text(data, name)


def is_encrypted(data: bytes, kind: str) -> bool:
    """Tell whether a file is locked by a password: a zip member, an office package, a PDF."""
    if kind == "ole":
        return _has_stream(data, "EncryptedPackage")
    if kind == "pdf":
        return re.search(rb"/Encrypt\b", data) is not None
    return kind in _LOCKABLE and any(i.flag_bits & 1 for i in _members(data))


def _kind_of_text(data: bytes, name: str) -> str:
    start, _ = decode(_beginning(data))
    if _is_no_text(start):
        return "binary"
    if start.lstrip().startswith("{") and b'"records"' in data:
        return "json"
    for word, kind in _OTHER_TEXT:
        if word in start:
            return kind
    if _HTML.search(start) or b"<table" in data or b"<TABLE" in data:
        return "html"
    return "csv" if name.lower().endswith((".csv", ".tsv")) else "text"


def _beginning(data: bytes) -> bytes:
    """Give the first bytes, none of a character that the cut would halve: UTF-8 is to be seen."""
    return data if len(data) <= _SAMPLE else data[:_SAMPLE].rstrip(_HIGH)


def _is_no_text(text: str) -> bool:
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    return "\x00" in text or odd > len(text) * _ODD_MANY


def _inside_zip(data: bytes) -> str:
    names = [member.filename.lstrip("/") for member in _members(data)]
    if names[:1] == ["mimetype"]:
        said = data[30:120].partition(_OPEN_DOCUMENT.encode())[2]
        return next((kind for word, kind in _OPEN.items() if said.startswith(word.encode())), "zip")
    kinds = (kind for folder, kind in _ZIPPED if any(n.startswith(folder) for n in names))
    return next(kinds, "zip")


def _members(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        return zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return []


def _has_stream(data: bytes, word: str) -> bool:
    return word.encode("utf-16-le") in data


def _guesses(data: bytes) -> Iterator[str]:
    """Yield the encodings to try, one by one: what the words say is only weighed where UTF-8 fails."""
    if sixteen := _utf16(data):
        yield sixteen
    yield "utf-8"
    yield from _likely_sixteen(data)
    yield from _likely(data)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: zero bytes, and all but a few of them on one side."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 50 < len(sample) or min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _likely_sixteen(data: bytes) -> Iterator[str]:
    """Yield the UTF-16 that gives everyday words: without a blank or a Latin letter it has no zeros."""
    if len(data) % 2 == 0:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _try(data[: _SAMPLE & ~1], encoding)
            if text and _common(text) > _PLAIN_TO_SEE:
                yield encoding


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    label = match[1].decode("ascii").lower() if match else ""
    if not label or label.startswith(_EMPTY_CLAIMS):
        return None
    family = next((codec for start, codec in _FAMILIES.items() if label.startswith(start)), None)
    return family or (label if _reads_ascii(label) else None)


def _reads_ascii(label: str) -> bool:
    """Tell an encoding that a page may be in: what says so in the page is ASCII, escapes and all."""
    try:
        return rb"a\ud800".decode(label) == r"a\ud800"
    except (LookupError, UnicodeError):
        return False


def _likely(data: bytes) -> list[str]:
    """Order the encodings to try: what the page says, GB 18030, Big5.

    Between the last two the everyday characters decide, and what the page says only where they
    hardly differ: pages of both are labelled as the other.
    """
    sample = data[:_SAMPLE]
    commonness = {codec: _common(sample.decode(codec, "ignore")) for codec in (_GB, _BIG5)}
    declared = _declared(data)
    if declared in commonness:
        commonness[declared] += _BELIEF
        declared = None
    likely = sorted(commonness, key=lambda encoding: -commonness[encoding])
    return [declared, *likely] if declared else likely


@lru_cache(maxsize=8)  # a file's beginning is asked about twice, and folding it is dear
def _common(text: str) -> float:
    """Give the share of everyday characters among those that are not ASCII."""
    counts = Counter(fold(text, Script.TRADITIONAL).plain)
    wide = sum([count for character, count in counts.items() if not character.isascii()])
    everyday = sum([counts[character] for character in _EVERYDAY & counts.keys()])
    return everyday / wide if wide else 0.0


def _least_lost(data: bytes) -> tuple[str, str]:
    """Decode damaged bytes: as UTF-8 when that loses few characters, else as GB 18030."""
    text = data.decode("utf-8", "replace")
    if not _loses_many(text):
        return text, "utf-8"
    encoding = _likely(data)[0]
    try:
        return data.decode(encoding, "replace"), encoding
    except LookupError:
        return data.decode(_GB, "replace"), _GB


def _loses_many(text: str) -> bool:
    wide = sum(not character.isascii() for character in text)
    return text.count("\ufffd") > max(wide * _LOST_FEW, 1)
