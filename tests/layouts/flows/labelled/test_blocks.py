import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shishi.layouts.flows.labelled.blocks import find_blocks
from shishi.layouts.flows.labelled.parting import part_blocks
from shishi.layouts.flows.labelled.reading import read_lines, with_labels
from shishi.layouts.terms import terms_of
from shishi.places import Place
from shishi.readers.document import Paragraph
from shishi.readers.parts import whole_text
from shishi.rulebook import load_rulebook
from shishi.text.characters import Script
from tests.layouts.invented import TITLE, column, doubted, page_of

UNDER = "1.新建公厕3座。\n牵头单位:区住建局\n进展情况:已完成1座。\n2.改造泵房9座。\n牵头单位:区水务局\n进展情况:已完成4座。"
TERMS = terms_of(load_rulebook("default"), Script.SIMPLIFIED)
LABELLED = UNDER.replace("1.", "目标任务:").replace("2.", "目标任务:")


@pytest.mark.parametrize(
    "text",
    [
        UNDER,
        LABELLED,
        UNDER.replace("\n", "\n\n"),
        UNDER.replace("\n", "").replace("2.", "\n2."),
        UNDER.replace("1.", "").replace("2.", ""),
        UNDER.replace("1.", "(1)").replace("2.", "(2)"),
    ],
)
def test_projects_in_labelled_blocks_are_read(text):
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


def test_value_of_several_paragraphs_goes_on_to_the_next_label():
    text = UNDER.replace("已完成1座。", "1.已完成1座。\n2.其余进场。")
    assert column(page_of(f"{TITLE}\n\n{text}"), "progress")[0] == "1.已完成1座。\n2.其余进场。"


def test_leader_over_several_projects_leads_each_of_them():
    one, two = UNDER.split("\n2.")
    text = f"一、分管领导:欧阳岚\n{one}\n二、分管领导:顾长河\n2.{two}"
    assert column(page_of(f"{TITLE}\n\n{text}"), "leaders") == [["欧阳岚"], ["顾长河"]]


BLOCKS = [f"{n}.新建公厕{n}座。\n牵头单位:区住建局\n进展情况:已完成{n}座。" for n in range(1, 5)]


def test_block_without_the_lead_that_most_have_is_asked_who_leads_it():
    blocks = [*BLOCKS[:3], BLOCKS[3].replace("牵头单位:区住建局\n", "")]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "lead_units") == [["区住建局"]] * 3 + [[]]
    assert doubted(page) == {(4, "lead_units")}


def test_blocks_of_which_half_have_no_lead_are_asked_nothing():
    blocks = [block.replace("牵头单位:区住建局\n", "") for block in BLOCKS[:2]] + BLOCKS[2:]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert doubted(page) == set()


@pytest.mark.parametrize(
    "text",
    [
        "责任单位:区住建局",
        "会议议题:预算\n责任单位:区财政局\n会议议题:决算\n责任单位:区审计局",
        "联系人:方朔\n完成时限:9月\n联系人:江枫\n完成时限:10月",
    ],
)
def test_labels_without_projects_are_no_blocks(text):
    assert page_of(f"{TITLE}\n\n{text}").records == ()


def test_notes_under_a_table_are_no_blocks():
    table = "序号 | 项目名称 | 牵头单位\n1 | 新建公厕3座。 | 区住建局\n2 | 改造泵房。 | 区水务局"
    page = page_of(f"{TITLE}\n{table}\n\n备注:进展情况另表。\n牵头单位:首位为主。")
    assert len(page.records) == 2


def block(number):
    return f"{number}.新建公厕{number}座\n责任单位:区住建局\n完成情况:已完成1座"


def themes(text):
    return column(page_of(text), "theme")


def test_short_words_alone_above_a_numbered_item_are_the_theme_of_its_block():
    text = f"便民出行\n{block(1)}\n{block(2)}\n城市更新\n{block(3)}"
    assert themes(text) == ["便民出行", "便民出行", "城市更新"]


def test_end_of_a_value_above_a_numbered_item_is_no_theme():
    text = f"{block(1)}\n其余点位在建\n{block(2)}\n{block(3)}"
    assert themes(text) == [None, None, None]


