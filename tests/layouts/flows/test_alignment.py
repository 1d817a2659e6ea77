from itertools import pairwise, product

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.alignment import align, price
from shishi.layouts.flows.habits import SURE, usual
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Evidence, Grain, Prices
from shishi.records import Field
from tests.layouts.invented import TITLE, column, page_of

STATUSES = frozenset({"正常", "滞后", "超前"})
TABLE = "code theme item lead_units support_units progress"


def columns_of(names):
    return [Column(Field(name)) for name in names.split()]


def grains_of(text, *, whole=False):
    """Make a grain of each word; each | before a word is a blank line more than usual."""
    return [
        Grain(look_at(word.lstrip("|"), STATUSES), 1 + len(word) - len(word.lstrip("|")), whole)
        for word in text.split()
    ]


def read(text, names=TABLE):
    """Say for each word the column it was put in; "/" stands before the first of a row."""
    columns = columns_of(names)
    steps = align(Evidence(grains_of(text)), columns).steps
    return " ".join("/" * s.new_row + str(columns[s.column].field) for s in steps)


def unsure(text, names=TABLE):
    """Give the words that were read with a margin too small."""
    steps = align(Evidence(grains_of(text)), columns_of(names)).steps
    return [word for word, step in zip(text.split(), steps, strict=True) if step.margin < SURE]


ROW = "1 便民出行 新建公交站台30座。 区住建局 柳湖街道 已建成12座。"


def test_full_rows_are_read_cell_by_cell():
    text = f"{ROW} 2 养老托育 新增社区食堂5家。 区民政局 各街道 已开业2家。"
    row = "/code theme item lead_units support_units progress"
    assert read(text) == f"{row} {row}"
    assert unsure(text) == []


def test_merged_theme_and_blank_supporters_are_stepped_over():
    text = f"{ROW} 2 改造人行天桥2座。 区住建局 已完工1座。"
    assert read(text).split("/")[2] == "code item lead_units progress"


def test_paragraphs_of_a_numbered_list_stay_in_one_cell():
    text = "1 便民出行 新建公交站台30座。 区住建局 1.完成选址; 2.完成招标; 3.启动施工。 2 养老托育 新增社区食堂5家。 区民政局 已开业2家。"
    assert read(text).split("/")[1].split()[-3:] == ["progress"] * 3


def test_item_that_is_not_printed_under_a_shared_code_is_taken_for_merged():
    names = "code lead_units item progress"
    rows = "1 东篱镇 改造农村公厕不少于12座。 已完成4座。 菊溪镇 已完成1座。 2 区水务局 改造泵房9座。 已完成3座。"
    assert read(rows, names).split("/")[2].split() == ["lead_units", "progress"]


def test_row_with_a_code_is_not_taken_for_part_of_the_item_above():
    names = "code lead_units item progress"
    rows = "1 区水务局 改造泵房9座。 已完成3座。 2 区住建局 新建公厕3座。 已完成1座。"
    assert read(rows, names).count("item") == 2


def test_rows_under_a_code_that_numbers_a_theme_have_items_of_their_own():
    names = "code theme lead_units goal progress item remark"
    row = "区水务局 完成招标。 已选址{0}处。 改造老旧泵房{0}座。"
    rows = [row.format(n) for n in range(2, 8)]
    text = f"1 碧水蓝天 {' '.join(rows[:3])} 2 平安法治 {' '.join(rows[3:])}"
    assert read(text, names).count("item") == 6
    assert unsure(text, names) == []


def test_number_of_the_next_row_is_no_percentage_of_this_one():
    names = "code item lead_units percent"
    rows = "1 新建公厕3座。 区住建局 40% 2 改造泵房9座。 区水务局 3 新建公园2个。 区园林中心 70%"
    assert read(rows, names).split("/")[2:] == [
        "code item lead_units ",
        "code item lead_units percent",
    ]


def test_unit_that_may_lead_or_support_is_unsure():
    rows = "1 新建公厕3座。 区住建局 区水务局 柳湖街道 已完成1座。"
    assert set(unsure(rows, "code item lead_units support_units progress")) == {"区水务局"}


def test_list_of_units_after_a_comma_is_sure():
    rows = "1 新建公厕3座。 区住建局、 区水务局 柳湖街道 已完成1座。"
    assert unsure(rows, "code item lead_units support_units progress") == []


def test_end_of_a_cell_that_may_be_the_end_of_a_row_is_unsure():
    rows = "区住建局 新建公厕3座。 改造泵房9座;提升管网。"
    steps = align(Evidence(grains_of(rows)), columns_of("lead_units item")).steps
    assert steps[2].rival == steps[2].column
    assert steps[2].margin < SURE


