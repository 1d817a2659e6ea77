"""Labelled pages read to their end: lists with numbers, candidates, contacts and buttons between the blocks."""

import pytest

from tests.layouts.invented import TITLE, codes, column, page_of

UNDER = "1.新建公厕3座。\n牵头单位:区住建局\n进展情况:已完成1座。\n2.改造泵房9座。\n牵头单位:区水务局\n进展情况:已完成4座。"


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("2031年11月12日", False),
        ("备注:本表数据截至10月底。", False),
        ("本表数据截至10月底。", False),
        ("备注:以上项目由区督查室负责督办。", False),
        ("备注:纳入督办。", True),
    ],
)
def test_last_line_that_speaks_of_the_whole_list_is_no_part_of_the_last_project(below, kept):
    page = page_of(f"{TITLE}\n\n{UNDER}\n{below}")
    assert len(page.records) == 2
    printed = "".join(text.value for text in page.records[1].texts.values())
    assert (below.removeprefix("备注:") in printed) is kept


DAY, REMARK = "2031年10月8日", "备注:本表数据截至10月底。"


@pytest.mark.parametrize(("inner", "kept"), [(DAY, "progress"), (REMARK, "remark")])
def test_day_or_remark_between_blocks_parts_no_page_and_is_kept(inner, kept):
    first, last = UNDER.split("\n2.")
    page = page_of(f"{TITLE}\n\n{first}\n{inner}\n2.{last}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert inner.removeprefix("备注:") in column(page, kept)[0]


def test_day_below_a_label_alone_is_its_value_in_the_middle_of_a_block():
    blocks = [
        f"项目名称:新建公厕{n}座\n开工时间:\n2031年11月1{n}日\n牵头单位:区住建局\n进展情况:已开工"
        for n in (1, 2)
    ]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    printed = [str([t.value for t in (*r.texts.values(), *r.other.values())]) for r in page.records]
    assert ["2031年11月11日" in printed[0], "2031年11月12日" in printed[1]] == [True, True]


def test_remark_that_every_block_has_is_its_own_whatever_it_speaks_of():
    blocks = [f"项目名称:新建公厕{n}座\n牵头单位:区住建局\n{REMARK}" for n in (1, 2, 3)]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "remark") == ["本表数据截至10月底。"] * 3


def test_quarters_that_run_on_in_their_line_are_labels_behind_units_and_none_in_prose():
    quarters = "一季度:完成选址。 二季度:开工。"
    apart = [f"{n}.架桥{n}座 责任单位:区住建局 {quarters} 进展情况:已开工" for n in (1, 2, 3)]
    inside = [f"{n}.架桥{n}座 责任单位:区住建局 年度目标:建成;{quarters}" for n in (1, 2, 3)]
    page = page_of(f"{TITLE}\n\n" + "\n".join(apart))
    assert [*map(list, column(page, "lead_units"))] == [["区住建局"]] * 3
    assert [{k: t.value for k, t in r.other.items()} for r in page.records] == [
        {"一季度": "完成选址。", "二季度": "开工。"}
    ] * 3
    page = page_of(f"{TITLE}\n\n" + "\n".join(inside))
    assert column(page, "goal") == [f"建成;{quarters}"] * 3


def test_two_sums_of_money_in_each_block_are_two_fields_where_one_lacks_the_first():
    first, last = (
        "估算总投资(万元):90{n}\n",
        "已完成投资(万元):8{n}\n牵头单位:区住建局\n完成情况:已开工",
    )
    blocks = [
        f"{n}.架桥{n}座\n{'' if n == 2 else first.format(n=n)}{last.format(n=n)}"
        for n in range(1, 5)
    ]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "investment") == ["901", None, "903", "904"]
    assert [[t.value for t in r.other.values()] for r in page.records] == [
        [f"8{n}"] for n in range(1, 5)
    ]


def test_quarters_behind_a_name_and_behind_units_go_into_no_name():
    quarters = "一季度:完成选址\n二季度:开工\n进展情况:已开工"
    page = page_of(
        f"{TITLE}\n\n项目名称:新建小学1所\n{quarters}\n项目名称:架桥\n牵头单位:区住建局\n{quarters}"
    )
    assert column(page, "item") == ["新建小学1所", "架桥"]
    assert [*map(list, column(page, "lead_units"))] == [[], ["区住建局"]]


