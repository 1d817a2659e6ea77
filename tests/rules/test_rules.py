"""What holds for all rules: the list, the switches, the severities, the order, the words."""

from dataclasses import replace
from importlib import import_module
from inspect import getmodule

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.findings import About, message
from shishi.places import Place, Text
from shishi.records import Notice
from shishi.rulebook import load_rulebook
from shishi.rulebook.load import list_rulebooks
from shishi.rules import RULES, answers, check, counts_otherwise, over_fulfilled
from tests.rules.pages import FOUR_WORDS, WHO_EXPLAINS, make_page, month, read_subject

STATED = ({"length": 100}, FOUR_WORDS, WHO_EXPLAINS)
COLUMNS = (
    "code",
    "item",
    "lead_units",
    "support_units",
    "investment",
    "goal",
    "progress",
    "percent",
)
PIECES = (
    "累计新建书房公园泵站完成其中包括占比分别合计个家座万%0123456789.,、;。/截至月日本其余正在()“”1"
)

PAGE = make_page(
    {"lead_units": "水利局", "status": "超前", "progress": "甲" * 130},
    {"support_units": "水利局", "status": "完成", "explanation": "完成"},
    stated=STATED,
)


def write_rulebook(folder, text):
    path = folder / "x.toml"
    head = 'extends = "default"\nname = "x"\nversion = "1"\nrecognize = []\n'
    path.write_text(f'{head}title = {{ zh = "某区", en = "X" }}\n{text}', encoding="utf-8")
    return load_rulebook(str(path))


@pytest.mark.parametrize("name", list_rulebooks())
def test_every_rulebook_has_a_row_for_every_rule_and_no_other(name):
    assert set(load_rulebook(name).rules) == set(RULES)


def test_default_rulebook_asks_for_what_each_rule_asks_for():
    rows = load_rulebook("default").rules
    modules = {code: getmodule(run) for code, run in RULES.items()}

    assert {c: m.SEVERITY for c, m in modules.items()} == {c: rows[c].severity for c in RULES}


def test_code_of_a_rule_is_its_file_name():
    for code in RULES:
        assert code == import_module(f"shishi.rules.{code.replace('-', '_')}").CODE


def test_findings_come_page_first_and_then_by_record():
    found = check(PAGE, {}, rulebook=load_rulebook("default"))

    assert [(f.facts.get("order", 0), f.code) for f in found] == [
        (0, "progress-lengths"),
        (1, "progress-over-length"),
        (1, "explanation-missing"),
        (2, "lead-unit-missing"),
        (2, "status-not-in-vocabulary"),
        (2, "explanation-not-due"),
    ]
    assert {f.about for f in found} == {About.CONTENT}


def test_rule_that_is_switched_off_is_silent(tmp_path):
    book = write_rulebook(tmp_path, "[rules.explanation-missing]\non = false\n")

    found = check(PAGE, {}, rulebook=book)

    assert "explanation-missing" not in {f.code for f in found}
    assert len(found) == 5


def test_district_may_change_what_a_rule_asks_for(tmp_path):
    book = write_rulebook(tmp_path, "[rules.explanation-missing]\nseverity = 'blocks'\n")

    found = check(PAGE, {}, rulebook=book)

    assert [f.severity for f in found if f.code == "explanation-missing"] == ["blocks"]


def test_page_without_records_has_no_findings():
    assert check(make_page(), {}, rulebook=load_rulebook("default")) == ()


