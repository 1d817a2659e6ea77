import pytest

from shishi.places import Source
from shishi.readers.word.counting import format_count
from shishi.readers.word.docx import read_docx
from tests.readers.word.written import cell, docx, paragraph, row, table


def level(depth, form, printed, *, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{printed}"/></w:lvl>'
    )


def numbering(*levels, nums=(("1", ""),), more=""):
    concrete = "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for name, override in nums
    )
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}{more}</w:abstractNum>{concrete}'


def item(text="", depth=0, num="1"):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>')


def lines(body, numbering, **parts):
    document = read_docx(docx(body, numbering=numbering, **parts), Source("a", "docx", ""))
    return [p.text.value for p in document.parts[0].paragraphs]


def codes(body, numbering):
    document = read_docx(docx(body, numbering=numbering), Source("a", "docx", ""))
    return [finding.code for finding in document.findings]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (12, "decimalFullWidth", "１２"),
        (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (12, "chineseCounting", "十二"),
        (20, "chineseCounting", "二十"), (41, "chineseCountingThousand", "四十一"),
        (105, "chineseCountingThousand", "一百零五"), (110, "japaneseCounting", "一百一十"),
        (1005, "chineseCountingThousand", "一千零五"), (0, "chineseCounting", "〇"),
        (11, "chineseLegalSimplified", "壹拾壹"), (30, "ideographDigital", "三〇"),
        (3, "ideographTraditional", "丙"), (12, "ideographZodiac", "亥"), (13, "ideographZodiac", "子"),
        (1, "decimalEnclosedCircle", "①"), (20, "decimalEnclosedCircleChinese", "⑳"),
        (21, "decimalEnclosedCircle", "㉑"), (36, "decimalEnclosedCircle", "㊱"), (51, "decimalEnclosedCircle", "51"),
        (2, "decimalEnclosedParen", "⑵"), (2, "decimalEnclosedFullstop", "⒉"), (3, "ideographEnclosedCircle", "㊂"),
        (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (27, "lowerLetter", "aa"), (2, "upperLetter", "B"),
        (3, "numberInDash", "- 3 -"), (3, "none", ""), (3, "hebrew1", None),
    ],
)  # fmt: skip
def test_format_count_prints_as_word_does(number, form, printed):
    assert format_count(number, form) == printed


def test_numbering_stands_before_its_paragraphs():
    body = item("摸排") + item("招标") + paragraph("备注") + item("开工")

    assert lines(body, numbering(level(0, "decimal", "%1."))) == [
        "1. 摸排",
        "2. 招标",
        "备注",
        "3. 开工",
    ]


def test_numbering_of_an_empty_cell_is_its_code():
    body = table(*(row(cell(item()), name) for name in "甲乙丙"))
    document = read_docx(
        docx(body, numbering=numbering(level(0, "decimal", "%1"))), Source("a", "docx", "")
    )

    assert [c.text.value for c in document.parts[0].cells] == ["1", "甲", "2", "乙", "3", "丙"]


def test_numbering_of_several_levels_counts_each_under_the_one_above():
    body = item("教育") + item("学校", 1) + item("学位", 1) + item("交通") + item("公交", 1)
    levels = level(0, "chineseCounting", "%1、", more='<w:suff w:val="nothing"/>') + level(
        1, "decimal", "%1.%2", more="<w:isLgl/>"
    )

    assert lines(body, numbering(levels)) == [
        "一、教育",
        "1.1 学校",
        "1.2 学位",
        "二、交通",
        "2.1 公交",
    ]


def test_numbering_in_brackets_and_circles():
    levels = level(0, "chineseCounting", "（%1）", more='<w:suff w:val="nothing"/>') + level(
        1, "decimalEnclosedCircle", "%2", more='<w:suff w:val="space"/>'
    )

    assert lines(item("甲") + item("乙", 1) + item("丙", 1), numbering(levels)) == [
        "（一）甲",
        "① 乙",
        "② 丙",
    ]


def test_numbering_starts_where_the_list_says():
    assert lines(item("甲"), numbering(level(0, "decimal", "%1.", start=7))) == ["7. 甲"]


def test_numbering_begins_again_where_a_list_overrides_it():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering(level(0, "decimal", "%1."), nums=(("1", ""), ("2", again), ("3", "")))

    body = item("甲") + item("乙") + item("丙", num="2") + item("丁", num="2") + item("戊", num="3")
    assert lines(body, lists) == ["1. 甲", "2. 乙", "1. 丙", "2. 丁", "3. 戊"]


def test_numbering_level_that_never_restarts_goes_on():
    levels = level(0, "chineseCounting", "%1、") + level(
        1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'
    )

    body = item("甲") + item("乙", 1) + item("丙") + item("丁", 1)
    assert lines(body, numbering(levels)) == ["一、 甲", "1. 乙", "二、 丙", "2. 丁"]


STYLES = (
    '<w:style w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="sub"><w:basedOn w:val="list"/></w:style>'
)


@pytest.mark.parametrize("style", ["list", "sub"])
def test_numbering_of_a_style_counts(style):
    body = paragraph("甲", f'<w:pStyle w:val="{style}"/>') * 2

    assert lines(body, numbering(level(0, "decimal", "%1.")), styles=STYLES) == ["1. 甲", "2. 甲"]


def test_numbering_zero_takes_the_number_of_a_style_away():
    off = '<w:pStyle w:val="list"/><w:numPr><w:numId w:val="0"/></w:numPr>'

    assert lines(paragraph("甲", off), numbering(level(0, "decimal", "%1.")), styles=STYLES) == [
        "甲"
    ]


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>"])
def test_numbering_does_not_count_deleted_paragraphs(mark):
    deleted = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>{mark}</w:rPr>'
    body = item("甲") + f"<w:p><w:pPr>{deleted}</w:pPr></w:p>" + item("乙")

    assert lines(body, numbering(level(0, "decimal", "%1."))) == ["1. 甲", "2. 乙"]


@pytest.mark.parametrize(("bullet", "printed"), [("\uf06c", "甲"), ("•", "甲"), ("★", "★ 甲")])
def test_numbering_bullets_print_only_where_they_say_something(bullet, printed):
    assert lines(item("甲"), numbering(level(0, "bullet", bullet))) == [printed]


def test_numbering_of_an_unknown_form_is_in_digits_and_asks():
    lists = numbering(level(0, "thaiCounting", "%1."))

    assert lines(item("甲"), lists) == ["1. 甲"]
    assert codes(item("甲"), lists) == ["numbering-unknown"]


def test_numbering_of_a_known_form_asks_nothing():
    assert codes(item("甲"), numbering(level(0, "decimal", "%1."))) == []


@pytest.mark.parametrize("number", ["9", "", "x"])
def test_numbering_that_leads_nowhere_prints_nothing(number):
    assert lines(item("甲", num=number), numbering(level(0, "decimal", "%1."))) == ["甲"]
