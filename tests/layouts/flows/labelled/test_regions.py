import pytest

from tests.layouts.invented import TITLE, codes, column, page_of

ONE = "1.新建公厕3座\n牵头单位:区住建局\n完成情况:已招标\n其余进场\n"


def progress(*blocks):
    return column(page_of(TITLE + "\n\n" + "\n".join(blocks)), "progress")


@pytest.mark.parametrize("last", ["完成情况:已招标\n其余进场", "完成情况:\n其余进场"])
def test_last_value_goes_on_as_far_as_those_of_its_label_do(last):
    two = f"2.改造泵房9座\n牵头单位:区水务局\n{last}"
    assert progress(ONE, two)[1].endswith("其余进场")
    assert progress(ONE, two, "\n此件公开发布")[1].endswith("其余进场")


def test_value_alone_under_the_last_label_is_read():
    alone = ONE.replace("完成情况:已招标\n其余进场", "\n完成情况:\n已招标\n")
    assert progress(alone, alone.replace("1.", "2.").strip()) == ["已招标", "已招标"]


@pytest.mark.parametrize("line", ["\n此件公开发布", "来源:区府办"])
def test_line_below_the_last_value_that_stands_apart_is_none_of_it(line):
    two = "2.改造泵房9座\n牵头单位:区水务局\n完成情况:已招标"
    assert progress(ONE, two, line)[1] == "已招标"


def test_line_below_the_last_value_is_none_of_it_where_values_are_one_line():
    one = ONE.replace("其余进场\n", "")
    assert progress(one, one.replace("1.", "2."), "此件公开发布")[1] == "已招标"


LABELLED = "1.新建公厕3座\n牵头单位:\n区住建局\n完成情况:\n{}\n进度状态:\n正常\n2.改造泵房9座\n牵头单位:\n区水务局\n完成情况:\n已完成4座\n进度状态:\n正常"


@pytest.mark.parametrize(
    "value", ["已完成年度目标任务", "全年目标任务已完成", "年度民生实事项目进展情况良好"]
)
def test_value_that_reads_like_a_title_ends_no_blocks_below_its_label(value):
    page = page_of(f"{TITLE}\n\n{LABELLED.format(value)}")
    assert column(page, "item") == ["新建公厕3座", "改造泵房9座"]
    assert column(page, "progress") == [value, "已完成4座"]


@pytest.mark.parametrize("foot", ["打印本页", "附件2"])
def test_foot_of_the_page_below_a_label_alone_is_no_value(foot):
    page = page_of(f"{TITLE}\n\n{LABELLED.format('已完成1座')}\n备注:\n{foot}")
    assert column(page, "item") == ["新建公厕3座", "改造泵房9座"]
    assert foot not in (column(page, "remark")[-1] or "")


WRAPPED = "{n}.新建公厕{n}座。\n牵头单位:区住建局\n进展情况:{value}"


def last(value, *others):
    values = (*others, value)
    return progress(*(WRAPPED.format(n=n, value=v) for n, v in enumerate(values, 1)))[-1]


HALVES = "已完成招标,正在\n办理施工许可。"


@pytest.mark.parametrize("foot", ["— 3 —", "第3页/共12页", "— 3 —\n— 4 —"])
def test_last_value_goes_on_behind_the_number_of_a_page(foot):
    value = HALVES.replace("\n", f"\n{foot}\n")
    assert last(value, HALVES, HALVES) == "已完成招标,正在办理施工许可。"


@pytest.mark.parametrize("foot", ["— 3 —", "打印"])
def test_last_value_that_ends_in_a_comma_goes_on_behind_any_foot(foot):
    assert last(f"已完成招标,\n{foot}\n已开工。", "已开工。") == "已完成招标,已开工。"


@pytest.mark.parametrize(
    "value",
    [
        "已完成招标。\n— 3 —\n区府办制",
        "已完成招标\n打印\n区府办制",
        "已完成招标。\n打印\n— 3 —\n区府办制",
    ],
    ids=["sentence ended", "button", "both"],
)
def test_line_behind_the_foot_of_a_page_is_none_of_a_value_that_ended(value):
    assert last(value, HALVES, HALVES).rstrip("。") == "已完成招标"


