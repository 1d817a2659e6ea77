"""Short headings behind 一、 over one block each: themes, where a label below them tells the items."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

ITEMS = ["新建公厕3座", "改造泵房9座", "培训护工80名"]
THEMES = ["一、便民出行", "二、老有颐养", "三、平安社区"]
GOAL = "年度目标:全年完成\n"


def page(label, *, more="", over=THEMES, items=ITEMS):
    """Give the page of three blocks that begin with this label, each below a line."""
    rest = f"{more}牵头单位:区住建局\n完成情况:已开工"
    blocks = [f"{o}\n{label}:{item}\n{rest}" for o, item in zip(over, items, strict=True)]
    return page_of(TITLE + "\n\n" + "\n\n".join(blocks))


@pytest.mark.parametrize("more", ["", GOAL])
def test_heading_over_a_label_that_can_only_be_of_the_item_is_its_theme(more):
    read = page("项目名称", more=more)
    assert (column(read, "theme"), column(read, "item")) == (THEMES, ITEMS)
    assert column(read, "code") == [None] * 3
    assert doubted(read) == set()


@pytest.mark.parametrize("label", ["目标任务", "建设内容"])
def test_heading_is_a_theme_and_asked_about_where_the_goal_has_a_label_of_its_own(label):
    read = page(label, more=GOAL)
    assert (column(read, "theme"), column(read, "item")) == (THEMES, ITEMS)
    assert column(read, "goal") == ["全年完成"] * 3
    assert doubted(read) == {(n, "item") for n in (1, 2, 3)}


@pytest.mark.parametrize("more", ["", GOAL])
@pytest.mark.parametrize("label", ["任务", "实事内容"])
def test_heading_over_a_label_that_says_no_name_is_a_theme_and_asked_about(label, more):
    read = page(label, more=more)
    assert (column(read, "theme"), column(read, "item")) == (THEMES, ITEMS)
    assert doubted(read) == {(n, "item") for n in (1, 2, 3)}


@pytest.mark.parametrize("label", ["实事项目", "任务名称"])
def test_heading_over_a_label_of_the_name_is_not_asked_about(label):
    read = page(label)
    assert (column(read, "theme"), column(read, "item")) == (THEMES, ITEMS)
    assert doubted(read) == set()


def test_heading_over_several_blocks_is_a_theme_and_not_asked_about():
    read = page("任务", over=[THEMES[0], "", THEMES[1]])
    assert column(read, "item") == ITEMS
    assert doubted(read) == set()


def test_heading_is_the_item_where_the_label_below_it_is_of_the_goal():
    read = page("目标任务")
    assert column(read, "item") == ["便民出行", "老有颐养", "平安社区"]
    assert column(read, "goal") == ITEMS


def test_heading_is_the_item_where_it_says_what_is_to_be_done_or_the_label_does_not():
    tasks = page(
        "目标任务", more=GOAL, over=[f"{n}、{x}" for n, x in zip("一二三", ITEMS, strict=True)]
    )
    assert column(tasks, "item") == ITEMS
    mood = page("目标任务", more=GOAL, items=["群众满意", "服务更优", "环境更美"])
    assert column(mood, "item") == ["便民出行", "老有颐养", "平安社区"]
