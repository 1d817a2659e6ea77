import pytest

from shishi.layouts.words.names.kinds import (
    holds_level,
    is_blank_mark,
    is_glued,
    is_group,
    is_person,
    is_unit,
)
from shishi.layouts.words.names.listing import is_unfinished_unit, split_names, unit_share
from shishi.layouts.words.names.organizations import load_words


@pytest.mark.parametrize(
    "name",
    [
        *(
            "教育局",
            "区综合行政执法局",
            "柳湖街道",
            "石埠镇",
            "乌兰淖尔苏木",
            "区府办",
            "团区委",
            "区残联",
        ),
        *("公安分局", "云溪水务集团", "供电公司", "市场监管局(知识产权局)", "区大数据中心"),
        *(
            "石埠镇政府",
            "菊溪乡人民政府",
            "菊城乡",
            "各街道",
            "相关单位",
            "河长制成员单位",
            "第二人民医院",
            "云溪中学校",
        ),
    ],
)
def test_name_of_a_unit_or_a_group_is_told(name):
    assert is_unit(name)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "新建文化中心",
            "升级石桥街道便民服务中心",
            "列入人大督办",
            "改造农村公厕2处",
            "打通断头路30处",
            "更新老年活动室",
            "已进场施工",
        ),
        *("累计完成验收", "陆远帆", "正常", "300", "", "便民出行", "完成选址的社区食堂所"),
        *("住房和城乡", "和城乡", "统筹城乡", "王常委", "区委常委"),
    ],
)
def test_words_that_end_like_a_unit_or_say_something_else_are_none(words):
    assert not is_unit(words)


@pytest.mark.parametrize(
    "name",
    [
        *("陆远帆", "欧阳岚", "欧阳知行", "顾舟", "副区长甲", "区委常委"),
        *("区人大常委会副主任丁", "县人大常委会副主任欧阳岚", "区政协副主席丙"),
    ],
)
def test_person_is_told_by_surname_or_office(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "words",
    [
        "民政局",
        "超前",
        "教育优先发展",
        "3",
        "王镇",
        "接入平台",
        "滞",
        "文体惠民",
        "区人大常委会办公室",
        "市政协",
        "人大常委会",
    ],
)
def test_units_status_words_and_themes_are_no_persons(words):
    assert not is_person(words)


@pytest.mark.parametrize(
    "name", ["各街道", "相关部门", "各镇(街道)", "防汛成员单位", "相关街道(乡镇)", "有关镇街"]
)
def test_group_is_told(name):
    assert is_group(name)


@pytest.mark.parametrize("name", ["柳湖街道", "各尽其责", "民政局", "相关项目", "柳湖街道(社区)"])
def test_single_unit_is_no_group(name):
    assert not is_group(name)


@pytest.mark.parametrize("text", ["/", "—", "无", "--"])
def test_mark_for_nothing_is_told(text):
    assert is_blank_mark(text)


@pytest.mark.parametrize("text", ["无线电管理处", "1/2", ""])
def test_words_with_a_mark_in_them_are_no_mark_for_nothing(text):
    assert not is_blank_mark(text)


def names_in(text):
    return [text[a:b] for a, b in split_names(text).spans]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("教育局、住建局", ["教育局", "住建局"]),
        ("教育局,住建局;石埠镇", ["教育局", "住建局", "石埠镇"]),
        ("教育局和民政局", ["教育局", "民政局"]),
        ("教育局和静文旅集团", ["教育局", "和静文旅集团"]),
        ("教育局和和静文旅集团", ["教育局", "和静文旅集团"]),
        ("和硕水务集团、教育局", ["和硕水务集团", "教育局"]),
        ("教育局和平安建设办公室", ["教育局", "平安建设办公室"]),
        ("县住建局和政务服务局", ["县住建局", "政务服务局"]),
        ("县住建局和政府办", ["县住建局", "政府办"]),
        ("县住建局和政法委", ["县住建局", "政法委"]),
        ("县住建局和政协办公室", ["县住建局", "政协办公室"]),
        ("县住建局和政文旅集团", ["县住建局", "和政文旅集团"]),
        ("县住建局和政县水务公司", ["县住建局", "和政县水务公司"]),
        ("县住建局和政城投公司", ["县住建局", "和政城投公司"]),
        ("★教育局 住建局", ["教育局", "住建局"]),
        ("各镇(街道)、住建局", ["各镇(街道)", "住建局"]),
        ("国控(城投、交投)、住建局", ["国控(城投、交投)", "住建局"]),
    ],
)
def test_cell_is_split_into_its_names(cell, names):
    assert names_in(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("云溪新城 管委会、文旅集团", ["云溪新城 管委会", "文旅集团"]),
        ("石埠镇 人民政府,区水务局", ["石埠镇 人民政府", "区水务局"]),
        ("柳湖街道 办事处 区民政局", ["柳湖街道 办事处", "区民政局"]),
        ("各街道 办事处", ["各街道", "办事处"]),
        ("街道 办事处", ["街道", "办事处"]),
        ("区水务局 管委会", ["区水务局", "管委会"]),
        ("石埠镇 柳湖街道", ["石埠镇", "柳湖街道"]),
    ],
)
def test_government_of_a_place_is_one_name_with_it_over_a_space_that_a_page_put_there(cell, names):
    assert names_in(cell) == names


