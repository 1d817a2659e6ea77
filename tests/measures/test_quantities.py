import json
import re
from dataclasses import FrozenInstanceError
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.measures import find_measures
from shishi.measures.measure import Measure
from shishi.text.damage import find_damage

CASES = Path(__file__).parents[1] / "cases" / "measures"


def _load(name: str) -> list[Any]:
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row["text"], row["expected"], id=row["label"]) for row in rows]


def _facts(measure: Measure, wanted: dict[str, Any]) -> dict[str, Any]:
    found = {
        "value": str(measure.value),
        "unit": measure.unit,
        "comparator": measure.comparator.value,
        "high": None if measure.high is None else str(measure.high),
        "kind": measure.kind.value,
        "basis": measure.basis.value,
        "sure": measure.sure,
        "action": measure.action,
        "object": measure.object,
    }
    said = {"high", "sure", *wanted}
    return {key: value for key, value in found.items() if key in said}


@pytest.mark.parametrize(("text", "expected"), [*_load("in-the-wild"), *_load("synthetic")])
def test_quantities_are_read_with_unit_and_comparator(
    text: str, expected: list[dict[str, Any]]
) -> None:
    found = find_measures(text)

    assert len(found) == len(expected), [m.text for m in found]
    for measure, wanted in zip(found, expected, strict=True):
        assert _facts(measure, wanted) == {"high": None, "sure": True, **wanted}
        assert text[slice(*measure.span)] == measure.text


@pytest.mark.parametrize(("text", "expected"), _load("negative"))
def test_names_dates_and_qualifiers_are_no_quantities(text: str, expected: list[object]) -> None:
    assert [m.text for m in find_measures(text)] == expected == []


@pytest.mark.xfail(strict=True, reason="not read yet; the number is left out, never read wrongly")
@pytest.mark.parametrize(("text", "expected"), _load("known-failures"))
def test_what_is_not_read_yet_would_be_read(text: str, expected: list[dict[str, Any]]) -> None:
    found = find_measures(text)

    assert [(str(m.value), m.unit, m.comparator.value) for m in found] == [
        (wanted["value"], wanted["unit"], wanted["comparator"]) for wanted in expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培育年销售额超1000万元的品牌3个", ["3个"]),
        ("超过1000人的小区12个", ["12个"]),
        ("2000人以上的村", []),
        ("2000人以上的行政村全部建站", []),
        ("80万元以上的村达到75%", ["75%"]),
        ("绿化率35%以上的小区12个", ["12个"]),
    ],
)
def test_a_bound_that_says_which_things_are_meant_is_left_out(
    text: str, expected: list[str]
) -> None:
    assert [m.text for m in find_measures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("95%以上的街道建成服务站20个", ["95%以上", "20个"]),
        ("90%以上的村完成改造", ["90%以上"]),
        ("2000人以上的村民受益", ["2000人以上"]),
        ("服务2000人以上的社区", ["2000人以上"]),
        ("50个以上的小区完成改造", ["50个以上"]),
        ("完成投资超5亿元的60%", ["超5亿元", "60%"]),
        ("完成总投资超5亿元", ["超5亿元"]),
        ("新增床位50张以上", ["50张以上"]),
    ],
)
def test_a_bound_that_counts_is_kept(text: str, expected: list[str]) -> None:
    assert [m.text for m in find_measures(text)] == expected


@pytest.mark.parametrize(
    ("text", "comparator"), [("实现养老服务全覆盖", "="), ("基本实现燃气报警器安装全覆盖", "~")]
)
def test_full_coverage_is_a_derived_hundred_percent(text: str, comparator: str) -> None:
    found = find_measures(text)[0]

    assert (found.value, found.unit, found.derived) == (Decimal(100), "%", True)
    assert (found.comparator.value, found.text) == (comparator, "全覆盖")


def test_a_service_for_all_of_a_group_is_a_derived_hundred_percent() -> None:
    text = "为区内所有公办小学提供午餐1.2万份"

    assert [(m.text, m.derived) for m in find_measures(text)] == [
        ("所有", True),
        ("1.2万份", False),
    ]


