"""What stands over and below tables on lines: titles that read like headers, and who signs the page."""

import pytest

from shishi.records import Field
from tests.layouts.invented import TITLE, column, page_of

HEADER = "序号 项目名称 牵头单位 进展情况"
ROWS = ("1 新建公厕3座。 区住建局 已完成1座。", "2 改造泵房9座。 区水务局 已完成4座。")


def glued(*rows):
    return "".join(line.replace(" ", "") for line in rows)


@pytest.mark.parametrize(
    "below",
    [
        "云溪区人民政府办公室\n2031年9月30日",
        "云溪区人民政府督查室\n2031年9月30日",
        "云溪区民生办\n2031年9月30日",
    ],
)
def test_who_signs_below_the_rows_and_when_is_no_row(below):
    page = page_of("\n".join((TITLE, HEADER, *ROWS, below)))
    signed = below.startswith("云溪区人民政府")
    assert (len(page.records) == 2) is signed
    assert page.records[1].texts[Field.PROGRESS].value == "已完成4座。"


def test_unit_alone_below_the_rows_without_a_day_signs_nothing():
    rows = ("1 新建公厕3座。 区住建局、", "云溪区人民政府办公室")
    page = page_of("\n".join((TITLE, HEADER, *ROWS, *rows)))
    assert column(page, "lead_units")[-1] == ["区住建局", "云溪区人民政府办公室"]


GROUPED = "序号 重点工作 主要内容 责任分工 截至9月底进展 完成率(%) 是否达序时 备注\n牵头责任单位 协办单位 分管领导"


def test_title_over_a_header_in_two_rows_is_no_header_of_its_own():
    rows = (
        "1 平安建设 安装燃气报警器30户 区住建局 区红十字会 方某 已完成9户。 30 滞后",
        "2 优质教育 更新教室照明85间 区教育局 区妇联 方某 已完成58间。 68 正常",
    )
    title = "2031年云溪区重点民生实事项目9月份完成情况"
    page = page_of("\n".join((title, GROUPED, *rows)))
    assert column(page, "lead_units") == [["区住建局"], ["区教育局"]]
    assert column(page, "status") == ["滞后", "正常"]


def test_title_alone_with_who_signs_it_is_no_table():
    assert not page_of("2031年云溪区重点民生实事项目9月份完成情况\n云溪区人民政府办公室").records


def test_title_glued_to_its_header_still_heads_the_rows_below():
    page = page_of("2031年云溪区重点民生实事项目\n" + "\n".join(map(glued, (HEADER, *ROWS))))
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]


@pytest.mark.parametrize("ends", ["年度进展情况", "2031年目标进度"])
def test_header_that_ends_like_a_title_over_one_long_line_heads_the_rows_in_it(ends):
    rows = [f"{n}改造泵房{n + 2}座,更换水表{n}00只。区水务局已完成{n}座。" for n in range(1, 9)]
    page = page_of("\n".join(("云溪区清单", f"序号项目名称牵头单位{ends}", "".join(rows))))
    assert column(page, "code") == [*"12345678"]


def test_title_without_codes_over_a_long_line_is_no_header():
    said = "区水务局牵头改造泵房,区住建局配合实施道路恢复,确保年底前完成全部建设任务,让居民用上放心水。"
    page = page_of(f"云溪区民生实事项目责任单位目标任务进展情况\n{said * 3}")
    assert not page.records


THEMED = "项目类别序号项目名称牵头单位配合单位目前进展情况"
LED = [
    "出行环境提升1.1新建公厕3座。区住建局区财政局、区城管局已完成1座。目前正在装修。",
    "1.2打通道路5条。区交通局尚未启动,计划7月招标。",
    "生态建设2.1造林90亩。区林业局区残联尚未启动,计划8月招标。",
    "2.2改造公园8座。区园林局区财政局、区城管局目前正在招标。",
]


def test_themes_left_of_the_codes_on_their_lines_make_no_rows_of_their_own():
    page = page_of("\n".join((TITLE, THEMED, *LED)))
    assert column(page, "code") == ["1.1", "1.2", "2.1", "2.2"]
    assert column(page, "theme") == ["出行环境提升"] * 2 + ["生态建设"] * 2


