"""Towns that begin what is said behind a unit, or end what is to be done before one, with nothing between."""

import pytest

from shishi.layouts.flows.strips.lexicon import names_on_page
from shishi.layouts.flows.strips.names import find_names
from shishi.layouts.flows.strips.unsure.towns import ends_in_glued_town, may_tell_of_towns
from shishi.layouts.flows.strips.words.wording import is_site_of_town, places_told
from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号项目名称责任单位进展情况"


def read(*rows, header=HEADER):
    return page_of("\n".join((TITLE, header, *rows)))


ROWS = (
    "2新建泵房4座。水利局、住建局已完工。",
    "3新建公厕5座。城管局、东湾街道正在施工。",
    "4铺设步道6公里。住建局、林业局已累计铺设2公里。",
)


def test_town_whose_site_the_report_begins_with_is_no_unit_of_the_list():
    page = read("1改造球场9片。文旅局、体育局河口镇点位已开工,山前镇点位正在招标。", *ROWS)
    assert column(page, "lead_units")[0] == ["文旅局", "体育局"]
    assert column(page, "progress")[0] == "河口镇点位已开工,山前镇点位正在招标。"


@pytest.mark.parametrize("said", ["已选好点位,其余镇街正在摸底。", "正在砌墙,其他乡镇已完工。"])
def test_town_with_which_the_report_contrasts_the_others_begins_the_report(said):
    page = read(f"1改造球场9片。文旅局、体育局河口镇{said}", *ROWS)
    assert column(page, "lead_units")[0] == ["文旅局", "体育局"]
    assert column(page, "progress")[0] == f"河口镇{said}"


ONE_UNIT_A_ROW = (
    "2新建泵房4座水利局已完工。",
    "3新建公厕5座城管局正在施工。",
    "4铺设步道6公里住建局已累计铺设2公里。",
)


@pytest.mark.parametrize(
    "said",
    [
        "已选好点位,其余镇街正在摸底。",
        "正在砌墙,其他乡镇已完工。",
        "正在砌墙,其它各镇已完工。",
        "已砌墙4片,其余乡镇已启动。",
    ],
)
@pytest.mark.parametrize("mark", ["", "。"])
def test_town_that_is_the_only_unit_leads_though_the_report_contrasts_the_others(said, mark):
    page = read(f"1改造球场9片{mark}河口镇{said}", *ONE_UNIT_A_ROW)
    assert column(page, "lead_units")[0] == ["河口镇"]
    assert column(page, "item")[0] == f"改造球场9片{mark}"
    assert not places_told(f"改造球场9片{mark}河口镇{said}", 0, supported=False)


def test_town_told_apart_belongs_to_the_report_where_an_office_stands_anywhere_before_it():
    text = "改造球场9片水利局建成投用河口镇已选址,其余镇街正在比选"
    at, office = text.index("河口镇"), text.index("建成")
    assert at in places_told(text, 0, supported=False, offices=[office])
    assert is_site_of_town(text, at + 3, offices=[office])
    assert not places_told(text, 0, supported=False, offices=[len(text)])
    assert not is_site_of_town(text, at + 3, offices=[len(text)])


@pytest.mark.parametrize("others", ["其余乡镇", "其他各乡镇", "其它各镇", "其他镇街"])
def test_towns_that_nobody_names_hold_no_unit_within(others):
    text = f"正在砌墙,{others}已完工"
    first = text.index(others)
    assert not {a for a, b, _ in find_names(text)} & set(range(first + 1, first + len(others)))


def test_every_town_without_others_before_stays_a_unit():
    text = "改造球场9片各乡镇已完工"
    assert text.index("各乡镇") in {a for a, b, _ in find_names(text)}


@pytest.mark.parametrize("said", ["已选好点位,各镇街正在摸底。", "已选好点位。其余镇街正在摸底。"])
def test_town_with_which_no_others_are_contrasted_is_asked_about(said):
    page = read(f"1改造球场9片。文旅局、体育局河口镇{said}", *ROWS)
    assert (1, "lead_units") in doubted(page)
    assert not places_told(f"体育局河口镇{said}", 0, supported=False)