ROWS = (
    {
        "lead_units": "教育居",
        "support_units": "水利局、大街道、相关单位、財政局、教育居",
        "status": "超前",
    },
    {
        "lead_units": "水利局",
        "support_units": "水利局",
        "item": "新增公交车20",
        "progress": "甲" * 130,
        "status": "完成",
        "explanation": "完成",
    },
    {
        "lead_units": "水利局",
        "goal": "/",
        "progress": "某某通”上线",
        "status": "滞后",
        "explanation": "难",
    },
    {"goal": "完成管网铺设", "progress": "完成管网铺设"},
    {"lead_units": "水利局", "percent": "90", "item": "4家", "progress": "2家"},
    {"item": "改造泵站4座", "goal": "累计改造泵站1座", "progress": "/"},
    {"item": "开设暑托班30个", "goal": "累计开设暑托班3个", "progress": "截至8月3日,有序推进"},
    {"item": "新建书房5家", "goal": "主体结顶", "progress": "累计新建书房8家,其中乡村书房9家"},
    {"item": "增设休憩座椅900张", "goal": "安装", "progress": "累计安装座椅500张"},
    {"item": "床位增加至110张", "goal": "验收", "progress": "新增床位１１５张,电话13800000000"},
    {"item": "建设健身房6个", "goal": "验收", "progress": "绿化补种完成。"},
    {"item": "发放购房码1000个", "goal": "验收", "progress": "有序推进。"},
    {"item": "整治河道", "goal": "验收", "progress": "累计完成总工程量的40%"},
    {"item": "铺设燃气管网", "goal": "验收", "progress": "正在进行基础施工。"},
)
LAST = (
    {"item": "改造泵站4座", "status": "正常", "progress": "施工"},
    {"item": "开设暑托班20个", "goal": "累计开设暑托班2个"},
    {"item": "增设休憩座椅900张", "progress": "累计安装座椅20张"},
    {"item": "建设健身房6个", "status": "办结"},
    {"item": "整治河道", "progress": "累计完成总工程量的45%"},
    {"item": "铺设燃气管网", "progress": "正在进行基础施工。"},
)
NOTICE = Notice(
    index_number="11330206002954449C/2031-12",
    publication_date="2031-08-20",
    printed=tuple(("来源", Text(name, Place())) for name in ("区府办", "督查室")),
)
OTHER = ({"item": "新建健身房7个"}, {"item": "发放购房码1000个"})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_has_a_message_that_lacks_no_fact(language):
    odd = month(*ROWS, report="2031-10", plan="2031-10", stated=STATED)
    earlier = month(*LAST, report="2031-09", plan="2031-09")
    later = month(report="2031-11")

    found = check(
        replace(odd.page, notice=NOTICE),
        odd.measured,
        rulebook=load_rulebook("beilun"),
        previous=(earlier, later),
        against=month(*OTHER),
    )

    assert {finding.code for finding in found} == set(RULES)
    assert [f.code for f in found if "…" in message(f, language).replace("138…00", "")] == []


@settings(max_examples=60)
@given(st.data())
def test_any_text_in_any_column_is_checked_without_raising(data):
    cells = st.text(alphabet=PIECES, max_size=12).map(lambda text: text or "甲")
    rows = st.lists(st.dictionaries(st.sampled_from(COLUMNS), cells), max_size=4)
    ours, theirs, others = (month(*data.draw(rows), report="2031-10") for _ in range(3))

    found = check(
        ours.page,
        ours.measured,
        rulebook=load_rulebook("beilun"),
        previous=(replace(theirs, page=replace(theirs.page, report=None)),),
        goals=(others,),
        against=others,
        register=("水利局",),
    )

    assert {finding.code for finding in found} <= set(RULES)


@given(st.text(max_size=60))
def test_any_characters_at_all_are_checked_without_raising(text):
    page = month({name: text for name in COLUMNS if text}, report="2031-10")

    assert check(page.page, page.measured, rulebook=load_rulebook("default"), previous=(page,))


def test_numbers_of_a_record_are_paired_once_however_many_rules_ask(monkeypatch):
    asked = []
    pair = answers.pair_numbers
    monkeypatch.setattr(answers, "pair_numbers", lambda *a, **k: asked.append(a) or pair(*a, **k))
    subject = read_subject({"item": "新建充电桩150个", "progress": "累计新建充电桩400个"})

    found = [*over_fulfilled.check(subject), *counts_otherwise.check(subject)]

    assert [finding.code for finding in found] == ["over-fulfilled"]
    assert len(asked) == 1