@pytest.mark.parametrize("cell", ["自然资源和规划分局", "发展和改革局", "组织部与人社中心筹"])
def test_one_name_with_an_and_in_it_stays_whole(cell):
    assert names_in(cell) == [cell]


@pytest.mark.parametrize("cell", ["", "/", "—", "、、"])
def test_blank_cell_lists_nothing(cell):
    assert names_in(cell) == []


@pytest.mark.parametrize("end", ["等部门", "等单位", "等部门、单位", "等相关单位"])
def test_and_others_makes_a_list_open(end):
    listed = split_names(f"教育局、住建局{end}")
    assert listed.open_ended
    assert names_in(f"教育局、住建局{end}") == ["教育局", "住建局"]


@pytest.mark.parametrize("cell", ["教育局、住建局", "柳湖街道", ""])
def test_plain_list_is_not_open(cell):
    assert not split_names(cell).open_ended


def test_share_of_units_counts_names_in_hundredths():
    assert unit_share("教育局、住建局") == 100
    assert unit_share("教育局、北") == 50
    assert unit_share("完成桩基施工。") == 0
    assert unit_share("") == 0


@pytest.mark.parametrize("text", ["区综合行政", "教育局、", "教育局、区文化广电"])
def test_list_that_breaks_off_inside_a_name_is_unfinished(text):
    assert is_unfinished_unit(text)


@pytest.mark.parametrize("text", ["教育局", "教育局、柳湖街道", ""])
def test_list_that_ends_with_a_name_is_finished(text):
    assert not is_unfinished_unit(text)


@pytest.mark.parametrize(
    ("cell", "names", "open_ended"),
    [
        ("区税务局、区残联等", ["区税务局", "区残联"], True),
        ("区税务局等3家单位", ["区税务局"], True),
        ("特等", ["特等"], False),
        ("区税务局、甲等", ["区税务局", "甲等"], False),
    ],
)
def test_and_others_behind_a_unit_makes_the_list_open(cell, names, open_ended):
    found = split_names(cell)
    assert ([cell[a:b] for a, b in found.spans], found.open_ended) == (names, open_ended)


@pytest.mark.parametrize(
    ("name", "glued"),
    [
        *(("水利局教育局", True), ("政务办教育局水利局", True), ("区科协区教育局", True)),
        *(("区图书馆区园林中心", True), ("区民政局社区服务中心", False), ("区高新区管委会", False)),
        *(("区住房和城乡建设局", False), ("区委组织部", False), ("自然资源和规划分局", False)),
        *(("公安分局交警大队", False), ("教育局教研室", False)),
    ],
)
def test_two_usual_names_without_a_separator_are_told_from_a_long_one(name, glued):
    assert is_glued(name) is glued


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("消防救援 大队", ["消防救援 大队"]),
        ("总工会、生态环 境分局", ["总工会", "生态环 境分局"]),
        ("县绿化 市容局", ["县绿化 市容局"]),
        ("文化 广电旅游体育局", ["文化 广电旅游体育局"]),
        ("区公交公司 区统计局", ["区公交公司", "区统计局"]),
        ("陆远帆 沈知行", ["陆远帆", "沈知行"]),
        ("文远 教育局", ["文远", "教育局"]),
        ("相关街道 区教育局", ["相关街道", "区教育局"]),
    ],
)
def test_space_inside_a_name_parts_it_only_where_both_halves_are_names(cell, names):
    assert [cell[a:b] for a, b in split_names(cell).spans] == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("方 朔、顾 舟", ["方 朔", "顾 舟"]),
        ("方　朔", ["方　朔"]),
        ("陆 远 帆", ["陆 远 帆"]),
        ("方 朔 顾 舟", ["方 朔", "顾 舟"]),
        ("方 朔 陆远帆", ["方 朔", "陆远帆"]),
        ("区 水 务 局", ["区 水 务 局"]),
        ("石埠镇、城 投 集 团", ["石埠镇", "城 投 集 团"]),
    ],
)
def test_name_that_is_spaced_out_is_one_name(cell, names):
    assert names_in(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("方朔 顾舟", ["方朔", "顾舟"]),
        ("北 南", ["北", "南"]),
        ("方、朔", ["方", "朔"]),
        ("方 陆远帆", ["方", "陆远帆"]),
        ("石埠镇人民政府 菊溪镇", ["石埠镇人民政府", "菊溪镇"]),
        ("低 快 慢", ["低", "快", "慢"]),
    ],
)
def test_space_between_what_is_no_spaced_out_name_parts_it(cell, names):
    assert names_in(cell) == names