def test_town_that_a_mark_puts_in_the_list_stays_there_before_sites():
    assert not is_site_of_town("文旅局、河口镇点位已确定", 7)
    page = read("1改造球场9片。文旅局、河口镇点位已确定。", *ROWS)
    assert column(page, "lead_units")[0] == ["文旅局", "河口镇"]


def test_town_that_no_mark_parts_from_the_unit_before_it_is_asked_about():
    page = read("1改造球场9片。文旅局、体育局河口镇已开工3片。", *ROWS)
    assert {(1, "lead_units"), (1, "progress")} <= doubted(page)


@pytest.mark.parametrize("units", ["体育局、河口镇", "体育局各乡镇", "河口镇", "城乡建设局", ""])
def test_units_whose_last_town_a_mark_parts_or_nobody_stands_before_end_in_no_glued_one(units):
    assert not ends_in_glued_town(units)


@pytest.mark.parametrize("units", ["文旅局体育局河口镇", "体育局东湾街道", "体育局白音苏木"])
def test_units_whose_last_town_stands_behind_another_end_in_a_glued_one(units):
    assert ends_in_glued_town(units)


def test_list_whose_towns_marks_part_is_not_asked_about():
    page = read("1改造球场9片。文旅局、河口镇已开工3片。", *ROWS)
    assert (1, "lead_units") not in doubted(page)


@pytest.mark.parametrize("word", ["覆盖", "涉及", "惠及"])
def test_towns_that_the_item_covers_are_no_units(word):
    page = read(f"1铺设管道8公里,{word}河口镇、山前镇、东湾街道水利局已完工。", *ROWS)
    assert column(page, "lead_units")[0] == ["水利局"]
    assert column(page, "item")[0] == f"铺设管道8公里,{word}河口镇、山前镇、东湾街道"


def test_item_may_end_with_covering_where_no_mark_stands_before_it():
    page = read("1推进河口镇5G信号全覆盖河口镇、住建局已完工。", *ROWS)
    assert column(page, "item")[0] == "推进河口镇5G信号全覆盖"


def test_count_of_one_town_among_the_item_stays_with_it():
    page = read("1资助学生80名,其中河口镇30名。教育局已发放60名。", *ROWS)
    assert column(page, "item")[0] == "资助学生80名,其中河口镇30名。"
    assert column(page, "lead_units")[0] == ["教育局"]


def test_numbered_towns_of_a_report_are_no_units():
    page = read("1投放公交车12辆。交通局1.河口镇:招标已结束;2.山前镇:正在采购。", *ROWS)
    assert column(page, "lead_units")[0] == ["交通局"]
    assert column(page, "item")[0] == "投放公交车12辆。"
    assert column(page, "progress")[0] == "1.河口镇:招标已结束;2.山前镇:正在采购。"


def test_town_behind_several_offices_is_known_without_their_last_character():
    body = "1修路水务局河口镇已完工2造林林业局河口镇已开工3供水教育局河口镇已招标"
    assert "局河口镇" not in names_on_page(body)


def test_name_of_three_characters_that_ends_no_office_stays_whole():
    body = "1修路。石河口镇、水务局已完工2造林。石河口镇、林业局已开工"
    assert "石河口镇" in names_on_page(body)


def test_item_that_ends_with_its_towns_ends_before_a_numbered_report():
    header = "序号责任单位项目名称进展情况"
    page = read(
        "1水利局疏浚河道9公里,覆盖河口镇、山前镇、西原乡。1.河口镇:招标已结束;2.山前镇:正在采购。",
        "2住建局新建泵房4座。已完工。",
        "3城管局新建公厕5座。正在施工。",
        header=header,
    )
    assert column(page, "item")[0] == "疏浚河道9公里,覆盖河口镇、山前镇、西原乡。"
    assert column(page, "progress")[0] == "1.河口镇:招标已结束;2.山前镇:正在采购。"


@pytest.mark.parametrize(
    ("text", "town"),
    [("新建泵房3座,覆盖河口镇、西原乡水利局", "西原乡"), ("水利局白音苏木点位已开工", "白音苏木")],
)
def test_towns_behind_covering_and_before_their_sites_are_no_units(text, town):
    assert text.index(town) in places_told(text, 0, supported=False)


