import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.text import damage
from shishi.text.damage import DamageKind, find_damage, looks_cut, lossy_name, shortened_name


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[slice(*d.span)], d.kind.value, d.proposal) for d in find_damage(text)]


@pytest.mark.parametrize(
    ("text", "printed", "kind", "proposal"),
    [
        ("截至1024日,完成三分之二", "1024日", "month-swallowed", "10月24日"),
        ("于621日进场", "621日", "month-swallowed", "6月21日"),
        ("105日前完成", "105日", "month-swallowed", "10月5日"),
        ("112日前完成", "112日", "month-swallowed", None),
        ("131日报送", "131日", "month-swallowed", "1月31日"),
        ("1399日前完成", "1399日", "month-swallowed", None),
        ("截至20241024日", "20241024日", "month-swallowed", "2024年10月24日"),
        ("编号1234567日", "1234567日", "month-swallowed", None),
        ("10月1024日前", "1024日", "month-swallowed", None),
        ("共办理2021126项", "2021126", "year-glued", "2021年126"),
        ("计划202310月份完工", "202310月", "year-glued", "2023年10月"),
        ("已于20207月开工", "20207月", "year-glued", "2020年7月"),
        ("计划2410月完工", "2410月", "year-glued", None),
        ("工期自20171011起", "20171011", "date-run-together", None),
        ("建成2015分钟健身圈。", "2015分钟健身圈", "count-glued", "20个“15分钟健身圈”"),
        ("建成2015分钟健身圈”。", "2015分钟健身圈”", "count-glued", "20个“15分钟健身圈”"),
        (
            "建成310分钟便民圈和1210分钟便民圈",
            "1210分钟便民圈",
            "count-glued",
            "12个“10分钟便民圈”",
        ),
        ("志愿服务2000分钟", "2000分钟", "count-glued", None),
        ("通话1015分钟", "1015分钟", "count-glued", None),
        ("新增清扫车20", "20", "unit-lost", None),
        ("新增清扫车20,改造厕所5座", "20", "unit-lost", None),
        ("安装路灯320;完成验收", "320", "unit-lost", None),
        ("满意率\ufffd5%", "\ufffd5", "character-lost", None),
    ],
)
def test_find_damage_number_that_lost_a_piece_is_not_to_be_read(
    text: str, printed: str, kind: str, proposal: str | None
) -> None:
    assert found(text) == [(printed, kind, proposal)]
    assert find_damage(text)[0].number


@pytest.mark.parametrize(
    "text",
    [
        "新增绿道低于40,526,939条",
        "完成1,200户",
        "2024年10月24日前完成",
        "10月24日、1月2日",
        "1000日元",
        "2024日历",
        "工期210日内",
        "开展120日攻坚",
        "100日、365日、180日",
        "第24日",
        "24个月、12月、1-12月",
        "2024年126项",
        "1955126项",
        "新增就业20215人",
        "补助202400元",
        "投资20241105元",
        "文号20241105-3",
        "15分钟生活圈、120分钟、3.1415分钟",
        "开通公交20路、改造5号线",
        "新增公交车20辆",
        "建成公园2、3号地块",
        "改造329国道",
        "完成率达到100",
        "完成改造计划2024",
        "1.新增路灯",
        "急救120,报警110",
    ],
)
def test_find_damage_sound_number_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "printed", "kind", "proposal"),
    [
        ("推广安心码”小程序", "”", "quotation-mark-lost", None),
        ("推广“安心码小程序", "“", "quotation-mark-lost", None),
        ("(明州路—城东路", "(", "bracket-lost", None),
        ("甲)完成", ")", "bracket-lost", None),
        ("政发2024〔18", "2024〔18", "bracket-lost", "〔2024〕18号"),
        ("(“甲)", "“", "quotation-mark-lost", None),
        ("达到73.7%10月完成", "73.7%", "mark-lost", None),
        ("装修完成50%累计开工2处", "50%", "mark-lost", None),
        ("教育局,,财政局", ",,", "mark-doubled", ","),
        ("完成。。下一步", "。。", "mark-doubled", "。"),
        ("锟斤拷锟斤拷局", "锟斤拷锟斤拷", "misread-encoding", None),
        ("Ã¥Â\u008cÂº", "Ã¥Â\u008cÂº", "misread-encoding", "区"),
        ("\ue001街道", "\ue001", "private-character", None),
        ("周\ue863路", "\ue863", "private-character", "䶮"),
        ("大\ufffd街道", "\ufffd", "character-lost", None),
    ],
)
def test_find_damage_text_that_lost_a_piece_leaves_the_numbers_readable(
    text: str, printed: str, kind: str, proposal: str | None
) -> None:
    assert found(text) == [(printed, kind, proposal)]
    assert not find_damage(text)[0].number


