import pytest

from shishi.layouts.units.broken import lines_of
from shishi.layouts.units.lists import known_units, read_names
from shishi.layouts.units.starred import split_starred, stars_mark_lines
from shishi.places import Piece, Place, Text
from shishi.text.characters import Script


def read(cell, known=None):
    units = read_names(Text(cell, Place()), script=Script.SIMPLIFIED, known=known)
    return [name.value for name in units.names]


def starred(cell, *, by_line=False):
    lead, support = split_starred(Text(cell, Place()), by_line=by_line, script=Script.SIMPLIFIED)
    supporters = [name.value for name in support.names] if support else []
    return [name.value for name in lead.names], supporters


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区文化广电\n旅游局", ["区文化广电旅游局"]),
        ("区综合行政\n执法局\n区城投公司", ["区综合行政执法局", "区城投公司"]),
        ("区供电\n分公司", ["区供电分公司"]),
        ("区人力资源和社\n会保障局", ["区人力资源和社会保障局"]),
        ("区水务局、区农业\n农村局", ["区水务局", "区农业农村局"]),
        ("区住房和城乡\n建设局", ["区住房和城乡建设局"]),
        ("区人力资源和社会\n保障局", ["区人力资源和社会保障局"]),
        ("区供电\n分公司\n区审计局", ["区供电分公司", "区审计局"]),
        ("区城乡\n统筹办", ["区城乡统筹办"]),
        ("区人民\n政府办公室", ["区人民政府办公室"]),
        ("柳林镇人民\n政府", ["柳林镇人民政府"]),
        ("区水务局、各镇\n(街道)", ["区水务局", "各镇(街道)"]),
        ("县委社\n会工作部", ["县委社会工作部"]),
        ("区委\n宣传部、区水务局", ["区委宣传部", "区水务局"]),
        ("青河县委\n政法委、县水务局", ["青河县委政法委", "县水务局"]),
        ("旗委\n组织部", ["旗委组织部"]),
        ("区卫生健康委\n员会", ["区卫生健康委员会"]),
        ("县政府办\n公室", ["县政府办公室"]),
        ("区残疾人联\n合会", ["区残疾人联合会"]),
        ("方\n朔", ["方朔"]),
        ("陆远\n帆、方朔", ["陆远帆", "方朔"]),
    ],
)
def test_name_that_a_line_end_broke_is_put_together(cell, names):
    assert read(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区水务局\n柳湖街道", ["区水务局", "柳湖街道"]),
        ("石埠乡\n建设局", ["石埠乡", "建设局"]),
        ("区府办\n公建中心", ["区府办", "公建中心"]),
        ("区水务局、\n柳湖街道", ["区水务局", "柳湖街道"]),
        ("金塘乡\n建设局", ["金塘乡", "建设局"]),
        ("区供电\n公交公司", ["区供电", "公交公司"]),
        ("柳林镇人民政府\n市场监管局", ["柳林镇人民政府", "市场监管局"]),
        ("青禾镇政府\n区税务局", ["青禾镇政府", "区税务局"]),
        ("菊城乡\n柳湖街道", ["菊城乡", "柳湖街道"]),
        ("区委\n教育局", ["区委", "教育局"]),
        ("开发区管委会\n编办", ["开发区管委会", "编办"]),
        ("区城投集团\n区委组织部", ["区城投集团", "区委组织部"]),
        ("区残联\n合作社", ["区残联", "合作社"]),
        ("陆远帆\n方朔", ["陆远帆", "方朔"]),
    ],
)
def test_whole_names_on_two_lines_stay_two(cell, names):
    assert read(cell) == names


def test_name_that_a_line_end_broke_is_put_together_where_it_stands_whole_elsewhere():
    broken, names = (
        Text("区惠民社\n会服务社", Place()),
        ("区惠民社会服务社", "区惠民社", "会服务社"),
    )
    for known, count in ((names[:1], 1), ((), 2), (names, 2)):
        read = read_names(broken, script=Script.SIMPLIFIED, known=frozenset(known))
        assert len(read.names) == count


def test_squad_below_its_bureau_is_a_unit_of_its_own_where_both_stand_alone_elsewhere():
    cell = "区公安局\n交警大队"
    assert read(cell, frozenset({"区公安局", "交警大队", "区公安局交警大队"})) == cell.split("\n")


@pytest.mark.parametrize("known", [(), ("区公安局",), ("交警大队",)])
def test_squad_below_its_bureau_is_the_rest_of_the_name_where_only_one_stands_alone(known):
    assert read("区公安局\n交警大队", frozenset(known)) == ["区公安局交警大队"]


def test_blank_lines_are_left_out():
    assert [line.value for line in lines_of(Text("区水务局\n \n柳湖街道\n", Place()))] == [
        "区水务局",
        "柳湖街道",
    ]