@pytest.mark.parametrize(
    "name", ["建设投资有限公司", "老城改造指挥部", "建设集团", "云上林场", "区老年大学"]
)
def test_body_that_builds_or_farms_is_a_unit(name):
    assert is_unit(name)


@pytest.mark.parametrize("name", ["新建文化中心", "建设镇卫生院", "改造老旧小区管理处"])
def test_task_that_ends_like_a_unit_is_none(name):
    assert not is_unit(name)


def test_end_of_a_name_behind_a_space_belongs_to_the_name_and_a_name_does_not():
    assert names_in("恒水水务 有限公司、残联") == ["恒水水务 有限公司", "残联"]
    assert names_in("公园管理所 融媒体中心") == ["公园管理所", "融媒体中心"]


@pytest.mark.parametrize(
    "cell",
    [
        "区交通局 城投",
        "区住建局 城管 公交",
        "区卫健局 医院",
        "区财政局 政协",
        "区住建局 开发区",
        "公交 供电 水务",
        "区教育局 办公室",
        "区住建局 公司",
    ],
)
def test_short_names_of_units_behind_a_space_are_names_of_their_own(cell):
    assert names_in(cell) == cell.split()


@pytest.mark.parametrize(
    "name",
    ["国网供电公司县委社会工作部", "高新区管委会县红十字会", "救助站栗园乡", "文化馆柳湖街道"],
)
def test_units_of_any_kind_without_a_separator_are_two(name):
    assert is_glued(name)


@pytest.mark.parametrize(
    "name",
    [
        "住房和城乡建设局市政管理所",
        "云溪县水利局",
        "青湾镇卫生院",
        "区市场监管局",
        "柳湖街道",
        "区域合作办公室",
    ],
)
def test_name_with_a_level_or_a_town_inside_is_one(name):
    assert not is_glued(name)


@pytest.mark.parametrize("name", ["区级区水务局", "旗级旗水务局", "市级青河国有资产运营有限公司"])
def test_level_of_a_project_before_a_unit_is_told(name):
    assert holds_level(name)


@pytest.mark.parametrize("name", ["区级机关事务局", "市级国有公司", "县级医院", "省级"])
def test_level_of_a_unit_is_a_part_of_its_name(name):
    assert not holds_level(name)


def test_numbers_of_a_list_of_names_are_no_part_of_them():
    assert names_in("1.教育局\n2.市场监管局") == ["教育局", "市场监管局"]
    assert names_in("①民政局；②残联") == ["民政局", "残联"]
    assert names_in("1、教育局、2、民政局") == ["教育局", "民政局"]


def test_number_that_begins_a_name_is_a_part_of_it():
    assert names_in("12345热线办、4S店协会") == ["12345热线办", "4S店协会"]


def test_no_word_is_an_end_of_names_of_two_kinds_or_twice():
    ends = [*load_words().suffixes, *load_words().bodies]
    assert sorted(ends) == sorted(set(ends))


@pytest.mark.parametrize("words", ["残联召开推进会", "推进会", "住建局现场会", "区政府召开例会"])
def test_meeting_is_no_unit(words):
    assert not is_unit(words)


@pytest.mark.parametrize("name", ["河口商会", "区红十字会", "县建筑业协会", "区委员会"])
def test_society_and_committee_that_end_as_meetings_do_are_units(name):
    assert is_unit(name)
