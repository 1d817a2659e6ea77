import io
import random
import stat
import zipfile

import pytest

from shishi.errors import UnreadableSource
from shishi.readers.packages import package
from shishi.readers.packages.package import open_package
from tests.readers.packages.zips import pack
from tests.readers.word.written import cell, docx, row, table

BOOK = {"xl/workbook.xml": "<workbook/>"}


def like_rows(count: int) -> bytes:
    """Write a Word table as WPS does, every run with its fonts, all rows but for their number the same."""
    names = "".join(f' w:{kind}="仿宋_GB2312"' for kind in ("ascii", "eastAsia", "hAnsi", "cs"))
    run = (
        f'<w:rPr><w:rFonts{names}/><w:color w:val="000000"/><w:kern w:val="0"/>'
        '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'
    )
    sides = ("top", "left", "bottom", "right")
    edges = "".join(f'<w:{side} w:val="single" w:color="000000" w:sz="4"/>' for side in sides)
    words = ("修建步道3条", "教育局", "水利局", "完成50%", "已完成3条", "正常")
    rows = []
    for number in range(count):
        paragraphs = (
            f"<w:p><w:pPr>{run}</w:pPr><w:r>{run}<w:t>{w}</w:t></w:r></w:p>"
            for w in (number, *words)
        )
        rows.append(row(*(cell(p, f"<w:tcBorders>{edges}</w:tcBorders>") for p in paragraphs)))
    return docx(table(*rows))


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as caught:
        open_package(data, "表.xlsx")
    return caught.value.code


def test_package_of_plain_parts_is_opened_and_read() -> None:
    opened = open_package(pack(BOOK), "a.xlsx")

    assert opened.parts == ("xl/workbook.xml",)
    assert opened.tree("xl/workbook.xml").tag == "workbook"


@pytest.mark.parametrize("name", ["../a.xml", "xl/../../a", "/etc/passwd", "C:/a.xml", "..\\a"])
def test_package_with_a_path_that_leads_out_is_refused(name: str) -> None:
    assert refusal(pack(BOOK | {name: "x"})) == "odd-part-names"


@pytest.mark.parametrize("name", ["xl/a..xml", "xl/media/图1.png", "docProps/..a"])
def test_package_with_an_unusual_name_is_opened(name: str) -> None:
    assert name in open_package(pack(BOOK | {name: "x"}), "a").parts


def test_package_with_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("xl/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert refusal(pack({link: "/etc/passwd"})) == "odd-part-names"


def test_package_with_a_part_named_twice_is_refused() -> None:
    assert refusal(pack(BOOK | {"xl/Workbook.xml": "x"})) == "odd-part-names"


def test_package_that_is_packed_too_tightly_is_refused() -> None:
    assert refusal(pack(BOOK | {"a": bytes(3_000_000)})) == "packed-too-tightly"


def test_package_with_a_small_part_packed_tightly_is_opened() -> None:
    assert open_package(pack(BOOK | {"a": bytes(900_000)}), "a").read("a") == bytes(900_000)


def tight(ratio: int, size: int) -> bytes:
    """Make bytes that pack about so tightly: noise, as often as it takes."""
    step = 64 * ratio
    return b"".join(
        random.Random(at).randbytes(52) + bytes(step - 52) for at in range(0, size, step)
    )


def test_honest_table_of_like_rows_is_opened_though_it_is_packed_tightly() -> None:
    document = like_rows(1000)
    part = zipfile.ZipFile(io.BytesIO(document)).getinfo("word/document.xml")

    assert part.file_size > 100 * part.compress_size
    assert open_package(document, "表.docx").read(part.filename)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"a": (140, 15_000_000)}, ""),
        ({"a": (140, 18_000_000)}, "packed-too-tightly"),
        ({f"a{n}": (140, 3_000_000) for n in range(5)}, ""),
        ({f"a{n}": (140, 3_000_000) for n in range(6)}, "packed-too-tightly"),
        ({f"a{n}": (900, 900_000) for n in range(12)}, ""),
        ({f"a{n}": (900, 900_000) for n in range(20)}, "packed-too-tightly"),
        ({"a": (300, 1_500_000)}, "packed-too-tightly"),
        ({"a": (80, 40_000_000)}, ""),
    ],
)
def test_package_of_tight_parts_is_refused_once_they_unpack_to_more_than_a_little(
    parts: dict[str, tuple[int, int]], code: str
) -> None:
    data = pack(BOOK | {name: tight(*made) for name, made in parts.items()})

    if code:
        assert refusal(data) == code
    else:
        assert open_package(data, "a").parts


def test_package_of_many_small_tight_parts_gets_through_without_the_limit_on_their_sum(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = pack(BOOK | {f"a{n}": bytes(1_000_000) for n in range(150)})
    assert len(data) < 300_000
    assert refusal(data) == "packed-too-tightly"

    monkeypatch.setattr(package, "MOST_TIGHT", 1 << 40)

    assert open_package(data, "a").parts  # 150 MB out of 300 kB


def test_package_that_unpacks_too_big_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 10)

    assert refusal(pack(BOOK)) == "unpacks-too-big"


def test_package_of_too_many_parts_is_refused() -> None:
    assert refusal(pack({f"xl/{n}": "" for n in range(2_001)})) == "too-many-parts"


@pytest.mark.parametrize("cut", [10, 40, 60])
def test_package_that_is_cut_short_is_damaged(cut: int) -> None:
    assert refusal(pack(BOOK)[:cut]) == "damaged"


def test_package_part_with_a_flipped_bit_is_damaged() -> None:
    data = bytearray(pack(BOOK, packed=False))
    data[50] ^= 1

    with pytest.raises(UnreadableSource) as caught:
        open_package(bytes(data), "a").read("xl/workbook.xml")
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_package_part_that_declares_entities_is_refused(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)

    with pytest.raises(UnreadableSource) as caught:
        open_package(pack({"a.xml": bomb}), "a").tree("a.xml")
    assert caught.value.code == "entities"