def test_better_columns_cost_less():
    evidence = Evidence(grains_of(ROW))
    right, wrong = (
        columns_of(TABLE),
        columns_of("code theme progress support_units lead_units item"),
    )
    assert price(evidence, right) < price(evidence, wrong)


def test_price_is_that_of_the_reading_itself():
    evidence = Evidence(grains_of(ROW))
    assert price(evidence, columns_of(TABLE)) == align(evidence, columns_of(TABLE)).cost


def test_nothing_to_align_gives_no_steps():
    assert align(Evidence([]), columns_of(TABLE)).steps == ()
    assert price(Evidence([]), columns_of(TABLE)) == 0


@pytest.mark.parametrize("whole", [True, False])
def test_rows_begin_where_the_column_does_not_grow(whole):
    text = f"{ROW} 2 养老托育 新增社区食堂5家。 区民政局 各街道 已开业2家。"
    steps = align(Evidence(grains_of(text, whole=whole)), columns_of(TABLE)).steps
    assert steps[0].new_row
    for before, after in pairwise(steps):
        assert after.new_row == (after.column <= before.column and not after.continues)


def test_price_is_the_lowest_of_all_ways_through_the_columns():
    columns = columns_of("code lead_units item progress")
    evidence = Evidence(grains_of("1 新建公厕3座。 已完成1座。 菊溪镇 已完成2座。"))
    prices = Prices(evidence, columns, usual(columns))
    states = range(len(prices.states))
    ways = product(states, repeat=len(evidence.grains))
    assert price(evidence, columns) == min(cost_of(prices, way) for way in ways)


def cost_of(prices, way):
    """Add up one way by hand: where two grains share a state, joined or parted, what is cheaper."""
    cost = prices.first[way[0]] + prices.last[way[-1]]
    cost += sum(prices.fits[t][state] for t, state in enumerate(way))
    for t, (a, b) in enumerate(pairwise(way), 1):
        parted = prices.steps(t).into[b][a]
        cost += min(parted, prices.joints[t][b]) if a == b else parted
    return cost


def dearer(wide, *, more=(), cells="1 修路3条 区住建局 已开工"):
    """Say how much dearer a wider blank line before a paragraph makes a table of eight rows."""
    words = [w if w != "1" else str(n + 1) for n in range(8) for w in cells.split()]
    looks = [look_at(w, STATUSES) for w in words]
    columns = columns_of("code item lead_units support_units progress")
    without, told = (
        price(Evidence([Grain(k, 1 + (i in at)) for i, k in enumerate(looks)]), columns)
        for at in (set(more), {*more, wide})
    )
    return told - without


def test_wide_blank_line_before_no_blank_cell_is_dear_where_hardly_any_is_wide():
    assert dearer(wide=6) >= SURE


def test_wide_blank_line_is_cheap_where_a_blank_cell_is_or_many_are_wide():
    assert dearer(wide=7) <= 0
    assert dearer(wide=6, more=range(1, 32, 4)) <= SURE


def test_telephone_without_a_cell_before_it_is_no_report():
    cells = ["序号", "项目名称", "年度目标", "责任单位", "联系电话", "进展情况", "备注"]
    cells += [
        "1",
        "修建通村道路12公里",
        "路基完工。",
        "区交通局",
        "0571-1234567",
        "路基完成8公里。",
    ]
    cells += ["2", "改造卫生院3所", "区卫健局", "0571-7654321", "门诊楼已封顶。"]
    cells += ["3", "新建幼儿园2所", "主体封顶。", "区教育局", "13800000000", "土地已平整。", "跨年"]
    page = page_of("\n\n".join((TITLE, *cells)))
    told = ["路基完成8公里。", "门诊楼已封顶。", "土地已平整。"]
    assert column(page, "progress") == told
    assert column(page, "goal")[0::2] == ["路基完工。", "主体封顶。"]


def test_number_of_eight_digits_under_the_progress_is_no_telephone():
    cells = ["序号", "项目名称", "责任单位", "年度目标", "进展情况"]
    cells += ["1", "新增贷款", "区金融办", "20000000", "15000000"]
    cells += ["2", "新增就业补贴", "区人社局", "30000000", "25000000"]
    cells += ["3", "新增助学金", "区教育局", "40000000", "35000000"]
    page = page_of("\n\n".join((TITLE, *cells)))
    assert column(page, "progress") == ["15000000", "25000000", "35000000"]
