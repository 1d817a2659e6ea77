"""Rows that went into no record: a page says where they stand, and is silent about all else around its tables."""

from time import process_time

import pytest

from shishi.findings import About, Severity, message
from shishi.layouts.doubts import unread as unread_rows
from shishi.text.characters import squeeze
from tests.layouts.invented import TITLE, html, lines, page_of, paragraphs

HEADER = "序号|项目内容|责任单位|进展情况"
ROWS = (
    "1|新建停车位300个。|区住建局|已建成120个。",
    "2|改造道路3条。|区交通局|管线迁改已完成。",
    "3|新增社区助餐点5家。|区民政局|已完成2家。",
)
TABLE = html(HEADER, *ROWS)
BLOCKS = lines(
    *(
        line
        for number, item, unit, report in (row.split("|") for row in ROWS)
        for line in (f"{number}.{item}", f"责任单位:{unit}", f"进展情况:{report}")
    )
)
CELLS = paragraphs(*(row.replace("|", " ") for row in (HEADER, *ROWS)))
CONTACTS = "<table><tr><td>科室</td><td>联系人</td><td>电话</td></tr><tr><td>区民政局</td><td>副科长甲</td><td>66778899</td></tr></table>"


def grid(*rows):
    return html(*rows).partition("</h1>")[2]


def unread(source, name):
    return [f for f in page_of(source, name).findings if f.code == "rows-unread"]


LOST = {
    "rest of a table with a column more": (
        f"{TABLE}<p>二、其他</p>{grid('4|新建社区学校2所,年底投用。|区教育局||主体结构封顶。')}",
        "a.html",
    ),
    "rest of a table without numbers": (
        f"{TABLE}<p>续表</p>{grid('新建社区学校2所,年底投用。|区教育局|主体结构封顶。')}",
        "a.html",
    ),
    "table of two columns": (
        f"{TABLE}<p>附件2</p>{grid('项目名称|责任单位', '新建社区学校2所,年底投用。|区教育局')}",
        "a.html",
    ),
    "rest of a table whose second header lost a word": (
        f"{TABLE}<p>二、其他</p>{grid('序号||责任单位|进展情况', '4|新建社区学校2所,年底投用。|区教育局|已封顶。')}",
        "a.html",
    ),
    "row in one cell": (
        html(HEADER, *ROWS, "4>4 新建社区学校2所,年底投用。 区教育局 主体结构封顶。"),
        "a.html",
    ),
    "number that is due behind a table": (
        f"{TABLE}<p>4.新建社区学校2所,由区教育局负责。</p>",
        "a.html",
    ),
    "number that is due behind a remark": (
        f"{TABLE}<p>4.本表由区政府督查室汇总。</p><p>4.新建社区学校2所,由区教育局负责。</p>",
        "a.html",
    ),
    "row that begins with its unit and issued something": (
        f"{TABLE}<p>区教育局 2031年10月 印发社区学校建设方案</p>",
        "a.html",
    ),
    "row of a line behind a table": (
        f"{TABLE}<p>新建社区学校2所,年底投用。 区教育局 主体结构封顶。</p>",
        "a.html",
    ),
    "labels behind the note that ended the blocks": (
        f"{BLOCKS}注:数据截至9月底。\n\n主办:区政府办公室\n责任单位:区教育局\n进展情况:已封顶。\n",
        "a.txt",
    ),
}

AROUND = {
    "nothing": (TABLE, "a.html"),
    "note of three numbers": (
        f"{TABLE}<p>注:1.数据由各单位报送,截至9月底;</p><p>4.投资额为估算数,单位万元。</p>",
        "a.html",
    ),
    "numbered rules behind a heading": (
        f"{TABLE}<p>填报说明</p><p>1.进展情况写清当月做了哪些事。</p>",
        "a.html",
    ),
    "contacts": (f"{TABLE}<p>联系方式</p>{CONTACTS}", "a.html"),
    "contacts with addresses": (
        f"{TABLE}{grid('区民政局|人民北路12号行政中心3号楼|66778899')}",
        "a.html",
    ),
    "statistics by unit": (
        f"{TABLE}{grid('单位|项目数|完成数', '区民政局|12|9', '区教育局|7|7')}",
        "a.html",
    ),
    "navigation": (
        f"{TABLE}<p>区政府</p><p>区教育局</p><p>区民政局</p><p>政务公开</p><p>通知公告</p>",
        "a.html",
    ),
    "signature": (f"{TABLE}<p>云溪区人民政府办公室</p><p>2031年9月30日</p>", "a.html"),
    "who fills it in": (f"{BLOCKS}\n填报单位:云溪区人民政府办公室\n", "a.txt"),
    "labels left blank": (f"{BLOCKS}\n备注:\n", "a.txt"),
    "letter over the table": (
        f"<p>各镇人民政府、区级各部门:请区教育局、区民政局抓紧推进,确保按期完成。</p>{TABLE}",
        "a.html",
    ),
    "remark with the number that is due": (
        f"{TABLE}<p>4.本表数据截至2031年10月底,由区政府督查室汇总。</p>",
        "a.html",
    ),
    "remark of two cells": (
        html(HEADER, *ROWS, "").replace("<tr><td></td></tr>", "")
        + grid("4|本表数据截至2031年10月底,逐月更新。|区政府督查室"),
        "a.html",
    ),
    "imprint": (
        f"{TABLE}<p>区政府办公室 2031年10月 印发各镇街道和区级部门</p>",
        "a.html",
    ),
    "copies": (f"{TABLE}<p>抄送:区委办公室 区人大办公室 区政协办公室及各民主党派</p>", "a.html"),
    "same table again": (f"{TABLE}<p>附表</p>{TABLE}", "a.html"),
}


