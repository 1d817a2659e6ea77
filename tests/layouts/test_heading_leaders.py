import pytest

from tests.layouts.invented import column, doubted, html, page_of
from tests.layouts.test_headings import HEAD, A, B, given


@pytest.mark.parametrize(
    "heading",
    [
        "柳溪牵头项目",
        "北川负责的重点项目",
        "金塘包联项目",
        "华联牵头项目",
        "马鞍山牵头项目",
        "顾家汇负责项目",
    ],
)
def test_place_or_company_before_the_projects_it_leads_is_a_theme_and_no_leader(heading):
    page = page_of(html(HEAD, f"4>{heading}", A), "a.html")
    assert column(page, "leaders") == [[]]
    assert column(page, "theme") == [heading]


def test_name_that_the_page_has_as_a_place_leads_nothing():
    page = page_of(html(HEAD, "4>梅知行牵头项目", A, "2|修路|梅知行镇|已开工"), "a.html")
    assert column(page, "leaders") == [[], []]


@pytest.mark.parametrize("said", ["顾舟同志", "副区长顾舟", "联系人:顾舟"])
def test_short_name_leads_where_the_page_calls_it_a_person_elsewhere(said):
    page = page_of(html(HEAD, "4>顾舟牵头项目", A) + f"<p>{said}</p>", "a.html")
    assert column(page, "leaders") == [["顾舟"]]


def test_short_name_whose_office_is_in_brackets_leads():
    assert given("顾舟(副区长)牵头项目") == {"leaders": "顾舟"}
    assert given("顾舟(两批)牵头项目") == {"theme": "顾舟(两批)牵头项目"}


@pytest.mark.parametrize("second", ["沈知行负责的重点项目", "北川包联项目"])
def test_theme_of_who_leads_ends_where_the_next_leads(second):
    page = page_of(html(HEAD, "4>教育局牵头项目(1项)", A, f"4>{second}", B), "a.html")
    assert column(page, "theme")[0] == "教育局牵头项目(1项)"
    assert column(page, "theme")[1] != "教育局牵头项目(1项)"


@pytest.mark.parametrize("second", ["柳溪牵头项目", "教育局牵头项目"])
def test_leader_ends_where_others_lead_in_the_same_way(second):
    page = page_of(html(HEAD, "4>顾舟同志牵头项目", A, f"4>{second}", B), "a.html")
    assert column(page, "leaders") == [["顾舟"], []]


def test_leader_stays_over_the_projects_of_a_unit_below():
    page = page_of(html(HEAD, "4>顾舟同志分管项目", A, "4>教育局牵头项目", B), "a.html")
    assert column(page, "leaders") == [["顾舟"], ["顾舟"]]


def test_theme_that_names_no_leads_stays_over_who_leads_below():
    page = page_of(html(HEAD, "4>教育惠民", A, "4>顾舟同志牵头项目", B), "a.html")
    assert column(page, "theme") == ["教育惠民"] * 2


C = "3|种树9棵|园林局|已种下"


def leaders_of(*names, more=""):
    rows = [
        part for name, row in zip(names, (A, B, C), strict=False) for part in (f"4>{name}", row)
    ]
    return column(page_of(html(HEAD, *rows) + more, "a.html"), "leaders")


@pytest.mark.parametrize("name", ["萨仁", "顾舟", "旺扎次仁"])
@pytest.mark.parametrize("way", ["牵头项目", "分管项目", "负责的重点项目"])
def test_name_that_may_be_none_leads_where_all_beside_it_are_of_people(name, way):
    names = [f"{who}{way}" for who in (name, "沈知行", "陆远帆")]
    assert leaders_of(*names) == [[name], ["沈知行"], ["陆远帆"]]


def test_name_in_full_characters_leads_where_all_beside_it_are_of_people():
    names = [f"{who}牽頭項目" for who in ("薩仁", "沈知行", "歐陽嵐")]
    more = "<p>區財政局、區發改局、區衛健委負責實施進展情況，關於數據來源說明</p>"
    assert leaders_of(*names, more=more)[0] == ["薩仁"]


@pytest.mark.parametrize(
    "others",
    [
        ("沈知行牵头项目",),  # one says little
        ("沈知行牵头项目", "教育局牵头项目"),
        ("沈知行同志牵头项目", "陆远帆同志牵头项目"),  # all people are called so
        ("沈知行分管项目", "陆远帆分管项目"),
    ],
)
def test_name_that_may_be_none_is_a_theme_where_others_beside_it_are_none_either(others):
    assert leaders_of("萨仁牵头项目", *others)[0] == []


def test_name_beside_those_of_people_that_the_page_has_as_a_place_leads_nothing():
    names = [f"{who}牵头项目" for who in ("萨仁", "沈知行", "陆远帆")]
    assert leaders_of(*names, more="<p>萨仁镇供稿</p>")[0] == []


@pytest.mark.parametrize("name", ["萨仁", "乌云", "白云", "顾舟", "旺扎次仁"])
def test_name_that_only_the_headings_beside_it_tell_is_asked_about(name):
    rows = [f"4>{name}牵头项目", A, "4>沈知行牵头项目", B, "4>陆远帆牵头项目", C]
    page = page_of(html(HEAD, *rows), "a.html")
    assert column(page, "leaders")[0] == [name]
    assert (1, "leaders") in doubted(page)
    assert not {(2, "leaders"), (3, "leaders")} & doubted(page)


def test_name_that_the_page_calls_a_persons_elsewhere_is_not_asked_about():
    rows = [f"4>{name}牵头项目" for name in ("顾舟", "沈知行", "陆远帆")]
    page = page_of(html(HEAD, rows[0], A, rows[1], B, rows[2], C) + "<p>副区长顾舟</p>", "a.html")
    assert column(page, "leaders")[0] == ["顾舟"]
    assert doubted(page) == set()


@pytest.mark.parametrize("name", ["国资", "柳湖", "城关", "工信", "住建"])
@pytest.mark.parametrize("way", ["牵头项目", "包联项目"])
def test_place_or_office_for_short_beside_people_is_a_theme_as_ever(name, way):
    rows = [f"4>{who}{way}" for who in (name, "沈知行", "陆远帆")]
    page = page_of(html(HEAD, rows[0], A, rows[1], B, rows[2], C), "a.html")
    assert column(page, "leaders")[0] == []
    assert column(page, "theme")[0] == f"{name}{way}"
