import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.text.line_ends import find_parted, join_lines, parted_sum


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
        "拨付补助480\n万元",
        "惠及2.4万\n人",
        "举办夜校40余\n场次",
        "发放药品12\n粒",
        "建成堤防7\n公里",
        "新增1,200 \n 个。",
        "东区站点3个站点,西区增设4\n个站点",
        "增设12\n个床位并启用",
        "达标率80\n%的街区",
        "累计接诊900\n人次门诊",
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
        "栽种行道树70\n株株成荫行动",
        "增设岗亭15\n万家同心行动",
        "增设岗亭15\n万人参评",
        "增设岗亭15\n班次加密",
        "增设岗亭15\n节点:下月完工",
        "增设岗亭15\n家电下乡",
        "联系村干部30\n人群众多",
        "白塔镇3\n元坝镇2\n张沟镇6",
        "值班刘芳66123456\n张强",
        "举办讲座,增设岗亭15\n分。",
        "增设岗亭15\n至9月中旬",
        "增设岗亭15至\n9月中旬",
        "增设岗亭15\n至9个站",
        "上午9点\n位于北门",
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
        ("安装LED1\n20盏", "1\n20"),
        ("更换管道5.2\n14公里", "5.2\n14"),
        ("惠及1.2\n3万人", "1.2\n3"),
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
        "翻修县道X205\n4公里",
        "更换管道DN400\n6公里",
        "验收5.20\n14个站点",
        "推行模式3.0\n6个站点",
    ],
)
def test_digits_on_both_sides_of_a_line_end_that_are_two_numbers_are_left_alone(text: str) -> None:
    assert find_parted(text) == []


@pytest.mark.parametrize("text", ["800\n2032年400", "投资:800\n2.县级:400", "800\n3、贷款90"])
def test_a_list_marker_or_a_year_in_the_next_line_is_no_rest_of_a_sum(text: str) -> None:
    assert parted_sum(text) is None


@pytest.mark.parametrize("text", ["80\n2", "80\n2.5", "80\n2032", "1.投资800\n2.县级400"])
def test_other_digits_over_a_line_end_in_a_sum_and_a_list_of_sums_stay_in_doubt(text: str) -> None:
    assert parted_sum(text) is not None


@given(st.text(alphabet="0123456789.,万个家项%处理庭以上不少于新增\n ", max_size=40))
def test_join_lines_of_any_text_keeps_every_other_character_and_its_place(text: str) -> None:
    found = join_lines(text)

    if found is not None:
        assert [text[at] for at in found.offsets] == list(found.plain)
        assert "".join(found.plain.split()) == "".join(text.split())
