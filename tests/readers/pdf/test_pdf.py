import ctypes
import io
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst

from shishi.errors import UnreadableSource
from shishi.places import Source
from shishi.readers import read
from shishi.readers.document import Grid
from shishi.readers.pdf.pdf import read_pdf
from tests.readers.pdf import printing
from tests.readers.word.written import grids, spans, texts

PROGRAMS = ("chromium", "libreoffice", "typst")
every_program = pytest.mark.parametrize("program", PROGRAMS)


@cache
def printed(program):
    path = printing.HERE / f"{program}.pdf"
    return read(path.read_bytes(), path.name)


@cache
def set_page(source):
    """Set Latin text with Typst, whose own fonts are enough for it."""
    return typst.compile(f"#set page(width: 300pt, height: 200pt, margin: 20pt)\n{source}".encode())


def read_set(source):
    return read_pdf(set_page(source), Source("a.pdf", "pdf", ""))


def facts(grid):
    return {(c.row, c.column, c.rows, c.columns, "".join(c.text.value.split())) for c in grid.cells}


@every_program
def test_read_pdf_gives_back_a_table_printed_over_three_pages(program):
    [grid] = grids(printed(program))

    assert facts(grid) == printing.MADE.facts()


@every_program
def test_read_pdf_keeps_what_stands_around_the_table(program):
    flows = [part for part in printed(program).parts if not isinstance(part, Grid)]
    lines = [p.text.value for flow in flows for p in flow.paragraphs]

    assert lines.count(printing.TITLE) == 1
    assert lines.count(printing.NOTE) == 1
    assert flows[0].paragraphs[-1].text.value == printing.TITLE


@every_program
def test_read_pdf_puts_headers_that_are_printed_again_at_the_end(program):
    last = texts(printed(program))[-1]

    assert last.count("进展情况") == 2
    assert [c.header for c in grids(printed(program))[0].cells if c.row < 3][:7] == [True] * 7


@every_program
def test_read_pdf_places_rows_on_their_pages(program):
    cells = grids(printed(program))[0].cells
    pages = [c.text.place.page for c in sorted(cells, key=lambda c: c.row)]

    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3}


@every_program
def test_read_pdf_doubts_nothing_in_a_clean_print(program):
    assert [f.code for f in printed(program).findings] == []


GRID = "#table(columns: (1fr, 1fr), {stroke} [No], [Name], [1], [Road works])"


@pytest.mark.parametrize(
    "stroke",
    [
        "", 'stroke: (dash: "dashed"),', 'stroke: (dash: "dotted"),', "stroke: 0.2pt,", "stroke: 2pt,",
        "stroke: (left: 1pt, right: 1pt, bottom: 1pt),",
        "stroke: (x, y) => (left: if x > 0 {1pt}, top: 1pt, bottom: 1pt),",
    ],
)  # fmt: skip
def test_read_pdf_knows_rulings_of_any_kind(stroke):
    document = read_set(GRID.format(stroke=stroke))
    assert texts(document) == [[["No", "Name"], ["1", "Road works"]]]


@pytest.mark.parametrize(
    "stroke", ["stroke: none,", "stroke: (x: none, y: 1pt),", "stroke: (x: 1pt, y: none),"]
)
def test_read_pdf_ruled_one_way_only_gives_lines_with_tabs(stroke):
    assert texts(read_set(GRID.format(stroke=stroke))) == [("No\tName", "1\tRoad works")]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_read_pdf_sets_turned_pages_upright(quarters):
    document = pypdfium2.PdfDocument(set_page(GRID.format(stroke="")))
    document[0].set_rotation(quarters * 90)
    buffer = io.BytesIO()
    document.save(buffer)

    turned = read_pdf(buffer.getvalue(), Source("a.pdf", "pdf", ""))
    assert texts(turned) == [[["No", "Name"], ["1", "Road works"]]]


@pytest.mark.parametrize("angle", ["90deg", "-90deg", "180deg"])
def test_read_pdf_sets_turned_letters_upright(angle):
    inner = GRID.format(stroke="").replace("(1fr, 1fr)", "(60pt, 90pt)").removeprefix("#")

    assert texts(read_set(f"#rotate({angle}, reflow: true, {inner})")) == [
        [["No", "Name"], ["1", "Road works"]]
    ]


def test_read_pdf_merges_cells_where_rulings_are_missing():
    table = "#table(columns: 3, table.cell(colspan: 2)[wide], [c], table.cell(rowspan: 2)[down], [1], [2], [3], [4])"

    found = spans(grids(read_set(table))[0])
    assert found["wide"] == (1, 1, 1, 2)
    assert found["down"] == (2, 1, 2, 1)


def test_read_pdf_joins_wrapped_lines_and_keeps_paragraphs():
    table = "#table(columns: (100pt, 60pt), [a long line of words that wraps #parbreak() two], [x])"

    assert texts(read_set(table)) == [[["a long line of words that wraps\ntwo", "x"]]]


def test_read_pdf_box_around_a_text_is_no_table():
    assert texts(read_set("#rect[Notice] before")) == [("Notice", "before")]


def test_read_pdf_shaded_cells_draw_no_lines_of_their_own():
    shaded = "fill: (x, y) => if y == 0 {gray},"

    assert texts(read_set(GRID.format(stroke=shaded))) == [[["No", "Name"], ["1", "Road works"]]]


def test_read_pdf_reads_two_tables_and_what_stands_between():
    small = "#table(columns: 2, [a], [b])"

    assert texts(read_set(f"{small} between {small}")) == [[["a", "b"]], ("between",), [["a", "b"]]]


