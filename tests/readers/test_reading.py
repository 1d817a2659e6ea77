import hashlib
import os
import re
from pathlib import Path

import pytest

import shishi.readers.web.guard as guard
from shishi.errors import UnreadableSource
from shishi.findings import load_messages, message
from shishi.readers import read, read_file
from shishi.readers import reading as reading_module

REFUSED_BYTES = [
    (b"", "empty"),
    (" \u3000\n\u00a0".encode(), "empty"),
    (b"\xef\xbb\xbf\n", "empty"),
    (bytes(9), "empty"),
    (b"<html><body><script>build()</script>", "no-text"),
    (b"<div hidden>x</div>", "no-text"),
    (bytes(range(256)), "binary"),
    (b"\xff\xd8\xff\xe0" + bytes(range(32)), "image"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    (b"%PDF-1.4 /Encrypt 1 0 R", "encrypted"),
    (b"%PDF-1.4", "damaged"),
    (b"PK\x03\x04", "damaged"),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related; x\n\n<html>", "unsupported"),
    (b"<table><p" + b" a" * 20_000 + b">", "tag-too-long"),
    (b"<div>" * 500, "too-deep"),
    (b"<table>" + b"<tr><td colspan=1000>" * 2001, "too-many-cells"),
]


def refused(path: Path) -> UnreadableSource:
    with pytest.raises(UnreadableSource) as caught:
        read_file(path)
    return caught.value


def assert_says_why_and_what_to_do(error: UnreadableSource) -> None:
    for language in ("zh", "en"):
        assert "\n" not in error.line(language)
        assert not re.search("[{}!！]", error.reason[language] + error.remedy[language])
    assert re.search("[一-鿿]", error.reason["zh"])
    assert re.search("[一-鿿]", error.remedy["zh"])
    assert error.remedy["en"].isascii()


@pytest.mark.parametrize(("data", "code"), REFUSED_BYTES)
def test_read_bytes_that_are_no_readable_table_says_why_and_what_to_do(
    data: bytes, code: str
) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(data, "表.xlsx")

    assert (caught.value.name, caught.value.code) == ("表.xlsx", code)
    assert_says_why_and_what_to_do(caught.value)


def test_read_more_than_the_limit_tells_size_and_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MOST_BYTES", 9)

    with pytest.raises(UnreadableSource) as caught:
        read(b"0123456789", "a.txt")

    assert caught.value.code == "too-big"
    assert re.findall("[0-9]+", caught.value.reason["zh"]) == ["10", "9"]
    assert re.findall("[0-9]+", caught.value.reason["en"]) == ["10", "9"]


def test_read_file_that_is_not_there_a_folder_or_a_pipe_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    errors = [
        refused(tmp_path / "无.txt"),
        refused(tmp_path),
        refused(tmp_path / "pipe"),
        refused(tmp_path / "loop"),
    ]

    assert [error.code for error in errors] == ["missing", "directory", "special", "unopenable"]
    assert errors[0].name == str(tmp_path / "无.txt")
    for error in errors:
        assert_says_why_and_what_to_do(error)


def test_read_file_without_permission_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("序号")

    def deny(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)

    error = refused(path)
    assert error.code == "forbidden"
    assert_says_why_and_what_to_do(error)


def test_read_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(guard.MOST_BYTES + 1)

    assert refused(path).code == "too-big"


def test_read_file_text_keeps_name_format_and_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "十月.txt"
    path.write_bytes("序号\n\n1".encode("gbk"))

    document = read_file(path)

    fingerprint = hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document.source.name, document.source.format, document.source.sha256) == (
        "十月.txt",
        "text",
        fingerprint,
    )
    assert [part.name for part in document.parts] == ["text 1"]


def test_read_page_goes_to_the_reader_for_pages() -> None:
    document = read(b"<table><tr><td>1<td>2</table>", "a.txt")

    assert (document.source.format, [part.name for part in document.parts]) == ("html", ["table 1"])


def test_read_text_with_lost_characters_finds_how_many() -> None:
    document = read("公园\ufffd座,学校\ufffd所".encode(), "a.txt")

    (finding,) = document.findings
    assert (finding.code, finding.facts) == ("characters-lost", {"count": 2, "encoding": "utf-8"})
    assert "2个字符" in message(finding)


def test_read_whole_text_finds_nothing() -> None:
    assert read("公园2座,学校1所".encode("gb18030"), "a.txt").findings == ()


def test_readers_messages_every_refusal_has_a_remedy_in_both_languages() -> None:
    codes = {code for _, code in REFUSED_BYTES} | {
        "missing", "directory", "special", "forbidden", "unopenable", "too-big"
    }  # fmt: skip
    messages = load_messages()
    remedied = {c.removesuffix("-remedy") for c in messages if c.endswith("-remedy")}

    assert codes <= remedied <= set(messages)
    assert all(
        set(messages[f"{code}{end}"]) == {"zh", "en"}
        for code in remedied
        for end in ("", "-remedy")
    )
