"""Labelled pages read to their end: lists with numbers, candidates, contacts and buttons between the blocks."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

UNDER = "1.新建公厕3座。\n牵头单位:区住建局\n进展情况:已完成1座。\n2.改造泵房9座。\n牵头单位:区水务局\n进展情况:已完成4座。"


@pytest.mark.parametrize("sign", [".", "、"])
def test_item_that_is_a_list_keeps_its_number_before_the_first_entry(sign):
    items = ["新建公厕3座。", "1.改造泵房9座;2.改造管网3公里。", "1.培训护工80名;2.培训教师9名。"]
    blocks = [
        f"{n}{sign}{item}\n牵头单位:区住建局\n进展情况:已开工。" for n, item in enumerate(items, 1)
    ]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "item") == items


def test_number_before_a_list_that_the_page_does_not_count_to_is_part_of_the_item():
    items = ["1.新建公厕3座。", "9.1.改造泵房9座;2.改造管网3公里。", "2.培训护工80名。"]
    blocks = [f"{item}\n牵头单位:区住建局\n进展情况:已开工。" for item in items]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert "9" not in column(page, "code")


CANDIDATES = "1.新建公厕3座。\n总投资(万元):300\n2.改造泵房9座。\n总投资(万元):80\n3.培训护工80名。\n总投资(万元):9"


def test_candidate_projects_that_nobody_answers_for_yet_are_read_under_their_title():
    page = page_of(f"2031年云溪区民生实事候选项目建议清单\n\n{CANDIDATES}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。", "培训护工80名。"]
    assert column(page, "investment") == ["300", "80", "9"]


@pytest.mark.parametrize(
    "text",
    [f"2031年云溪区政府采购预算一览表\n\n{CANDIDATES}", CANDIDATES],
    ids=["title of something else", "no title"],
)
def test_labels_of_money_alone_are_no_projects_without_a_title_that_says_so(text):
    assert page_of(text).records == ()


CONTACTS = "联系方式\n科室  联系人  电话\n督查科  王某  0348-6589645\n综合科  李某  0348-6589646\n"


def test_table_of_contacts_behind_blocks_is_no_part_of_the_last_value():
    page = page_of(f"{TITLE}\n\n{UNDER.replace('已完成4座。', '已完成4座')}\n{CONTACTS}")
    assert column(page, "progress") == ["已完成1座。", "已完成4座"]


def test_unit_on_the_line_above_a_table_of_contacts_stays_a_name():
    text = (
        UNDER.replace("进展情况", "配合单位")
        .replace("已完成1座。", "区民政局")
        .replace("已完成4座。", "区残联、\n区妇联")
    )
    page = page_of(f"{TITLE}\n\n{text}\n{CONTACTS}")
    assert column(page, "support_units")[-1] == ["区残联", "区妇联"]


def test_starred_leads_and_supporters_on_lines_of_their_own_are_told_apart():
    text = UNDER.replace("牵头单位:区住建局", "责任★及配合单位:★区住建局\n区残联、区妇联").replace(
        "牵头单位:区水务局", "责任★及配合单位:★区老年大学\n区水务局"
    )
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "lead_units") == [["区住建局"], ["区老年大学"]]
    assert column(page, "support_units") == [["区残联", "区妇联"], ["区水务局"]]


@pytest.mark.parametrize("line", ["打印", "— 3 —", "分享到:", "3.png"])
def test_line_of_the_web_page_between_blocks_parts_nothing(line):
    blocks = UNDER.split("\n2.")
    page = page_of(f"{TITLE}\n\n{blocks[0]}\n{line}\n2.{blocks[1]}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    assert len(page.headers) == 1


def test_title_between_blocks_begins_another_list():
    blocks = UNDER.split("\n2.")
    more = "3.培训护工80名。\n牵头单位:区民政局\n进展情况:已开班。\n4.培训教师9名。\n牵头单位:区教育局\n进展情况:已开班。"
    page = page_of(f"{TITLE}\n\n{blocks[0]}\n2.{blocks[1]}\n{TITLE.replace('9月', '8月')}\n{more}")
    assert len(page.headers) == 2


MORE = "3.培训护工80名。\n牵头单位:区民政局\n进展情况:已开班。"


def test_block_that_a_note_parts_from_the_others_is_read_too():
    blocks, more = UNDER.split("\n2."), MORE
    page = page_of(f"{TITLE}\n\n{blocks[0]}\n注:以下项目由市级部门牵头。\n2.{blocks[1]}\n{more}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。", "培训护工80名。"]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"], ["区民政局"]]


def test_block_of_labels_without_colons_that_a_note_parts_from_the_others_is_read_or_named():
    one, two = (
        UNDER.replace("牵头单位", "牵头单位:区住建局\n配合单位").replace(":", "\n").split("\n2.")
    )
    more = MORE.replace("牵头单位", "牵头单位:区住建局\n配合单位").replace(":", "\n")
    page = page_of(f"{TITLE}\n\n{one}\n注:以下项目由市级部门牵头。\n2.{two}\n{more}")
    named = {f.code for f in page.findings}
    assert "新建公厕3座。" in column(page, "item") or named & {"rows-unread", "table-without-rows"}


def test_single_block_with_other_labels_than_those_of_the_page_is_none_of_them():
    other = "会议议题\n预算\n责任处室\n区财政局\n完成时限\n9月"
    page = page_of(f"{TITLE}\n\n{other}\n注:以下项目由市级部门牵头。\n{UNDER}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