def test_read_pdf_text_between_two_pages_keeps_their_tables_apart():
    small = "#table(columns: (50pt, 50pt), [a], [b], [c], [d])"

    assert len(grids(read_set(f"{small} #pagebreak() Another list {small}"))) == 2


def test_read_pdf_other_columns_on_the_next_page_are_another_table():
    first, second = (f"#table(columns: (50pt, {w}pt), [a], [b], [c], [d])" for w in (50, 90))

    assert len(grids(read_set(f"{first} #pagebreak() {second}"))) == 2


NEXT = (
    "#table(columns: (40pt, 80pt, 60pt), [1], [a], [x], [2], [b], [y], [3], [c], [z]) #pagebreak() "
)
NEXT += "#table(columns: (40pt, 80pt, 60pt), {})"


def test_read_pdf_row_with_its_number_on_the_next_page_is_a_row():
    assert texts(read_set(NEXT.format("[4], [d], []")))[0][3] == ["4", "d", ""]


def test_read_pdf_row_without_its_number_goes_on_from_the_page_before():
    assert texts(read_set(NEXT.format("[], [more], []")))[0][2] == ["3", "c\nmore", "z"]


def test_read_pdf_row_with_a_last_cell_cut_in_half_goes_on():
    first = "#table(columns: (40pt, 80pt, 60pt), table.cell(rowspan: 3)[A], [a], [x], [b], [y], [c], [z]) #pagebreak() "
    rest = "#table(columns: (40pt, 80pt, 60pt), [], [more], [])"

    assert texts(read_set(first + rest))[0] == [["A", "a", "x"], ["b", "y"], ["c\nmore", "z"]]


STACKED = "#block(spacing: 0pt, table(columns: (40pt, 60pt), [a], [b])) #block(spacing: 0pt, table(columns: ({}), [c], [d]))"


def test_read_pdf_tables_that_touch_and_differ_in_width_are_two():
    assert texts(read_set(STACKED.format("50pt, 120pt"))) == [[["a", "b"]], [["c", "d"]]]


def test_read_pdf_tables_that_touch_and_are_as_wide_are_one():
    assert texts(read_set(STACKED.format("44pt, 56pt"))) == [[["a", "b"], ["c", "d"]]]


def test_read_pdf_warns_of_a_table_without_rulings():
    rows = ", ".join(f"[{n}], [road], [works]" for n in "abcd")
    document = read_set(f"#table(columns: (1fr, 1fr, 1fr), stroke: none, {rows})")

    assert [(f.code, f.place.part) for f in document.findings] == [
        ("table-without-rulings", "text 1")
    ]


@pytest.mark.parametrize(
    "source", ["a #h(90pt) b", "#table(columns: 3, [a], [b], [c], [d], [e], [f])", "a \\ b \\ c"]
)
def test_read_pdf_does_not_warn_of_other_text(source):
    assert read_set(source).findings == ()


def test_read_pdf_title_that_is_printed_on_every_page_stands_first_once():
    head = '#set page(header: [Progress], numbering: "1")\none #pagebreak() two'

    assert texts(read_set(head)) == [("Progress", "one", "two"), ("1", "Progress", "2")]


def test_read_pdf_alike_lines_in_the_middle_of_pages_stay():
    pages = " #pagebreak() ".join(
        f"a{n} \\ b{n} \\ c{n} \\ same \\ d{n} \\ e{n} \\ f{n}" for n in "xy"
    )

    assert sum(line == "same" for flow in texts(read_set(pages)) for line in flow) == 2


def test_read_pdf_reads_the_title_of_the_file():
    assert ("title", "Plan") in read_set('#set document(title: "Plan")\ntext').labels


def picture_page(words="", *, mode=0):
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(200, 200)
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(pypdfium2.PdfBitmap.new_native(20, 20, 4))
    image.set_matrix(pypdfium2.PdfMatrix().scale(200, 200))
    page.insert_obj(image)
    if words:
        font = pdfium.FPDFText_LoadStandardFont(document, b"Helvetica")
        text = pdfium.FPDFPageObj_CreateTextObj(document, font, 12)
        wide = ctypes.create_string_buffer((words + "\0").encode("utf-16-le"))
        assert pdfium.FPDFText_SetText(text, ctypes.cast(wide, pdfium.FPDF_WIDESTRING))
        pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, 20, 100)
        assert pdfium.FPDFTextObj_SetTextRenderMode(text, mode)
        pdfium.FPDFPage_InsertObject(page, text)
    page.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (picture_page, "scanned"),
        (lambda: set_page(""), "no-words"),
        (lambda: b"%PDF-1.7\nnothing", "damaged"),
        (lambda: set_page("x")[:300], "damaged"),
    ],
    ids=["scanned", "blank", "nothing", "cut"],
)
def test_read_pdf_refuses_with_a_reason(make, code):
    with pytest.raises(UnreadableSource) as refused:
        read(make(), "a.pdf")

    assert refused.value.code == code


@pytest.mark.parametrize(("mode", "code"), [(0, "pictures-not-read"), (3, "pages-recognised")])
def test_read_pdf_tells_words_that_were_recognised_in_a_picture(mode, code):
    document = read(picture_page("Road works", mode=mode), "a.pdf")

    assert texts(document) == [("Road works",)]
    assert document.findings[-1].code == code


def test_read_pdf_refuses_too_many_pages(monkeypatch):
    monkeypatch.setattr("shishi.readers.pdf.pdf.MOST_PAGES", 1)
    with pytest.raises(UnreadableSource) as refused:
        read_set("a #pagebreak() b")

    assert refused.value.code == "too-many-pages"