def test_unit_on_a_line_of_its_own_between_two_codes_stays_a_row_below_its_theme():
    page = page_of("\n".join((TITLE, THEMED, *LED[:2], "区财政局区残联正在拨款。", *LED[2:])))
    assert column(page, "code") == ["1.1", "1.2", "1.2", "2.1", "2.2"]
    assert column(page, "lead_units")[2] == ["区财政局"]


TABLE = "序号,项目名称,牵头单位,进展情况\n1,新建公厕3座,区住建局,已完成1座\n2,改造泵房9座,区水务局,已完成4座"


@pytest.mark.parametrize(
    "over",
    [
        "云溪区2031年民生实事工程任务清单及责任分工",
        "2031年重点民生实事项目1-9月进展情况一览表",
        "2031年重点民生实事项目9月进展情况汇总表(报送稿)",
        "2031年重点民生实事项目进展情况一览表,,,\n统计时间：截至2031年9月25日",
        "2031年重点民生实事项目进展情况一览表,,,\n责任科室：区政府办督查科",
    ],
)
def test_title_that_reads_like_a_header_over_a_table_of_cells_is_no_table(over):
    page = page_of(f"{over},,,\n{TABLE}", "a.csv")
    assert column(page, "item") == ["新建公厕3座", "改造泵房9座"]
    assert column(page, "progress") == ["已完成1座", "已完成4座"]


def test_unit_of_money_between_a_title_like_a_header_and_the_table_is_that_of_its_money():
    rows = "序号,项目名称,总投资,牵头单位\n1,新建公厕3座,500,区住建局\n2,改造泵房9座,30,区水务局"
    title = "云溪区2031年民生实事工程任务清单及责任分工"
    page = page_of(f"{title},,,\n单位：万元,,,\n{rows}", "a.csv")
    assert {r.investment_unit for r in page.records} == {"万元"}


@pytest.mark.parametrize("line", ["一览表", "工作进展情况一览表"])
def test_header_that_goes_on_with_rows_is_no_title_whatever_stands_behind(line):
    page = page_of("\n".join((TITLE, *map(glued, (HEADER, *ROWS)), line)))
    assert column(page, "lead_units")[:2] == [["区住建局"], ["区水务局"]]


LIKE_A_HEADER = "云溪区2031年民生实事工程任务清单及责任分工"


@pytest.mark.parametrize(
    "rows",
    [
        "序号目标任务牵头单位备注\n1新建口袋公园3个。区园林局续建\n2改造泵房5座。区水务局新增",
        "单位：万元\n序号 目标任务 总投资 牵头单位\n1 新建口袋公园3个。 80 区园林局\n2 改造泵房5座。 90 区水务局",
    ],
)
def test_title_like_a_header_over_the_header_of_rows_is_the_title(rows):
    page = page_of(f"{LIKE_A_HEADER}\n{rows}\n")
    assert page.notice.title == LIKE_A_HEADER
    assert [r.texts[Field.ITEM].value for r in page.records] == [
        "新建口袋公园3个。",
        "改造泵房5座。",
    ]


def test_line_like_a_title_over_rows_with_no_header_of_their_own_heads_them():
    page = page_of(
        "序号 工程任务 责任分工\n1 新建口袋公园3个。 区园林局\n2 改造泵房5座。 区水务局\n"
    )
    assert column(page, "lead_units") == [["区园林局"], ["区水务局"]]


GLUED_TITLE = "云溪区2031年重点民生实事9月份进展情况表"
GLUED_HEADER = "编号项目类别项目内容责任单位实际完成情况推进状态"
ON_ONE_LINE = (
    "1河湖治理疏浚沟渠4公里区水务局已完成正常推进"
    "2河湖治理加固堤防3处区水务局堤脚护坡完工正常推进"
    "3文化惠民新建阅览室9间区文旅局正在装修滞后"
)


