"""Rows without codes on one line: what each ends with tells them apart."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

HEADER = "领域项目名称责任主体年度目标进展情况{}存在问题下步计划"
ROWS = (
    "住有宜居危房修缮市住建局、云溪街道修缮8幢。已腾空8幢，入户测绘完成。正常//",
    "生态环境餐饮油烟整治市生态环境局整治10家。已装监测53家，均值26微克/立方米。滞后//",
    "便民出行车位挖潜市城管局挖潜车位60个。车位建成39个，投用20个。正常//",
    "居家养老助餐点增设市民政局增设8处。已开办3处，日均就餐90人次。提前选址难。与社区协商。",
    "平安社区楼道照明改善市消防救援大队装灯90盏。装灯70盏，其余备料。正常//",
    "文化惠民书房开放市文旅局开放5家。已开放2家，阅览席位40个。滞后//",
)


@pytest.mark.parametrize("asks", ["是否达序时", "进度状态"])
def test_rows_without_codes_are_told_apart_by_their_statuses_whatever_the_header_asks(asks):
    page = page_of(TITLE + "\n" + HEADER.format(asks) + "".join(ROWS))
    said = ["正常", "滞后", "正常", "提前", "正常", "滞后"]
    assert column(page, "status") == said
    assert [units[0] for units in column(page, "lead_units")] == [
        *("市住建局", "市生态环境局", "市城管局", "市民政局", "市消防救援大队", "市文旅局")
    ]


def test_who_signs_below_a_table_on_the_line_of_its_header_is_in_no_row():
    page = page_of(
        "\n".join(
            (
                TITLE,
                HEADER.format("进度状态") + "".join(ROWS),
                "临江市人民政府办公室",
                "2031年9月2日",
            )
        )
    )
    assert len(page.records) == len(ROWS)
    assert "临江市" not in str(page.records[-1])


def test_line_without_a_day_below_it_signs_no_table():
    rows = HEADER.format("进度状态") + "".join(ROWS[:-1])
    page = page_of("\n".join((TITLE, rows, ROWS[-1])))
    assert len(page.records) == len(ROWS)
