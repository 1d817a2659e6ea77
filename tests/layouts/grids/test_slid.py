import pytest

from shishi.records import Field
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


def test_unit_alone_in_a_row_is_a_part_of_the_item_above_and_no_theme():
    page = page_of(
        lines(
            "序号 | 项目名称 | 牵头单位 | 备注",
            "1 | 新建停车位300个 | 区住建局 | 续建",
            "区交通局 | | |",
            "区财政局 | 列入督查 | |",
            "便民出行 | | |",
            "2 | 改造道路3条 | 区交通局 |",
        )
    )
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"], ["区财政局"], ["区交通局"]]
    assert column(page, "item")[:3] == ["新建停车位300个"] * 3
    assert column(page, "theme") == [None, None, None, "便民出行"]


def test_row_that_begins_with_a_blank_cell_stands_as_printed():
    page = page_of(
        lines(
            "序号 | 类别 | 项目名称 | 牵头单位 | 年度目标 | 点位数",
            "1 | 便民出行 | 新建停车位300个 | 区住建局 | 建成300个。 | 12",
            " | | | 区交通局 | | ",
            "2 | 养老服务 | 新增助餐点5家 | 区民政局 | 建成5家。 | 3",
        )
    )
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"], ["区民政局"]]
    assert [dict(r.other) for r in page.records][1] == {}


def test_row_that_begins_with_a_blank_is_moved_where_its_cells_cannot_stand():
    page = page_of(
        lines(
            "序号 | 类别 | 进展情况 | 项目名称 | 牵头单位 | 进度状态",
            "1 | 便民出行 | 已建成120个。 | 新建停车位300个 | 区住建局 | 正常",
            " | 已完成管线迁改。 | 区交通局 | 滞后 | |",
            "2 | 养老服务 | 已建成2家。 | 新增助餐点5家 | 区民政局 | 正常",
        )
    )
    assert column(page, "progress")[1] == "已完成管线迁改。"
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"], ["区民政局"]]
    assert column(page, "status") == ["正常", "滞后", "正常"]


def test_star_where_the_header_speaks_of_none_moves_no_cell():
    page = page_of(
        lines(
            "序号 | 项目名称 | 责任单位 | 进展情况 | 备注",
            "1 | 新建停车位300个 | ★区住建局 柳湖街道 | 已建成120个。 | 续建",
            "2 | 改造道路3条 | ★区交通局 | |",
        )
    )
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "support_units") == [["柳湖街道"], []]
    assert column(page, "remark") == ["续建", None]


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


def test_rows_of_a_merged_theme_are_put_back_though_the_table_prints_some_blanks():
    page = page_of(
        lines(
            HEADER,
            WHOLE,
            "2 | 改造道路3条 | 区交通局 | | 已完成1条。 | 滞后 | ",
            "3 | 养老服务 | 新增助餐点5家 | 区民政局 | 区残联 | 已完成2家。 | 正常",
            "4 | 新增护理床位50张 | 区民政局 | | 已完成30张。 | 正常 | ",
        )
    )
    assert column(page, "theme") == ["便民出行", "便民出行", "养老服务", "养老服务"]
    assert column(page, "support_units") == [["各街道"], [], ["区残联"], []]
    assert column(page, "status") == ["正常", "滞后", "正常", "正常"]
    assert doubted(page) == set()


def test_cell_that_names_leads_and_supporters_by_labels_is_put_back_under_the_units():
    page = page_of(
        lines(
            "序号 | 类别 | 责任单位 | 项目名称 | 进展情况 | 进度状态",
            "1 | 便民出行 | 牵头单位:区住建局 配合单位:各街道 | 新建停车位300个 | 已建成120个。 | 正常",
            "2 | 牵头单位:区交通局 | 改造道路3条 | 已完成1条。 | 滞后 |",
        )
    )
    assert column(page, "theme") == ["便民出行", "便民出行"]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "support_units") == [["各街道"], []]


def test_header_of_three_rows_that_slid_left_names_every_column():
    page = page_of(
        lines(
            "序号 | 实事项目 | 截至5月底进展情况 | 责任单位 | | ",
            "实事类别 | 具体内容 | | | | ",
            "民生实事 | 主要内容 | | | | ",
            "1 | 便民出行 | 停车位工程 | 新建停车位300个。 | 已建成120个。 | 区住建局",
            "道路工程 | 改造道路3条。 | 已完成1条。 | 区交通局 | | ",
        )
    )
    assert column(page, "item") == ["新建停车位300个。", "改造道路3条。"]
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]


