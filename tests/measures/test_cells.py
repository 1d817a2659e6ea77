from decimal import Decimal

import pytest

from shishi.measures import cells, measure
from shishi.measures.cells import Readings
from shishi.places import Place, Text
from shishi.records import Field, Record
from shishi.text.characters import Folded, Script, fold


def _record(shares: int | None = None, unit: str = "", **cells: str) -> Record:
    texts = {Field(name): Text(value, Place(field=name)) for name, value in cells.items()}
    return Record(
        order=1,
        place=Place(row=2),
        texts=texts,
        folded={name: fold(text.value, Script.TRADITIONAL_PINYIN) for name, text in texts.items()},
        investment_unit=unit,
        shares_item_with=shares,
    )


def test_each_measure_knows_its_field() -> None:
    measured = measure(_record(item="新增充电桩60个", progress="已建成41个"), year=2024)

    assert [(m.field, m.text) for m in measured.measures] == [
        (Field.ITEM, "60个"),
        (Field.PROGRESS, "41个"),
    ]
    assert measured.of(Field.ITEM)[0].value == 60


def test_spans_and_texts_are_those_of_the_printed_cell() -> None:
    cell = "改造農貿市場(chang)不少于８家"

    found = measure(_record(item=cell), year=None).measures[0]

    assert (found.value, found.unit) == (Decimal(8), "家")
    assert cell[slice(*found.span)] == found.text == "不少于８家"


def test_a_cell_without_a_folded_form_is_read_as_printed() -> None:
    record = Record(order=3, place=Place(), texts={Field.ITEM: Text("新建绿道2公里", Place())})

    assert measure(record, year=2024).measures[0].text == "2公里"


def test_an_item_shared_with_another_row_is_not_measured_again() -> None:
    first = _record(item="新建书吧9家", goal="建成3家")
    second = _record(shares=1, item="新建书吧9家", goal="建成3家", progress="建成2家")

    assert [m.text for m in measure(second, year=2024, shared=first).measures] == ["2家"]
    assert [m.text for m in measure(second, year=2024).measures] == ["3家", "2家"]


def test_another_goal_of_a_shared_item_is_measured() -> None:
    first = _record(item="新建书吧9家", goal="建成3家")
    second = _record(shares=1, item="新建书吧9家", goal="建成4家")

    assert [m.text for m in measure(second, year=2024, shared=first).measures] == ["4家"]


def test_a_sentence_printed_twice_in_a_cell_counts_once() -> None:
    measured = measure(
        _record(item="开展义诊不少于90场。开展义诊不少于90场;培训30人次。"), year=2024
    )

    assert [m.text for m in measured.measures] == ["不少于90场", "30人次"]


def test_a_step_of_a_sentence_printed_twice_counts_once() -> None:
    measured = measure(_record(goal="主楼6月底开工。主楼6月底开工。"), year=2024)

    assert [s.text for s in measured.steps(Field.GOAL)] == ["6月底开工"]


def test_the_same_number_in_another_sentence_counts_again() -> None:
    measured = measure(_record(item="新增床位30张;护理床位30张"), year=2024)

    assert [m.text for m in measured.measures] == ["30张", "30张"]


def test_milestones_take_the_year_of_the_page() -> None:
    measured = measure(_record(goal="二季度开工"), year=2025)

    assert [str(s.period) for s in measured.steps(Field.GOAL)] == ["2025Q2"]


def test_milestones_take_the_month_of_the_page() -> None:
    measured = measure(_record(goal="本月开工,下月完成桩基"), year=2025, month=12)

    assert [str(s.period) for s in measured.steps(Field.GOAL)] == ["2025-12", "2026-01"]


def test_a_bare_investment_takes_the_unit_of_its_header() -> None:
    found = measure(_record(unit="万元", investment="48,414"), year=2024).measures[0]

    assert (found.value, found.unit, found.kind.value) == (Decimal(484140000), "元", "money")
    assert found.text == "48,414"


def test_an_investment_with_its_own_unit_keeps_it() -> None:
    found = measure(_record(unit="万元", investment="约1.2亿元"), year=2024).measures[0]

    assert (found.value, found.unit, found.comparator.value) == (Decimal(120000000), "元", "~")


def test_an_investment_without_any_unit_stays_without() -> None:
    found = measure(_record(investment="3685"), year=2024).measures[0]

    assert (found.value, found.unit) == (Decimal(3685), "")


