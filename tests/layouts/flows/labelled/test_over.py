"""Words over labelled blocks: the theme or the leader of the blocks below them."""

import re

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

ITEMS = ["新建公厕3座", "改造泵房9座", "培训护工80名"]
HEADED = "{}\n牵头单位:区住建局\n完成情况:已开工"
NUMBERED = "{n}." + HEADED
INSIDE = "项目名称:" + HEADED
RUN_ON = HEADED.replace("\n", " ")
BRACKETS = re.sub("(?m)^(.*:.*)$", r"(\1)", INSIDE)
WAYS = [HEADED, NUMBERED, INSIDE, RUN_ON, BRACKETS]


def page(way, *over):
    """Give the page of three blocks with these lines over them, and nothing else."""
    blocks = [way.format(item, n=n) for n, item in enumerate(ITEMS, 1)]
    lines = [line for words, block in zip(over, blocks, strict=True) for line in (words, block)]
    return page_of(TITLE + "\n" + "\n".join(filter(None, lines)))


@pytest.mark.parametrize("way", WAYS)
def test_words_over_blocks_are_the_theme_of_those_below(way):
    read = page(way, "便民出行", "", "老有颐养")
    assert column(read, "item") == ITEMS
    assert column(read, "theme") == ["便民出行", "便民出行", "老有颐养"]
    assert column(read, "progress") == ["已开工"] * 3
    assert doubted(read) == set()


@pytest.mark.parametrize("way", WAYS)
def test_names_over_blocks_are_the_leaders_of_those_below(way):
    read = page(way, "欧阳岚", "", "顾川")
    assert column(read, "leaders") == [["欧阳岚"], ["欧阳岚"], ["顾川"]]
    assert column(read, "theme") == [None] * 3
    assert column(read, "item") == ITEMS


@pytest.mark.parametrize("way", WAYS)
def test_theme_and_leader_may_stand_over_each_other(way):
    read = page(way, "顾川\n安居保障", "老有颐养", "江一帆\n便民出行")
    assert column(read, "leaders") == [["顾川"], ["顾川"], ["江一帆"]]
    assert column(read, "theme") == ["安居保障", "老有颐养", "便民出行"]
    assert column(read, "item") == ITEMS


@pytest.mark.parametrize("words", ["平安", "安居保障"])
def test_words_that_only_look_like_a_name_are_a_theme(words):
    read = page(NUMBERED, words, "", "便民出行")
    assert column(read, "theme")[:2] == [words, words]
    assert column(read, "leaders") == [[], [], []]


@pytest.mark.parametrize("way", WAYS[1:3])
def test_words_over_a_later_block_alone_end_the_value_above(way):
    read = page(way, "", "其余在建", "")
    assert column(read, "theme") == [None] * 3
    assert "其余在建" in column(read, "progress")[0]


@pytest.mark.parametrize("bullet", ["◆", "● ", "▲"])
def test_words_behind_a_bullet_over_blocks_are_the_theme_without_it(bullet):
    read = page(NUMBERED, f"{bullet}便民出行", "", f"{bullet}老有颐养")
    assert column(read, "theme") == ["便民出行", "便民出行", "老有颐养"]
    assert column(read, "progress") == ["已开工"] * 3


def test_words_behind_a_bullet_over_a_later_block_alone_end_the_value_above():
    read = page(NUMBERED, "", "◆其余在建", "")
    assert column(read, "theme") == [None] * 3
    assert "其余在建" in column(read, "progress")[0]


@pytest.mark.parametrize("words", ["其余9处在建", "其余在建。", "区水务局", "已进场施工"])
def test_sentence_or_unit_over_a_block_is_no_theme(words):
    read = page(NUMBERED, "便民出行", words, "")
    assert column(read, "theme") == ["便民出行"] * 3