def test_second_header_row_that_slid_left_is_put_under_the_wide_words_of_the_first():
    page = page_of(
        lines(
            "序号 | 项目名称 | 9月份目标 | 工作进度 |  | 责任落实 |  | 备注",
            "推进情况 | 完成率 | 牵头单位 | 配合单位 |  |  |  |",
            "1 | 新建停车位300个。 | 建成200个。 | 已建成120个。 | 60% | 区住建局 | 各街道 | 续建",
            "2 | 改造道路3条。 | 完成1条。 | 已完成1条。 | 33% | 区交通局 | 青禾镇 | 新建",
        )
    )
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "percent") == ["60%", "33%"]
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]


def test_second_row_with_a_word_nobody_knows_is_no_header():
    page = page_of(
        lines(
            "序号 | 实事项目 | 进展情况 | 责任单位 | ",
            "修建道路 | 已完成1条。 | 区交通局 | | ",
        )
    )
    words = ["序号", "实事项目", "进展情况", "责任单位"]
    assert [[c.word for c in h.columns] for h in page.headers] == [words]


def test_second_header_row_under_a_group_is_read_though_one_of_its_words_has_no_field():
    page = page_of(
        lines(
            "序号 | 类别 | 牵头及配合单位 | 目标任务 | 计划投资(万元) | 计划完成时间 | 进展情况 | ",
            "工作任务 | 内容与要求 | | | | | | ",
            "1 | 便民出行 | 区住建局 | 停车位工程 | 新建停车位300个。 | 120 | 年底前 | 已建成120个。",
            "区交通局 | 道路工程 | 改造道路3条。 | 236 | 12月底 | 已完成1条。 | | ",
        )
    )
    assert column(page, "item") == ["新建停车位300个。", "改造道路3条。"]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]


BANDS = (
    "项目名称 | 主要建设内容 | 牵头单位 | 进展情况",
    "一、便民出行 | | | ",
    "停车位工程 | 新建停车位300个。 | 区住建局 | 已建成120个。",
    "二、养老服务 | | | ",
    "助餐点工程 | 新增助餐点5家。 | 区民政局 | 已完成2家。",
)


def test_headings_between_rows_are_the_themes_and_the_name_of_an_item_is_none():
    page = page_of(lines(*BANDS))
    assert column(page, "theme") == ["一、便民出行", "二、养老服务"]
    assert column(page, "item") == ["新建停车位300个。", "新增助餐点5家。"]


def test_column_of_themes_stays_one_beside_headings():
    page = page_of(lines(BANDS[0].replace("项目名称", "项目类别"), *BANDS[1:]))
    assert "停车位工程" in column(page, "theme")


def test_words_of_two_groups_in_a_row_that_slid_go_under_their_own_groups():
    page = page_of(
        lines(
            "序号 | 目标任务 | 责任分工 | 6月份目标 | | ",
            "类别 | 考核指标 | 主要责任单位 | 配合单位 | | ",
            "1 | 便民出行 | 新建停车位300个。 | 区住建局 | 各街道 | 建成100个。",
            "2 | 改造道路3条。 | 区交通局 | 区城管局 | 完成1条。 | ",
        )
    )
    assert column(page, "theme") == ["便民出行", "便民出行"]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "goal") == ["建成100个。", "完成1条。"]


def test_remark_that_slid_under_a_blank_progress_is_put_back():
    page = page_of(
        lines(
            "序号 | 项目名称 | 牵头单位 | 进展情况 | 备注",
            "1 | 新建停车位300个 | 区住建局 | 已建成120个。 | 续建项目",
            "2 | 改造道路3条 | 区交通局 | 续建项目 | ",
            "3 | 新增助餐点5家 | 区民政局 | 已完成2家。 | 新增项目",
        )
    )
    assert column(page, "progress")[1] is None
    assert column(page, "remark")[1] == "续建项目"


def test_name_that_a_space_broke_still_holds_its_column():
    page = page_of(
        lines(
            "类别 | 项目名称 | 牵头单位 | 目标进度 | 进展情况",
            "便民出行 | 新建停车位300个 | 国有资产 投资有限公司 | 全面铺开 | 已建成120个。",
            "养老服务 | 新增助餐点5家 | 区民政局 | 完成3家 | ",
        )
    )
    assert column(page, "lead_units") == [["国有资产 投资有限公司"], ["区民政局"]]


def test_columns_below_a_group_of_a_padded_header_stand_in_its_place():
    page = page_of(
        lines(
            "序号 | 工作内容 | 项目推进情况 | 牵头单位 |",
            "当前进度 | 占全年计划 | | |",
            "1 | 新建停车位300个 | 已建成120个。 | 40% | 区住建局",
            "2 | 改造道路3条 | 已完成1条。 | 33% | 区交通局",
        )
    )
    assert column(page, "progress") == ["已建成120个。", "已完成1条。"]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert doubted(page) == set()