def test_a_percentage_column_is_a_share_of_works_with_or_without_its_sign() -> None:
    for cell in ("65", "65%", "65%(主楼进度滞后)"):
        found = measure(_record(percent=cell), year=2024).measures[0]

        assert (found.value, found.unit, found.kind.value) == (Decimal(65), "%", "works")


def test_columns_without_a_number_give_nothing() -> None:
    record = _record(unit="万元", percent="-", investment="/", remark="无")

    assert measure(record, year=2024).measures == ()
    assert measure(_record(investment="1" * 30), year=2024).measures == ()


def test_folding_is_not_asked_of_a_record_without_texts() -> None:
    record = Record(order=1, place=Place(), folded={Field.ITEM: Folded("", "", (0,))})

    assert measure(record, year=2024).measures == ()


def test_text_that_stands_in_several_rows_is_read_once() -> None:
    readings: Readings = {}
    first = measure(_record(goal="年内建成3处"), year=2024, readings=readings)
    kept = dict(readings)
    again = measure(_record(goal="年内建成3处"), year=2024, readings=readings)

    assert readings == kept
    assert again.measures[0] is first.measures[0]
    assert again == measure(_record(goal="年内建成3处"), year=2024)


def test_same_text_in_another_field_is_read_for_that_field() -> None:
    readings: Readings = {}
    measure(_record(goal="建成3处"), year=2024, readings=readings)
    measured = measure(_record(progress="建成3处"), year=2024, readings=readings)

    assert [m.field for m in measured.measures] == [Field.PROGRESS]


def test_text_of_another_page_is_read_anew_with_its_own_year() -> None:
    measured = [measure(_record(goal="6月开工"), year=year) for year in (2023, 2024)]

    assert [str(m.milestones[0].period) for m in measured] == ["2023-06", "2024-06"]


def test_what_another_page_prints_too_is_read_once(monkeypatch) -> None:
    asked: list[str] = []
    found = cells.find_measures
    monkeypatch.setattr(cells, "find_measures", lambda text: asked.append(text) or found(text))
    page, long = "新建栈桥71座", "新建栈桥72座" * 30

    for _ in range(2):
        measure(_record(goal=page), year=2031)
        measure(_record(goal=long), year=2031)

    assert asked == [page, long, long]


def test_what_another_page_prints_too_is_dated_by_the_page_it_stands_in() -> None:
    read = [measure(_record(goal="栈桥10月开工"), year=year) for year in (2031, 2032, None)]

    assert [str(m.milestones[0].period) for m in read] == ["2031-10", "2032-10", "None"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("95.8 万元", 958000), ("1,200 万元", 12000000), ("3 亿元", 300000000)],
)
def test_sum_with_a_space_before_its_magnitude_that_is_all_of_its_cell_is_read_with_it(cell, value):
    (found,) = measure(_record(unit="亿元", investment=cell), year=2024).measures
    assert (found.value, found.unit, found.text) == (Decimal(value), "元", cell)


def test_space_before_a_magnitude_of_nothing_makes_no_sum_of_it():
    (found,) = measure(_record(unit="", investment="3 万"), year=2024).measures
    assert found.unit == ""


@pytest.mark.parametrize("name", ["goal", "progress", "investment"])
@pytest.mark.parametrize(
    "words",
    [
        "2031 万元GDP水耗下降2%",
        "新增7 百亿元产业",
        "新增4 亿元企业3家",
        "2030 千万元项目",
        "引进9 亿元企业",
        "提供2 万元工资以上岗位",
    ],
)
def test_number_that_a_space_parts_from_the_money_in_a_name_makes_no_sum(name, words):
    found = measure(_record(unit="", **{name: words}), year=2031).measures
    assert "元" not in [m.unit for m in found]


@pytest.mark.parametrize("text", ["9\n6", "95.\n5%", "8\n0%", "1\n,200"])
def test_a_percentage_or_sum_whose_digits_a_line_end_parts_is_not_read(text: str) -> None:
    assert measure(_record(percent=text, investment=text), year=2024).measures == ()


@pytest.mark.parametrize(("text", "value"), [("95\n%", 95), ("96", 96)])
def test_a_percentage_whose_sign_stands_in_the_next_line_is_read(text: str, value: int) -> None:
    assert [m.value for m in measure(_record(percent=text), year=2024).measures] == [value]
