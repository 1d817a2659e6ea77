import pytest

from shishi.layouts.flows.labelled.labels import find_labels
from shishi.layouts.flows.labelled.standing import cut_to_page, keep_labels
from shishi.layouts.words.dialect import COMMON
from tests.layouts.flows.labelled.test_starts import lines_of


def kept(*page):
    lines = [find_labels(line) for line in page]
    labels = keep_labels(lines, plain=page, dialect=COMMON)
    return [[label.word for label in found] for found, _ in labels]


def doubted(*page):
    lines = [find_labels(line) for line in page]
    labels = keep_labels(lines, plain=page, dialect=COMMON)
    return [[label.word for label in words] for _, words in labels]


LINES = ["责任单位:区水务局", "完成情况:已开工"]


def test_labels_that_begin_lines_are_none_inside_a_text():
    page = [*LINES, "责任单位:区住建局", "完成情况:街道责任单位:进场"]
    assert kept(*page)[-1] == ["完成情况"]
    assert doubted(*page)[-1] == []


def test_labels_that_run_on_stand_right_behind_a_text():
    line = "1.新建绿道5公里责任单位:区水务局完成情况:已开工"
    assert kept(line, line) == [["责任单位", "完成情况"]] * 2


def test_label_that_runs_on_but_once_is_doubted_where_it_may_be_a_word():
    line = "1.新建绿道责任单位:区水务局完成情况:已开工"
    once = "2.新建绿道责任单位:区水务局完成情况:已开工阶段目标:9月完工"
    assert kept(line, line, once)[-1] == ["责任单位", "完成情况"]
    assert doubted(line, line, once)[-1] == ["阶段目标"]


@pytest.mark.parametrize("times", [1, 3])
def test_word_that_no_list_has_is_a_label_where_it_begins_line_after_line(times):
    page = [*LINES, "受益人群:老人"] * times
    assert ["受益人群"] in kept(*page) or times == 1
    assert ["受益人群"] not in kept(*page) or times == 3


QUARTERS = ["一季度:完成招标", "二季度:完工"]


@pytest.mark.parametrize(
    ("above", "found"),
    [("配合单位:区财政局", True), ("项目总投资:300万元", True), ("年度目标:建成2座", False)],
)
def test_periods_alone_are_labels_where_no_prose_stands_before_them(above, found):
    block = ["责任单位:区水务局", above, *QUARTERS]
    last = kept(*block, *block)[-2:]
    assert last == ([["一季度"], ["二季度"]] if found else [[], []])


@pytest.mark.parametrize("value", ["/", "—", "300", "76.5万元"])
def test_periods_behind_a_word_nobody_knows_are_labels_where_its_value_is_no_text(value):
    block = ["责任单位:区水务局", f"累计使用:{value}", *QUARTERS]
    assert kept(*block, *block)[-2:] == [["一季度"], ["二季度"]]
    block = ["责任单位:区水务局", "累计使用:改泵房", *QUARTERS]
    assert kept(*block, *block)[-2:] == [[], []]


LINE = "年度目标:改泵房。{0}一季度:完成招标。{0}二季度:完工。  责任单位:区水务局  完成情况:已开工"


def test_periods_behind_as_wide_a_gap_as_all_labels_are_labels():
    assert "一季度" in kept(LINE.format("  "), LINE.format("  "))[0]
    assert "一季度" not in kept(LINE.format(" "), LINE.format(" "))[0]


def test_periods_behind_a_wide_gap_are_lines_of_the_prose_where_labels_have_none():
    page = [LINE.format("  ").replace("  责任", " 责任").replace("  完成情", " 完成情")] * 2
    assert "一季度" not in kept(*page)[0]


@pytest.mark.parametrize(("frame", "found"), [("【{}】", True), ("{}:", False)])
def test_periods_in_frames_are_labels_where_all_labels_have_frames(frame, found):
    words = ("年度目标", "责任单位", "一季度")
    block = [f"{frame.format(w)}改泵房" for w in words[1::-1]] + ["【一季度】完成招标"]
    assert kept(*block, *block)[-1] == (["一季度"] if found else [])


@pytest.mark.parametrize(("frame", "found"), [("【{}】", True), ("{}:", False)])
def test_periods_in_frames_are_labels_beside_labels_without_in_the_value_of_another(frame, found):
    units = f"{frame.format('责任部门')}牵头单位:区水务局 配合单位:区财政局"
    goal, quarters = f"{frame.format('年度目标')}改泵房。", "【一季度】招标。【二季度】完工。"
    line = f"{frame.format('建设内容')}改泵房。  {units}  {goal}  {quarters}"
    assert ("一季度" in kept(line, line)[0]) is found


