import codecs
import io
import zipfile

import pytest

from shishi.readers.sniff import decode, guess_format, is_encrypted

WORDS = "大碶街道新建公园2座,镕基路竣工。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


def zipped(*names: str, locked: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    data = buffer.getvalue()
    start = data.index(b"PK\x01\x02")
    return data[: start + 8] + bytes([data[start + 8] | locked]) + data[start + 9 :]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8-sig"),
        (WORDS.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("gbk"), "gb18030"),
    ],
)
def test_decode_text_is_read_in_its_encoding(data: bytes, encoding: str) -> None:
    assert decode(data) == (WORDS, encoding)


@pytest.mark.parametrize(
    "label", ["gb2312", "GBK", "gb18030", "x-gbk", "iso-8859-1", "big5", "utf-8", "nonsense", "hex"]
)
def test_decode_gbk_bytes_under_any_label_are_read_in_full(label: str) -> None:
    page = f"<meta charset='{label}'>{WORDS}"

    assert decode(page.encode("gbk"))[0] == page


@pytest.mark.parametrize("label", ["gb2312", "big5", "utf-16", "iso-8859-1"])
def test_decode_valid_utf8_beats_a_lying_label(label: str) -> None:
    page = f"<meta charset={label}>{WORDS}"

    assert decode(page.encode()) == (page, "utf-8")


def test_decode_big5_is_read_with_its_label_and_without() -> None:
    words = "區政府實事項目進度表,新建公園及學校,年內完成。"

    assert decode(words.encode("big5")) == (words, "big5hkscs")
    assert decode(b"<meta charset=big5>" + words.encode("big5"))[0].endswith(words)


def test_decode_one_broken_byte_costs_one_character() -> None:
    words = WORDS * 20
    data = words.encode()

    text, encoding = decode(data[:3] + b"\xff" + data[3:])

    assert (text, encoding) == (words[0] + "\ufffd" + words[1:], "utf-8")


def test_decode_damaged_gbk_skips_nothing() -> None:
    text, encoding = decode(b"<meta charset=gbk>" + WORDS.encode("gbk") + b"\xff\xff")

    assert (text, encoding) == (f"<meta charset=gbk>{WORDS}\ufffd\ufffd", "gb18030")


def test_decode_damaged_bytes_under_an_unknown_label_are_read_as_gb18030() -> None:
    text, encoding = decode(b"<meta charset=nonsense>" + WORDS.encode("gbk") + b"\xff")

    assert (text, encoding) == (f"<meta charset=nonsense>{WORDS}\ufffd", "gb18030")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<html><body>x", "a", "html"),
        (b"<TABLE><TR><TD>1</TABLE>", "a.xls", "html"),
        ("进度<table class=x><tr><td>1</table>".encode("gbk"), "a.txt", "html"),
        ("<html><p>公园".encode("utf-16"), "a", "html"),
        (WORDS.encode(), "a.docx", "text"),
        ("达标率<90%,面积>5".encode(), "a.html", "text"),
        (b"BM is a name", "a", "text"),
        (b"a,b\n1,2", "A.CSV", "csv"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a.txt", "xlsx"),
        (zipped("word/document.xml"), "a", "docx"),
        (zipped("ppt/x.xml"), "a", "pptx"),
        (zipped("xl/workbook.bin", "xl/styles.bin"), "a.xlsx", "xlsb"),
        (zipped("readme.txt"), "a.xlsx", "zip"),
        (b"PK\x03\x04 %PDF-1.7", "a", "zip"),
        (b"PK\x03\x04 broken", "a.xlsx", "zip"),
        (ole("Workbook"), "a.et", "xls"),
        (ole("WordDocument"), "a.wps", "doc"),
        (ole("EncryptedPackage"), "a.xlsx", "ole"),
        (OLE, "a", "ole"),
        (b"%PDF-1.7\n", "a", "pdf"),
        (b"{\\rtf1 x}", "a.doc", "rtf"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; x\n\n<html>", "a.mht", "mhtml"),
        (b"<?xml version='1.0'?><Workbook xmlns='x'><Row/></Workbook>", "a.xls", "xml"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "a", "image"),
        (b"\xff\xd8\xff\xe0" + bytes(range(32)), "a", "image"),
        (b"BM" + bytes(40), "a", "image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a", "image"),
        (bytes(range(256)), "a", "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(40), "a.txt", "binary"),
    ],
)
def test_guess_format_goes_by_content(data: bytes, name: str, kind: str) -> None:
    assert guess_format(data, name) == kind


@pytest.mark.parametrize(
    ("data", "kind", "locked"),
    [
        (ole("EncryptedPackage"), "ole", True),
        (zipped("xl/a.xml", locked=True), "xlsx", True),
        (b"%PDF-1.7 trailer << /Encrypt 5 0 R >>", "pdf", True),
        (ole("Workbook"), "xls", False),
        (zipped("xl/a.xml"), "xlsx", False),
        (b"%PDF-1.7 /EncryptMetadata", "pdf", False),
        (b"EncryptedPackage /Encrypt", "text", False),
    ],
)
def test_is_encrypted_tells_locked_files(data: bytes, kind: str, locked: bool) -> None:
    assert is_encrypted(data, kind) is locked


@pytest.mark.parametrize("cut", [0, 1, 2])
def test_valid_utf8_is_taken_without_weighing_the_characters(monkeypatch, cut):
    def weigh(data):
        raise AssertionError("the characters were weighed")

    monkeypatch.setattr("shishi.readers.sniff._likely", weigh)

    assert decode("序号 项目".encode()) == ("序号 项目", "utf-8")
    assert guess_format(b"x" * cut + "<table>序号项目".encode() * 2000, "a") == "html"
    with pytest.raises(AssertionError):
        decode("序号 项目".encode("gb18030"))