def test_words_over_words_are_no_theme_where_the_first_block_has_one_line_over_it():
    read = page(NUMBERED, "便民出行", "其余在建\n老有颐养", "")
    assert column(read, "theme") == ["便民出行", "老有颐养", "老有颐养"]
    assert "其余在建" in column(read, "progress")[0]


@pytest.mark.parametrize("way", [INSIDE, BRACKETS])
@pytest.mark.parametrize("count", ["", "(2项)"])
def test_leader_with_a_label_over_blocks_without_numbers_leads_those_below(way, count):
    read = page(way, f"分管领导:欧阳岚{count}", "", "")
    assert column(read, "leaders") == [["欧阳岚"]] * 3
    assert column(read, "item") == ITEMS


def test_label_of_leaders_at_the_end_of_some_blocks_is_no_heading():
    read = page(INSIDE, "", "分管领导:欧阳岚", "")
    assert column(read, "leaders") == [["欧阳岚"], [], []]


def test_label_of_leaders_at_the_end_of_blocks_is_no_heading_of_those_with_another_first_label():
    ends = (INSIDE + "\n区领导:欧阳岚").format(ITEMS[0])
    other = INSIDE.replace("项目名称", "实事内容")
    text = "\n".join([ends, other.format(ITEMS[1]), other.format(ITEMS[2])])
    assert column(page_of(f"{TITLE}\n{text}"), "leaders") == [["欧阳岚"], [], []]


def test_theme_under_a_numbered_one_is_the_theme():
    read = page(NUMBERED, "一、民生\n便民出行", "", "二、建设\n安居保障")
    assert column(read, "theme") == ["便民出行", "便民出行", "安居保障"]
    assert column(read, "progress") == ["已开工"] * 3


ALIKE = "{theme}\n" + NUMBERED


def test_theme_numbered_as_the_items_are_is_none_of_them():
    themes = ["1.便民出行", "2.老有颐养", "3.安居保障"]
    text = "\n".join(
        ALIKE.format(item, n=n, theme=theme)
        for n, (item, theme) in enumerate(zip(ITEMS, themes, strict=True), 1)
    )
    read = page_of(f"{TITLE}\n{text}\n{NUMBERED.format('修路', n=4)}")
    assert column(read, "theme") == [*themes, "3.安居保障"]
    assert column(read, "item") == [*ITEMS, "修路"]


def test_item_of_few_words_without_labels_above_the_next_one_is_no_theme():
    text = "\n".join([NUMBERED.format("修路", n=1), "2.便民出行", NUMBERED.format("架桥", n=3)])
    read = page_of(f"{TITLE}\n{text}")
    assert column(read, "item") == ["修路", "便民出行", "架桥"]


def test_part_of_a_list_is_a_theme():
    read = page(NUMBERED, "第一部分 便民出行", "", "第二部分 老有颐养")
    assert column(read, "theme")[1:] == ["第一部分 便民出行", "第二部分 老有颐养"]


@pytest.mark.parametrize(
    ("over", "themes"),
    [
        (
            ("一、便民出行", "老有颐养", "三、安居保障"),
            ["一、便民出行", "老有颐养", "三、安居保障"],
        ),
        (("一、便民出行", "\n老有颐养", ""), ["一、便民出行", "老有颐养", "老有颐养"]),
    ],
    ids=["a number is missing there", "a blank line above"],
)
@pytest.mark.parametrize("way", [HEADED, NUMBERED])
def test_theme_that_lost_its_number_is_the_theme_of_the_blocks_below(way, over, themes):
    read = page(way, *over)
    assert column(read, "theme") == themes
    assert column(read, "progress") == ["已开工"] * 3


@pytest.mark.parametrize("way", [HEADED, NUMBERED])
def test_words_below_a_value_where_no_number_of_a_theme_is_missing_go_on_with_it(way):
    read = page(
        way.replace("已开工", "已开工\n完成招标"), "一、便民出行", "稳步推进", "二、安居保障"
    )
    assert column(read, "theme") == ["一、便民出行", "一、便民出行", "二、安居保障"]
    assert "稳步推进" in column(read, "progress")[0]


