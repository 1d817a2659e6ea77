from dataclasses import replace

import pytest

from shishi.measures import measure
from shishi.records import Field
from shishi.rulebook import load_rulebook
from shishi.rules.parts_do_not_add_up import check
from shishi.rules.subject import build_subject
from shishi.text.characters import Script
from tests.rules.pages import make_page, read_subject


def found(text, field="progress"):
    return [
        (f.facts["whole"], f.facts["parts"], f.facts["total"])
        for f in check(read_subject({"item": "甲", field: text}))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成健身点15个,包括步道6个、球场7个。", ("15个", ["6个", "7个"], "13")),
        ("共有子项93个,其中市级41个、区级62个。", ("93个", ["41个", "62个"], "103")),
        ("实施工程8个,其中5个已完工,4个正在施工。", ("8个", ["5个", "4个"], "9")),
        ("实施工程8个,其中5个已完工,其余2个未开工。", ("8个", ["5个", "2个"], "7")),
        ("建成书房5家,其中乡村书房7家。", ("5家", ["7家"], "7")),
        ("居民分别占60%、27%、20%。", ("100%", ["60%", "27%", "20%"], "107")),
    ],
)
def test_parts_that_do_not_make_the_whole_are_asked_about(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize("field", ["item", "goal", "explanation", "remark"])
def test_every_sentence_is_looked_at(field):
    assert len(found("建成健身点15个,包括步道6个、球场7个。", field)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "16个场地已完成,包括7个球台、1个公园、2个运动场、6个健身房。",
        "共有子项103个,其中市级41个、区级62个。",
        "共有子项93个,其中市级41个、区级22个。",
        "实施工程8个:5个已完工,3个正在施工。",
        "新建12家,其中7家已竣工,剩余正在推进。",
        "新建10个,其中开工8个、完工5个。",
        "新建10个,包括开工8个、完工5个。",
        "建成书房5家,新增座椅7把。",
        "建成书房5家、驿站7家。",
        "建成书房5家,包括座椅300把、图书2万册。",
        "建成约15个,包括步道6个、球场7个。",
        "女性占60%,党员占50%。",
        "居民分别占60%、30%、10%。",
        "居民分别占33.4%、33.4%、33.3%。",
        "建成健身点15个。包括步道6个、球场7个。",
        "完成率60%。",
        "施工至3~5层。",
    ],
)
def test_parts_that_agree_or_overlap_or_are_no_parts_pass(text):
    assert found(text) == []


def test_traditional_text_is_read_in_simplified_characters():
    text = "建成健身點15個,分別為步道6個、球場7個。"
    page = make_page({"progress": text}, script=Script.TRADITIONAL)
    measured = {1: measure(page.records[0], year=2031)}

    (finding,) = check(build_subject(page, measured, rulebook=load_rulebook("default")))

    assert finding.facts["total"] == "13"


def totals(*amounts, total, unit="万元", name="合计"):
    page = make_page(
        *({"item": f"工程{n}", "investment": amount} for n, amount in enumerate(amounts)),
        {"item": name, "investment": total},
    )
    records = tuple(replace(record, investment_unit=unit) for record in page.records)
    measured = {r.order: measure(r, year=2031) for r in records}
    page = replace(page, records=records)
    return list(check(build_subject(page, measured, rulebook=load_rulebook("default"))))


def test_row_of_totals_that_is_not_the_sum_is_asked_about():
    (finding,) = totals("100", "250", total="360")

    assert finding.facts["order"] == 3
    assert finding.facts["total"] == "3500000"
    assert finding.place.field == Field.INVESTMENT


@pytest.mark.parametrize(
    ("amounts", "total", "name"),
    [
        (("100", "250"), "350", "合计"),
        (("100.26", "250.27"), "350.54", "合 计"),
        (("100", "250"), "360", "工程3"),
        (("100", ""), "360", "合计"),
        (("100", "250"), "", "合计"),
        ((), "360", "合计"),
    ],
)
def test_row_of_totals_that_agrees_or_cannot_be_held_against_anything_passes(amounts, total, name):
    assert totals(*amounts, total=total, name=name) == []
