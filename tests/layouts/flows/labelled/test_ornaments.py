import pytest

from shishi.layouts.flows.markdown import without_markdown
from shishi.places import Place, Text
from tests.layouts.invented import TITLE, column, page_of

NAMES = ["新建泵站3座", "改造村道9条", "更换路灯40盏"]


def page(head, label, *, between="\n"):
    """Read three blocks whose items and labels are printed as `head` and `label` say."""
    blocks = []
    for number, name in enumerate(NAMES, 1):
        values = {"牵头单位": "区水务局", "9月目标": "全部开工", "进展情况": f"已完成{number}处"}
        lines = [
            label.format(word=w, value=v, letter="abc"[i])
            for i, (w, v) in enumerate(values.items())
        ]
        blocks.append("\n".join([head.format(number=number, name=name), between.join(lines)]))
    return page_of(f"{TITLE}\n\n" + "\n".join(blocks))


def is_read(read):
    assert column(read, "item") == NAMES
    assert column(read, "lead_units") == [["区水务局"]] * 3
    assert column(read, "goal") == ["全部开工"] * 3
    assert column(read, "progress") == [f"已完成{n}处" for n in range(1, 4)]
    return True


@pytest.mark.parametrize(
    "sign", ["→", "√ ", "\uf0b7", "✦ ", "~", "{letter}.", "{letter})", "({letter})"]
)
def test_any_sign_or_letter_before_a_label_is_no_part_of_the_block(sign):
    assert is_read(page("{number}.{name}", sign + "{word}:{value}"))


@pytest.mark.parametrize("sign", ["→", "a.", "√"])
def test_sign_or_letter_before_text_stays_in_the_value(sign):
    read = page("{number}.{name}", "{word}:{value}\n" + sign + "其余在建")
    assert column(read, "progress")[0].endswith(f"{sign}其余在建")


@pytest.mark.parametrize("bullet", ["■ ", "●", "➢ ", "—"])
@pytest.mark.parametrize("number", ["{number}、", "第{number}项 ", ""])
def test_bullet_before_every_item_is_no_part_of_it(bullet, number):
    read = page(bullet + number + "{name}", "  ○{word}:{value}")
    assert is_read(read)
    assert column(read, "code") == (["1", "2", "3"] if number else [None] * 3)


def test_bullet_before_one_item_alone_is_a_part_of_it():
    lines = [
        f"{'●' * (n == 2)}{name}\n牵头单位:区水务局\n进展情况:已开工"
        for n, name in enumerate(NAMES, 1)
    ]
    assert column(page_of(f"{TITLE}\n\n" + "\n\n".join(lines)), "item") == [
        "新建泵站3座",
        "●改造村道9条",
        "更换路灯40盏",
    ]


@pytest.mark.parametrize(
    "label", ["**{word}:**{value}", "- **{word}**: {value}", "{word}:**{value}**"]
)
@pytest.mark.parametrize("head", ["**{number}.{name}**", "### {number}. {name}"])
def test_marks_of_markdown_are_no_part_of_the_block(head, label):
    assert is_read(page(head, label))


@pytest.mark.parametrize(
    "line", ["联系人:张**、李**", "电话:138****0000", "项目 #3 泵站", "牵头:水务局、**住建局**"]
)
def test_stars_and_hashes_that_are_no_markdown_stay(line):
    assert without_markdown(Text(line, Place())).value == line


@pytest.mark.parametrize("between", [" / ", " /", "; "])
def test_stroke_that_parts_labels_is_no_part_of_the_value(between):
    assert is_read(page("{number}.{name}", "{word}:{value}", between=between))


def test_stroke_for_nothing_stays_a_blank_value():
    read = page("{number}.{name}\n配合单位:/ 备注:/ 分管领导:方朔", "{word}:{value}")
    assert column(read, "support_units") == [[]] * 3
    assert column(read, "leaders") == [["方朔"]] * 3


def test_colon_at_the_head_of_the_line_below_its_label_is_no_part_of_the_value():
    assert is_read(page("{number}.{name}", "{word}\n:{value}"))


def test_colon_at_the_head_of_a_line_below_a_value_stays():
    read = page("{number}.{name}", "{word}:{value}\n:其余在建")
    assert column(read, "progress")[0].endswith(":其余在建")


@pytest.mark.parametrize("between", [" ●", "◆", "; ·", "。■ "])
def test_bullet_between_the_labels_of_a_line_is_no_part_of_a_value(between):
    read = page("{number}.{name}", "{word}:{value}", between=between)
    assert column(read, "lead_units") == [["区水务局"]] * 3
    assert [goal.rstrip("。") for goal in column(read, "goal")] == ["全部开工"] * 3
    assert column(read, "progress") == [f"已完成{n}处" for n in range(1, 4)]


@pytest.mark.parametrize("value", ["●区残联", "区残联·青禾站"])
def test_bullet_before_or_inside_a_value_stays_in_it(value):
    read = page("{number}.{name}\n备注:" + value, "{word}:{value}")
    assert column(read, "remark") == [value] * 3
