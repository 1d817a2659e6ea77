import pytest

from shishi.layouts.flows.strips.lexicon import habits_of_page, names_on_page


def test_name_that_comes_again_behind_other_words_is_known():
    body = "1修路区新兴产业办2造林已开工区新兴产业办3供水。区新兴产业办"
    assert "区新兴产业办" in names_on_page(body)


def test_name_between_two_commas_is_known_though_it_comes_once():
    assert "区智慧城建中心" in names_on_page("修路。区住建局、区智慧城建中心、区水务局已开工")


def test_name_that_stands_alone_once_is_known_though_longer_ones_hold_each_other_and_it():
    body = "1修路、禾木中心办、已完成。2造林、南湾禾木中心办、已完成。3供水、红河南湾禾木中心办、已开工。"
    names = {"禾木中心办", "南湾禾木中心办", "红河南湾禾木中心办"}
    assert names <= names_on_page(body)


def test_name_that_stands_in_a_longer_one_only_is_none():
    body = "1修路、南湾禾木中心办、已完成。2造林、红河南湾禾木中心办、已开工。"
    assert "禾木中心办" not in names_on_page(body)


@pytest.mark.parametrize(
    ("body", "no_name"),
    [
        ("1修路区产业办2造林", "区产业办"),
        ("修路2处城投公司已开工造林3处城投公司已完工", "处城投公司"),
        ("修路。区妇联区民政局已开工造林区妇联区民政局已完工", "区妇联区民政局"),
        ("修路。区住建局、商务委开发中心、各镇。造林。开发中心已开工", "商务委开发中心"),
        ("修路。公建管理中心造林。征收管理中心供水。投资管理中心", "管理中心"),
        ("修路。林 娜区产业办已开工造林。林 娜区产业办", "娜区产业办"),
    ],
)
def test_words_around_a_name_and_two_names_are_no_name(body, no_name):
    assert no_name not in names_on_page(body)


def test_pair_that_always_stands_together_is_no_place_for_a_cut():
    habits = habits_of_page("完成全年任务的3%。" * 4, [], frozenset())
    assert habits.parts("全年任务", 2) > 0


def test_pair_that_stands_together_once_may_be_parted():
    habits = habits_of_page("完成全年任务。年底前完工。年内开工。", [], frozenset())
    assert habits.parts("全年任务", 2) == 0


def test_words_that_open_rows_and_go_on_otherwise_each_time_begin_rows():
    body = "1新建绿道2新建泵房3便民出行修路4便民出行造桥"
    habits = habits_of_page(body, [1, 6, 11, 18], frozenset())
    assert habits.begins_row("新建水闸", 0)
    assert not habits.begins_row("便民出行", 0)
    assert not habits.begins_row("推进新建", 0)


HOME = "1修路3条青坪区水务局、青坪区财政局2造林5亩青坪区住建局"


def test_units_behind_their_district_s_own_name_are_known_with_it():
    assert {"青坪区水务局", "青坪区财政局", "青坪区住建局"} <= names_on_page(HOME)


@pytest.mark.parametrize(
    "body",
    [
        "1修路3条正常区水务局2造林5亩正常区财政局3供水正常区住建局",
        "1修路青坪区水务局、区财政局2造林5亩区住建局、区教育局",
    ],
)
def test_words_before_units_that_no_list_shows_to_be_a_district_are_no_part_of_them(body):
    assert not any(name.endswith("区水务局") and len(name) > 4 for name in names_on_page(body))


def test_end_that_the_names_of_several_towns_share_is_no_name():
    body = "1修路湖江镇人民政府2造林溪塘镇人民政府3供水湖江镇人民政府4绿化北泉镇人民政府"
    assert "镇人民政府" not in names_on_page(body)


def test_office_that_comes_again_behind_other_words_is_a_name():
    body = "1修路。镇村建设办2造林3亩镇村建设办3供水已通镇村建设办"
    assert "镇村建设办" in names_on_page(body)


@pytest.mark.parametrize("words", ["确保年底前投入使用", "切实提升服务水平县"])
def test_words_before_a_usual_name_between_two_marks_are_no_part_of_it(words):
    assert f"{words}教育局" not in names_on_page(f"1修路,{words}教育局、水务局已开工")


@pytest.mark.parametrize("place", ["河口", "南洲区", "青山市河口区"])
def test_place_before_a_usual_name_between_two_marks_is_part_of_it(place):
    assert f"{place}教育局" in names_on_page(f"1修路,{place}教育局、水务局已开工")


def test_end_of_a_name_behind_one_character_is_none():
    body = "1建设文化中心。2提升文化中心。3扩建绿化中心、河口绿化中心、山前文化中心"
    assert "化中心" not in names_on_page(body)


@pytest.mark.parametrize(
    "body",
    [
        "1修路江北建设投资集团有限公司2造林南山交通投资集团有限公司3供水",
        "1案件办理3件2资金办理5件3供水办理9件",
        "1修路9处的绩效评价区财政局2造林完成绩效评价区财政局3供水",
        "1修路、落实点位石桥街道、2造林",
        "1修路区水环境治理中心2造林区社会治理中心3供水区社会治理中心4植草区社会治理中心5栽花区社会治理中心",
        "1修路7万亩平口乡2造林9万亩平口乡3植草5亩平口乡",
    ],
)
def test_end_of_several_names_or_words_before_one_are_no_name(body):
    odd = {"投资集团有限公司", "绩效评价区财政局", "落实点位石桥街道", "治理中心", "亩平口乡"}
    assert not names_on_page(body) & odd
    assert not any(name.endswith("办") for name in names_on_page(body))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "1修路南山建设投资集团有限公司2造林,南山建设投资集团有限公司3供水",
            "南山建设投资集团有限公司",
        ),
        ("1修路高新区财政局2造林高新区财政局3供水高新区住建局", "高新区财政局"),
        ("1修路、石桥街道、2造林", "石桥街道"),
    ],
)
def test_name_that_comes_again_whole_is_learnt(body, name):
    assert name in names_on_page(body)


@pytest.mark.parametrize(("between", "told"), [("\n", True), ("修路", False)])
def test_district_before_its_units_is_a_part_of_them_where_lines_begin_with_it(between, told):
    body = f"1教育均衡丹河市水务局{between}丹河市住建局{between}丹河市财政局"
    assert ("丹河市水务局" in names_on_page(body)) is told


def test_district_that_the_rest_of_the_page_names_is_known_with_its_units():
    body = "1修路项目青坪区水务局2造林项目青坪区财政局3供水工程青坪区水务局4绿化项目青坪区水务局"
    names = names_on_page(body, f"青坪区2031年民生实事{body}")
    assert {"青坪区水务局", "青坪区财政局"} <= names
    assert not any(name.startswith("项目") for name in names)


def test_word_before_units_that_the_rest_of_the_page_has_not_is_no_district():
    body = "1修路项目区水务局2造林项目区财政局3供水项目区住建局"
    assert not any(name.startswith("项目") for name in names_on_page(body, f"云溪区{body}"))


def test_town_that_begins_like_an_office_ends_is_known_whole():
    body = "1道路改造司徒浦镇已完工2校舍修缮司徒浦镇已完工3书屋建设司徒浦镇、文旅局已完工"
    assert "司徒浦镇" in names_on_page(body)
