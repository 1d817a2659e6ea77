import pytest

from shishi.records import Field
from tests.layouts.invented import TITLE, codes, column, doubted, page_of

HEADER = "序号 项目名称 牵头单位 进展情况"
ROWS = ("1 新建公厕3座。 区住建局 已完成1座。", "2 改造泵房9座。 区水务局 已完成4座。")


def glued(*rows):
    return "".join(line.replace(" ", "") for line in rows)


def test_rows_on_lines_with_single_spaces_are_read():
    page = page_of("\n".join((TITLE, HEADER, *ROWS)))
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]


def test_blank_cell_that_vanished_is_left_blank():
    header = "序号 项目名称 牵头单位 配合单位 进展情况"
    rows = ("1 新建公厕3座。 区住建局 各街道 已完成1座。", "2 改造泵房9座。 区水务局 已完成4座。")
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "support_units") == [["各街道"], []]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


def test_list_of_units_that_breaks_the_row_goes_on_in_it():
    rows = ("1 新建公厕3座。 区住建局、", "区水务局 已完成1座。", ROWS[1])
    page = page_of("\n".join((TITLE, HEADER, *rows)))
    assert column(page, "lead_units") == [["区住建局", "区水务局"], ["区水务局"]]


@pytest.mark.parametrize("between", ["", "\n"])
def test_rows_with_nothing_between_the_cells_are_read(between):
    page = page_of(TITLE + "\n" + between.join(map(glued, (HEADER, *ROWS))))
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


def test_title_glued_to_the_header_is_still_the_title():
    page = page_of(glued(TITLE, HEADER, *ROWS))
    assert page.notice.title == TITLE
    assert len(page.records) == 2


def test_heading_on_a_line_of_its_own_gives_the_theme():
    text = "\n".join((TITLE, HEADER, "一、便民出行", ROWS[0], "二、城市更新", ROWS[1]))
    assert column(page_of(text), "theme") == ["一、便民出行", "二、城市更新"]


def test_words_that_may_belong_to_either_of_two_cells_are_doubted():
    header = glued("序号 项目名称 9月份目标 进展情况 牵头单位")
    rows = glued(
        "1 新建公厕3座 完成招标 方案设计 区住建局", "2 改造泵房9座 完成招标 方案设计 区水务局"
    )
    page = page_of(f"{TITLE}\n{header}{rows}")
    assert {(1, "goal"), (1, "progress")} & doubted(page)


def test_line_below_the_table_is_not_read_into_it():
    page = page_of("\n".join((TITLE, HEADER, *ROWS, "扫一扫在手机打开当前页", "2.png")))
    assert page.records[-1].printed(Field.PROGRESS) == "已完成4座。"


def test_glued_header_without_rows_is_told():
    assert "table-without-rows" in codes(page_of(f"{TITLE}\n{glued(HEADER)}"))


def test_sentences_without_a_header_are_no_table():
    page = page_of(f"{TITLE}\n1 新建公厕 区住建局 已完成\n2 改造泵房 区水务局 已完成")
    assert page.records == ()


SPACED = "序号 项目名称 牵头单位 进展情况 备注"


def test_row_that_ends_like_a_title_ends_no_table():
    rows = [
        "1 新建公厕3座。 区住建局 已完成1座。 列入省级民生实事",
        "2 改造泵房9座。 区水务局 已完成4座。 续建",
    ]
    assert len(page_of("\n".join((SPACED, *rows))).records) == 2


def test_title_that_begins_with_a_number_ends_the_table_above_it():
    rows = [
        "1 新建公厕3座。 区住建局 已完成1座。 续建",
        "2 改造泵房9座。 区水务局 已完成4座。 续建",
    ]
    page = page_of("\n".join((SPACED, *rows, "10件民生实事项目进展情况")))
    assert column(page, "remark") == ["续建", "续建"]


