import pytest

from shishi.readers.document import Flow, Grid
from shishi.readers.sheets.blocks import split_blocks
from tests.readers.sheets.written import read_written

TABLE = [
    (3, 1, "序号"),
    (3, 2, "项目"),
    (3, 3, "单位"),
    (4, 1, "1"),
    (4, 2, "公园"),
    (4, 3, "区住建局"),
]


def below(*cells, spans=None):  # type: ignore[no-untyped-def]
    return [text for _, _, text in split_blocks([*TABLE, *cells], spans or {})[2]]


def test_blocks_rows_of_one_cell_over_the_table_are_text() -> None:
    title = [(1, 3, "进度表"), (2, 1, "发布日期:2024-10-08")]
    above, table, under = split_blocks([*title, *TABLE], {})

    assert (above, table, under) == (title, TABLE, [])


def test_blocks_row_of_two_cells_over_the_header_stays_in_the_table() -> None:
    unit = [(2, 1, "填报单位"), (2, 2, "区发改局")]

    assert split_blocks([*unit, *TABLE], {})[1] == [*unit, *TABLE]


@pytest.mark.parametrize(
    "note", ["填报说明:1.按月报。", "注：滞后的写明原因", "1.进度状态限填四种", "联系人 张三"]
)
def test_blocks_note_under_the_table_in_its_first_column_is_text(note: str) -> None:
    assert below((5, 1, note)) == [note]


def test_blocks_note_merged_over_the_table_is_text() -> None:
    assert below((5, 1, "说明"), spans={(5, 1): (1, 3)}) == ["说明"]


@pytest.mark.parametrize("code", ["2", "12", "3.1", "(4)", "一", "十二、"])
def test_blocks_row_with_nothing_but_its_number_is_a_row(code: str) -> None:
    assert below((5, 1, code)) == []


def test_blocks_row_with_one_cell_further_right_is_a_row() -> None:
    assert below((5, 2, "学校")) == []


def test_blocks_row_under_a_merged_cell_is_a_row() -> None:
    cells = [*TABLE[:3], (4, 1, "主题"), (4, 2, "公园"), (5, 1, "学校及周边道路")]

    assert split_blocks(cells, {(4, 2): (2, 1)})[2] == []


def test_blocks_text_between_rows_stays_in_the_table() -> None:
    cells = [(5, 1, "二、健康守护"), (6, 1, "2"), (6, 2, "学校")]

    assert split_blocks([*TABLE, *cells], {})[1] == [*TABLE, *cells]


def test_sheet_of_one_column_is_text_with_the_rows_of_its_cells() -> None:
    document = read_written(
        lambda book, sheet: sheet.write_column(1, 0, ["第一行", "第二行\n第三行"])
    )

    [flow] = document.parts
    assert isinstance(flow, Flow)
    lines = [(p.text.value, p.text.place.row, p.text.place.line) for p in flow.paragraphs]
    assert lines == [("第一行", 2, 1), ("第二行", 3, 2), ("第三行", 3, 3)]


def test_title_and_notes_stand_before_and_after_their_table() -> None:
    def write(book, sheet):  # type: ignore[no-untyped-def]
        sheet.merge_range("A1:B1", "进度表")
        for row, cells in enumerate((["序号", "项目"], ["1", "公园"], ["填报说明:按月报"]), 1):
            sheet.write_row(row, 0, cells)

    parts = read_written(write).parts

    assert [part.name for part in parts] == ["进度 above", "进度", "进度 below"]
    assert isinstance(parts[1], Grid)
    assert [cell.row for cell in parts[1].cells] == [2, 2, 3, 3]
