import pytest

from shishi.layouts.around.stated import read_stated_rules
from shishi.places import Place, Text
from shishi.text.characters import Script


def read(*lines):
    rules, used = read_stated_rules([Text(t, Place()) for t in lines], script=Script.SIMPLIFIED)
    return rules, used


def facts(rule):
    rules, _ = read(f"填报说明:1.{rule}")
    return dict(rules[0].facts)


def test_numbered_rules_in_one_paragraph_are_split():
    rules, used = read("填报说明:1.简述完成情况;2.状态只填正常、滞后。")
    assert [(r.number, r.text.value) for r in rules] == [
        ("1", "简述完成情况;"),
        ("2", "状态只填正常、滞后。"),
    ]
    assert used == {0}


def test_rules_in_paragraphs_of_their_own_follow_the_heading():
    rules, used = read("填表说明:", "1.简述完成情况;", "2.据实填写。", "联系人:区府办")
    assert [r.number for r in rules] == ["1", "2"]
    assert used == {0, 1, 2}


@pytest.mark.parametrize("lines", [("1.简述完成情况",), ("填报工作已完成", "2.据实"), ()])
def test_numbered_lines_without_a_heading_are_no_rules(lines):
    assert read(*lines) == ([], set())


@pytest.mark.parametrize(
    ("rule", "length"),
    [("字数约80字左右", 80), ("不超过150字", 150), ("控制在120个字", 120), ("200字以内", 200)],
)
def test_length_is_read(rule, length):
    assert facts(rule)["length"] == length


@pytest.mark.parametrize("rule", ["写清3个字段", "按2031年文字要求", "简要填写"])
def test_other_numbers_are_no_length(rule):
    assert "length" not in facts(rule)


def test_status_words_are_read_in_order():
    assert facts("状态分为有序、受阻、办结,据实填")["statuses"] == ["有序", "受阻", "办结"]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("从有序、受阻、收官三项中选填,对照当月计划判断", ["有序", "受阻", "收官"]),
        ("进度状态:按有序、受阻、收官填写", ["有序", "受阻", "收官"]),
        ("状态栏限填有序、受阻、收官四种", ["有序", "受阻", "收官"]),
        ("按项目、单位填写", None),
        ("受阻、收官的填写,别的空着", None),
    ],
)
def test_status_words_are_read_in_other_phrases(rule, words):
    assert facts(rule).get("statuses") == words


@pytest.mark.parametrize(
    ("rule", "explain", "reason", "next_step"),
    [
        ("情况说明:超前、滞后的填写,其余可以不填", ["超前", "滞后"], None, None),
        ("滞后的写明原因和下一步打算,超前的写明超前多少", ["滞后", "超前"], ["滞后"], ["滞后"]),
        (
            "滞后的项目必须在情况说明里写明原因和补救办法",
            ["滞后"],
            ["滞后"],
            ["滞后"],
        ),
        ("受阻、滞后的,须写清原因", ["受阻", "滞后"], ["受阻", "滞后"], None),
        ("已办结的填写完成时间", None, None, None),
        ("其他项目的填写从简", None, None, None),
        ("据实填写当月情况", None, None, None),
    ],
)
def test_who_explains_what_is_read_in_other_phrases(rule, explain, reason, next_step):
    found = facts(rule)

    assert [found.get(name) for name in ("explain", "reason", "next_step")] == [
        explain,
        reason,
        next_step,
    ]


def test_rule_without_a_list_names_no_statuses():
    assert "statuses" not in facts("状态据实填写")


def test_mark_of_closed_items_is_read():
    assert facts("办结项目次月标注“/”")["closed_mark"] == "/"
    assert facts("上月已办结的项目填“/”")["closed_mark"] == "/"
    assert "closed_mark" not in facts("办结项目不再填报")
    assert "closed_mark" not in facts("办结项目填完成时间")


def test_who_has_to_explain_what_is_read():
    read_facts = facts("进度为滞后、超前的项目填报,滞后项目说明滞后原因和下步措施")
    assert read_facts["explain"] == ["滞后", "超前"]
    assert read_facts["reason"] == ["滞后"]
    assert read_facts["next_step"] == ["滞后"]
    assert "reason" not in facts("超前项目说明有关情况")
