"""openpyxl behind the same function: the same Document on the same file."""

import io
import zipfile
from contextlib import suppress
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from shishi.errors import UnreadableSource
from shishi.places import Source
from shishi.readers import read
from shishi.readers.document import Grid
from shishi.readers.sheets import xlsx
from shishi.readers.sheets.fallback import read_with_openpyxl
from tests.readers.sheets.written import written

FORMATS = [
    "General", "0", "0%", "0.0%", '0"家"', "000", "#,##0.00", "yyyy/m/d", 'yyyy"年"m"月"', "@", "0;;", ";;;",
    "[h]:mm", "# ?/?", "0.00E+00", '[DBNum1]General', "yyyy\\-mm\\-dd h:mm", '0!.0,"万"',
]  # fmt: skip
PIECES = st.text(alphabet="公园座、。 \n12%aé|='<&🙂_x", min_size=1, max_size=8)
ESCAPES = st.sampled_from(["_x000D_", "_x005F_", "_xD83D_", "_xde42_", "_x0041_"])
WORDS = st.lists(PIECES | ESCAPES, min_size=1, max_size=3).map("".join)
NUMBERS = st.integers(-(10**9), 10**9) | st.decimals(-99999, 99999, places=3).map(float)
SPOTS = st.tuples(st.integers(0, 7), st.integers(0, 5))
CELLS = st.dictionaries(
    SPOTS, st.tuples(WORDS | NUMBERS | st.booleans(), st.sampled_from(FORMATS)), max_size=12
)


@st.composite
def books(draw: st.DrawFn) -> bytes:
    """A workbook of xlsxwriter or openpyxl: two sheets, formats, a merge, hidden rows and columns."""
    sheets = [draw(CELLS) for _ in range(draw(st.integers(1, 2)))]
    top, left = draw(SPOTS)
    merge = (top, left, top + draw(st.integers(0, 3)), left + draw(st.integers(1, 3)))
    hidden = (draw(st.none() | st.integers(0, 7)), draw(st.none() | st.integers(0, 5)))
    hide_second = draw(st.booleans())
    write = draw(st.sampled_from([_by_xlsxwriter, _by_openpyxl]))
    return write(sheets, merge, hidden, hide_second)


def _by_xlsxwriter(sheets: Any, merge: Any, hidden: Any, hide_second: bool) -> bytes:
    def write(book: Any, first: Any) -> None:
        for number, cells in enumerate(sheets):
            sheet = first if not number else book.add_worksheet(f"表{number}")
            if number and hide_second:
                sheet.hide()
            sheet.merge_range(*merge, "")
            for (row, column), (value, code) in cells.items():
                if (
                    not (merge[0] <= row <= merge[2] and merge[1] <= column <= merge[3])
                    or (row, column) == merge[:2]
                ):
                    form = book.add_format({"num_format": code})
                    (sheet.write_string if isinstance(value, str) else sheet.write)(
                        row, column, value, form
                    )
            if hidden[0] is not None:
                sheet.set_row(hidden[0], None, None, {"hidden": True})
            if hidden[1] is not None:
                sheet.set_column(hidden[1], hidden[1], None, None, {"hidden": True})

    return written(write, strings_to_formulas=False, strings_to_urls=False)


def _by_openpyxl(sheets: Any, merge: Any, hidden: Any, hide_second: bool) -> bytes:
    book = openpyxl.Workbook()
    for number, cells in enumerate(sheets):
        sheet = book.active if not number else book.create_sheet(f"表{number}")
        if number and hide_second:
            sheet.sheet_state = "hidden"
        for (row, column), (value, code) in cells.items():
            cell = sheet.cell(row + 1, column + 1)
            cell.value, cell.number_format = value, code
            if isinstance(value, str):
                cell.data_type = "s"
        top, left, bottom, right = (n + 1 for n in merge)
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        if hidden[0] is not None:
            sheet.row_dimensions[hidden[0] + 1].hidden = True
        if hidden[1] is not None:
            sheet.column_dimensions["ABCDEF"[hidden[1]]].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def agree(data: bytes) -> None:
    with suppress(UnreadableSource):  # a book without a word
        document = read(data, "a.xlsx")
        assert read_with_openpyxl(data, document.source) == document


@settings(max_examples=60, deadline=None)
@given(books())
def test_fallback_reads_the_same_document(data: bytes) -> None:
    agree(data)


@pytest.mark.long
@settings(max_examples=3000, deadline=None)
@given(books())
def test_fallback_reads_the_same_document_of_many_books(data: bytes) -> None:
    agree(data)


def test_fallback_is_asked_where_our_own_pass_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(lambda book, sheet: sheet.write(0, 0, "公园"))
    whole = read(data, "a.xlsx")

    def broken(package: object) -> object:
        raise xlsx.Malformed("broken")

    monkeypatch.setattr(xlsx, "_sheets", broken)

    assert read(data, "a.xlsx") == whole


@pytest.mark.parametrize(
    ("written_as", "text"),
    [
        ("公_xD800_园", "公\ufffd园"),
        ("公_xdc00_园", "公\ufffd园"),
        ("公_xD83D__xDE42_园", "公🙂园"),
        ("公_x0000_园", "公\ufffd园"),
        ("公_x005F_x0041_园", "公_x0041_园"),
        ("公_x000D_园", "公\n园"),
        ("公_x园", "公_x园"),
        ("公_x41_园", "公_x41_园"),
    ],
)
@pytest.mark.parametrize("options", [{}, {"in_memory": True, "constant_memory": True}])
def test_what_xml_cannot_hold_is_read_alike_by_both(
    written_as: str, text: str, options: dict[str, bool]
) -> None:
    data = with_words(
        written(lambda book, sheet: sheet.write(0, 0, "甲乙丙"), **options), written_as
    )
    document = read(data, "a.xlsx")

    assert document.parts == read(in_words(text), "a.xlsx").parts
    assert read_with_openpyxl(data, document.source) == document


def with_words(data: bytes, words: str) -> bytes:
    """Put other words in place of 甲乙丙, as they stand in the XML: a writer would escape them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("甲乙丙".encode(), words.encode()))
    return made.getvalue()


def in_words(text: str) -> bytes:
    return written(lambda book, sheet: sheet.write_string(0, 0, text))


def test_fallback_on_what_is_no_workbook_is_a_refusal() -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_with_openpyxl(b"PK", Source("a", "xlsx", ""))
    assert caught.value.code == "damaged"


def test_calamine_finds_the_same_words_and_merged_ranges() -> None:
    def write(book: Any, sheet: Any) -> None:
        for row in range(0, 60, 3):
            sheet.merge_range(row, 0, row + 2, 0, f"主题{row}")
            for at in range(row, row + 3):
                sheet.write_row(at, 1, [f"项目{at}", f"单位{at}、\n街道"])

    data = written(write)
    other = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    grid = read(data, "a.xlsx").parts[0]

    assert isinstance(grid, Grid)
    words = {(c.row - 1, c.column - 1): c.text.value for c in grid.cells}
    rows = enumerate(other.to_python())
    assert words == {(r, c): str(v) for r, row in rows for c, v in enumerate(row) if v != ""}
    merged = {(c.row - 1, c.column - 1, c.row + c.rows - 2) for c in grid.cells if c.rows > 1}
    assert merged == {(*start, end[0]) for start, end in other.merged_cell_ranges or []}