def test_glued_units_with_stars_or_labels_lead_or_support():
    rows = ("1新建公厕3座。★区住建局、区民政局已完成1座。", "2改造泵房9座。★区水务局已完成4座。")
    starred = page_of("\n".join((TITLE, "序号项目名称牵头★及配合单位进展情况", *rows)))
    assert column(starred, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(starred, "support_units") == [["区民政局"], []]
    rows = (
        "1新建公厕3座。牵头单位:区住建局配合单位:区民政局已完成1座。",
        "2改造泵房9座。牵头单位:区水务局已完成4座。",
    )
    labelled = page_of("\n".join((TITLE, glued(HEADER.replace("牵头", "责任")), *rows)))
    assert column(labelled, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(labelled, "support_units") == [["区民政局"], []]


def test_leader_by_office_and_mark_for_a_blank_cell_are_cells_of_a_glued_row():
    header = "序号项目名称区领导牵头单位进展情况备注"
    rows = (
        "1新建公厕3座。常务副区长区住建局已完成1座。/",
        "2改造泵房9座。区委常委戊区水务局已完成4座。/",
    )
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "leaders") == [["常务副区长"], ["区委常委戊"]]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


def test_numbered_theme_behind_the_last_cell_of_a_glued_row_is_the_theme_of_the_next():
    rows = (
        "一、便民服务1新建公厕3座。区住建局已完成1座。",
        "二、供水保障2改造泵房9座。区水务局已完成4座。",
    )
    page = page_of(TITLE + "\n" + glued(HEADER) + "\n" + "".join(rows))
    assert column(page, "theme")[1] == "二、供水保障"
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


def test_unit_that_is_not_found_in_a_glued_row_is_asked_about():
    rows = ("1新建公厕3座。区住建局已完成1座。", "2改造泵房9座。已完成4座。")
    page = page_of("\n".join((TITLE, glued(HEADER), *rows)))
    assert (2, "lead_units") in doubted(page)
    assert (1, "lead_units") not in doubted(page)


def test_short_row_numbered_in_chinese_is_no_theme():
    rows = (
        "（一）新建公厕3座。区住建局已完成1座。",
        "（二）供水",
        "（三）改造泵房9座。区水务局已完成4座。",
    )
    page = page_of("\n".join((TITLE, glued(HEADER), *rows)))
    assert column(page, "code") == ["（一）", "（二）", "（三）"]


STRAY = "序号 项目名称 牵头单位 进展情况"


def _stray_doubts(*progress):
    rows = [
        f"{n} 改造泵房{n + 2}座。 民政局 {said}"
        for n, said in enumerate(("已建成。", *progress), 1)
    ]
    return doubted(page_of(f"{TITLE}\n" + "\n".join(map(glued, (STRAY, *rows)))))


def test_unit_that_stands_in_a_report_like_a_cell_puts_the_row_in_doubt():
    said = "已完成3座。区科技局已完成招标。"
    assert {(2, "lead_units"), (2, "progress")} <= _stray_doubts(said)


@pytest.mark.parametrize("said", ["已完成3座。", "已完成3座，正与区科技局对接。"])
def test_unit_named_in_a_report_puts_no_lead_in_doubt(said):
    assert (2, "lead_units") not in _stray_doubts(said)


def long_row(sentences):
    return "2 改造泵房9座。 区水务局 " + "已完成4座,其余正在施工。" * sentences


def test_row_as_long_as_a_page_is_kept_whole_and_in_doubt():
    page = page_of(TITLE + "\n" + "".join(map(glued, (HEADER, ROWS[0], long_row(300)))))
    assert column(page, "lead_units") == [["区住建局"], []]
    assert len(column(page, "item")[1]) > 3000
    assert {(2, "item"), (2, "lead_units"), (2, "progress")} <= doubted(page)


def test_row_as_long_as_an_office_writes_is_cut():
    page = page_of(TITLE + "\n" + "".join(map(glued, (HEADER, ROWS[0], long_row(30)))))
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]


FULL = "序号 任务 牵头单位 配合单位 进展情况"
PLENTY = (
    "1 新建公厕3座 区住建局 区财政局、各街道 已完成1座",
    "2 改造泵房9座 区水务局、区农业农村局 区财政局、区审计局 目前已完成4座",
    "3 实施青石路改造提升工程 区住建局 区水务局、各街道 已完成总工程量的40%",
    "4 新建口袋公园5个 区园林绿化中心 区住建局、区财政局 现已完成2个",
)


def test_leads_end_where_no_comma_parts_them_from_the_supporters():
    page = page_of(TITLE + "\n" + "".join(map(glued, (FULL, *PLENTY))))
    assert column(page, "lead_units")[:2] == [["区住建局"], ["区水务局", "区农业农村局"]]
    assert column(page, "support_units")[1] == ["区财政局", "区审计局"]
    assert column(page, "item")[2] == "实施青石路改造提升工程"


def test_units_that_stand_alone_lead_though_other_rows_have_supporters():
    rows = (*PLENTY, "5 新建绿道8公里 区水务局 已完成3公里")
    page = page_of(TITLE + "\n" + "".join(map(glued, (FULL, *rows))))
    assert (column(page, "lead_units")[4], column(page, "support_units")[4]) == (["区水务局"], [])