@pytest.mark.parametrize(
    ("text", "value", "comparator", "printed"),
    [
        ("三分之二以上的村", "66.67", ">=", "三分之二以上"),
        ("已完成总工程量的四分之三", "75", "=", "四分之三"),
        ("约五分之一的路段", "20", "~", "约五分之一"),
        ("已完成1/3", "33.33", "=", "1/3"),
        ("超过3/4的小区", "75", ">", "超过3/4"),
        ("占总量的9/10", "90", "=", "9/10"),
        ("1/2以上完工", "50", ">=", "1/2以上"),
    ],
)
def test_a_share_in_words_is_a_derived_percentage_to_the_second_place(
    text: str, value: str, comparator: str, printed: str
) -> None:
    found = [(str(m.value), m.unit, m.comparator.value, m.text) for m in find_measures(text)]

    assert found == [(value, "%", comparator, printed)]
    assert find_measures(text)[0].derived


def test_a_printed_quantity_is_not_derived() -> None:
    assert [m.derived for m in find_measures("覆盖率达到95%,覆盖小区20个")] == [False, False]


@pytest.mark.parametrize(
    ("text", "actions", "objects"),
    [
        ("新增书屋2家、阅读角9个", ["新增", "新增"], ["书屋", "阅读角"]),
        ("改造5个老旧小区(区级)", ["改造"], ["老旧小区"]),
        ("住宅加装电梯新增40台、完工20台", ["新增", "完工"], ["住宅加装电梯", "住宅加装电梯"]),
        ("7条林荫步道建设完成", [""], ["林荫步道"]),
        ("全区透析机增加至86台", ["增加至"], ["全区透析机"]),
        ("标准化率达到61.4%", ["达到"], ["标准化率"]),
        ("累计完成总工程量的35%", ["累计完成"], ["总工程量"]),
        ("筹集保障性租赁住房600套", ["筹集"], ["保障性租赁住房"]),
        ("新建甲路、乙路等4条道路", ["新建"], ["道路"]),
        ("服务独居老人、残疾人等重点群体90人次", ["服务"], ["重点群体"]),
        ("已建成163个", ["建成"], [""]),
        ("1.新建公厕3座", ["新建"], ["公厕"]),
        ("30辆新增校车上路", [""], ["新增校车上路"]),
        ("创建4个未来社区,2个未完成", ["创建", ""], ["未来社区", "未来社区"]),
        ("创建省一等级小学4所", ["创建"], ["省一等级小学"]),
        ("改造菜市场(区级)3个", ["改造"], ["菜市场"]),
        ("共9项(其中市级项目4项)", ["", ""], ["", "市级项目"]),
        ("共9项(市级项目4项", ["", ""], ["", "市级项目"]),
        ("1.书屋3家", [""], ["书屋"]),
        ("食品检查覆盖率98%", [""], ["食品检查覆盖率"]),
        ("目前开工率80%", [""], ["开工率"]),
        ("审批时限压缩至5个工作日", ["压缩至"], ["审批时限"]),
        ("招募义工30名", ["招募"], ["义工"]),
        ("甲路年内完成工程量的55%", ["完成"], ["工程量"]),
        ("打造精品路3条、综合治理街区2个", ["打造", "打造"], ["精品路", "综合治理街区"]),
        ("其中公共泊位(828个)", [""], ["公共泊位"]),
        ("向敬老院提供床单 20套 纯棉床品", ["提供"], ["纯棉床品"]),
    ],
)
def test_action_and_object_are_named_as_printed(
    text: str, actions: list[str], objects: list[str]
) -> None:
    found = find_measures(text)

    assert [m.object for m in found] == objects
    assert [m.action.removeprefix("已") for m in found] == actions


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator", "printed"),
    [
        ("铺设步道36\n条", "36", "条", "=", "36\n条"),
        ("培训护林员2600\n名以上。", "2600", "名", ">=", "2600\n名以上"),
        ("完成全年任务的65\n%。", "65", "%", "=", "65\n%"),
        ("拨付补助480\n万元", "4800000", "元", "=", "480\n万元"),
        ("新增床位不少于\n90张", "90", "张", ">=", "不少于\n90张"),
        ("新增床位90张\n以上", "90", "张", ">=", "90张\n以上"),
        ("其中一处停工。\n增设哨位8\n处", "8", "处", "=", "8\n处"),
    ],
)
def test_a_number_is_read_over_the_line_end_before_its_measure_word_and_stays_as_printed(
    text: str, value: str, unit: str, comparator: str, printed: str
) -> None:
    (*_, last) = find_measures(text)

    assert (str(last.value), last.unit, last.comparator.value) == (value, unit, comparator)
    assert text[slice(*last.span)] == last.text == printed