def test_furniture_above_the_first_item_is_no_theme():
    assert themes(f"字号 大 中 小\n{block(1)}\n{block(2)}") == [None, None]


def test_label_whose_value_sounds_like_a_title_belongs_to_its_block():
    page = page_of(f"{block(1)}\n备注:列入省级民生实事\n{block(2)}\n备注:续建")
    assert column(page, "remark") == ["列入省级民生实事", "续建"]


def test_label_without_a_value_leaves_its_cell_blank():
    page = page_of(f"{TITLE}\n\n{UNDER.replace('区住建局', '')}")
    assert column(page, "lead_units") == [[], ["区水务局"]]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


@pytest.mark.parametrize(
    "words", ["对照年度目标:已超额。", "各责任单位:倒排工期。", "其中重点任务:过半。"]
)
def test_word_of_a_sentence_with_a_colon_is_no_label(words):
    page = page_of(f"{TITLE}\n\n{UNDER.replace('已完成1座。', '已完成1座。' + words)}")
    assert column(page, "progress")[0] == "已完成1座。" + words
    assert doubted(page) == set()


def test_labels_that_take_turns_fill_one_column():
    other = UNDER.replace("牵头单位", "责任单位").replace("进展情况", "完成情况")
    other = other.replace("1.", "3.").replace("2.", "4.")
    page = page_of(f"{TITLE}\n\n{UNDER}\n{other}")
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]] * 2
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"] * 2


def test_labels_of_one_meaning_in_one_block_stay_apart():
    both = UNDER.replace("\n进展", "\n责任单位:区财政局\n进展")
    page = page_of(f"{TITLE}\n\n{both}")
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "support_units") == [["区财政局"], ["区财政局"]]