@pytest.mark.parametrize("foot", ["— 3 —", "打印"])
def test_foot_of_the_page_behind_the_last_value_is_none_of_it(foot):
    assert last(f"{HALVES}\n{foot}", HALVES) == "已完成招标,正在办理施工许可。"


FIRST = "责任单位:区教育局\n进展情况:完成2所。\n"
REST = [
    f"{n}.{item}\n责任单位:区城管局\n进展情况:完成{n}处。"
    for n, item in ((2, "新建游园8处"), (3, "建亭6座"))
]


def test_blocks_whose_first_item_was_cut_off_are_read_and_that_item_is_asked_for():
    page = page_of(FIRST + "\n".join(REST))
    assert column(page, "item") == [None, "新建游园8处", "建亭6座"]
    assert column(page, "lead_units") == [["区教育局"], ["区城管局"], ["区城管局"]]
    assert "item-missing" in codes(page)


def test_labels_over_lines_that_are_not_counted_through_are_no_blocks_without_their_first_item():
    assert page_of(FIRST + "\n".join(REST).replace("3.", "2.")).records == ()


@pytest.mark.parametrize("office", ["云溪区人民政府办公室", "云溪区人民政府督查室"])
@pytest.mark.parametrize(("day", "signed"), [("2031年10月12日", True), ("各镇街", False)])
def test_unit_right_above_the_day_of_a_page_signs_it_and_is_no_name_of_the_last_list(
    day, signed, office
):
    blocks = [
        f"{n}.{item}\n进展情况:已开工\n责任单位:区城管局"
        for n, item in enumerate(("建园", "建亭"), 1)
    ]
    page = page_of("\n".join((TITLE, *blocks, office, day)))
    assert (column(page, "lead_units")[1] == ["区城管局"]) is signed


def test_label_over_groups_of_numbered_items_is_no_block_without_its_item():
    items = [f"{n}.新建游园{n}处\n进展情况:完成{n}处。" for n in (1, 2, 3, 4)]
    over = "责任单位:区城管局", "责任单位:区教育局"
    page = page_of("\n".join((TITLE, over[0], *items[:2], over[1], *items[2:])))
    assert len(page.records) == 4
    assert ["区教育局"] not in column(page, "lead_units")[:2]


@pytest.mark.parametrize("second", ["区财政局", "云溪区人民政府办公室"])
def test_unit_above_the_day_is_of_the_last_list_where_other_blocks_have_one_alone_too(second):
    blocks = [
        f"{n}.{item}\n进展情况:已开工\n责任单位:\n区城管局\n{second}"
        for n, item in enumerate(("建园", "建亭"), 1)
    ]
    page = page_of("\n".join((TITLE, *blocks, "2031年10月12日")))
    assert column(page, "lead_units") == [["区城管局", second]] * 2


def test_bureau_above_the_day_stays_in_the_last_list():
    blocks = [f"{n}.建园{n}处\n进展情况:已开工\n责任单位:区城管局" for n in (1, 2)]
    page = page_of("\n".join((TITLE, *blocks, "区财政局", "2031年10月12日")))
    assert column(page, "lead_units")[1] == ["区城管局", "区财政局"]


@pytest.mark.parametrize("part", ["任务一:完成招标\n任务二:进场施工", "项目1:东片"])
def test_words_that_count_parts_of_numbered_items_begin_no_blocks(part):
    blocks = [f"{n}.建园{n}处\n{part}\n牵头单位:区城管局\n进展情况:完成{n}处。" for n in (1, 2, 3)]
    page = page_of("\n".join((TITLE, *blocks)))
    assert column(page, "item") == ["建园1处", "建园2处", "建园3处"]
    assert column(page, "progress") == ["完成1处。", "完成2处。", "完成3处。"]


def test_words_that_count_projects_through_begin_blocks():
    blocks = [
        f"项目{n}:建园{n}处\n牵头单位:区城管局\n进展情况:完成{n}处。" for n in ("一", "二", "三")
    ]
    page = page_of("\n".join((TITLE, *blocks)))
    assert column(page, "item") == ["建园一处", "建园二处", "建园三处"]
