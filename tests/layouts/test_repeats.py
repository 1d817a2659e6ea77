import pytest

from tests.layouts.invented import TITLE, codes, column, lines, page_of, paragraphs

HEADER = "序号 项目名称 牵头单位 进展情况"
ROWS = "1 新建公厕3座。 区住建局 已完成1座。 2 改造泵房9座。 区水务局 已完成4座。"
MORE = "3 新建绿道9公里。 区水务局 已完成1公里。"


def barred(header, rows):
    cells = rows.split()
    return [header.replace(" ", " | "), *(" | ".join(cells[i : i + 4]) for i in (0, 4))]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{paragraphs(HEADER, ROWS)}\n\n{TITLE}\n\n{paragraphs(HEADER, ROWS)}",
        lines(*barred(HEADER, ROWS)) + "\n" + lines(*barred(HEADER, ROWS)),
    ],
)
def test_table_printed_twice_is_read_once_and_told(text):
    page = page_of(text)
    assert column(page, "code") == ["1", "2"]
    assert "table-printed-twice" in codes(page)


def test_table_that_goes_on_after_a_page_break_is_read_on():
    page = page_of(f"{TITLE}\n\n{paragraphs(HEADER, ROWS, HEADER, MORE)}")
    assert column(page, "code") == ["1", "2", "3"]
    assert "table-printed-twice" not in codes(page)
