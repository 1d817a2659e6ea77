"""Words of remarks, and items, beside reports that are blank."""

from tests.layouts.invented import TITLE, column, lines, page_of

HEADER = ["序号", "类别", "项目名称", "牵头单位", "推进情况", "备注"]
ROWS = [
    ["1", "便民出行", "改造道路3条。", "交通局", "已完成1条;目前正在铺设管网。", "需上门听取意见"],
    ["2", "便民出行", "新建停车位300个。", "住建局", "需上门听取意见"],
    ["3", "养老托育", "新增床位50张。", "民政局", "票决项目"],
    ["4", "养老托育", "增设托位90个。", "卫健局", "已开工。"],
    ["5", "城市更新", "改造小区6个。", "住建局", "外墙已施工。"],
    ["6", "城市更新", "改造公厕9座。", "城管局", "已完成4座。", "续建"],
]


def a_cell_a_paragraph(*rows):
    return TITLE + "\n\n" + "\n\n".join(cell for row in rows for cell in row) + "\n"


def test_word_of_remarks_behind_a_blank_report_is_the_remark():
    page = page_of(a_cell_a_paragraph(HEADER, *ROWS))
    assert column(page, "remark")[2] == "票决项目"
    assert column(page, "progress")[2] is None


def test_long_words_that_stand_as_a_remark_in_a_whole_row_are_one_in_a_row_that_lacks_a_cell():
    page = page_of(a_cell_a_paragraph(HEADER, *ROWS))
    assert column(page, "remark")[:2] == ["需上门听取意见"] * 2
    assert column(page, "progress")[1] is None


def test_report_before_a_blank_remark_stays_the_report():
    page = page_of(a_cell_a_paragraph(HEADER, *ROWS))
    assert column(page, "progress")[3:] == ["已开工。", "外墙已施工。", "已完成4座。"]
    assert column(page, "remark")[3:] == [None, None, "续建"]


def test_long_words_that_stand_as_a_report_in_a_whole_row_stay_one_before_a_blank_remark():
    rows = [
        [*ROWS[0][:4], "正在选址勘察", "续建"],
        *ROWS[1:3],
        [*ROWS[3][:4], "正在选址勘察"],
        *ROWS[4:],
    ]
    page = page_of(a_cell_a_paragraph(HEADER, *rows))
    assert column(page, "progress")[3] == "正在选址勘察"
    assert column(page, "remark")[3] is None


LED = "序号 | 项目名称 | 牵头单位 | 分管领导 | 备注"


def test_word_of_remarks_in_a_row_that_slid_is_no_leader():
    page = page_of(
        lines(
            LED,
            "1 | 改造道路3条 | 区交通局 | 高远 | 续建",
            "2 | 新增床位50张 | 区民政局 | 票决项目",
            "3 | 改造小区6个 | 区住建局 | 林晓 | 跨年度项目",
            "4 | 改造公厕9座 | 区城管局 | 林晓",
        )
    )
    assert column(page, "leaders") == [["高远"], [], ["林晓"], ["林晓"]]
    assert column(page, "remark") == ["续建", "票决项目", "跨年度项目", None]


def test_item_of_a_numbered_row_whose_report_is_lost_is_no_report():
    header = ["序号", "建设内容", "实际进展", "完成率", "牵头单位"]
    rows = [
        ["1", "改造道路3条(区级)", "已完成1条。", "15%", "区交通局"],
        ["2", "新增床位50张(市级)", "已签约。", "40%", "区民政局"],
        ["3", "改造危桥7座,方便群众出行(市级)", "90%", "区交通局"],
        ["4", "增设托位90个(区级)", "已开工。", "30%", "区卫健局"],
        ["5", "改造公厕9座(区级)", "已完成4座。", "45%", "区城管局"],
    ]
    page = page_of(a_cell_a_paragraph(header, *rows))
    assert column(page, "item")[2].startswith("改造危桥7座")
    assert column(page, "progress")[2] is None
