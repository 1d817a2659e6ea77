import pytest

from shishi.layouts.flows.strips.names import find_names, sure_names


def cost(text, name, known=()):
    found = find_names(text, frozenset(known))
    return min((c for a, b, c in found if text[a:b] == name), default=None)


@pytest.mark.parametrize(
    ("text", "first", "both"),
    [
        ("造林。商务委开发区管委会", "开发区管委会", "商务委开发区管委会"),
        ("造林。卫健委和林镇", "和林镇", "卫健委和林镇"),
        ("造林。征迁服务中心城建事务中心", "城建事务中心", "征迁服务中心城建事务中心"),
    ],
)
def test_two_units_with_nothing_between_them_cost_more_as_one_name(text, first, both):
    assert cost(text, first) is not None
    assert cost(text, both) >= cost(text, first)
    assert cost(text, both) > 1


@pytest.mark.parametrize("name", ["水务集团有限公司", "城市管理局"])
def test_unit_with_what_belongs_to_it_is_one_name(name):
    assert cost(f"造林。{name}", name) <= 1


@pytest.mark.parametrize(
    "name", ["国网青河供电公司", "市城市管理综合执法局", "农业农村和水利局", "县审管办"]
)
def test_usual_name_costs_nothing_behind_words_and_another_name(name):
    assert cost(f"年底前投入使用区民政局{name}", name) == 0


@pytest.mark.parametrize("text", ["争取年底前完工区司法局", "困难职工提供培训长栖街道"])
def test_words_before_a_unit_are_dear_as_part_of_its_name(text):
    assert cost(text, text) > 4


@pytest.mark.parametrize("text", ["提升乡村文化", "改造城镇老旧小区", "和美乡村"])
def test_words_that_seem_to_end_a_town_hold_no_name(text):
    assert sure_names(text) == []


def test_theme_with_a_number_begins_no_name():
    assert cost("(三)就业创业人力社保局", "(三)就业创业人力社保局") is None


@pytest.mark.parametrize("name", ["区救助站", "区福利院", "区少年宫", "区环卫所"])
def test_name_that_ends_as_many_words_do_is_one_behind_its_level(name):
    assert cost(f"年底前投入使用{name}", name) <= 2


@pytest.mark.parametrize("name", ["公路养护中心", "移动分公司"])
def test_name_that_begins_anywhere_is_one_at_a_price(name):
    text = f"年底前投入使用{name}"
    assert 1 < cost(text, name) < 8


@pytest.mark.parametrize("text", ["新建社区服务站3个", "改造老旧场所"])
def test_words_that_end_as_names_do_are_no_sure_names(text):
    assert sure_names(text) == []


def test_two_names_with_nothing_between_them_are_dear_as_one():
    text = "造林。区残联种子站"
    assert cost(text, "区残联种子站") > cost(text, "区残联")


HOME = {"青坪区水务局", "青坪区财政局", "青坪区住建局"}


def test_name_begins_with_its_district_where_others_of_the_page_do():
    assert cost("惠及300户。青坪区城发公司", "青坪区城发公司", HOME) <= 1
    assert cost("惠及300户。青坪区城发公司", "区城发公司", HOME) is None


def test_name_begins_with_its_level_where_no_district_is_known():
    assert cost("惠及300户。区城发公司", "区城发公司") <= 1


@pytest.mark.parametrize("name", ["旗公安局", "州水务局", "盟委宣传部", "旗园林所"])
def test_banner_and_prefecture_are_levels_before_a_name(name):
    assert cost(f"年底前投入使用{name}", name) <= 2
    assert cost(f"年底前投入使用{name}", name) < (cost(f"年底前投入使用{name}", name[1:]) or 99)


@pytest.mark.parametrize("text", ["年底前投入使用红旗街道", "年底前投入使用瓜州镇"])
def test_last_character_of_a_town_is_no_level_before_its_end(text):
    assert cost(text, text[7:]) <= (cost(text, text[8:]) or 99)


@pytest.mark.parametrize(
    "name", ["区老旧小区改造办", "各村(社区)", "各街道办事处", "各乡镇人民政府"]
)
def test_office_for_works_and_words_for_all_of_a_kind_are_names(name):
    assert cost(f"惠及300户。{name}", name) == 0


def test_works_within_a_sentence_are_no_part_of_a_name():
    assert cost("惠及300户改造泵房区水务局", "户改造泵房区水务局") is None


@pytest.mark.parametrize("text", ["开展食品快检，不合格处置率达标", "15371专项债房管所"])
def test_words_of_handling_and_of_where_money_comes_from_are_in_no_name(text):
    assert cost(text, "合格处") is None
    assert cost(text, "专项债房管所") is None


def test_division_and_office_beside_such_words_are_names():
    assert cost("造林。公路管理处已完成", "公路管理处") is not None
    assert cost("15371专项债房管所", "房管所") is not None


def test_town_known_by_its_bare_name_is_one_name_with_its_government():
    assert cost("造林3场湖江镇人民政府", "湖江镇人民政府", known=["湖江镇"]) <= 3
    assert cost("造林3场湖江镇经信局", "湖江镇经信局", known=["湖江镇"]) > 3


def test_unit_with_its_level_is_one_behind_the_words_that_end_a_list_of_places():
    assert cost("覆盖河口镇等地区河务站", "区河务站") <= 1 + 1
    assert cost("改造山前地区河务站", "区河务站") != 1


@pytest.mark.parametrize("name", ["在河口街道", "等四个镇"])
def test_places_that_an_item_begins_with_are_no_units(name):
    assert cost(f"区水务局{name}街新建绿道", name) is None
    assert cost("区水务局河口街道新建绿道", "河口街道") is not None


def test_group_of_towns_and_streets_ends_behind_both():
    assert cost("区水务局、相关镇街已开工", "相关镇街") is not None
    assert cost("区水务局、相关镇街已开工", "相关镇") is None
    assert cost("区水务局、相关镇已开工", "相关镇") is not None


def test_rest_of_a_usual_name_is_dearer_than_the_whole():
    assert cost("年底前完成团区委正在筹备", "区委") > cost("年底前完成团区委正在筹备", "团区委")
    assert cost("年底前完成区委宣传部正在筹备", "区委宣传部") == 0


def test_digits_of_a_number_begin_no_name_behind_it():
    assert cost("年底前完成。1.89人社局", "9人社局") is None
    assert cost("年底前完成。189人社局", "9人社局") is None
    assert cost("年底前完成。1.89人社局", "人社局") is not None


@pytest.mark.parametrize(
    ("text", "name", "is_dear"),
    [
        ("提升。石埠街道等社区服务中心", "石埠街道等社区服务中心", True),
        ("提升。石埠街道", "石埠街道", False),
        ("12月底前全部", "月底前全部", None),
    ],
)
def test_places_and_what_is_built_there_are_no_name(text, name, is_dear):
    found = cost(text, name)
    assert (found is None) if is_dear is None else ((found > 10) is is_dear)


@pytest.mark.parametrize("office", ["区商务局", "区征收办", "区卫健委"])
def test_streets_without_a_name_begin_a_cell_behind_an_office(office):
    text = f"造林。{office}街道、云溪镇"
    assert cost(text, "街道") == 0
    assert cost(text, f"{office}街道") > cost(text, office)


@pytest.mark.parametrize("text", ["造林。长栖街道、云溪镇", "造林。区商务局街道路灯翻新"])
def test_streets_with_a_name_or_words_behind_begin_no_cell_alone(text):
    assert cost(text, "街道") is None