@pytest.mark.parametrize(
    "text",
    [
        "“甲”和“乙”",
        "(甲(乙))〔2024〕18号",
        "1)甲,2)乙;a)丙",
        "一)甲",
        "完成50%,累计开工",
        "50%-60%、达到80%以上",
        "完成50%的工程量",
        "稳步推进......。",
        "甲,乙、丙",
        "拷贝、烫伤",
        "",
    ],
)
def test_find_damage_sound_text_is_left_alone(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="0123456789年月日分钟圈项%,。“”()新增车路累计\ufffd\ue000", max_size=40))
def test_find_damage_of_any_text_spans_are_in_order_apart_and_not_empty(text: str) -> None:
    spans = [damage.span for damage in find_damage(text)]

    assert all(start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("新街道", ["新碶街道"]),
        ("大街道", ["大碶街道"]),
        ("街道", []),
        ("北", []),
        ("大碶街道", []),
        ("白峰街道", []),
        ("新建街道", []),
    ],
)
def test_lossy_name_only_rare_characters_are_lost(printed: str, names: list[str]) -> None:
    register = ["大碶街道", "新碶街道", "白峰街道", "大榭街道"]

    assert lossy_name(printed, register) == names


@pytest.mark.parametrize("name", ["街道", "镇", "北", "新街道", " 街 道 ", "分局"])
def test_looks_cut_what_is_left_of_a_name_is_told(name: str) -> None:
    assert looks_cut(name)


@pytest.mark.parametrize("name", ["教育局", "白峰街道", "各街道", "团区委", ""])
def test_looks_cut_whole_name_is_left_alone(name: str) -> None:
    assert not looks_cut(name)


@pytest.mark.parametrize(
    ("text", "printed", "proposal"),
    [
        ("惠及IO(X)人", "IO(X)", "1000"),
        ("改造5O7座", "5O7", "507"),
        ("新增l2个", "l2", "12"),
        ("完成1O%", "1O", "10"),
    ],
)
def test_letters_that_were_read_for_digits_are_proposed_as_digits(
    text: str, printed: str, proposal: str
) -> None:
    assert found(text) == [(printed, "lookalike", proposal)]


@pytest.mark.parametrize(
    "text", ["O2O平台", "IO接口改造", "建设5G基站3个", "A1O3地块", "OK", "LOFT公寓"]
)
def test_letters_that_are_letters_are_no_damage(text: str) -> None:
    assert [kind for _, kind, _ in found(text)] == []


def test_name_that_lost_any_one_character_is_found_in_a_register() -> None:
    assert shortened_name("湖街道", ["柳湖街道", "镜湖街道", "云溪街道"]) == [
        "柳湖街道",
        "镜湖街道",
    ]
    assert shortened_name("柳湖街道", ["柳湖街道"]) == []


def test_bytes_misread_twice_that_hold_no_chinese_have_no_proposal() -> None:
    twice = "é".encode().decode("latin-1").encode().decode("latin-1")

    (damage,) = find_damage(f"建成{twice}")

    assert (damage.kind, damage.proposal) == (DamageKind.MISREAD_ENCODING, None)


PIECES = [
    *"0123456789日月年分钟圈%,;:、。()“”〔〕\ufffd\ue000锟斤拷烫ÃÂâ€锛屽OoIlX× \n",
    *("新增", "建成", "完成", "累计", "2024", "2015分钟", "健身圈", "号", "件", "(X)", "1024日"),
    *("202310月份", "2021126项", "20171011", "公交车20"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_find_damage_no_finder_finds_where_its_sign_is_missing(text: str) -> None:
    any_sign, finders = damage._finders()
    found_by = [sign for sign, find in finders if list(find(text))]

    assert all(sign.search(text) for sign in found_by)
    assert not found_by or any_sign.search(text)


def test_find_damage_sound_text_bears_no_sign() -> None:
    any_sign, _ = damage._finders()

    assert not any_sign.search("新建第17处口袋公园,铺设步道12公里,9月完成40%并验收")
