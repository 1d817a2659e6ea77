import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.errors import UnreadableSource
from shishi.places import Source
from shishi.readers import read
from shishi.readers.document import Flow, Grid
from shishi.readers.sheets.delimited import guess_delimiter, read_delimited, split_rows

SOURCE = Source("a.csv", "csv", "")


def cells(text: str) -> dict[tuple[int, int], str]:
    [grid] = [p for p in read_delimited(text, SOURCE).parts if isinstance(p, Grid)]
    return {(cell.row, cell.column): cell.text.value for cell in grid.cells}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_of_any_delimiter_is_a_grid(delimiter: str) -> None:
    text = "序号?项目?单位\n1?公园、广场?区住建局\n".replace("?", delimiter)

    assert cells(text) == {
        (1, 1): "序号", (1, 2): "项目", (1, 3): "单位", (2, 1): "1", (2, 2): "公园、广场", (2, 3): "区住建局"
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_csv_of_any_encoding_is_read(encoding: str) -> None:
    document = read("序号,项目\n1,大碶街道公园".encode(encoding), "表.csv")

    assert document.source.format == "csv"
    assert isinstance(document.parts[0], Grid)
    assert document.parts[0].cells[3].text.value == "大碶街道公园"


def test_csv_cell_between_marks_holds_delimiters_lines_and_doubled_marks() -> None:
    text = '序号,项目\r\n1,"公园,广场\r\n二期 ""样板"""\r\n'

    assert cells(text)[2, 2] == '公园,广场\n二期 "样板"'


def test_csv_cell_that_only_begins_with_a_mark_keeps_it() -> None:
    assert cells('序号,项目\n1,"样板"工程\n2,"甲"、"乙"')[2, 2] == '"样板"工程'


def test_csv_rows_of_different_lengths_keep_their_places() -> None:
    assert cells("序号,项目,单位\n1,公园\n2,学校,区教育局,备注") == {
        (1, 1): "序号", (1, 2): "项目", (1, 3): "单位", (2, 1): "1", (2, 2): "公园",
        (3, 1): "2", (3, 2): "学校", (3, 3): "区教育局", (3, 4): "备注",
    }  # fmt: skip


def test_csv_first_line_may_say_the_delimiter() -> None:
    assert cells("sep=;\n序号;项目,单位\n1;公园") == {
        (2, 1): "序号", (2, 2): "项目,单位", (3, 1): "1", (3, 2): "公园"
    }  # fmt: skip


def test_csv_title_over_the_table_and_notes_under_it_are_text() -> None:
    document = read_delimited("进度表,,\n序号,项目,单位\n1,公园,住建局\n注:按月报,,", SOURCE)

    assert [part.name for part in document.parts] == ["table 1 above", "table 1", "table 1 below"]


@pytest.mark.parametrize("text", ["一段文字。\n又一段。", "只有一行"])
def test_csv_without_a_delimiter_is_text(text: str) -> None:
    assert isinstance(read_delimited(text, SOURCE).parts[0], Flow)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("序号,金额\n1,3;4\n2,5;6", ","),
        ("序号;金额\n1;3,4\n2;5,6\n3;7,8,9", ";"),
        ("a|b,c\nd|e\nf|g", "|"),
        ("标题,含逗号\n序号\t项目\n1\t公园\n2\t学校", "\t"),
        ('编号,目标,进展\n1,公园,"1.开工;\n2.完工;\n3.投用;"\n2,学校,"1.招标;\n2.开工;"', ","),
        ('编号;目标;进展\n1;公园;"1.开工,\n2.完工,\n3.投用,"\n2;学校;"1.招标,\n2.开工,"', ";"),
        ("没有", ""),
        ("", ""),
    ],
)
def test_delimiter_is_what_parts_most_rows_alike(text: str, delimiter: str) -> None:
    assert guess_delimiter(text) == delimiter


@pytest.mark.parametrize("cell", ["=cmd|'/C calc'!A0", "+cmd|x!A1", '@SUM(cmd|"x"!A1)', "-DDE|a!b"])
def test_csv_with_a_command_is_refused(cell: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_delimited(f"序号\t项目\n1\t{cell}", SOURCE)
    assert caught.value.code == "dde"


@pytest.mark.parametrize("cell", ["=SUM(A1:A9)", "-5", "+3.2%", "@区住建局", "a|b!", "=1!2"])
def test_csv_with_what_looks_a_little_like_a_command_is_read(cell: str) -> None:
    assert cells(f"序号\t项目\n1\t{cell}")[2, 2] == cell


@given(
    st.lists(
        st.lists(st.text(alphabet='a公",\n ', max_size=6), min_size=2, max_size=4),
        min_size=1,
        max_size=5,
    )
)
def test_csv_written_by_the_rules_comes_back(rows: list[list[str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    text = "\n".join(",".join(quoted(cell) for cell in row) for row in rows)

    assert list(split_rows(text, ",")) == [[cell.strip(" \t") for cell in row] for row in rows]
