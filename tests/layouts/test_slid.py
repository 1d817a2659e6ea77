from tests.layouts.invented import column, doubted, lines, page_of

HEADER = "序号 | 类别 | 项目名称 | 牵头单位 | 配合单位 | 进展情况 | 进度状态"
WHOLE = "1 | 便民出行 | 新建停车位300个 | 区住建局 | 各街道 | 已建成120个。 | 正常"


def test_rows_that_lost_blank_cells_are_put_back():
    page = page_of(
        lines(
            HEADER,
            WHOLE,
            "2 | 改造道路3条 | 区交通局 | 区城管局 | 已完成1条。 | 滞后 |",
            "3 | 养老服务 | 新增助餐点5家 | 区民政局 | 已完成2家。 | 正常 |",
            "4 | 新增护理床位50张 | 区民政局 | 已完成。 | 正常 | |",
        )
    )
    assert column(page, "theme") == ["便民出行", "便民出行", "养老服务", "养老服务"]
    assert column(page, "item")[1:] == ["改造道路3条", "新增助餐点5家", "新增护理床位50张"]
    assert column(page, "support_units") == [["各街道"], ["区城管局"], [], []]
    assert column(page, "status") == ["正常", "滞后", "正常", "正常"]


def test_cell_that_may_have_slid_or_not_is_doubted():
    page = page_of(
        lines(
            "序号 | 项目名称 | 牵头单位 | 年度目标 | 进展情况",
            "1 | 新建停车位300个 | 区住建局 | 完成300个。 | 完成120个。",
            "2 | 改造道路3条 | 区交通局 | 完成1条。 |",
        )
    )
    assert {(2, "goal"), (2, "progress")} <= doubted(page)


def test_whole_rows_stay_as_printed_and_free_of_doubt():
    page = page_of(lines(HEADER, WHOLE, WHOLE.replace("1 |", "2 |", 1)))
    assert column(page, "progress") == ["已建成120个。", "已建成120个。"]
    assert doubted(page) == set()


def test_blank_at_the_end_that_fits_its_column_moves_nothing():
    page = page_of(
        lines(
            "序号 | 项目名称 | 牵头单位 | 进展情况 | 备注",
            "1 | 新建停车位300个 | 区住建局 | 已建成120个。 | 市级",
            "2 | 改造道路3条 | 区交通局 | 已完成1条。 |",
        )
    )
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]
    assert column(page, "remark") == ["市级", None]


def test_table_that_prints_its_blanks_is_left_as_it_stands():
    page = page_of(
        lines(
            HEADER,
            WHOLE,
            "2 | | 改造道路3条 | 区交通局 | | 已完成1条。 | 滞后",
            "3 | 养老服务 | 新增助餐点5家 | 区民政局 | 区残联 | 已完成2家。 |",
        )
    )
    assert column(page, "support_units") == [["各街道"], [], ["区残联"]]
    assert column(page, "status") == ["正常", "滞后", None]


def test_tabs_part_cells_as_bars_do():
    page = page_of(
        lines(HEADER.replace(" | ", "\t"), WHOLE.replace(" | ", "\t"), "\t合计\t\t\t\t\t")
    )
    assert column(page, "lead_units") == [["区住建局"]]


def test_moved_cell_keeps_its_place_in_the_source():
    page = page_of(
        lines(HEADER, WHOLE, "2 | 改造道路3条 | 区交通局 | 区城管局 | 已完成1条。 | 滞后 |")
    )
    [piece] = page.records[1].texts["item"].pieces
    start, end = piece.place.characters
    source = "2 | 改造道路3条 | 区交通局 | 区城管局 | 已完成1条。 | 滞后 |"
    assert (piece.place.line, source[start:end]) == (4, "改造道路3条")
