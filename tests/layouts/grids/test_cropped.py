"""A second header row that pandoc moved to the left edge, in tables that text draws."""

from tests.layouts.invented import TITLE, column, page_of


def drawn(*rows, widths):
    """Draw rows under dashes, the first one over them; a Han character is two wide."""

    def line(cells):
        padded = (
            cell + " " * (width - sum(2 if c > "\u2000" else 1 for c in cell))
            for cell, width in zip(cells, widths, strict=True)
        )
        return "  " + " ".join(padded)

    dashes = line(["-" * width for width in widths])
    return "\n".join([TITLE, "", line(rows[0]), dashes, *map(line, rows[1:])])


WIDTHS = (6, 24, 12, 12, 24)
GROUPED = ("序号", "实事项目", "责任分工", "", "进展情况")
ROWS = (
    ("1", "新建停车位300个。", "区住建局", "柳湖街道", "已建成120个。"),
    ("2", "改造道路3条。", "区交通局", "", "管线迁改已完成。"),
)


def test_header_row_at_the_left_edge_goes_under_the_wide_word_above():
    page = page_of(
        drawn(GROUPED, ("牵头单位", "配合单位", "", "", ""), *ROWS, widths=(8, *WIDTHS[1:]))
    )

    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "support_units") == [["柳湖街道"], []]


def test_header_row_in_its_place_stays_there():
    page = page_of(drawn(GROUPED, ("", "", "牵头单位", "配合单位", ""), *ROWS, widths=WIDTHS))

    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "support_units") == [["柳湖街道"], []]


def test_first_row_that_is_blank_at_its_end_stays_a_row():
    blank = ("1", "新建停车位300个。", "", "", "")
    page = page_of(drawn(GROUPED, blank, *ROWS[1:], widths=WIDTHS))

    assert column(page, "item") == ["新建停车位300个。", "改造道路3条。"]
