"""Labels that nobody knows: guessed by what their values look like, and asked about."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

BLOCK = "{n}.新建公厕{n}座\n{lead}:区住建局、区水务局\n{said}:已完成{n}座,其余正在推进。\n备注:市级"


def page(lead="牵头单位", said="进展情况"):
    return page_of(
        TITLE + "\n" + "\n".join(BLOCK.format(n=n, lead=lead, said=said) for n in (2, 3, 4))
    )


def test_label_nobody_knows_over_units_is_who_leads_and_is_asked_about():
    read = page(lead="落实一方")
    assert column(read, "lead_units") == [["区住建局", "区水务局"]] * 3
    assert {(n, "lead_units") for n in (1, 2, 3)} <= doubted(read)


def test_label_nobody_knows_over_reports_is_the_progress_and_is_asked_about():
    read = page(said="眼下怎样")
    assert column(read, "progress")[0] == "已完成2座,其余正在推进。"
    assert {(n, "progress") for n in (1, 2, 3)} <= doubted(read)


def test_label_nobody_knows_beside_those_that_say_it_takes_nothing_from_them():
    lines = "\n".join(BLOCK.format(n=n, lead="牵头单位", said="进展情况") for n in (2, 3, 4))
    read = page_of(f"{TITLE}\n" + lines.replace("备注:市级", "居民怎么看:已经很好,还想再建。"))
    assert column(read, "progress")[0] == "已完成2座,其余正在推进。"
    assert doubted(read) == set()


def test_label_nobody_knows_over_mere_texts_is_no_goal():
    read = page_of(
        f"{TITLE}\n"
        + "\n".join(BLOCK.format(n=n, lead="牵头单位", said="居民怎么看") for n in (2, 3, 4))
        .replace("已完成", "大家想要")
        .replace("其余正在推进", "越快越好")
    )
    assert column(read, "goal") == [None] * 3


@pytest.mark.parametrize("word", ["困难和问题", "存在困难问题"])
def test_label_put_together_from_parts_is_one_wherever_it_begins_a_line(word):
    blocks = [BLOCK.format(n=n, lead="牵头单位", said="进展情况") for n in range(2, 9)]
    blocks[3] = blocks[3].replace("\n备注", f"\n{word}:首次招标流标\n备注")
    read = page_of(f"{TITLE}\n" + "\n".join(blocks))
    assert column(read, "explanation")[3] == "首次招标流标"
    assert column(read, "progress")[3] == "已完成5座,其余正在推进。"


def test_word_with_a_colon_that_no_parts_make_is_none_where_it_stands_once():
    blocks = [BLOCK.format(n=n, lead="牵头单位", said="进展情况") for n in range(2, 9)]
    blocks[3] = blocks[3].replace("\n备注", "\n居民怎么看:已经很好\n备注")
    read = page_of(f"{TITLE}\n" + "\n".join(blocks))
    assert "居民怎么看" in column(read, "progress")[3]