@pytest.mark.parametrize(
    ("below", "asked"),
    [
        ("正在验收。", True),
        ("2031年11月12日验收。", True),
        ("\n正在验收。", False),
        ("本表数据截至10月底。", False),
        ("区政府办公室", False),
    ],
)
def test_sentence_right_below_the_last_value_is_asked_about(below, asked):
    page = page_of(f"{TITLE}\n\n{UNDER}\n{below}")
    assert ("progress" in [f.place.field for f in page.findings]) is asked


def test_day_below_a_label_alone_is_its_value():
    blocks = [
        f"{n}.新建公厕{n}座。\n牵头单位:区住建局\n完成时限:\n2031年11月1{n}日" for n in (1, 2)
    ]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    told = [str([text.value for text in record.other.values()]) for record in page.records]
    told = told if any("日" in x for x in told) else column(page, "goal")
    assert all(f"2031年11月1{n}日" in text for n, text in enumerate(told, 1))


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


def listed(*items, label, title="2031年云溪区民生实事候选项目建议清单"):
    return f"{title}\n\n" + "\n".join(f"{n}.{x}\n{label}" for n, x in enumerate(items, 1))


PRIZES = ("一等奖", "二等奖", "三等奖")
TASKS = ("新建公厕3座。", "改造泵房9座。", "培训护工80名。")


@pytest.mark.parametrize("label", ["备注:区级项目", "总投资(万元):3"])
def test_candidate_projects_whose_items_read_like_tasks_are_read_and_not_asked_about(label):
    page = page_of(listed(*TASKS, label=label))
    assert column(page, "item") == list(TASKS)
    assert "list-unsure" not in codes(page)


def test_names_with_money_under_a_title_of_projects_are_read_and_asked_about():
    page = page_of(listed("城东公厕", "城西泵房", "城北管网", label="总投资(万元):3"))
    assert column(page, "item") == ["城东公厕", "城西泵房", "城北管网"]
    assert "list-unsure" in codes(page)


@pytest.mark.parametrize(
    ("title", "items", "label"),
    [
        ("2031年云溪区民生实事项目征集奖励公告", PRIZES, "金额(万元):3"),
        (
            "2031年云溪区民生实事项目征集公告",
            ("网上征集", "电话征集", "信函征集"),
            "备注:登录区政府门户网站",
        ),
        (
            "2031年云溪区民生实事项目公告",
            ("网上提交", "电话联系", "信函邮寄"),
            "备注:登录区政府门户网站",
        ),
    ],
    ids=["prizes", "ways to take part", "no money"],
)
def test_list_under_a_call_for_projects_is_none_of_projects(title, items, label):
    page = page_of(listed(*items, label=label, title=title))
    assert page.records == ()
    assert "no-project-table" in codes(page)


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


def blocks(*values, label="进展情况"):
    return (
        TITLE
        + "\n\n"
        + "\n".join(
            f"{n}.新建公厕{n}座。\n牵头单位:区住建局\n{label}:{value}"
            for n, value in enumerate(values, 1)
        )
    )


PHONES = "督查科 0348-6589645\n综合科 0348-6589646"
TOILETS = "已完成1座,分别为:\n城东公厕 中山路12号\n城西公厕 湖滨街3号"


@pytest.mark.parametrize("at", range(3))
def test_addresses_that_a_value_lists_are_a_part_of_it(at):
    values = ["已完成1座。"] * 3
    values[at] = TOILETS
    assert column(page_of(blocks(*values)), "progress") == values


@pytest.mark.parametrize("header", ["公厕 地址", "名称 服务窗口地址"])
def test_table_of_addresses_that_the_last_value_opens_is_a_part_of_it(header):
    value = TOILETS.replace(":\n", f":\n{header}\n")
    assert column(page_of(blocks("已完成1座。", value)), "progress")[1] == value


@pytest.mark.parametrize(
    "line",
    ["湖滨路1号 柳湖公园旁", "服务热线 05718888", "开工时间 20310630", "已支付 12345678"],
)
def test_line_with_an_address_a_telephone_a_date_or_a_sum_in_every_value_ends_no_blocks(line):
    page = page_of(blocks(*[f"已招标\n{line}"] * 3))
    assert column(page, "progress") == [f"已招标{line}"] * 3


def test_units_on_the_line_above_a_telephone_stay_in_their_list():
    units = "区民政局、\n区残联 区妇联"
    text = blocks(units, units, label="配合单位")
    for below in ("督查科 0348-6589645", f"科室 电话\n{PHONES}"):
        names = column(page_of(f"{text}\n{below}"), "support_units")
        assert names == [["区民政局", "区残联", "区妇联"]] * 2


