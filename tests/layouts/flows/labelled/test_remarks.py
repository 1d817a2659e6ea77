"""The last line of labelled blocks: a remark on the whole list, or the last project's own."""

import pytest

from tests.layouts.invented import TITLE, codes, column, doubted, page_of

NONE = ("", "", "")


def told(last, *own):
    """Give blocks of which some have a line of their own, and one line below the last."""
    blocks = [f"{n}.改造泵房{n}座。\n牵头单位:区水务局\n进展情况:已选址。" for n in (1, 2, 3)]
    lines = [block + (f"\n{o}" if o else "") for block, o in zip(blocks, own, strict=True)]
    return page_of(f"{TITLE}\n\n" + "\n".join(lines) + f"\n{last}")


@pytest.mark.parametrize("own", [NONE, ("存在问题:图纸未审", "", "")])
@pytest.mark.parametrize(
    ("word", "words", "field"),
    [
        ("情况说明", "林地批复未到,开工时间以批复为准。", "explanation"),
        ("说明", "地下管线复杂,工期延后。", "remark"),
        ("说明", "上述工作因汛期停工。", "remark"),
        ("说明", "完成率由于汛期停工偏低。", "remark"),
        ("备注", "竣工时限以区政府批复为准。", "remark"),
        ("备注", "项目实施中,工期以批复为准。", "remark"),
        ("备注", "工程量清单以审定数为准。", "remark"),
    ],
)
def test_last_remark_that_may_be_the_last_projects_is_kept_and_asked_about(word, words, field, own):
    page = told(f"{word}:{words}", *own)
    if word == "说明" and own != NONE:
        field = "explanation"  # it says in its own word what 存在问题 says above
    assert column(page, field)[-1] == words
    assert doubted(page) == {(3, field)}


def test_last_reason_that_says_which_paper_prevails_is_the_last_projects_and_not_asked_about():
    page = told("滞后原因:林地未批,开工日期以批复为准。", *NONE)
    assert column(page, "explanation")[-1] == "林地未批,开工日期以批复为准。"
    assert doubted(page) == set()


@pytest.mark.parametrize("own", [NONE, ("存在问题:图纸未审", "", "")])
@pytest.mark.parametrize("word", ["备注", "说明"])
@pytest.mark.parametrize(
    "words",
    [
        "完成率按投资额计算。",
        "本表由区督查室汇总。",
        "各项数据由各镇报送。",
        "项目实施中如有变动,以正式文件为准。",
        "以上项目以区政府公布的文件为准。",
    ],
)
def test_last_remark_that_speaks_of_the_list_is_no_projects(word, words, own):
    page = told(f"{word}:{words}", *own)
    assert column(page, "explanation") == ["图纸未审" if own[0] else None, None, None]
    assert column(page, "remark") == [None] * 3
    assert doubted(page) == set()


@pytest.mark.parametrize("words", ["地下管线复杂,工期延后。", "开工时间以批复为准。"])
def test_last_explanation_is_not_asked_about_where_other_projects_have_one(words):
    page = told(f"情况说明:{words}", "情况说明:图纸未审", "", "")
    assert column(page, "explanation") == ["图纸未审", None, words]
    assert doubted(page) == set()


def valued(*values):
    """Give blocks whose progress stands on the line below its label."""
    blocks = [
        f"{n}.改造泵房{n}座。\n牵头单位:区水务局\n进展情况:\n{v}" for n, v in enumerate(values, 1)
    ]
    return page_of(f"{TITLE}\n\n" + "\n".join(blocks))


NOTED = "注:因汛期暂停,已完成4座。"


@pytest.mark.parametrize("values", [("已完成1座。", NOTED, "已完成2座。"), (NOTED,) * 3])
def test_value_that_begins_like_a_note_below_a_label_alone_is_kept_in_the_middle_of_a_page(values):
    page = valued(*values)
    assert column(page, "progress") == [*values]
    assert "no-project-table" not in codes(page)


@pytest.mark.parametrize(
    "note", ["注:本表数据截至10月底。", "填表人:王小明", "来源:区政府办公室", "打印本页"]
)
def test_note_on_the_list_or_foot_of_a_page_below_a_label_alone_is_no_value(note):
    assert column(valued("已完成1座。", note, "已完成2座。"), "progress")[1] is None


def test_note_below_the_last_label_is_none_where_no_other_value_begins_so():
    assert column(valued("已完成1座。", "已完成2座。", NOTED), "progress")[2] is None


ON_ALL = "备注:1.数据截至9月30日;2.标“/”表示无此项内容。"


def test_remark_on_the_whole_list_below_the_last_projects_own_is_none_of_it():
    page = told(ON_ALL, "备注:用地未批", "备注:", "备注:")
    assert len(page.records) == 3
    assert column(page, "remark") == ["用地未批", None, None]


def test_remark_on_the_whole_list_whose_word_has_no_frame_where_others_have_is_no_projects():
    page = told(ON_ALL, "【备注】用地未批", "", "")
    assert column(page, "remark") == ["用地未批", None, None]


@pytest.mark.parametrize("frame", ["备注:{}", "【备注】{}"])
def test_remark_under_the_word_and_in_the_frame_of_the_others_stays_the_last_projects(frame):
    page = told(frame.format("数据截至8月"), frame.format("用地未批"), "", "")
    assert column(page, "remark")[-1] == "数据截至8月"