@pytest.mark.parametrize(
    "text",
    [
        "共12\n个别小区未完成",
        "改造12\n项目部进场",
        "培训20\n家庭病床签约",
        "完成20\n条件成熟后开工",
        "完成12\n处理积案",
        "完成3\n台账更新",
        "2\n个小区",
        "路灯1\n20盏",
        "完成投资3.\n5亿元",
        "完成率达9\n6%",
    ],
)
def test_a_number_is_not_read_over_a_line_end_before_another_word_or_other_digits(
    text: str,
) -> None:
    assert find_measures(text) == []


_LIKE_A_YEAR = re.compile("(?:19|20)[0-9]{4}")  # 202412个 is flagged as damaged and not read
_ALPHABET = "0123456789,.%‰万亿千百十一二两三个家条人次元月日年/-~至到余多约超近不少于以上内的和分别、。;:()“”第每前前名位至少控制在累计本完成新增小时周岁 \n"


@given(st.text(alphabet=_ALPHABET, max_size=120))
def test_no_text_makes_reading_fail(text: str) -> None:
    end = 0
    for measure in find_measures(text):
        assert end <= measure.span[0] < measure.span[1] <= len(text)
        assert text[slice(*measure.span)] == measure.text
        assert measure.value.is_finite()
        assert measure.high is None or measure.value < measure.high
        if not measure.derived:
            end = measure.span[1]


@given(
    st.integers(min_value=1, max_value=10**9).filter(lambda n: not _LIKE_A_YEAR.match(str(n))),
    st.sampled_from(["个", "家", "条", "人次", "公里", "%", "吨/日", "平方米"]),
    st.sampled_from([("", ""), ("不少于", ""), ("约", ""), ("", "以上"), ("超", "")]),
)
def test_every_number_with_a_unit_is_read_whatever_its_size(
    number: int, unit: str, sides: tuple[str, str]
) -> None:
    printed = f"{sides[0]}{number}{unit}{sides[1]}"

    found = find_measures(f"完成{printed}。")

    assert [(m.value, m.unit, m.text) for m in found] == [(Decimal(number), unit, printed)]


@pytest.mark.parametrize("text", ["完成202412个点位", "建成3012分钟健身圈", "新增\ufffd3个"])
def test_a_damaged_number_is_not_read(text: str) -> None:
    assert find_measures(text) == []


@given(st.text(alphabet="2019年0123456月日分钟个项家人,圈新增建成\ufffd 。", max_size=60))
def test_no_quantity_overlaps_a_damaged_number(text: str) -> None:
    damaged = [damage.span for damage in find_damage(text) if damage.number]

    for measure in find_measures(text):
        assert not any(start < measure.span[1] and measure.span[0] < end for start, end in damaged)


def test_a_measure_built_from_all_its_facts_is_the_same_as_one_built_by_field() -> None:
    measure = find_measures("新增公厕3座")[0]

    assert Measure(**vars(measure)) == measure
    assert hash(Measure(**vars(measure))) == hash(measure)
    with pytest.raises(FrozenInstanceError):
        measure.value = Decimal(4)  # type: ignore[misc]