def test_row_on_a_line_without_a_code_shares_the_code_above_it():
    rows = [glued(row) for row in PLENTY]
    rows.insert(2, "区住建局区财政局、各街道已完成2座")
    page = page_of("\n".join((TITLE, glued(FULL), *rows)))
    assert column(page, "code") == ["1", "2", "2", "3", "4"]
    assert column(page, "lead_units")[2] == ["区住建局"]


def test_line_that_goes_on_with_a_list_of_units_is_no_row_of_its_own():
    rows = [glued(row) for row in PLENTY]
    rows[1] = rows[1].replace("、区审计局", "、\n区审计局")
    page = page_of("\n".join((TITLE, glued(FULL), *rows)))
    assert column(page, "code") == ["1", "2", "3", "4"]
    assert column(page, "support_units")[1] == ["区财政局", "区审计局"]


def test_header_printed_again_within_glued_rows_is_no_second_table():
    rows = [glued(row) for row in PLENTY]
    page = page_of("\n".join((TITLE, glued(FULL) + rows[0] + rows[1], glued(FULL) + rows[2])))
    assert len(page.headers) == 1
    assert column(page, "code") == ["1", "2", "3"]


def test_glued_header_with_other_columns_begins_a_second_table():
    rows = [glued(row) for row in PLENTY]
    other = "序号牵头单位任务1区林业局造林3亩。2区水务局供水4处。"
    page = page_of("\n".join((TITLE, glued(FULL) + rows[0] + rows[1], other)))
    assert len(page.headers) == 2


def test_heading_glued_before_a_code_is_the_theme_of_the_rows_below():
    rows = [glued(row) for row in PLENTY]
    rows[0], rows[2] = "便民服务" + rows[0], "城市更新" + rows[2]
    page = page_of(TITLE + "\n" + glued(FULL) + "".join(rows))
    assert column(page, "theme") == ["便民服务", "便民服务", "城市更新", "城市更新"]
    assert column(page, "progress")[1] == "目前已完成4座"


def test_levels_in_brackets_behind_a_full_stop_stay_with_the_item():
    rows = [row.replace("座 区", "座。(市级) 区") for row in PLENTY]
    page = page_of(TITLE + "\n" + "".join(map(glued, (FULL, *rows))))
    assert column(page, "item")[0] == "新建公厕3座。"
    assert column(page, "levels")[0] == ["市级"]


def test_reason_behind_the_progress_without_a_full_stop_is_the_explanation():
    header = "序号 任务 牵头单位 进展情况 情况说明"
    rows = (
        "1 新建公厕3座 区住建局 已完成1座 因雨施工延后,下一步加快进度",
        "2 改造泵房9座 区水务局 目前已完成4座 由于管线迁改,进度滞后",
        "3 新建绿道8公里 区水务局 已完成3公里 因雨施工延后,下一步加快进度",
        "4 新建食堂2家 区民政局 已完成1家",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, "progress") == ["已完成1座", "目前已完成4座", "已完成3公里", "已完成1家"]
    assert column(page, "explanation")[3] is None


def test_rows_that_nothing_parts_block_the_page():
    page = page_of(TITLE + "\n" + "".join(map(glued, (HEADER, ROWS[0], long_row(300)))))
    assert "rows-not-told" in codes(page)


def test_code_that_is_missing_between_two_rows_blocks_the_page():
    rows = [glued(row) for row in PLENTY]
    lost = rows[1][1:]
    page = page_of(TITLE + "\n" + "".join((glued(FULL), rows[0], lost, *rows[2:])))
    assert "rows-not-told" in codes(page)


def test_rows_told_apart_by_their_codes_block_nothing():
    page = page_of(TITLE + "\n" + "".join(map(glued, (FULL, *PLENTY))))
    assert "rows-not-told" not in codes(page)


def test_glued_header_goes_on_with_the_words_of_the_next_line():
    header = "序号任务牵头单位工作推进情况\n实际进度情况完成比例"
    rows = ("1新建公厕3座。区住建局已完成1座。40%", "2改造泵房9座。区水务局已完成4座。55%")
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    assert column(page, "percent") == ["40%", "55%"]


def test_line_of_a_row_below_a_glued_header_is_no_part_of_it():
    page = page_of("\n".join((TITLE, glued(HEADER), *map(glued, ROWS))))
    assert len(page.records) == 2


PLANS = "序号 任务 牵头单位 阶段目标 进展情况"