@pytest.mark.parametrize("way", [NUMBERED, INSIDE])
def test_name_over_a_numbered_theme_leads_the_blocks_below(way):
    read = page(way, "欧阳岚\n一、便民出行", "", "顾川\n二、老有颐养")
    assert column(read, "leaders") == [["欧阳岚"], ["欧阳岚"], ["顾川"]]
    assert column(read, "theme") == ["一、便民出行", "一、便民出行", "二、老有颐养"]


def test_word_like_a_name_over_a_later_theme_alone_leads_nobody():
    read = page(INSIDE, "一、便民出行", "", "顾川\n二、老有颐养")
    assert column(read, "leaders") == [[]] * 3


def themed(*ends):
    """Give a page of four blocks under one numbered theme, with the end of each progress."""
    return page_of(
        f"{TITLE}\n\n一、便民出行\n"
        + "\n".join(
            f"{n}.新建公厕{n}座。\n牵头单位:区住建局\n进展情况:{end}"
            for n, end in enumerate(ends, 1)
        )
    )


DONE = "已完成1座。"


@pytest.mark.parametrize(
    "value", ["已完成招标,正在\n稳步推进", "已完成招标\n其余有序推进", "全部完成。\n持续推进"]
)
def test_words_below_the_widest_line_of_a_page_end_its_value_and_are_asked_about(value):
    read = themed(DONE, value, DONE, DONE)
    assert column(read, "theme") == ["一、便民出行"] * 4
    assert str(column(read, "progress")[1]).replace("\n", "") == value.replace("\n", "")
    assert (2, "progress") in doubted(read)


def test_words_below_a_narrow_line_on_a_page_of_wide_ones_are_a_theme_and_asked_about():
    wide = "已完成选址和招标,年内完工并投入使用。"
    read = themed(wide, "已开工\n老有颐养", wide, wide)
    assert column(read, "theme") == ["一、便民出行"] * 2 + ["老有颐养"] * 2
    assert column(read, "progress")[1] == "已开工"
    assert doubted(read) == {(2, "progress")}


@pytest.mark.parametrize("over", ["\n\n老有颐养", "\n二、老有颐养"])
def test_theme_with_a_number_or_a_blank_line_above_is_not_asked_about(over):
    read = themed(DONE, f"已完成招标{over}", DONE, DONE)
    assert column(read, "theme")[2:] == [over.strip()] * 2
    assert doubted(read) == set()


def led(*sections):
    """Give who leads each item of sections that number their items anew: (leader, items)."""
    lines = []
    for leader, items in sections:
        lines.append(f"分管领导:{leader}")
        lines += [
            f"{n}.{item};责任单位:区住建局;进展情况:已开工" for n, item in enumerate(items, 1)
        ]
    return column(page_of("\n".join((TITLE, *lines))), "leaders")


@pytest.mark.parametrize("counts", [(1, 1, 1), (2, 1, 1), (3, 1, 2)])
def test_labelled_leaders_over_few_items_each_lead_them(counts):
    people = ["副区长甲", "副区长乙", "副区长丙"]
    sections = [(who, ITEMS[:n]) for who, n in zip(people, counts, strict=True)]
    assert led(*sections) == [
        [who] for who, n in zip(people, counts, strict=True) for _ in range(n)
    ]


def test_label_of_a_leader_below_every_item_leads_that_one():
    lines = [f"{n}.{item};责任单位:区住建局\n分管领导:副区长甲" for n, item in enumerate(ITEMS, 1)]
    page = page_of("\n".join((TITLE, *lines)).replace("甲", "乙", 1))
    assert column(page, "leaders") == [["副区长乙"], ["副区长甲"], ["副区长甲"]]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("count", ["(2项)", "（共1项）", "(三项)", "(共两大项)"])