def test_quarters_below_a_group_of_a_padded_header_push_the_units_aside():
    page = page_of(
        lines(
            "序号 | 工作内容 | 季度目标 | 牵头单位 | |",
            "一季度目标 | 二季度目标 | 三季度目标 | | |",
            "1 | 新建停车位300个 | 完成选址。 | 开工建设。 | 建成投用。 | 区住建局",
            "2 | 改造道路3条 | 完成设计。 | 完成招标。 | 完工通车。 | 区交通局",
        )
    )
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]


def test_bare_quarters_below_a_group_of_a_padded_header_push_the_units_aside():
    page = page_of(
        lines(
            "序号 | 工作内容 | 工作进度安排 | 牵头单位 | 配合单位 | | |",
            "一季度 | 二季度 | 三季度 | 四季度 | | | |",
            "1 | 新建停车位300个 | 完成选址。 | 开工建设。 | 继续建设。 | 建成投用。 | 区住建局 | 各街道",
            "2 | 改造道路3条 | 完成设计。 | 完成招标。 | 继续施工。 | 完工通车。 | 区交通局 | 区城管局",
        )
    )
    assert column(page, "code") == ["1", "2"]
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "support_units") == [["各街道"], ["区城管局"]]


def test_units_in_two_letters_below_a_group_that_slid_are_leads_and_supporters():
    page = page_of(
        lines(
            "序号 | 项目名称 | 实施主体 | 进展情况 | 备注 |",
            "牵头 | 配合 | | | |",
            "1 | 新建停车位300个 | 区住建局 | 各街道 | 已开工。 | 续建",
            "2 | 改造道路3条 | 区交通局 | 区城管局 | 已完成1条。 |",
        )
    )
    assert column(page, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(page, "support_units") == [["各街道"], ["区城管局"]]


def test_groups_in_two_letters_over_a_row_that_slid_left_are_groups():
    page = page_of(
        lines(
            "序号 | 任务 | 责任 | 完成情况 | | | |",
            "类别 | 具体内容 | 牵头领导 | 牵头单位 | 配合单位 | 实际进度 | 情况说明 |",
            "1 | 便民出行 | 改造道路3条 | 方岚 | 区交通局 | 各街道 | 已完成1条。 | 受雨季影响。",
            "2 | 养老服务 | 新增助餐点5家 | 李溪 | 区民政局 | 区残联 | 已完成2家。 |",
        )
    )
    assert column(page, "code") == ["1", "2"]
    assert column(page, "lead_units") == [["区交通局"], ["区民政局"]]
    assert column(page, "explanation") == ["受雨季影响。", None]


LED = [
    "1 | 便民出行 | 新建停车位300个 | 区住建局 | 各街道、区财政局、区城投集团 | 已建成。 | 正常",
    "2 | 养老服务 | 新增助餐点5家 | 区民政局 | 各街道 | 已完成2家。 | 正常",
    "3 | 教育提升 | 新建学校2所 | 区教育局 | 柳湖街道 | 已完成。 | 正常",
]


def test_supporters_whose_merged_lead_was_lost_are_doubted_as_leads():
    lone = "4 | 改扩建学校1所 | 区财政局、柳湖街道、青湾乡 | 已完成1所。 | 正常 | |"
    page = page_of(lines(HEADER, *LED, lone))
    assert {(4, "lead_units"), (4, "support_units")} <= doubted(page)


def test_lead_whose_blank_supporters_were_lost_is_certain():
    lone = "4 | 改扩建学校1所 | 区教育局 | 已完成1所。 | 正常 | |"
    page = page_of(lines(HEADER, *LED, lone))
    assert column(page, "lead_units")[3] == ["区教育局"]
    assert not {(4, "lead_units"), (4, "support_units")} & doubted(page)


def test_list_of_leads_before_a_blank_that_is_printed_is_certain():
    lone = "4 | | 改扩建学校1所 | 区财政局、柳湖街道、青湾乡 | | 已完成1所。 |"
    page = page_of(lines(HEADER, *LED, lone))
    assert column(page, "lead_units")[3] == ["区财政局", "柳湖街道", "青湾乡"]
    assert (4, "lead_units") not in doubted(page)


@pytest.mark.parametrize(
    ("goal", "is_its"),
    [("2031年目标进度", True), ("7月计划", True), ("三季度目标", True), ("6月目标进度", False)],
)
def test_goal_of_the_year_stands_below_the_group_of_a_month_and_that_of_another_month_does_not(
    goal, is_its
):
    page = page_of(
        f"| 牵头单位 | 分管领导 | 年度目标任务 | 7月份工作情况 |  |\n| {goal} | 落实情况 |  |  |  |\n"
        "| 区民政局 | 方某 | 建成养老中心2家 | 完成1家 | 目前已建成1家 |\n"
        "| 区水务局 | 陆某 | 改造泵房9座 | 完成7座 | 已改造4座 |"
    )
    read = [str(r.texts.get(Field.GOAL)) for r in page.records]
    assert (len(read) == 2 and "完成1家" in read[0]) is is_its