def test_report_without_a_plan_beside_it_is_the_progress():
    rows = (
        "1 新建公厕3座。 区住建局 力争9月完成1座。 已完成1座。",
        "2 改造泵房9座。 区水务局 计划完成4座。 目前已完成4座。",
        "3 新建绿道8公里。 区水务局 年内完成8公里。 已完成3公里。",
        "4 新建食堂2家。 区民政局 已完成1家,其余正在装修。",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (PLANS, *rows))))
    assert (column(page, "goal")[3], column(page, "progress")[3]) == (
        None,
        "已完成1家,其余正在装修。",
    )


def test_town_and_its_government_are_one_name():
    rows = ("1新建公厕3座。青禾镇政府已完成1座。", "2改造泵房9座。石桥街道办事处已完成4座。")
    page = page_of("\n".join((TITLE, glued(HEADER), *rows)))
    assert column(page, "lead_units") == [["青禾镇政府"], ["石桥街道办事处"]]


REMARKED = "序号 项目名称 牵头单位 进展情况 备注"


def _with_remarks(*said):
    rows = [f"{n} 改造泵房{n + 2}座。 区水务局 {words}" for n, words in enumerate(said, 1)]
    page = page_of(f"{TITLE}\n" + "".join(map(glued, (REMARKED, *rows))))
    return column(page, "remark"), {o for o, field in doubted(page) if field == "remark"}


def test_remark_that_could_as_well_end_the_report_before_it_is_asked_about_once():
    said = ("已进场施工推进顺利", "正在招标推进顺利", "已完成3座推进顺利", "正在选址")
    assert _with_remarks(*said) == (["推进顺利"] * 3 + [None], {1})


@pytest.mark.parametrize("remark", ["跨年度", "续建"])
def test_remark_that_ends_no_report_is_not_asked_about(remark):
    said = (f"已进场施工{remark}", f"正在招标{remark}", f"已完成3座{remark}", "正在选址")
    assert _with_remarks(*said) == ([remark] * 3 + [None], set())


def test_remark_behind_a_full_stop_is_not_asked_about():
    said = ("已进场施工。推进顺利", "正在招标。推进顺利", "已完成3座。推进顺利", "正在选址。")
    assert _with_remarks(*said) == (["推进顺利"] * 3 + [None], set())


def test_stars_behind_the_names_tell_who_leads_in_glued_rows():
    header = glued("序号 项目名称 责任单位(★为牵头单位) 进展情况")
    rows = (
        glued("1 新建公厕3座。 区住建局★、区财政局 已完成1座。"),
        glued("2 改造泵房9座。 区水务局★ 已完成4座。"),
        glued("3 新建绿道3公里。 区城管局★、区财政局 已完成1公里。"),
    )
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"], ["区城管局"]]
    assert column(page, "support_units") == [["区财政局"], [], ["区财政局"]]


def test_signs_that_end_glued_rows_are_their_statuses():
    header = glued("序号 项目名称 牵头单位 完成情况 进度状态")
    rows = [
        glued(f"{n} 新建公厕{n}座。 区住建局 已完成1座。 {sign}")
        for n, sign in enumerate("●○●●", 1)
    ]
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "status") == [*"●○●●"]


UNCODED = glued("类别 牵头单位 配合单位 项目名称 进展情况 备注")
WORKS = ("新建公厕{}座。", "改造泵房{}处。", "铺设绿道{}公里。", "加装电梯{}部。")


def uncoded_row(number):
    works = WORKS[number % 4].format(number + 2)
    said = f"已完成投资{number + 20}万元,占年度计划的{number + 50}%,其余点位正在办理施工许可手续,预计年底前全部完工并投入使用。"
    more = f"目前已召开协调会{number}次,剩余{number + 3}处正在征求居民意见。"
    return glued(f"区住建局 区财政局、区水务局 {works} {said}{more}")


def test_rows_without_codes_on_one_line_are_told_apart():
    rows = [uncoded_row(n) for n in range(1, 9)]
    page = page_of("\n".join((TITLE, UNCODED, "宜居环境" + "".join(rows))))
    assert len(page.records) == len(rows)
    assert column(page, "lead_units") == [["区住建局"]] * len(rows)


def test_body_too_long_to_be_cut_without_codes_is_blocked_for_the_whole_page():
    rows = [uncoded_row(n) for n in range(1, 30)]
    page = page_of("\n".join((TITLE, UNCODED, "宜居环境" + "".join(rows))))
    assert [f.place.row for f in page.findings if f.code == "rows-not-told"] == [None]


def test_rows_that_nothing_tells_apart_are_blocked_for_the_whole_page():
    page = page_of("\n".join((TITLE, UNCODED, "完成管线迁改及路面恢复," * 90)))
    told = [f for f in page.findings if f.code == "rows-not-told"]
    assert told
    assert told[0].place.row is None
