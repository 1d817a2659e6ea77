"""Notes below labelled blocks, and marks for nothing in them."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

UNDER = "1.新建公厕3座。\n牵头单位:区住建局\n进展情况:已完成1座。\n2.改造泵房9座。\n牵头单位:区水务局\n进展情况:已完成4座。"


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ("备注:本表数据截至10月底。", None),
        ("说明:本表由区督查室汇总。", None),
        ("提前完成", "提前完成"),
        ("已完成年度目标任务", "已完成年度目标任务"),
    ],
)
def test_note_below_a_last_label_that_has_no_value_is_none(below, status):
    blocks = UNDER.replace("\n2.", "\n进度状态:正常\n2.") + "\n进度状态:"
    page = page_of(f"{TITLE}\n\n{blocks}\n{below}")
    assert column(page, "status") == ["正常", status]


def explained(*reasons, below):
    """Blocks with a reason each, and one line below the last."""
    blocks = [
        f"{n}.改造泵房{n}座。\n牵头单位:区水务局\n滞后原因:{r}" for n, r in enumerate(reasons, 1)
    ]
    return page_of(f"{TITLE}\n\n" + "\n".join(blocks) + f"\n\n{below}")


def test_note_below_the_last_block_is_no_second_reason_where_others_give_theirs_by_another_word():
    page = explained("用地未批", "图纸未审", below="说明:完成率按投资额计算。")
    assert column(page, "explanation") == ["用地未批", "图纸未审"]


def test_reason_below_the_word_that_others_have_is_the_last_blocks():
    page = explained(
        "用地未批", "", below="4.改造泵房9座。\n牵头单位:区水务局\n滞后原因:汛期停工。"
    )
    assert column(page, "explanation")[-1] == "汛期停工。"


@pytest.mark.parametrize(
    ("sum_of_money", "printed"),
    [("/。", "/"), ("无。", "无"), ("300。", "300。"), ("无线。", "无线。")],
)
def test_full_stop_behind_a_mark_for_nothing_is_none_of_it(sum_of_money, printed):
    blocks = [f"{n}.改造泵房{n}座。牵头单位:区水务局。备注:{sum_of_money}" for n in (1, 2)]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "remark")[0] == printed


def remarked(last, *own):
    """Blocks of which the first have these remarks, and one line below the last."""
    blocks = [f"{n}.改造泵房{n}座。\n牵头单位:区水务局\n进展情况:已选址。" for n in (1, 2, 3)]
    told = [block + (f"\n备注:{r}" if r else "") for block, r in zip(blocks, own, strict=True)]
    return page_of(f"{TITLE}\n\n" + "\n".join(told) + f"\n{last}")


NONE = ("", "", "")


@pytest.mark.parametrize("word", ["备注", "说明"])
def test_last_line_that_says_which_paper_prevails_is_no_remark_of_the_last_block(word):
    page = remarked(f"{word}:清单内容如有变动,以区政府公布的版本为准。", *NONE)
    assert column(page, "remark") == column(page, "explanation") == [None] * 3
    assert doubted(page) == set()


def test_one_remark_of_a_page_below_its_last_block_is_asked_about():
    page = remarked("备注:管线图已移交。", *NONE)
    assert column(page, "remark") == [None, None, "管线图已移交。"]
    assert doubted(page) == {(3, "remark")}


@pytest.mark.parametrize("words", ["续建", "点位以图纸为准。"])
def test_last_remark_is_the_last_blocks_where_others_have_theirs(words):
    page = remarked(f"备注:{words}", "新增", "续建", "")
    assert column(page, "remark") == ["新增", "续建", words]
    assert doubted(page) == set()


@pytest.mark.parametrize("words", ["待市级批复", "管线图已移交。"])
def test_second_remark_of_the_last_block_goes_on_with_its_first(words):
    page = remarked(f"备注:{words}", "新增", "续建", "资金已拨付")
    assert column(page, "item") == ["改造泵房1座。", "改造泵房2座。", "改造泵房3座。"]
    first, second, last = column(page, "remark")
    assert (first, second) == ("新增", "续建")
    assert last.startswith("资金已拨付")
    assert words.rstrip("。") in last


@pytest.mark.parametrize(
    "words",
    ["以上数据截至9月底。", "本表一式两份。", "填报人须签字。", "\n备注:各镇每月5日前报送。"],
)
def test_second_remark_below_the_last_block_that_speaks_of_the_list_is_left_to_it(words):
    last = words if words.startswith("\n") else f"备注:{words}"
    page = remarked(last, "新增", "续建", "资金已拨付")
    assert column(page, "remark") == ["新增", "续建", "资金已拨付"]


def test_one_remark_on_the_line_of_the_last_item_is_not_asked_about():
    blocks = [f"{n}.改造泵房{n}座。牵头单位:区水务局。进展情况:已选址。" for n in (1, 2, 3)]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks) + "备注:续建")
    assert column(page, "remark")[-1] == "续建"
    assert doubted(page) == set()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (("主体完工,绿化完成23%。", "已完成招标,正在进场。"), "progress"),
        (("23%", "61%"), "percent"),
    ],
)
def test_stage_of_the_works_below_its_label_is_a_report_or_a_share_as_its_values_say(values, field):
    blocks = [
        f"{n}.改造泵房{n}座。\n牵头单位:区水务局\n截至9月底形象进度:{value}"
        for n, value in enumerate(values, 1)
    ]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, field) == list(values)
