import pytest

from shishi.errors import UnreadableSource
from tests.readers.word.written import (
    cell,
    codes,
    grids,
    paragraph,
    read,
    row,
    spans,
    table,
    texts,
)


def test_read_docx_takes_a_table_of_one_column_in_a_cell_for_its_lines():
    inner = table(row("区教育局"), row("区住建局")) + paragraph()

    assert texts(read(table(row("1", "甲"), row("2", cell(inner))))) == [
        [["1", "甲"], ["2", "区教育局\n区住建局"]]
    ]


def test_read_docx_merges_columns_by_grid_span():
    grid = grids(
        read(table(row(cell("宽", '<w:gridSpan w:val="2"/>'), "丙"), row("甲", "乙", "丁")))
    )[0]

    assert spans(grid) == {
        "宽": (1, 1, 1, 2),
        "丙": (1, 3, 1, 1),
        "甲": (2, 1, 1, 1),
        "乙": (2, 2, 1, 1),
        "丁": (2, 3, 1, 1),
    }


def test_read_docx_merges_rows_by_v_merge():
    down = table(
        row(cell("主题", '<w:vMerge w:val="restart"/>'), "1"),
        row(cell("", "<w:vMerge/>"), "2"),
        row(cell("", '<w:vMerge w:val="continue"/>'), "3"),
        row(cell("别的", '<w:vMerge w:val="restart"/>'), "4"),
    )

    found = spans(grids(read(down))[0])
    assert (found["主题"], found["别的"]) == ((1, 1, 3, 1), (4, 1, 1, 1))


def test_read_docx_merges_rows_and_columns_together():
    wide = '<w:gridSpan w:val="2"/>'
    block = table(
        row(cell("块", wide + '<w:vMerge w:val="restart"/>'), "1"),
        row(cell("", wide + "<w:vMerge/>"), "2"),
        row("甲", "乙", "3"),
    )

    assert spans(grids(read(block))[0])["块"] == (1, 1, 2, 2)


@pytest.mark.parametrize(
    "above", ["", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'], ids=["unmerged", "wider"]
)
def test_read_docx_cell_that_continues_nothing_stands_for_itself(above):
    second = [cell("乙", "<w:vMerge/>"), "丙"] + (["丁"] if above else [])

    found = spans(grids(read(table(row(cell("甲", above), "戊"), row(*second))))[0])
    assert found["乙"][2:] == (1, 1)
    assert found["甲"][2] == 1


def test_read_docx_merges_columns_by_h_merge():
    grid = grids(
        read(
            table(
                row(cell("宽", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "丙"),
                row("甲", "乙", "丁"),
            )
        )
    )[0]

    assert spans(grid)["宽"] == (1, 1, 1, 2)
    assert spans(grid)["丙"] == (1, 3, 1, 1)


def test_read_docx_leaves_the_columns_before_a_row_free():
    before = row("乙", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')

    assert spans(grids(read(table(row("1", "2", "3"), before)))[0])["乙"] == (2, 2, 1, 1)


def test_read_docx_reads_rows_and_cells_in_content_controls():
    def control(inner):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    document = read(
        table(row("甲", control(cell("乙"))), control(row("丙", cell(control(paragraph("丁"))))))
    )

    assert texts(document) == [[["甲", "乙"], ["丙", "丁"]]]


def test_read_docx_leaves_deleted_rows_out():
    document = read(
        table(
            row("1", "甲"),
            row("2", "乙", properties="<w:del/>"),
            row("3", "丙", properties="<w:ins/>"),
        )
    )

    assert texts(document) == [[["1", "甲"], ["3", "丙"]]]
    assert codes(document) == ["tracked-changes"]


def test_read_docx_leaves_hidden_rows_out_and_says_so():
    document = read(table(row("1", "甲"), row("2", "乙", properties="<w:hidden/>")))

    assert texts(document) == [[["1", "甲"]]]
    assert document.findings[0].facts == {"count": 2, "beginning": "2乙"}


def test_read_docx_table_in_a_cell_is_a_grid_of_its_own():
    inner = table(row("内", "部")) + paragraph("后")

    assert texts(read(table(row("1", "外"), row("2", cell(inner))))) == [
        [["1", "外"], ["2", "后"]],
        [["内", "部"]],
    ]


def test_read_docx_table_of_one_cell_is_read_as_text():
    assert texts(read(table(row(cell(paragraph("标题") + table(row("1", "甲"))))))) == [
        ("标题",),
        [["1", "甲"]],
    ]


def test_read_docx_table_that_arranges_tables_is_read_as_if_they_stood_on_the_page():
    inner = table(row("1", "甲"), row("2", "乙"))

    assert texts(read(table(row("侧栏", cell(inner + paragraph()))))) == [
        ("侧栏",),
        [["1", "甲"], ["2", "乙"]],
    ]


def test_read_docx_tables_parted_by_a_page_break_are_two_grids():
    head = row("序号", "项目", properties="<w:tblHeader/>")
    document = read(table(head, row("1", "甲")) + paragraph() + table(head, row("2", "乙")))

    assert texts(document) == [[["序号", "项目"], ["1", "甲"]], [["序号", "项目"], ["2", "乙"]]]
    assert [c.header for c in grids(document)[0].cells] == [True, True, False, False]


def test_read_docx_edges_that_miss_each_other_by_a_hair_are_one():
    drawn = table(
        row(cell("序号", ""), cell("项目", '<w:gridSpan w:val="2"/>'), "单位"),
        row(cell("1", '<w:gridSpan w:val="2"/>'), cell("甲"), "局"),
        grid=(1000, 30, 2000, 1500),
    )

    assert spans(grids(read(drawn))[0]) == {
        "序号": (1, 1, 1, 1), "项目": (1, 2, 1, 1), "单位": (1, 3, 1, 1),
        "1": (2, 1, 1, 1), "甲": (2, 2, 1, 1), "局": (2, 3, 1, 1),
    }  # fmt: skip


def test_read_docx_narrow_column_with_words_stays():
    drawn = table(row("甲", "乙", "丙"), row("1", "2", "3"), grid=(1000, 30, 2000))

    assert grids(read(drawn))[0].width == 3


def test_read_docx_refuses_a_table_with_too_many_cells():
    wide = cell("", '<w:gridSpan w:val="1000"/>')

    with pytest.raises(UnreadableSource) as refused:
        read(table(row(*["1"] * 1000), *[row(wide)] * 2000))
    assert refused.value.code == "too-many-cells"


def test_read_docx_cuts_spans_at_what_a_page_can_hold():
    grid = grids(read(table(row(cell("甲", '<w:gridSpan w:val="999999999"/>'), "乙"))))[0]

    assert grid.width == 2
