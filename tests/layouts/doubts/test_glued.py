"""Rows that were lost in glued text are asked about, wherever they are."""

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.doubts.glued import find_lost_in_glue, holds_codes
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable, Shape
from shishi.layouts.terms import terms_of
from shishi.places import Place, Source, Text
from shishi.readers.document import Document, Flow
from shishi.records import Field
from shishi.rulebook import load_rulebook
from shishi.text.characters import Script
from tests.layouts.invented import TITLE, page_of

HEADER = "序号主要内容责任单位进展情况"
ROWS = ("1修渠4公里区水务局已完工。", "2造林9亩区林业局已种完。")
LOST = "装灯90盏区城管局已装60盏。"
OTHER = "云溪区2031年其他民生实事"


def asked(*lines):
    page = page_of("\n".join((TITLE, HEADER, *ROWS, *lines)))
    assert len(page.records) == len(ROWS)
    return [f.facts for f in page.findings if f.code == "rows-unread"]


def test_rows_below_a_title_that_ends_a_glued_table_are_asked_about():
    assert asked(OTHER, LOST, LOST.replace("60", "70")) == [{"count": 2, "printed": LOST}]


@pytest.mark.parametrize(
    "below",
    [
        "填报单位:云溪区政府督查室2031年9月30日",
        "联系人:方朔,区水务局,电话2345678",
        "来源:云溪区水务局第3科",
        "云溪区2031年10件民生实事由区政府办公室汇总",
        "全区上下齐心协力,再接再厉",
    ],
)
def test_lines_around_a_glued_table_that_are_no_rows_are_not_asked_about(below):
    assert asked(OTHER, below) == []


@pytest.mark.parametrize(
    "below",
    [
        "2031年1-6月云溪区林业局其他造林情况",
        "附件4:云溪区林业局造林90亩情况",
        "按照区林业局通知(云林发〔2031〕26号)执行,区财政局另行公布",
        "全年由区林业局等6个单位投入资金2.7亿元,区财政局监管",
        "今年第4批由云溪区林业局另行公布,请关注",
    ],
)
def test_documents_sums_and_batches_below_a_glued_table_are_no_lost_rows(below):
    assert asked(OTHER, below) == []


@pytest.mark.parametrize(
    "above",
    [
        "经云溪区第6届党代会第2次会议通过,由区林业局督办造林90亩。",
        "各镇街:区林业局造林90亩、装灯60盏,现将情况通报如下。",
    ],
)
def test_lines_above_a_glued_table_are_no_lost_rows(above):
    page = page_of("\n".join((TITLE, above, HEADER, *ROWS)))
    assert len(page.records) == len(ROWS)
    assert not any(f.code == "rows-unread" for f in page.findings)


WHOLE = "已完成路基4公里,正在铺设面层,预计年底前完工。"


def counted(*cells):
    """Count what is asked about in a glued table of one column with these cells."""
    rows = [RawRow({0: RawCell(Text(cell, Place()))}) for cell in cells]
    columns = (Column(Field.PROGRESS, "进展"),)
    layout = Layout("table 1", 0, columns, (0, 1), (1, 2), 100, (), shape=Shape.GLUED)
    terms = terms_of(load_rulebook("default"), Script.SIMPLIFIED)
    document = Document(Source("云溪.txt", "text", ""), (Flow("text 1", ()),))
    found = find_lost_in_glue(document, [RawTable(layout, rows)], loose=set(), terms=terms)
    return [f.facts["count"] for f in found]


def test_cell_with_the_codes_and_units_of_other_rows_is_asked_about():
    lost = "路基已完工。正常2装灯90盏区城管局已装60盏,其余待装。滞后3改造泵房4座区水务局正在招标,年底前开工。"
    assert counted(WHOLE, lost * 2) == [1]


def test_cell_many_times_as_long_as_its_fellows_with_units_and_levels_is_asked_about():
    lost = "修渠4公里(市级)区水务局已完工,正常推进装灯90盏(区级)区城管局已装好造林9亩(省级)区林业局已种完。"
    assert counted(WHOLE, WHOLE, WHOLE, lost * 3) == [1]


@pytest.mark.parametrize(
    "long",
    [
        "1.东湖镇:已补完路面,正在划线;2.西岭镇:正在铺设管道;3.桃溪镇:尚未开工,区水务局正在协调。"
        * 2,
        "已建成3个点位,区住建局验收2个,其余5个由区城管局、区水务局督办,预计10月底前全部完工。" * 4,
        "区林业局管的西岭苗圃(市级)已种下,区水务局管的南湾水闸(区级)已通水,区残联管的康复站(市级)正在选址。"
        * 3,
        "区财政局已拨付资金(市级)900万元。" + "区水务局正在按程序办理,完成后组织验收。" * 5,
    ],
)
def test_long_report_with_a_list_or_with_units_is_not_asked_about(long):
    assert counted(WHOLE, WHOLE, WHOLE, long) == []


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ("正常2装灯9盏区城管局已装好。3建桥2座区住建局施工中", True),
        ("正常2装灯9盏区城管局已装好。7建桥2座区住建局施工中", False),
        ("正常2装灯9盏,已装好。3建桥2座,施工中", False),
        ("区城管局装灯2盏,区水务局修渠3处,区住建局验收", False),
    ],
)
def test_codes_of_rows_in_a_cell_count_on_and_have_units(cell, holds):
    assert holds_codes(cell, frozenset({"正常"})) is holds