def test_table_of_contacts_between_blocks_is_left_where_it_stands():
    one, two = blocks("已完成1座。", "已完成4座。").split("\n2.")
    page = page_of(f"{one}\n{CONTACTS}2.{two}")
    assert column(page, "item") == ["新建公厕1座。", "新建公厕2座。"]
    assert "0348-6589645" in column(page, "progress")[0]


@pytest.mark.parametrize(
    "way", ["\n联系方式\n{}", "\n办事窗口\n{}", "\n\n{}", "\n\n各科室联系方式\n{}"]
)
def test_table_of_contacts_that_a_title_or_a_blank_line_parts_from_the_last_value_is_no_part_of_it(
    way,
):
    table = CONTACTS.split("\n", 1)[1]
    values = ["已完成1座\n其余在建", "已完成4座\n其余在建"]
    read = column(page_of(blocks(*values) + way.format(table)), "progress")
    assert read == ["已完成1座其余在建", "已完成4座其余在建"]


def test_table_with_such_a_word_right_below_the_last_value_is_not_cut_from_it():
    table = f"科室 电话\n{PHONES}"
    values = ["已完成1座\n其余\n在建\n三处", f"已完成\n{table}"]
    assert "0348-6589646" in column(page_of(blocks(*values)), "progress")[1]


@pytest.mark.parametrize("number", ["第1页/共12页", "第1页,共12页", "第1页共12页", "第 1 页"])
def test_number_of_a_page_between_blocks_is_no_value(number):
    one, two = blocks("已完成1座。", "已完成4座。").split("\n2.")
    assert column(page_of(f"{one}\n{number}\n2.{two}"), "progress") == [
        "已完成1座。",
        "已完成4座。",
    ]


@pytest.mark.parametrize("line", ["第1页图纸已定稿", "已完成第1/12页"])
def test_words_about_a_page_are_a_value(line):
    assert line in column(page_of(blocks(f"已招标\n{line}", "已招标")), "progress")[0]


@pytest.mark.parametrize(
    "table",
    [
        "镇街  服务窗口地址  服务时间\n柳湖街道  湖滨路15号  8:30—17:00\n禾木镇  中山路2号  8:30—17:00\n",
        CONTACTS.split("\n", 1)[1],
    ],
    ids=["hours with a colon", "telephones"],
)
@pytest.mark.parametrize("below", ["", "填报说明:\n1.进展情况请控制在100字以内;"])
def test_title_over_a_table_of_contacts_is_no_part_of_a_sum_below_its_label(table, below):
    text = blocks("300", "80", label="总投资(万元)").replace("总投资(万元):", "总投资(万元):\n")
    page = page_of(f"{text}\n办事窗口\n{table}{below}")
    assert column(page, "investment") == ["300", "80"]


QUARTERS = ("一季度目标:完成立项", "二季度目标:开工", "三季度目标:完成一半", "四季度目标:完工")


def blocks_of_quarters(*left_out):
    """Give three blocks with a goal of the year and one of each quarter, without some lines."""
    blocks = (
        [
            f"({n})年度目标:新建公厕{n}座。",
            *QUARTERS,
            "责任部门:区住建局",
            "配合单位:区民政局",
        ]
        for n in (1, 2, 3)
    )
    text = "\n\n".join("\n".join(block) for block in blocks).split("\n")
    return "\n".join([TITLE, *(x for i, x in enumerate(text) if i not in left_out)])


@pytest.mark.parametrize("left_out", [(), (2,)])
def test_goals_of_four_quarters_in_a_block_are_goals_of_one_record(left_out):
    page = page_of(blocks_of_quarters(*left_out), "a.txt")
    assert column(page, "item") == [f"新建公厕{n}座。" for n in (1, 2, 3)]
    assert column(page, "lead_units") == [["区住建局"]] * 3


def test_progress_that_says_its_months_in_one_block_alone_is_the_progress_of_that_block():
    blocks = (
        f"{n}.新建公厕{n}座。\n牵头单位:区住建局\n{'1-9月' if n == 2 else ''}完成情况:已完成{n}座。"
        for n in (1, 2, 3)
    )
    page = page_of("\n".join([TITLE, *blocks]), "a.txt")
    assert column(page, "progress") == [f"已完成{n}座。" for n in (1, 2, 3)]