@pytest.mark.parametrize("text", ["信号全覆盖河口镇已完工", "水利局、河口镇已完工"])
def test_towns_that_nothing_goes_before_or_behind_may_be_units(text):
    assert not places_told(text, 0, supported=False)


SUPPORTED = "序号项目名称牵头单位配合单位进展情况"
SUPPORTED_ROWS = (
    "2新建泵房4座。水利局财政局已完工。",
    "3新建公厕5座。城管局财政局、残联正在施工。",
    "4铺设步道6公里。林业局文旅局已累计铺设2公里。",
)


@pytest.mark.parametrize("town", ["柏溪镇", "各乡镇", "云岭街道", "柏溪镇、云岭街道"])
@pytest.mark.parametrize("site", ["点位", "辖区内", "境内"])
def test_town_or_group_before_its_sites_where_others_support_is_read_as_support_and_asked_about(
    town, site
):
    page = read(f"1改造球场9片。体育局{town}{site}已开工3片。", *SUPPORTED_ROWS, header=SUPPORTED)
    assert column(page, "support_units")[0] == town.split("、")
    assert column(page, "progress")[0] == f"{site}已开工3片。"
    assert {(1, "support_units"), (1, "progress")} <= doubted(page)


def test_town_behind_an_office_that_supports_is_not_asked_about_before_sites():
    page = read("1改造球场9片。体育局财政局、柏溪镇点位已开工。", *SUPPORTED_ROWS, header=SUPPORTED)
    assert column(page, "support_units")[0] == ["财政局", "柏溪镇"]
    assert not may_tell_of_towns("财政局、柏溪镇", "点位已开工")


def test_town_that_supports_before_what_is_done_is_no_site():
    assert not may_tell_of_towns("柏溪镇", "已开工3片")


LEADING = "序号责任单位项目名称进展情况"


@pytest.mark.parametrize(
    ("town", "item"), [("柏溪镇", "片区道路改造3公里。"), ("云岭街道", "辖区球场改造5片。")]
)
def test_town_that_begins_a_row_leads_and_is_not_asked_about_before_sites(town, item):
    page = read(
        f"1{town}{item}已完工。",
        "2水利局铺设管道6公里。已累计铺设2公里。",
        "3城管局新建公厕5座。正在施工。",
        header=LEADING,
    )
    assert column(page, "lead_units")[0] == [town]
    assert column(page, "item")[0] == item
    assert not {(1, "lead_units"), (1, "item")} & doubted(page)


def test_town_behind_the_office_that_begins_a_row_may_belong_to_its_sites():
    assert is_site_of_town("1水利局柏溪镇片区改造", 7, 1)
    assert not is_site_of_town("1柏溪镇片区改造", 4, 1)


@pytest.mark.parametrize("mark", ["/", "及", "和", "与"])
def test_town_that_a_slash_or_an_and_parts_ends_in_no_glued_one(mark):
    assert not ends_in_glued_town(f"体育局{mark}柏溪镇")


def test_town_behind_a_name_with_an_and_within_it_ends_in_a_glued_one():
    assert ends_in_glued_town("人力资源和社会保障局柏溪镇")


@pytest.mark.parametrize("word", ["覆盖", "包括", "其中", "辐射"])
def test_word_before_the_places_of_an_item_is_not_cut_though_no_other_row_knows_its_towns(word):
    rows = "2新建泵房4座。水利局、住建局已完工。", "3新建公厕5座。城管局、东湾街道正在施工。"
    page = read(f"1铺设管道8公里,{word}柏溪镇、云岭街道水利局已完工。", *rows)
    assert column(page, "item")[0] == f"铺设管道8公里,{word}柏溪镇、云岭街道"
    assert column(page, "lead_units")[0] == ["水利局"]


def test_report_of_towns_with_a_colon_behind_each_begins_with_the_first_town():
    rows = "2新建泵房4座。水利局、住建局已完工。", "3新建公厕5座。城管局、东湾街道正在施工。"
    page = read("1投放公交车12辆。交通局柏溪镇:招标已结束;云岭街道:正在采购。", *rows)
    assert column(page, "lead_units")[0] == ["交通局"]
    assert column(page, "progress")[0] == "柏溪镇:招标已结束;云岭街道:正在采购。"
