from itertools import pairwise

import pytest

from shishi.layouts.words.names.glued import goes_on, part_glued
from shishi.layouts.words.names.kinds import is_glued


def parted(name, known=()):
    ends = part_glued(name, frozenset(known))
    return [name[a:b] for a, b in pairwise((0, *ends))]


@pytest.mark.parametrize(
    "names",
    [
        "教育局 临山街道 县残联 各学校",
        "政务办 水利局",
        "县委宣传部 县房管局",
        "县委办公室 县政府办公室",
        "凤堰街道 县供电分公司 属地街道",
        "消防救援大队 县科委",
        "交警大队 人力资源和社会保障局 教育局",
        "公交公司 市场监管局 财政局 公建中心 安河街道 属地街道",
        "区机关事务管理中心 区公建中心",
        "青桥街道 农业农村局 各社区",
        "青桥乡 住房城乡建设局",
        "旗公安局 旗教育局",
        "财政局 国网青河供电公司",
        "区城市管理综合执法局 区农业农村和水利局 区审管办",
        "州水务局 州财政局",
        "青河旗公安局 青河旗委宣传部",
        "残联 区教育局",
        "红旗街道 旗民政局",
        "各社区 水利局",
        "各镇街 区残联",
    ],
)
def test_names_that_lost_their_separators_are_parted(names):
    assert parted(names.replace(" ", "")) == names.split()


@pytest.mark.parametrize(
    "name",
    [
        "公安分局交警大队",
        "住房和城乡建设局",
        "住房城乡建设局",
        "区城市管理和综合行政执法局",
        "市公安局云溪分局",
        "区水务集团有限公司",
        "开发区教育局",
        "经开区管委会建设局",
        "区社区建设中心",
        "县委宣传部",
        "教育局考试中心",
        "青桥街道总工会",
        "新建文化中心",
        "旗公安局交警大队",
        "国网青河县供电公司",
        "县教育体育局",
        "青河县乡村振兴局",
        "旗红旗街道办事处",
        "各社区卫生服务中心",
        "各镇残联",
    ],
)
def test_long_name_of_one_unit_stays_whole(name):
    assert parted(name) == [name]


def test_union_behind_a_street_is_parted_only_where_it_stands_alone_elsewhere():
    assert parted("农业农村局青桥街道总工会", {"总工会"}) == ["农业农村局", "青桥街道", "总工会"]
    assert parted("农业农村局青桥街道总工会") == ["农业农村局青桥街道总工会"]
    assert is_glued("农业农村局青桥街道总工会")


def test_brackets_inside_a_name_are_not_parted():
    assert part_glued("各乡镇(街道)人民政府") == (11,)


@pytest.mark.parametrize(
    ("name", "more"), [("公安局", "交警大队"), ("水务集团", "有限公司"), ("区教育局", "(体育局)")]
)
def test_what_belongs_to_the_unit_before_it_goes_on_with_its_name(name, more):
    assert goes_on(name, more)


@pytest.mark.parametrize(
    ("name", "more"), [("商务委", "开发区管委会"), ("民政局", "交警大队"), ("卫健委", "和林镇")]
)
def test_another_unit_does_not_go_on_with_the_name_before_it(name, more):
    assert not goes_on(name, more)


@pytest.mark.parametrize(
    "name",
    [
        "旗委政法委",
        "青河县委政法委",
        "临川市委政法委",
        "州委社会工作部",
        "盟委编办",
        "区委老干部局",
    ],
)
def test_committee_of_the_party_and_its_organ_are_one_name(name):
    assert parted(name) == [name]


@pytest.mark.parametrize(
    "names",
    [
        "县委 县政府",
        "区委政法委 区司法局",
        "团区委 组织部",
        "县委宣传部 县委组织部",
        "卫健委 政法委",
        "松岭乡 旗委宣传部",
    ],
)
def test_committee_and_what_is_no_organ_of_it_are_two_names(names):
    assert parted(names.replace(" ", "")) == names.split()


@pytest.mark.parametrize(
    "name",
    [
        "县公安局交通警察大队",
        "旗公安局特巡警大队",
        "公安局刑侦大队",
        "市场监管局执法稽查局",
        "县财政局国库支付局",
        "交通运输局综合行政执法大队",
    ],
)
def test_squad_or_bureau_of_the_bureau_before_it_is_one_name_with_it(name):
    assert parted(name) == [name]


@pytest.mark.parametrize("names", ["教育局 交通警察大队", "公安局 交通局", "财政局 税务局"])
def test_squad_behind_a_bureau_that_has_none_is_a_name_of_its_own(names):
    assert parted(names.replace(" ", "")) == names.split()


def test_centre_behind_the_bureau_of_health_is_left_whole_and_asked_about():
    name = "县卫健局疾控中心"
    assert parted(name) == [name]
    assert is_glued(name)
    assert parted(name, ["疾控中心"]) == ["县卫健局", "疾控中心"]
    assert parted("教育局疾控中心") == ["教育局", "疾控中心"]
