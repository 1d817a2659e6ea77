import pytest

from shishi.errors import UnreadableSource
from shishi.readers.compound import SIGNATURE, check_streams, find_streams
from shishi.readers.reading import tell_format


def compound(*names: str) -> bytes:
    """A compound file as far as its directory goes."""
    entries = b""
    for name in names:
        spelt = name.encode("utf-16-le") + b"\0\0"
        entries += spelt.ljust(64, b"\0") + len(spelt).to_bytes(2, "little") + b"\x02"
        entries += bytes(128 - 67)
    return SIGNATURE.ljust(512, b"\0") + entries


def test_streams_of_a_directory_are_found_in_order() -> None:
    assert list(find_streams(compound("Root Entry", "Workbook"))) == ["Root Entry", "Workbook"]


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        ("_VBA_PROJECT_CUR", "macro"),
        ("Macros", "macro"),
        ("MBD0001F2A3", "embedded"),
        ("\x01Ole10Native", "embedded"),
        ("_1234567890", "embedded"),
        ("EncryptedPackage", "encrypted"),
    ],
)
def test_streams_that_no_table_needs_are_refused(stream: str, code: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        check_streams(compound("Root Entry", "Workbook", stream), "表.xls")
    assert caught.value.code == code


@pytest.mark.parametrize(
    "stream", ["Workbook", "\x05SummaryInformation", "\x01CompObj", "ObjectPool", "MBD", "VBA说明"]
)
def test_streams_of_a_plain_workbook_are_let_in(stream: str) -> None:
    check_streams(compound("Root Entry", stream), "表.xls")


def test_streams_a_word_in_a_cell_is_no_stream() -> None:
    check_streams(compound("Workbook") + "_VBA_PROJECT_CUR".encode("utf-16-le") + bytes(200), "a")


def test_file_of_an_old_program_with_neither_a_document_nor_a_workbook_is_named_in_plain_words() -> (
    None
):
    with pytest.raises(UnreadableSource) as caught:
        tell_format(compound("Root Entry", "PowerPoint Document", "Current User"), "总结.ppt")
    assert caught.value.code == "unsupported-ole"
    assert "ole" not in caught.value.line("zh").lower()
    assert "另存为xlsx或docx" in caught.value.line("zh")