def test_words_in_brackets_are_labels_without_a_colon():
    framed = re.sub("(目标任务|牵头单位|进展情况):", r"【\1】", LABELLED)
    page = page_of(f"{TITLE}\n\n{framed}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]


def test_block_whose_first_label_is_blank_begins_at_its_number():
    page = page_of(f"{TITLE}\n\n{UNDER.replace(chr(10) + '牵头单位:区水务局', '')}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "lead_units") == [["区住建局"], []]


def test_entries_of_a_list_begin_no_blocks():
    listed = UNDER.replace("已完成1座。", "1.完成1座;\n2.开工1座;\n3.其余进场。")
    page = page_of(f"{TITLE}\n\n{listed}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "progress")[0] == "1.完成1座;\n2.开工1座;\n3.其余进场。"


def test_line_between_a_value_and_an_item_without_numbers_is_doubted():
    text = UNDER.replace("1.", "").replace("2.", "其余点位进场\n")
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert {(1, "progress"), (2, "item")} <= doubted(page)


def test_blank_line_between_blocks_tells_the_item_from_the_value_above():
    text = UNDER.replace("1.", "").replace("2.", "其余点位进场\n\n")
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "progress")[0] == "已完成1座。\n其余点位进场"
    assert doubted(page) == set()


def test_label_that_stands_twice_in_a_block_is_doubted():
    text = UNDER.replace("进展情况:已完成1座。", "进展情况:已完成1座。 进展情况:其余进场。")
    text = text.replace("\n", " ").replace(" 2.", "\n2.")
    assert (1, "progress") in doubted(page_of(f"{TITLE}\n\n{text}"))


def test_theme_over_blocks_with_labels_only_is_no_item():
    four = f"{LABELLED}\n二、供水保障\n{LABELLED}"
    page = page_of(f"{TITLE}\n\n一、环境卫生\n{four}")
    assert column(page, "theme") == ["一、环境卫生"] * 2 + ["二、供水保障"] * 2
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"] * 2


def test_notes_below_the_blocks_are_no_remark():
    notes = "备注:1.进展情况控制在100字以内;\n2.滞后项目写明原因。"
    page = page_of(f"{TITLE}\n\n{UNDER}\n\n{notes}")
    assert column(page, "remark") == [None, None]


def test_table_of_places_between_blocks_takes_no_block_away():
    table = "街道 | 目标数 | 完成数\n柳湖街道 | 2 | 1\n云溪街道 | 1 | 0"
    third = UNDER.partition("\n2.")[0].replace("1.", "3.")
    page = page_of(f"{TITLE}\n\n一、环境卫生\n{UNDER}\n{table}\n{third}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。", "新建公厕3座。"]
    assert column(page, "theme") == ["一、环境卫生"] * 3


@pytest.mark.parametrize(("label", "records"), [("牵头单位", 3), ("责任单位", 3), ("联系电话", 2)])
def test_block_alone_behind_a_table_of_places_may_say_a_label_in_other_words(label, records):
    table = "街道 | 目标数 | 完成数\n柳湖街道 | 2 | 1\n云溪街道 | 1 | 0"
    third = f"3.新建公厕3座。\n{label}:区住建局\n进展情况:已完成\n备注:续建"
    page = page_of(f"{TITLE}\n\n{UNDER}\n备注:新增\n{table}\n{third}")
    assert len(page.records) == records


def test_publishers_line_is_no_block_but_the_same_label_in_blocks_is():
    page = page_of(f"{TITLE}\n\n{UNDER.replace('牵头', '主办')}\n\n扫一扫在手机打开当前页")
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert len(page_of(f"{TITLE}\n\n{UNDER}\n\n主办单位:云溪区人民政府办公室").records) == 2


def test_semicolon_between_two_labels_belongs_to_neither_value():
    text = UNDER.replace("\n牵", ";牵").replace("\n进", ";进")
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


def test_label_behind_a_number_of_its_own_kind_begins_a_block_though_it_stands_once():
    blocks = LABELLED.replace("目标任务", "第1项 目标任务", 1).replace(
        "\n目标任务", "\n第2项 实事内容"
    )
    page = page_of(f"{TITLE}\n\n{blocks}\n{blocks.replace('2项 实事内容', '2项 目标任务')}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"] * 2


def test_themes_that_count_on_over_some_blocks_are_no_items():
    one, two = LABELLED.split("\n目标任务:")
    page = page_of(f"一、环卫\n{one}\n{one}\n二、供水\n目标任务:{two}\n三、养老\n{one}")
    assert column(page, "theme") == ["一、环卫", "一、环卫", "二、供水", "三、养老"]


@pytest.mark.parametrize("bullet", ["● ", "●", "——", "- ", "· ", "◆", "➢", "> "])
def test_bullet_before_a_label_is_no_part_of_the_block(bullet):
    text = UNDER.replace("\n牵", f"\n{bullet}牵").replace("\n进", f"\n{bullet}进")
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


@pytest.mark.parametrize("bullet", ["◆", "·", "- ", "※", "> "])
@pytest.mark.parametrize("label", ["11月份目标", "1-8月进展情况", "2031年目标"])
def test_bullet_before_a_label_that_begins_with_digits_is_no_part_of_the_block(bullet, label):
    lines = f"\n{bullet}牵头单位:区住建局\n{bullet}{label}:建成{{n}}座。\n{bullet}备注:续建"
    blocks = "\n".join(f"{n}、新建公厕{n}座。{lines.format(n=n)}" for n in range(1, 4))
    page = page_of(f"{TITLE}\n\n(一)便民出行\n{blocks}")
    assert column(page, "item") == [f"新建公厕{n}座。" for n in range(1, 4)]
    assert column(page, "lead_units") == [["区住建局"]] * 3
    assert column(page, "remark") == ["续建"] * 3
    assert column(page, "theme") == ["(一)便民出行"] * 3


@pytest.mark.parametrize("text", ["-3.5万元尾款未付。", "- 11处在建。", "·2031年验收。"])
def test_bullet_before_digits_that_no_label_begins_with_stays_in_the_value(text):
    page = page_of(f"{TITLE}\n\n{UNDER.replace('已完成1座。', f'已完成1座。{chr(10)}{text}')}")
    assert column(page, "progress")[0] == f"已完成1座。\n{text}"


@pytest.mark.parametrize("bullet", ["● ", "-"])
def test_bullet_before_text_stays_in_the_value(bullet):
    page = page_of(
        f"{TITLE}\n\n{UNDER.replace('已完成1座。', f'已完成1座。{chr(10)}{bullet}其余进场。')}"
    )
    assert column(page, "progress")[0].endswith(f"{bullet}其余进场。")


def test_short_words_are_labels_of_units():
    text = UNDER.replace("牵头单位", "牵头").replace("\n进", "\n配合:区财政局\n进")
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "support_units") == [["区财政局"]] * 2


def test_salutation_above_the_blocks_begins_none():
    letter = "各街道办事处,区各单位:\n现将进展情况通报如下:"
    page = page_of(f"{TITLE}\n{letter}\n{UNDER}")
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]


