import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.measures import find_milestones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一季度开工", [("开工", "2024Q1", "一季度开工")]),
        ("5月开工,年内完工。", [("开工", "2024-05", "5月开工"), ("完工", "2024", "年内完工")]),
        ("8月底具备通航条件", [("具备通航条件", "2024-08", "8月底具备通航条件")]),
        ("3月开工,年内完成主体结构6层以上", [("开工", "2024-03", "3月开工")]),
        ("5月底前竣工验收", [("竣工验收", "2024-05", "5月底前竣工验收")]),
        ("书房项目年内完成。", [("完成", "2024", "年内完成")]),
        ("上半年完成主体结顶", [("主体结顶", "2024H1", "上半年完成主体结顶")]),
        ("预计11月中旬可完成主楼结顶", [("结顶", "2024-11", "11月中旬可完成主楼结顶")]),
        ("力争2025年6月底前投用", [("投用", "2025-06", "2025年6月底前投用")]),
        (
            "三季度完成招标,四季度进场施工",
            [("完成招标", "2024Q3", "三季度完成招标"), ("进场施工", "2024Q4", "四季度进场施工")],
        ),
        ("9月通车", [("通车", "2024-09", "9月通车")]),
        ("桩基施工完成", [("桩基施工完成", "", "桩基施工完成")]),
    ],
)
def test_a_step_is_read_with_the_time_before_it(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = find_milestones(text, year=2024)

    assert [(m.event, str(m.period or ""), m.text) for m in found] == expected
    assert [text[slice(*m.span)] for m in found] == [m.text for m in found]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("主楼已开工", [True]),
        ("9月2日已进场施工", [True]),
        ("均已完成竣工验收", [True]),
        ("主楼尚未开工", [False]),
        ("辅楼未开工", [False]),
        ("待验收", [False]),
        ("二期不再开工", [False]),
        ("年内开工", [None]),
        ("完成未来社区验收", [None]),
        ("甲段已完工,乙段未完工,丙段6月完工", [True, False, None]),
    ],
)
def test_a_step_is_done_only_where_the_text_says_so(text: str, done: list[bool | None]) -> None:
    found = find_milestones(text, year=2024)

    assert [m.done for m in found] == done
    assert [m.comparator.value for m in found] == ["=" if d else "<=" for d in done]


@pytest.mark.parametrize(
    "text",
    [
        "建成3个驿站",
        "交付不少于800套",
        "完工20台",
        "完成工程量70%",
        "年内完成工程量的55%",
        "累计完成612个",
        "办理开工手续",
        "编制验收标准",
        "加强宣传",
        "完成率90%",
        "建成区绿化覆盖率达42%",
        "完成招标控制价编制",
        "文化馆每日8:00-20:00开放",
        "泳池9时至21时开放",
        "",
    ],
)
def test_counts_and_papers_are_no_steps(text: str) -> None:
    assert find_milestones(text, year=2024) == []


def test_without_a_year_only_a_time_with_its_own_year_is_read() -> None:
    found = find_milestones("6月开工,2025年3月完工", year=None)

    assert [(m.text, m.period is None) for m in found] == [("开工", True), ("2025年3月完工", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("原定5月开工,推迟至8月", [("开工", "2024-08", "开工")]),
        ("原定5月开工,因汛期延期到10月。", [("开工", "2024-10", "开工")]),
        ("6月完工提前至4月", [("完工", "2024-04", "完工")]),
        ("原定5月开工,推迟至汛期后", [("开工", "", "开工")]),
        (
            "原定5月开工,现推迟到8月开工",
            [("开工", "2024-08", "开工"), ("开工", "2024-08", "8月开工")],
        ),
    ],
)
def test_a_step_that_was_moved_has_its_new_time(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = find_milestones(text, year=2024)

    assert [(m.event, str(m.period or ""), m.text) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("5月开工,6月调整方案", ["2024-05"]),
        ("5月开工。二期推迟至8月", ["2024-05"]),
        ("5月开工,提前10天", ["2024-05"]),
        ("建成区级公园", [""]),
        ("5月8日开工", ["2024-05"]),
    ],
)
def test_a_step_that_was_not_moved_keeps_its_time(text: str, periods: list[str]) -> None:
    assert [str(m.period or "") for m in find_milestones(text, year=2024)] == periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本月开工,下月完成招标", [("开工", "2024-11"), ("完成招标", "2024-12")]),
        ("月底前完成立项批复", [("立项批复", "2024-11")]),
        ("上月已取得初步设计批复", [("初步设计批复", "2024-10")]),
        ("本季度内完成征迁", [("征迁", "2024Q4")]),
        ("下季度进场施工", [("进场施工", "2025Q1")]),
        ("明年一季度投入使用", [("投入使用", "2025Q1")]),
        ("春节前正式启用", [("正式启用", "2025-01")]),
        ("秋季开学前交付使用", [("交付使用", "2024-08")]),
        ("元旦前主体封顶", [("主体封顶", "2024-12")]),
        ("12月底前施工图审查", [("施工图审查", "2024-12")]),
        ("三季度末落成", [("落成", "2024Q3")]),
        ("6月完成地下室封顶", [("地下室封顶", "2024-06")]),
        ("9月底前完成桩基", [("完成桩基", "2024-09")]),
        ("年内启动拆迁", [("拆迁", "2024")]),
        ("10月底前主体结构施工", [("主体结构施工", "2024-10")]),
        ("5月可研批复,7月初设批复", [("可研批复", "2024-05"), ("初设批复", "2024-07")]),
        ("开工时间为2023年3月,竣工时间:2024年12月", [("开工", "2023-03"), ("竣工", "2024-12")]),
        ("计划投用时间2024年9月", [("投用", "2024-09")]),
        ("开工日期待定", []),
        ("主体结构施工", []),
        ("拆迁工作有序推进", []),
        ("设备运行良好", []),
        ("举行落成典礼", []),
        ("召开招标单位座谈会", []),
    ],
)
def test_every_step_is_read_relative_to_the_month_of_the_page(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = find_milestones(text, year=2024, month=11)

    assert [(m.event, str(m.period)) for m in found] == expected
    assert [text[slice(*m.span)] for m in found] == [m.text for m in found]


def test_without_a_month_this_month_names_no_time() -> None:
    assert [m.period for m in find_milestones("本月开工", year=2024)] == [None]


def test_a_time_of_another_clause_does_not_count() -> None:
    assert [m.period for m in find_milestones("6月选址,随后开工", year=2024)] == [None]


@given(
    st.text(
        alphabet="123月年内底前一季度开工竣完成验收已未具备条件时间为本下,;。建个%", max_size=80
    )
)
def test_no_text_makes_reading_fail(text: str) -> None:
    for milestone in find_milestones(text, year=2024, month=11):
        assert text[slice(*milestone.span)] == milestone.text
        assert milestone.event in milestone.text
