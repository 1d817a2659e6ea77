from dataclasses import replace

import pytest

from shishi.layouts import extract
from shishi.layouts.words import dialect
from shishi.layouts.words.dialect import Dialect, parse_meanings
from shishi.readers import read
from shishi.records import Field
from shishi.rulebook import load_rulebook
from shishi.rulebook.book import COLUMNS
from tests.layouts.invented import TITLE, column, html, lines

TABLE = html("序号|项目名称|责任单位|进展情况", "1|新建学校3所|区教育局|已开工2所")
PASTED = lines("序号 | 项目名称 | 责任单位 | 进展情况", "1 | 新建学校3所 | 区教育局 | 已开工2所")


def page(text, name="a.html", rulebook="default", **meanings):
    said = meanings.get("said")
    return extract(read(text.encode(), name), rulebook=load_rulebook(rulebook), meanings=said)


@pytest.mark.parametrize(("text", "name"), [(TABLE, "a.html"), (PASTED, "a.txt")])
@pytest.mark.parametrize(
    "said",
    [{"责任单位": "support_units"}, {"责任 单位": Field.SUPPORT_UNITS}, {3: "support_units"}],
)
def test_person_overrules_what_a_column_holds(text, name, said):
    found = page(text, name, said=said)
    assert column(found, "support_units") == [["区教育局"]]
    assert column(found, "lead_units") == [[]]


HEADER = "序号|项目名称|责任单位|进展情况"


@pytest.mark.parametrize(("text", "name"), [(TABLE, "a.html"), (PASTED, "a.txt")])
def test_person_overrules_a_column_of_one_header(text, name):
    found = page(text, name, said={(HEADER, 3): "support_units"})
    assert column(found, "support_units") == [["区教育局"]]
    assert found.findings == ()


@pytest.mark.parametrize(("text", "name"), [(TABLE, "a.html"), (PASTED, "a.txt")])
@pytest.mark.parametrize("spoken", [("序号|项目名称|责任单位", 3), (HEADER, 5)])
def test_column_of_another_header_or_none_is_left_alone_and_named(text, name, spoken):
    found = page(text, name, said={spoken: "support_units"})
    assert column(found, "lead_units") == [["区教育局"]]
    assert [f.code for f in found.findings] == ["column-not-found"]


def test_column_a_person_calls_other_is_kept_under_its_word():
    found = page(TABLE, said={"进展情况": "other"})
    assert {w: t.value for w, t in found.records[0].other.items()} == {"进展情况": "已开工2所"}


def test_word_that_a_person_explains_makes_a_table_of_projects():
    table = html("甲|乙|丙", "新建学校3所|区教育局|已开工2所")
    assert page(table).records == ()
    said = {"甲": "item", "乙": "lead_units", "丙": "progress"}
    assert column(page(table, said=said), "progress") == ["已开工2所"]


def test_column_that_no_table_has_is_named():
    [finding] = page(TABLE, said={"牵头单位": "theme"}).findings
    assert (finding.code, finding.facts["column"]) == ("column-not-found", "牵头单位")


def test_column_that_a_table_has_is_not_named():
    assert page(TABLE, said={"责任单位": "lead_units", 4: "progress"}).findings == ()


@pytest.mark.parametrize(
    "said", [{"责任单位": "lead"}, {"": "item"}, {0: "item"}, {("甲", 0): "item"}]
)
def test_meaning_that_is_none_is_refused(said):
    with pytest.raises(ValueError, match="a column"):
        parse_meanings(said)


def test_district_teaches_its_own_words(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        'extends = "default"\nname = "own"\nversion = "1"\nrecognize = []\n'
        '[title]\nzh = "某区"\nen = "own"\n[columns]\nlead_units = ["包干方"]\n',
        encoding="utf-8",
    )
    table = TABLE.replace("责任单位", "包干方")
    assert column(page(table, rulebook=str(own)), "lead_units") == [["区教育局"]]
    assert Dialect().word("包干方") is None


def test_rulebook_knows_the_meanings_a_column_may_have():
    assert set(COLUMNS) == {*(field.value for field in Field), "other"}


def test_header_of_a_page_tells_what_its_columns_were_taken_for():
    [header] = page(TABLE).headers
    assert header.signature == "序号|项目名称|责任单位|进展情况"
    assert [c.field for c in header.columns] == ["code", "item", "lead_units", "progress"]
    assert header.columns[2].number == 3


def test_signature_does_not_change_with_the_month():
    for month in ("8月份进展情况", "9月份 进展情况", "进展情况(10月)"):
        [header] = page(TABLE.replace("进展情况", month)).headers
        assert header.signature == "序号|项目名称|责任单位|进展情况"
    assert TITLE in TABLE


def test_word_is_put_together_once_for_a_page(monkeypatch):
    asked = []
    monkeypatch.setattr(dialect, "compose_word", asked.append)
    words = Dialect(words={"承建方": "lead_units"})

    assert [words.guess(word) for word in ("栈桥", "栈桥", "天桥")] == [None] * 3
    assert asked == ["栈桥", "天桥"]


def test_another_dialect_guesses_for_itself():
    common = Dialect()
    assert common.guess("承建方").claims[0] == ("lead_units", 6)
    assert replace(common, words={"承建方": "leaders"}).guess("承建方").claims == (("leaders", 12),)