@pytest.mark.parametrize("source", LOST.values(), ids=LOST)
def test_extract_row_that_went_into_no_record_is_named_with_its_place_and_remedy(source):
    (found,) = unread(*source)

    assert (found.about, found.severity) == (About.READING, Severity.ASKS)
    assert found.place.row or found.place.line
    assert "请对照原文补上" in message(found)
    assert "Please add" in message(found, "en")


@pytest.mark.parametrize("source", AROUND.values(), ids=AROUND)
def test_extract_what_stands_around_a_table_is_no_row(source):
    assert unread(*source) == []


def test_extract_page_without_a_record_has_no_row_missing_between_them():
    assert unread(f"{TITLE}\n区教育局\n新建社区学校2所,年底投用。\n", "a.txt") == []


def test_extract_row_says_how_many_are_lost_and_how_the_first_begins():
    rest = grid(
        "4|新建社区学校2所,年底投用。|区教育局||已封顶。",
        "5|整修乡村道路9公里以上。|区交通局||已完工。",
    )

    (found,) = unread(f"{TABLE}<p>二、其他</p>{rest}", "a.html")

    assert found.facts == {"count": 2, "printed": "4 新建社区学校2所,年底投用。 区教育局 已封顶。"}


def test_extract_row_whose_cells_all_stand_in_unknown_columns_is_named():
    found = unread(
        html(f"{HEADER}|选项", *(f"{row}|甲" for row in ROWS), "||||乙项另行通知"), "a.html"
    )

    assert [f.facts["printed"] for f in found] == ["乙项另行通知"]


@pytest.mark.parametrize("word", ["合计", "总计", "合 计"])
def test_extract_row_that_adds_up_the_others_is_no_lost_row(word):
    assert (
        unread(html(f"{HEADER}|选项", *(f"{row}|甲" for row in ROWS), f"||||{word}"), "a.html")
        == []
    )


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BLOCKS.splitlines())


@pytest.mark.parametrize("source", [TABLE, PARAGRAPHS], ids=["a table", "labelled blocks"])
def test_line_of_very_many_blanks_is_asked_at_once_whether_it_has_a_label(source):
    began = process_time()
    page = page_of(f"{source}<pre>附件{' ' * 10_000}督查室</pre>", "a.html")
    assert process_time() - began < 5
    assert len(page.records) == 3


@pytest.mark.parametrize("label", ["责任单位", "【责任单位】", " 责 任 单 位  ", "(责任单位) "])
def test_label_with_blanks_in_and_around_it_is_still_one(label):
    found = unread_rows._LABEL.match(f"{label}:区教育局".strip())
    assert squeeze(found["word"]) == "责任单位"
    assert found["value"] == "区教育局"


@pytest.mark.parametrize("line", ["责任单位区教育局", "4.责任单位:区教育局", "责:区教育局"])
def test_line_without_a_label_at_its_beginning_has_none(line):
    assert not unread_rows._LABEL.match(line)


BESIDE = "补栽行道树三百棵\t区城管局\t已栽二百棵。"


def test_extract_rows_put_together_behind_the_header_are_asked_about_once():
    rows = [
        f"{BESIDE}\t修好步道五条以上\t区住建局\t已完工。",
        f"{BESIDE}\t换井盖三十个以上\t区水务局\t已换。",
    ]
    (found,) = unread(lines("项目\t责任单位\t进展", *rows), "a.txt")
    assert found.facts["count"] == 2
    assert "修好步道五条以上" in found.facts["printed"]


@pytest.mark.parametrize("behind", ["区住建局", "另有说明见附件所附的表格", ""])
def test_extract_cells_behind_the_header_that_tell_no_row_are_none(behind):
    rows = [f"{BESIDE}\t{behind}", f"修步道五条\t区住建局\t已完工。\t{behind}"]
    assert not unread(lines("项目\t责任单位\t进展", *rows), "a.txt")