def test_title_on_the_line_of_a_glued_header_gives_it_no_word():
    page = page_of(GLUED_TITLE + GLUED_HEADER + ON_ONE_LINE)
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "theme") == ["河湖治理", "河湖治理", "文化惠民"]
    assert column(page, "lead_units") == [["区水务局"], ["区水务局"], ["区文旅局"]]


def test_title_on_a_line_of_its_own_leaves_the_same_glued_header_as_it_is():
    page = page_of(GLUED_TITLE + "\n" + GLUED_HEADER + ON_ONE_LINE)
    assert column(page, "code") == ["1", "2", "3"]


ENDING_LIKE_TITLES = (
    "一举办比赛6场市文旅局297票决项目",
    "二开展培训300人次市文旅局、市商务局700省级民生实事",
    "三设立驿站市残联694.9省级民生实事",
    "四发放补贴30人市残联342市级民生实事",
)
COUNTED_HEADER = "序号主要内容责任部门投资额(万元)备注"


def test_row_counted_in_words_that_ends_like_a_title_stays_a_row():
    page = page_of("\n".join((TITLE, COUNTED_HEADER, *ENDING_LIKE_TITLES)))
    assert column(page, "code") == ["一", "二", "三", "四"]
    assert column(page, "remark")[1:] == ["省级民生实事", "省级民生实事", "市级民生实事"]


def test_row_without_a_code_that_ends_like_a_title_stays_a_row():
    rows = [row[1:] for row in ENDING_LIKE_TITLES if "三" not in row]
    page = page_of("\n".join((TITLE, COUNTED_HEADER[2:], *rows)))
    assert [units for units in column(page, "lead_units") if units] == [
        ["市文旅局"],
        ["市文旅局", "市商务局"],
        ["市残联"],
    ]


@pytest.mark.parametrize(
    "below",
    [
        "一图读懂云溪区2031年民生实事",
        "云溪区住建局2031年12件民生实事",
        "五、云溪区2031年其他民生实事",
        "云溪区2031年民生实事",
    ],
)
def test_title_below_rows_counted_in_words_is_no_row(below):
    rows = [row.replace("省级民生实事", "专债") for row in ENDING_LIKE_TITLES]
    page = page_of("\n".join((TITLE, COUNTED_HEADER, *rows, below)))
    assert len(page.records) == 4
    assert not any("云溪" in str(r.texts) for r in page.records)


@pytest.mark.parametrize(
    "below",
    [
        "2031年1-6月白鹭县林业局民生实事项目进展情况表",
        "附件2:白鹭县林业局民生实事项目推进情况表",
        "关于白鹭县林业局80亩造林民生实事项目",
        "白鹭县林业局2季度民生实事公示",
        "白鹭县林业局2031年第4批民生实事项目",
        "白鹭县林业局4批民生实事项目清单",
        "白鹭县林业局1-6月民生实事进展情况表",
        "2031年造林80亩县林业局民生实事项目",
        "三类重点民生实事项目进展情况表",
        "三明市林业局2031年第2批民生实事清单",
    ],
)
@pytest.mark.parametrize("codes", ["12", "一二"])
def test_title_of_a_month_or_a_batch_with_a_unit_ends_the_rows(codes, below):
    one, two = codes
    rows = [f"{one}修渠4公里县水务局已修3公里。", f"{two}装灯80盏县城管局已装9盏。"]
    page = page_of("\n".join((TITLE, "序号主要内容责任单位进展情况", *rows, below)))
    assert column(page, "lead_units") == [["县水务局"], ["县城管局"]]
    assert column(page, "progress") == ["已修3公里。", "已装9盏。"]


@pytest.mark.parametrize(("last", "told"), [("3.建桥2座。区住建局施工中", False), ("3.", True)])
def test_row_behind_the_last_code_that_stands_last_is_asked_about(last, told):
    body = "修渠4公里。区水务局已完工。1.造林9亩。区林业局已种完。2.装灯8盏。区城管局已装好。"
    page = page_of(f"{TITLE}\n主要内容责任单位进展情况序号\n{body}{last}")
    assert any(f.code == "rows-not-told" for f in page.findings)
    assert (len(page.records) == 2) is told