def test_words_with_the_number_of_their_projects_are_a_theme(way, count):
    read = page(way, "便民出行" + count, "", "老有颐养" + count)
    assert column(read, "item") == ITEMS
    assert column(read, "theme") == [f"便民出行{count}"] * 2 + [f"老有颐养{count}"]


COUNTED = "序号:{n}\n" + INSIDE


@pytest.mark.parametrize("named", ["项目名称", "任务内容", "实事项目名称"])
def test_words_over_the_number_of_a_named_item_are_a_theme(named):
    read = page(COUNTED.replace("项目名称", named), "便民出行", "安居", "老有颐养")
    assert column(read, "theme") == ["便民出行", "安居", "老有颐养"]
    assert column(read, "item") == ITEMS
    assert column(read, "code") == ["1", "2", "3"]


def test_words_over_the_number_of_an_item_without_a_name_are_the_item():
    read = page(COUNTED.replace("项目名称:{}", "资金:9万元"), *ITEMS)
    assert column(read, "item") == ITEMS
    assert column(read, "theme") == [None] * 3


def two_lists(first, second, code="{}、", last="进展情况:已开工"):
    """Give two lists of blocks counted from 1, each under its own line."""
    blocks = [f"{code.format(n)}改造泵房{n}座\n牵头单位:区水务局\n{last}" for n in (1, 2)]
    return page_of("\n".join((TITLE, first, *blocks, second, *blocks)))


@pytest.mark.parametrize("prefix", ["", "表2:", "附表2:"])
@pytest.mark.parametrize("code", ["{}、", "编号:{}\n项目名称:"])
def test_status_over_blocks_that_are_counted_anew_is_theirs_and_no_end_of_the_value_above(
    code, prefix
):
    page = two_lists("已完成项目", f"{prefix}未完成项目", code)
    assert column(page, "status") == ["已完成", "已完成", "未完成", "未完成"]
    assert column(page, "progress") == ["已开工"] * 4


def test_status_over_blocks_below_a_label_without_a_value_is_none_of_it():
    page = two_lists("已完成项目", "未完成项目", last="备注:")
    assert column(page, "remark") == [None] * 4
    assert column(page, "status")[2:] == ["未完成"] * 2


def test_status_below_a_label_without_a_value_is_its_value_where_no_list_begins_anew():
    blocks = [f"{n}、改造泵房{n}座\n牵头单位:区水务局\n完成情况:\n已完成" for n in (1, 2)]
    page = page_of("\n".join((TITLE, *blocks)))
    assert len(page.records) == 2
    assert "已完成" in {*column(page, "status"), *column(page, "progress")}


def test_words_that_name_projects_but_no_status_stay_where_they_were():
    page = two_lists("", "配套附属工程")
    assert "配套附属工程" in str([r.texts for r in page.records])
    assert column(page, "status") == [None] * 4


@pytest.mark.parametrize(
    "second", ["年内计划完成项目", "力争提前完成的项目", "新增项目", "推进项目"]
)
def test_heading_of_a_plan_or_of_other_projects_ends_the_status_above_it(second):
    page = two_lists("已完成项目", second)
    assert column(page, "status") == ["已完成", "已完成", None, None]
    assert column(page, "theme") == [None, None, second, second]
    assert column(page, "progress") == ["已开工"] * 4


@pytest.mark.parametrize("first", ["计划完成项目", "拟于年底前完工的项目", "待办结事项"])
def test_heading_of_a_plan_over_the_first_block_tells_no_status(first):
    page = two_lists(first, "已完成项目")
    assert column(page, "status") == [None, None, "已完成", "已完成"]


def test_words_that_name_projects_below_a_value_of_the_same_list_end_no_status():
    blocks = [
        f"{n}、改造泵房\n牵头单位:区水务局\n进展情况:正在建设\n配套附属工程" for n in (1, 2, 3)
    ]
    page = page_of("\n".join((TITLE, "未完成项目", *blocks)))
    assert column(page, "status") == ["未完成"] * 3
