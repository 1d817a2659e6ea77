"""Headers of tables in running text: what their columns are is told by the rows below all of them."""

from shishi.records import Field
from tests.layouts.invented import TITLE, column, page_of, paragraphs

HEADER = "序号 项目名称 责任单位 进展情况"


def test_star_marks_the_leads_of_a_column_whose_header_has_none():
    rows = [f"{n} 修路{n}0条。 ★住建局 交通局、柳湖街道 已开工。" for n in range(1, 4)]
    page = page_of(paragraphs(TITLE, HEADER, *rows))
    assert column(page, "lead_units") == [["住建局"]] * 3
    assert column(page, "support_units") == [["交通局", "柳湖街道"]] * 3
    assert column(page, "progress") == ["已开工。"] * 3


def test_star_among_the_lines_of_a_cell_marks_its_leads():
    rows = [f"{n}\n\n修路{n}0条。\n\n★住建局\n柳湖街道\n\n已开工。" for n in range(1, 4)]
    page = page_of("\n\n".join([TITLE, *HEADER.split(), *rows]))
    assert column(page, "lead_units") == [["住建局"]] * 3
    assert column(page, "support_units") == [["柳湖街道"]] * 3


def test_units_without_a_star_lead_as_before():
    rows = [f"{n} 修路{n}0条。 住建局、柳湖街道 已开工。" for n in range(1, 4)]
    page = page_of(paragraphs(TITLE, HEADER, *rows))
    assert column(page, "lead_units") == [["住建局", "柳湖街道"]] * 3
    assert column(page, "support_units") == [[], [], []]


WIDE = "序号 项目名称 责任单位 完成情况 情况说明 备注"
TOLD = [
    "1 配备设备52台。 区教体局 共培训256人次 区级",
    "2 组织培训56人次。 区民政局 外立面粉刷基本结束。 由于设计变更,工期顺延。",
    "3 举办演出51场。 区残联 由于设计变更,工期顺延 续建",
    "4 免费接种37人。 青枫街道 目前完成35%,预计3月完工",
    "5 新增托位46个。 区民宗局 已竣工备案。 超额完成",
]
REST = [
    f"{n} 新增托位{n}0个。 区民政局 已完成招标{n}个。 因降雨影响,工期顺延。 续建"
    for n in range(6, 14)
]


def test_header_that_is_printed_again_names_the_same_columns():
    page = page_of(paragraphs(TITLE, WIDE, *TOLD, WIDE, *REST))
    assert column(page, "progress")[:2] == ["共培训256人次", "外立面粉刷基本结束。"]
    assert column(page, "explanation")[:2] == [None, "由于设计变更,工期顺延。"]
    assert len({tuple(c.field for c in h.columns) for h in page.headers}) == 1


def test_other_header_on_the_page_names_columns_of_its_own():
    page = page_of(paragraphs(TITLE, HEADER, *TOLD[:1], "序号 项目名称 进展情况 1 种树 已完工"))
    first, second = page.headers
    assert Field.LEAD_UNITS in {c.field for c in first.columns}
    assert Field.LEAD_UNITS not in {c.field for c in second.columns}


def test_row_that_only_counts_the_columns_is_no_record():
    rows = [f"{n} 修路{n}0条。 住建局 已开工。" for n in range(1, 4)]
    page = page_of(paragraphs(TITLE, HEADER, "1 2 3 4", *rows))
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "item") == ["修路10条。", "修路20条。", "修路30条。"]


def test_first_code_below_a_header_counts_no_columns():
    page = page_of(paragraphs(TITLE, HEADER, "1 修路30条。 住建局 已开工。 2 建桥10座。 交通局"))
    assert column(page, "code") == ["1", "2"]


def test_words_of_a_header_that_look_like_a_table_of_districts_are_none():
    header = "序号 形象进度(%) 具体内容 实施单位 月度工作计划 截至9月底进展 备注"
    rows = [f"{n} 5{n}% 新建道路{n}条。 区住建局 年内完工。 已完成招标。" for n in range(1, 6)]
    page = page_of(paragraphs(TITLE, header, *rows))
    assert column(page, "percent") == ["51%", "52%", "53%", "54%", "55%"]


def test_goal_below_a_word_of_progress_is_a_column_of_its_group():
    header = "序号 项目名称 牵头单位 实施情况 备注 节点目标 完成情况 情况说明"
    rows = [
        f"{n} 新建道路{n}条。 区住建局 年内完成{n}条。 已完成招标{n}个。 受降雨影响,工期顺延。 续建"
        for n in range(1, 7)
    ]
    page = page_of(paragraphs(TITLE, header, *rows))
    assert column(page, "goal")[0] == "年内完成1条。"
    assert column(page, "progress")[0] == "已完成招标1个。"
    assert column(page, "remark") == ["续建"] * 6


def test_known_group_comes_before_a_word_that_nobody_knows():
    header = "序号 点位数 责任落实 项目名称 进展情况 责任单位 配合单位"
    rows = [f"{n} 2{n} 区住建局 柳湖街道 新建道路{n}条。 已完成招标{n}个。" for n in range(1, 7)]
    page = page_of(paragraphs(TITLE, header, *rows))
    assert column(page, "lead_units") == [["区住建局"]] * 6
    assert column(page, "support_units") == [["柳湖街道"]] * 6


QUARTERS = "一季度目标 二季度目标 三季度目标 四季度目标"
QUARTERED = "完成招标3处 进场施工2处 封顶1处 竣工9处 区住建局 柳湖街道"


def quartered(words, *, items=True):
    told = f"{'新建泵房{}处 ' * items}{QUARTERED}"
    rows = [f"{n} ({han})便民出行 {told.format(n)}" for n, han in enumerate("一二三四五", 1)]
    rows[2] = rows[2].replace("封顶1处 ", "")
    return page_of(paragraphs(TITLE, words, QUARTERS, *rows))


def test_goal_of_the_year_beside_a_group_of_quarters_is_the_item_where_nothing_else_is():
    page = quartered("序号 重点工作 年度目标 分季度目标 责任单位 配合单位")
    assert column(page, "item") == [f"新建泵房{n}处" for n in range(1, 6)]
    assert column(page, "lead_units") == [["区住建局"]] * 5


def test_goal_over_the_quarters_is_no_item_where_the_rows_have_none():
    page = quartered("序号 重点工作 年度目标 责任单位 配合单位", items=False)
    assert column(page, "item") == [None] * 5
    assert column(page, "lead_units") == [["区住建局"]] * 5