def test_periods_behind_prose_are_doubted_where_others_are_labels():
    behind, apart = ["完成情况:已开工", *QUARTERS], ["责任单位:区水务局", *QUARTERS]
    assert kept(*behind, *behind, *apart)[-2:] == [["一季度"], ["二季度"]]
    assert kept(*behind, *behind, *apart)[1:3] == [[], []]
    assert doubted(*behind, *behind, *apart)[1:3] == [["一季度"], ["二季度"]]
    assert doubted(*behind, *behind)[1:3] == [[], []]


def kept_below(*page):
    """Give the labels that are kept where the numbers of the lines above them count."""
    text = "\n".join((*page, ""))
    return [[x.word for x in line.labels] for line in lines_of(text)]


@pytest.mark.parametrize(("mark", "found"), [("{}.", True), ("({})", True), ("", False)])
def test_periods_right_below_the_numbered_lines_of_items_are_labels(mark, found):
    below = ["完成情况:已开工", "责任单位:区水务局", "备注:纳入督办"]
    page = [x for n in (1, 2, 3) for x in (mark.format(n) + "改造泵房", *QUARTERS, *below)]
    labels = [["一季度"], ["二季度"]] if found else [[], []]
    assert kept_below(*page)[1:3] == labels


def test_periods_below_entries_of_a_goal_that_count_anew_in_each_block_are_none():
    block = ["责任单位:区水务局", "年度目标:", "1.改造泵房", *QUARTERS, "2.新建绿道", *QUARTERS]
    assert kept_below(*block, *block, *block)[3:5] == [[], []]


def cut(*page):
    found = [find_labels(line) for line in page]
    labels = cut_to_page(found, plain=page, dialect=COMMON)
    return [(page[0][: x.start][-2:], x.word, x.sure) for x in labels[0]]


STATES = ["1.修路责任单位:区水务局状态:正常", "2.架桥责任单位:区残联状态:正常", "责任单位:甲镇"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("3.挖井状态:滞后责任单位:区水务局", ("滞后", "责任单位", True)),
        ("3.挖井责任单位:区水务局下步专班推进状态:正常", ("推进", "状态", False)),
    ],
)
def test_end_of_a_value_is_left_out_of_the_label_behind_it(line, found):
    assert found in cut(line, *STATES)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("3.挖井 推进状态:正常", "推进状态"),
        ("3.挖井【区级责任单位】区水务局", "区级责任单位"),
        ("区级责任单位:区水务局", "区级责任单位"),
        ("3.挖井责任单位:区水务局年度目标:9口", "年度目标"),
        ("3.挖井阶段目标:3口目标:9口", "阶段目标"),
    ],
)
def test_label_that_stands_by_itself_or_has_no_shorter_one_on_the_page_is_left_whole(line, word):
    assert word in [label for _, label, _ in cut(line, *STATES)]


@pytest.mark.parametrize(("end", "sure"), [("。", True), ("；", True), ("", False)])
def test_label_of_spaced_ones_without_a_space_is_sure_behind_the_end_of_a_sentence(end, sure):
    page = [f"1.新建绿道{n}公里 责任单位:区水务局 完成情况:已开工 阶段目标:完工" for n in range(9)]
    page.append(f"2.新建绿道5公里{end}责任单位:区水务局 完成情况:已开工")
    found = cut_to_page([find_labels(line) for line in page], plain=page, dialect=COMMON)
    assert [label.sure for label in found[-1]] == [sure, True]


LONG = "情况说明(滞后原因及下步工作打算)"


def test_label_with_a_long_bracket_is_one_where_the_page_repeats_it():
    page = [*LINES, f"{LONG}:受雨季影响", "责任单位:区住建局", f"{LONG}:资金不足"]
    assert kept(*page) == [["责任单位"], ["完成情况"], [LONG], ["责任单位"], [LONG]]


def test_word_with_a_long_bracket_that_stands_once_is_no_label():
    assert kept(*LINES, "责任单位:区住建局", f"{LONG}:资金不足")[-1] == []


FRAMED = "【责任部门】{}牵头单位:区水务局 配合单位:区财政局" + "".join(
    f"  【{word}】{value}。"
    for word, value in (
        ("年度目标", "改泵房"),
        ("项目级别", "区级"),
        ("资金来源", "区财政"),
        ("进展情况", "已开工"),
        ("完成时限", "11月底"),
        ("下步措施", "抓紧验收"),
        ("备注", "纳入督办"),
    )
)


@pytest.mark.parametrize(("before", "sure"), [("", True), (" ", True), ("水务", False)])
def test_label_right_behind_a_frame_is_sure_where_spaces_stand_before_all_others(before, sure):
    page = [FRAMED.format(before), *[FRAMED.format("")] * 8]
    [found] = [label for label in cut(*page) if label[1] == "牵头单位"]
    assert found[2] is sure
