import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.text.marks import Style, find_code, find_mark, find_marks, is_code


@pytest.mark.parametrize(
    ("text", "style", "value", "length"),
    [
        ("1.完成招标", "1.", (1,), 2),
        ("12. 完成招标", "1.", (12,), 3),
        ("1.3月初开工", "1.", (1,), 2),
        ("2.10日前验收", "1.", (2,), 2),
        ("1.2024年开工", "1.", (1,), 2),
        ("3. 5处泵站", "1.", (3,), 2),
        ("1、进场", "1、", (1,), 2),
        ("2、3月底完工", "1、", (2,), 2),
        ("3、2024年完工", "1、", (3,), 2),
        ("(1)桩基", "(1)", (1,), 3),
        ("( 12 )桩基", "(1)", (12,), 6),
        ("1)桩基", "1)", (1,), 2),
        ("①桩基", "①", (1,), 1),
        ("⑳桩基", "①", (20,), 1),
        ("㉑桩基", "①", (21,), 1),
        ("㊱桩基", "①", (36,), 1),
        ("⑶桩基", "①", (3,), 1),
        ("⒉桩基", "①", (2,), 1),
        ("❿桩基", "①", (10,), 1),
        ("7.5", "1.1", (7, 5), 3),
        ("1.2.3 桩基", "1.1", (1, 2, 3), 5),
        ("1-1 桩基", "1-1", (1, 1), 3),
        ("一、教育", "一、", (1,), 2),
        ("十二、教育", "一、", (12,), 3),
        ("二十、教育", "一、", (20,), 3),
        ("一.教育", "一、", (1,), 2),
        ("十二.项目名称:甲", "一、", (12,), 3),
        ("(三)教育", "(一)", (3,), 3),
        ("第一,加快", "第一", (1,), 2),
        ("第2 加快", "第一", (2,), 2),
        ("二是加快", "一是", (2,), 2),
        ("★教育局", "★", (), 1),
        ("▲新建", "★", (), 1),
        ("- 主题", "-", (), 1),
        ("•主题", "-", (), 1),
    ],
)
def test_find_mark_at_the_start_is_read(
    text: str, style: str, value: tuple[int, ...], length: int
) -> None:
    mark = find_mark(f" {text}")

    assert mark is not None
    assert (mark.style, mark.value, mark.span, mark.length) == (
        style,
        value,
        (1, 1 + length),
        length,
    )


@pytest.mark.parametrize(
    "text",
    [
        "3.5个",
        "1.15公里",
        "2024年开工",
        "2024.5",
        "1、2月完工",
        "1、2号楼",
        "一、二季度",
        "一.二季度",
        "三.5公里",
        "第一季度",
        "第一小学",
        "(暂定)",
        "(kg)",
        "十十、教育",
        "-5%",
        "——主题",
        "1",
        "一",
        "",
        "新建1.桥",
    ],
)
def test_find_mark_of_a_text_that_begins_otherwise_is_none(text: str) -> None:
    assert find_mark(text) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.甲;2.乙。3.3月初丙", [(1,), (2,), (3,)]),
        ("目标:(1)甲;(2)乙", [(1,), (2,)]),
        ("甲①乙②丙", [(1,), (2,)]),
        ("1.甲\n2.乙 3.丙", [(1,), (2,), (3,)]),
        ("一是甲;二是乙", [(1,), (2,)]),
        ("完成3.5公里;1.8万人。", []),
        ("公园(2)期,见表1.", []),
    ],
)
def test_find_marks_inside_a_text_begin_sentences(text: str, values: list[tuple[int, ...]]) -> None:
    assert [mark.value for mark in find_marks(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", (1,)), ("12", (12,)), ("1.1", (1, 1)), ("10.4", (10, 4)), ("1-1", (1, 1)), ("(1)", (1,)),
        ("一", (1,)), ("(一)", (1,)), ("1.", (1,)), ("一、", (1,)), ("①", (1,)), (" 3 \n", (3,)), ("十二", (12,)),
    ],
)  # fmt: skip
def test_find_code_alone_in_a_paragraph_is_read(text: str, value: tuple[int, ...]) -> None:
    code = find_code(text)

    assert code is not None
    assert (code.value, text[slice(*code.span)]) == (value, text.strip())
    assert is_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "10000",
        "1.1.",
        "3.5个",
        "50%",
        "★",
        "-",
        "一是",
        "1、2",
        "(暂定)",
        "十十",
        "1 2",
        "a",
    ],
)
def test_is_code_of_anything_else_is_false(text: str) -> None:
    assert not is_code(text)


@given(st.text(alphabet="0123.、()一二十①第是★- 月年\n。;甲", max_size=30))
def test_find_marks_of_any_text_stand_apart_and_begin_with_find_mark(text: str) -> None:
    spans = [mark.span for mark in find_marks(text)]

    assert all(start < end for start, end in spans)
    for mark in find_marks(text):
        assert find_mark(text[mark.span[0] :]) is not None


def test_style_every_style_has_a_spelling_of_its_own() -> None:
    assert len({style.value for style in Style}) == len(list(Style))