def test_names_with_a_star_lead_and_the_others_support():
    assert starred("★区水务局、柳湖街道") == (["区水务局"], ["柳湖街道"])
    assert starred("★区水务局、★石埠镇、柳湖街道") == (["区水务局", "石埠镇"], ["柳湖街道"])


def test_all_names_on_a_starred_line_lead_where_stars_mark_lines():
    cell = "★区水务局、石埠镇\n柳湖街道"
    assert starred(cell, by_line=True) == (["区水务局", "石埠镇"], ["柳湖街道"])
    assert starred(cell, by_line=False) == (["区水务局"], ["石埠镇", "柳湖街道"])


def test_spaces_part_the_lists_where_stars_mark_lines_and_line_ends_were_lost():
    cell = "★区水务局、石埠镇 柳湖街道、区残联"
    assert starred(cell, by_line=True) == (["区水务局", "石埠镇"], ["柳湖街道", "区残联"])
    assert starred("★区水务局 柳湖街道", by_line=True) == (["区水务局"], ["柳湖街道"])


def test_space_that_breaks_a_name_parts_no_list_where_stars_mark_lines():
    leads, supporters = starred("★区水务局 柳湖街道、生态 环境局、区残联", by_line=True)
    assert (leads, supporters[0], supporters[-1]) == (["区水务局"], "柳湖街道", "区残联")
    assert starred("★区水务局、生态 环境局、区残联", by_line=True)[1] == []


def test_stars_that_all_stand_behind_a_name_mark_the_name_before_them():
    assert starred("区水务局★ 石埠镇★ 柳湖街道") == (["区水务局", "石埠镇"], ["柳湖街道"])
    assert starred("柳湖街道、区水务局★") == (["区水务局"], ["柳湖街道"])
    assert starred("区水务局★") == (["区水务局"], [])
    assert starred("区水务局★石埠镇★ 柳湖街道") == (["区水务局", "石埠镇"], ["柳湖街道"])


def test_star_that_stands_between_two_names_marks_the_one_behind_it():
    assert starred("石埠镇★区水务局")[0] != ["石埠镇"]
    assert starred("石埠镇 ★区水务局") == (["区水务局"], ["石埠镇"])


def test_cell_of_leads_alone_has_no_supporters():
    assert starred("★区水务局") == (["区水务局"], [])


def test_cell_without_a_star_has_no_leads():
    assert starred("区水务局") == ([], ["区水务局"])


@pytest.mark.parametrize(
    ("cells", "marked"),
    [
        (["★区水务局\n柳湖街道"], True),
        (["区府办", "★区水务局、石埠镇\n柳湖街道"], True),
        (["★区水务局、柳湖街道"], False),
        (["★区水务局\n★柳湖街道"], False),
        (["★区水务局、石埠镇 柳湖街道"], True),
        (["★区水务局 柳湖街道"], False),
        (["★区消防救援 大队、柳湖街道"], False),
        (["区水务局\n柳湖街道"], False),
    ],
)
def test_stars_mark_lines_where_some_lines_of_a_cell_have_none(cells, marked):
    texts = [Text(cell, Place()) for cell in cells]
    assert stars_mark_lines(texts, script=Script.SIMPLIFIED) is marked


def wrapped(*lines):
    value = "".join(lines)
    starts = [sum(map(len, lines[:i])) for i in range(len(lines))]
    pieces = tuple(Piece(a, len(line), Place(row=1)) for a, line in zip(starts, lines, strict=True))
    return [
        n.value for n in read_names(Text(value, Place(), pieces), script=Script.SIMPLIFIED).names
    ]


def test_two_whole_names_on_two_printed_lines_are_two_names():
    assert wrapped("文化和广电旅游体育局", "青禾镇") == ["文化和广电旅游体育局", "青禾镇"]
    assert wrapped("住房和城乡", "建设局", "教育局") == ["住房和城乡建设局", "教育局"]


@pytest.mark.parametrize(
    "lines",
    [
        ("住房和城乡", "建设局"),
        ("柳湖街道办", "事处"),
        ("柳湾街道", "办事处"),
        ("欧阳", "岚"),
        ("区城投", "公司"),
    ],
)
def test_name_that_was_wrapped_is_one_name(lines):
    assert wrapped(*lines) == ["".join(lines)]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区交通局、城投\n公司", ["区交通局", "城投公司"]),
        ("柳湾街道\n办事处", ["柳湾街道办事处"]),
        ("区交通局\n城投公司", ["区交通局", "城投公司"]),
    ],
)
def test_line_that_is_only_the_end_of_a_name_belongs_to_the_name_before(cell, names):
    assert read(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区关工小组\n区教育局", ["区关工小组", "区教育局"]),
        ("区科协\n区教育局", ["区科协", "区教育局"]),
        ("区高新\n区管委会", ["区高新区管委会"]),
        ("区综合行政\n执法局", ["区综合行政执法局"]),
    ],
)
def test_line_that_begins_as_the_one_above_is_a_name_of_its_own(cell, names):
    assert read(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("云上林场\n市委组织部", ["云上林场", "市委组织部"]),
        ("老年大学 残联", ["老年大学", "残联"]),
        ("青禾合作点\n残联", ["青禾合作点", "残联"]),  # an end nobody knows over a usual name
        ("青田茶场 恒水有限公司", ["青田茶场", "恒水有限公司"]),
    ],
)
def test_unusual_name_before_a_whole_one_is_one_of_its_own(cell, names):
    assert read(cell) == names


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("青峰山风景区\n管理处", "青峰山风景区管理处"),
        ("临溪\n教育局", "临溪教育局"),
        ("大数据发\n展管理局", "大数据发展管理局"),
    ],
)
def test_half_of_a_name_before_the_other_is_not_parted_from_it(cell, name):
    assert read(cell) == [name]


