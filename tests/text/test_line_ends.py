import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.text.line_ends import find_parted, join_lines


def joined(text: str) -> str:
    found = join_lines(text)
    return text if found is None else found.plain


@pytest.mark.parametrize(
    "text",
    [
        "铺设健身步道36\n条",
        "增设哨位72\n处。",
        "培训护林员2600\n名以上。",
        "完成全年任务的65\n%。",
        "购置洒水车9\n辆(区级)",
        "购置洒水车9\n辆洒水车",
        "拨付补助480\n万元",
        "惠及2.4万\n人",
        "举办夜校40余\n场次",
        "发放药品12\n粒",
        "建成堤防7\n公里",
        "新增1,200 \n 个站点",
        "满意度提高3\n个百分点",
        "48\n套",
        "不少于\n20个",
        "配备60台\n以上。",
        "接诊300\n人次",
        "铺设管网3\n.5公里",
        "惠及8\n.1万人以上",
        "接诊300人\n次。",
        "建成堤防7.5公\n里",
        "满意度提高3个百\n分点",
        "满意率95%以\n上。",
        "新增床位不少\n于90张",
        "新增床位超过\n90张",
        "新增床位约\n90张",
        "新增床位30—\n90张",
        "新增床位30\n至90张",
        "惠及90\n余万人",
        "惠及90\n余户居民",
    ],
)
def test_line_end_between_a_number_and_its_measure_word_is_layout(text: str) -> None:
    assert joined(text) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "共12\n个别小区未完成",
        "改造12\n项目部进场",
        "培训护理员20\n家庭病床签约",
        "完成20\n条件成熟后开工",
        "完成12\n处理积案",
        "新增3\n台账健全",
        "新建5\n所有路段",
        "组织7\n座谈会",
        "完成8\n对口支援",
        "完成6\n场地平整",
        "完成6\n支部共建",
        "完成6\n人民调解",
        "完成6\n成立专班",
        "完成6\n分批交付",
        "建设9\n个月度台账",
        "2\n个小区完成改造",
        "3\n所需资金到位",
        "建成48个\n以上项目均已开工",
        "新增12\n\n个",
        "新增12。\n个体户",
        "地址G12\n座",
        "签约\n20个",
        "完工\n12处",
        "接诊300人\n次日公布",
        "小区附近\n20个",
        "完成90\n余杭专线",
        "增长5\n-3%",
        "增长5\n.3.1节",
        "增长5.2\n.3%",
        "实现突破\n20个",
        "完成道路\n—20条",
        "建成点位3处\n所有路段",
        "已开工建设以\n上项目",
        "配备公\n里程碑",
    ],
)
def test_line_end_before_a_word_that_only_begins_with_a_measure_word_stays(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("安装路灯1\n20盏", "1\n20"),
        ("完成率达9\n6%", "9\n6"),
        ("完成投资3.\n5亿元", "3.\n5"),
        ("惠及1,\n200户", "1,\n200"),
        ("惠及1\n,200户", "1\n,200"),
        ("改造第1\n2批", "1\n2"),
        ("铺设管网3.2\n.5公里", "3.2\n.5"),
        ("计划1\n2月底前完成", "1\n2"),
    ],
)
def test_digits_on_both_sides_of_a_line_end_may_be_one_number(text: str, parted: str) -> None:
    assert [text[slice(*span)] for span in find_parted(text)] == [parted]


@pytest.mark.parametrize(
    "text",
    [
        "1\n2个小区",
        "建成3处\n6月验收",
        "新增公交车20\n2.改造厕所5座",
        "计划2025\n3个标段开工",
        "自2025.6\n12个标段开工",
        "验收12\n6月进场",
        "见附件3\n5个标段",
        "热线12345\n值守",
    ],
)
def test_digits_on_both_sides_of_a_line_end_that_are_two_numbers_are_left_alone(text: str) -> None:
    assert find_parted(text) == []


@given(st.text(alphabet="0123456789.,万个家项%处理庭以上不少于新增\n ", max_size=40))
def test_join_lines_of_any_text_keeps_every_other_character_and_its_place(text: str) -> None:
    found = join_lines(text)

    if found is not None:
        assert [text[at] for at in found.offsets] == list(found.plain)
        assert "".join(found.plain.split()) == "".join(text.split())