def test_label_right_behind_a_text_is_doubted_where_spaces_stand_before_the_others():
    line = "{}.新建公厕 牵头单位:区住建局 进展情况:已开工 阶段目标:3座 备注:续建"
    page = [line.format(n) for n in (1, 2, 3)]
    page += ["4.新建公厕 牵头单位:区住建局 进展情况:受阻。下步计划:督促进场 阶段目标:3座"]
    read = page_of(TITLE + "\n\n" + "\n".join(page))
    assert (4, "progress") in doubted(read)
    assert {order for order, _ in doubted(read)} == {4}


@pytest.mark.parametrize("before", ["A-", "2031-"])
def test_number_with_a_letter_or_a_year_before_it_is_the_code(before):
    text = UNDER.replace("1.新", f"{before}1.新").replace("2.改", f"{before}2.改")
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "code") == [f"{before}1", f"{before}2"]
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]


@pytest.mark.parametrize("line", ["附件2", "附表", "主办:区人民政府办公室"])
def test_name_of_an_attachment_or_foot_of_the_page_is_no_value(line):
    page = page_of(f"{TITLE}\n\n{UNDER}\n{line}")
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    assert len(page.records) == 2


@pytest.mark.parametrize(
    "title",
    [
        "2031年实事项目三季度目标执行情况",
        "2031年度民生实事项目完成情况一览表",
        "2031年度民生实事项目任务清单及责任分工",
    ],
)
def test_title_of_header_words_over_blocks_is_no_header(title):
    page = page_of(f"{title}\n\n{UNDER}")
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]


def test_bracket_that_closes_a_value_above_a_theme_is_none_of_it():
    text = "一、环卫\n1.新建公厕(牵头单位:区住建局;备注:)\n二、供水\n2.改造泵房(牵头单位:区水务局;备注:续建)"
    page = page_of(f"{TITLE}\n{text}")
    assert column(page, "remark") == [None, "续建"]
    assert column(page, "theme") == ["一、环卫", "二、供水"]


def test_item_that_is_a_list_keeps_its_number_and_begins_one_block():
    three = UNDER + "\n" + UNDER.partition("\n2.")[0].replace("1.", "3.")
    text = three.replace("2.改造泵房9座。", "2.1.改造泵房9座;\n2.改造管网3公里。")
    page = page_of(f"{TITLE}\n\n{text}")
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "item")[1] == "1.改造泵房9座;\n2.改造管网3公里。"


def test_code_of_two_numbers_is_no_item_that_is_a_list():
    page = page_of(f"{TITLE}\n\n{UNDER.replace('1.', '3.1 ').replace('2.', '3.2 ')}")
    assert column(page, "code") == ["3.1", "3.2"]


LINES = [
    "1.新建公厕", "2.改造泵房", "3.修路", "新建公厕3座。", "便民出行", "城市更新", "一、便民出行", "二、老有所养",
    "(一)便民出行", "(二)养老", "牵头单位:区住建局", "进展情况:已完成", "项目名称:公园", "1.项目名称:公园",
    "牵头单位:区住建局 进展情况:完", "1.新建 牵头单位:区住建局", "各责任单位:已进场", "备注:1.另表", "", "3",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
@example(["3.修路", "(二)养老", "一、便民出行", "牵头单位:区住建局", "一、便民出行", "(一)便民出行", "二、老有所养"])  # fmt: skip
def test_any_lines_are_parted_into_blocks_of_lines_of_their_own(words):
    paragraphs = [
        Paragraph(whole_text(word, Place(part="text 1", line=n))) for n, word in enumerate(words, 1)
    ]
    lines = with_labels(read_lines(paragraphs, TERMS), TERMS)

    held = [text.value for block in part_blocks(lines, TERMS) for values in block.values.values() for text in values]  # fmt: skip

    assert all(any(value in word for word in words) for value in held)
    assert isinstance(find_blocks(paragraphs, TERMS), list)