def test_name_that_stands_alone_in_other_cells_is_no_half_of_one():
    cells = ["星火青创点、教育局", "星火青创点", "星火青创点\n运行中心"]
    known = known_units(cells, script=Script.SIMPLIFIED)
    assert read("星火青创点\n运行中心") == ["星火青创点运行中心"]
    assert read("星火青创点\n运行中心", known) == ["星火青创点", "运行中心"]
    assert read("星火青创点 运行中心", known) == ["星火青创点", "运行中心"]


def test_halves_of_a_broken_name_are_no_names_that_stand_alone():
    known = known_units(["恒水水务\n有限公司"], script=Script.SIMPLIFIED)
    assert read("恒水水务\n有限公司", known) == ["恒水水务有限公司"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("望湖小学\n星河运动中心", ["望湖小学", "星河运动中心"]),
        ("云上新区 星河运营公司", ["云上新区", "星河运营公司"]),
        ("滨河公园\n管理服务中心", ["滨河公园管理服务中心"]),
        ("青峰景区\n管理处", ["青峰景区管理处"]),
        ("青峰水库\n建设指挥部", ["青峰水库建设指挥部"]),
    ],
)
def test_name_of_a_place_is_a_unit_beside_another_and_a_half_of_what_manages_it(cell, names):
    assert read(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("财政局 四十一团 热力公司", ["财政局", "四十一团", "热力公司"]),
        ("第七团\n青禾镇", ["第七团", "青禾镇"]),
        ("民政局\n良种场", ["民政局", "良种场"]),
        ("白音苏木\n青禾镇", ["白音苏木", "青禾镇"]),
        ("乌兰嘎查 水务局", ["乌兰嘎查", "水务局"]),
    ],
)
def test_regiment_farm_or_banner_place_at_a_line_end_or_a_blank_is_a_name(cell, names):
    assert read(cell, frozenset()) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("白音\n苏木", ["白音苏木"]),
        ("红旗\n良种场", ["红旗良种场"]),
        ("县教育\n团委", ["县教育团委"]),
        ("四十一团\n医院", ["四十一团医院"]),
    ],
)
def test_half_of_such_a_name_goes_on_over_the_line_end(cell, names):
    assert read(cell, frozenset()) == names


@pytest.mark.parametrize("gap", ["\n", " "])
@pytest.mark.parametrize(
    "names",
    [
        ["四团", "六团"],
        ["二团", "七团", "九团"],
        ["四十五团", "八团"],
        ["师市民政局", "五团"],
        ["水利集团", "十团"],
        ["河东社区", "四团"],
        ["第五师", "八十三团", "八十四团"],
    ],
)
def test_regiment_on_a_line_of_its_own_is_no_rest_of_the_name_above(names, gap):
    assert read(gap.join(names)) == names


def test_end_of_a_banner_village_below_a_whole_place_is_no_rest_of_it():
    assert read("新桥镇\n嘎查") == ["新桥镇", "嘎查"]
    assert read("沙音\n嘎查") == ["沙音嘎查"]


@pytest.mark.parametrize("cell", ["四十\n五团", "第八\n团场", "第五师八十\n三团"])
def test_regiment_whose_number_a_line_end_broke_is_one_name(cell):
    assert read(cell) == [cell.replace("\n", "")]


@pytest.mark.parametrize("tail", ["街道", "园区"])
@pytest.mark.parametrize("head", ["云帆置业有限公司", "区住建局", "云帆集团", "县救助中心"])
def test_line_with_the_end_of_a_place_name_alone_is_no_rest_of_a_whole_body(head, tail):
    assert read(f"{head}\n{tail}\n区审计局") == [head, tail, "区审计局"]
    assert starred(f"★区教育局\n★{head}\n{tail}", by_line=True) == (["区教育局", head], [tail])


@pytest.mark.parametrize("cell", ["北站\n街道", "南苑\n街道", "新会\n镇", "区经济\n开发区"])
def test_end_of_a_place_name_below_its_beginning_is_the_rest_of_it(cell):
    assert read(cell) == [cell.replace("\n", "")]
