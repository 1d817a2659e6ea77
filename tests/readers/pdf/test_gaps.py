import pytest

from shishi.layouts import extract
from shishi.readers import read
from shishi.readers.document import Grid
from shishi.records import Field
from shishi.rulebook import load_rulebook
from tests.readers.pdf import unruled
from tests.readers.pdf.test_pdf import read_set
from tests.readers.word.written import grids, texts

PROGRAMS = ("chromium", "libreoffice", "typst")
BY_GAPS, UNREAD = ["table-by-gaps"], ["table-without-rulings"]


def printed(program):
    path = unruled.HERE / f"{program}-unruled.pdf"
    return read(path.read_bytes(), path.name)


def codes(document):
    return [f.code for f in document.findings]


def table(*cells, columns="(30pt, 80pt, 110pt)", more=""):
    return read_set(f"#table(columns: {columns}, stroke: none{more}, {', '.join(cells)})")


@pytest.mark.parametrize("program", PROGRAMS)
def test_clear_table_without_rulings_is_read_and_asked_about(program):
    document = printed(program)
    [grid] = grids(document)
    rows = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        rows[cell.row - 1][cell.column - 1] = "".join(cell.text.value.split())
    assert [tuple(row) for row in rows] == list(unruled.ROWS)
    assert codes(document) == BY_GAPS


@pytest.mark.parametrize("program", PROGRAMS)
def test_projects_of_a_table_without_rulings_are_found(program):
    page = extract(printed(program), rulebook=load_rulebook("default"))
    units = [[n.value for n in r.names[Field.LEAD_UNITS]] for r in page.records]
    assert units == [["区住建局"], ["区水务局"], ["区交通局", "石埠镇"]]
    assert page.notice.title == unruled.TITLE
    assert "table-by-gaps" in [f.code for f in page.findings]


LONG = "[works are under way and go on until the end of the year]"


def test_cells_of_several_lines_are_whole_where_rows_stand_wider_apart():
    document = table("[No], [name], [works]", f"[1], [road], {LONG}", f"[2], [park], {LONG}")
    assert texts(document)[0][1][:2] == ["1", "road"]
    assert "".join(texts(document)[0][2][2].split()) == "".join(LONG[1:-1].split())


def test_lines_as_far_apart_as_rows_are_rows_only_where_each_has_a_number():
    tight = ", row-gutter: 0pt, inset: (x: 5pt, y: 0.2em)"
    rows = ", ".join(f"[{n}], [road], [works]" for n in range(1, 5))
    assert codes(table("[No], [name], [works]", rows, more=tight)) == BY_GAPS
    named = ", ".join(f"[{n}], [road], [works]" for n in "abcd")
    assert codes(table("[No], [name], [works]", named, more=tight)) == UNREAD


def test_blank_cell_inside_a_clear_table_stays_blank():
    rows = "[1], [road], [works], [2], [], [works], [3], [park], [works]"
    document = table("[No], [name], [works]", rows)
    assert [(c.row, c.column) for c in grids(document)[0].cells if c.row == 3] == [(3, 1), (3, 3)]


def test_table_whose_first_column_is_merged_stays_text_with_its_finding():
    rows = "[1], [road], [works], [], [park], [works], [2], [school], [works], [3], [pool], [works]"
    document = table("[No], [name], [works]", rows)
    assert not any(isinstance(part, Grid) for part in document.parts)
    assert codes(document) == UNREAD


def test_table_whose_header_crosses_a_gap_is_none_of_projects():
    header = "[No], table.cell(colspan: 2)[name and works of all]"
    document = table(header, "[1], [road], [x], [2], [park], [y], [3], [school], [z]")
    assert "table-by-gaps" in codes(document)
    assert extract(document, rulebook=load_rulebook("default")).records == ()


@pytest.mark.parametrize(
    "source",
    [
        "#columns(3)[" + "some words of running text that go on " * 12 + "]",
        "a #h(60pt) b #h(60pt) c \\ one line that crosses every gap there is \\ d #h(60pt) e",
        "1. one \\ 2. two \\ 3. three \\ 4. four",
    ],
)
def test_other_text_with_gaps_is_no_table(source):
    assert not any(isinstance(part, Grid) for part in read_set(source).parts)


def test_line_of_words_over_the_gaps_ends_the_table_and_is_not_lost():
    rows = ", ".join(f"[{n}], [road], [works]" for n in range(1, 4))
    note = "A note below that runs over the gaps between the columns"
    source = f"#table(columns: (30pt, 80pt, 110pt), stroke: none, [No], [name], [works], {rows})"
    document = read_set(f"{source} {note}")
    assert len(grids(document)[0].cells) == 12
    assert (note,) in texts(document)


def test_row_on_the_next_page_that_is_not_read_blocks():
    rows = ", ".join(f"[{n}], [road], [works]" for n in range(1, 5))
    head = "#table(columns: (30pt, 80pt, 110pt), stroke: none, "
    document = read_set(f"{head}[No], [name], [works], {rows}) #pagebreak() {head}[5], [a], [b])")
    assert codes(document) == [*BY_GAPS, *UNREAD]


def test_rows_on_the_next_page_are_read_as_a_table_of_their_own_or_one_with_the_first():
    rows = [", ".join(f"[{n}], [road], [works]" for n in r) for r in (range(1, 5), range(5, 9))]
    head = "#table(columns: (30pt, 80pt, 110pt), stroke: none, "
    document = read_set(f"{head}[No], [name], [works], {rows[0]}) #pagebreak() {head}{rows[1]})")
    assert sum(len(grid.cells) for grid in grids(document)) == 27
    assert set(codes(document)) == set(BY_GAPS)
