import stat
import zipfile

import pytest

from shishi.errors import UnreadableSource
from shishi.readers.packages import package
from shishi.readers.packages.package import open_package
from tests.readers.packages.zips import pack

BOOK = {"xl/workbook.xml": "<workbook/>"}


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
