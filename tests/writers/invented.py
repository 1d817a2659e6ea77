"""A made-up page of a made-up district, already extracted, measured and assessed."""

from __future__ import annotations

from decimal import Decimal

from shishi.assessment.assessment import Assessment, Status
from shishi.assessment.reasons import Reason
from shishi.findings import About, Finding, Severity
from shishi.measures.measure import Basis, Comparator, Kind, Measure, Measured, Milestone
from shishi.places import Place, Source, Text
from shishi.records import Field, Notice, Page, Record, Role, StatedRule, Stretch
from shishi.text.characters import Folded, Script
from shishi.text.periods import Period

SOURCE = Source("云岭.txt", "text", "0" * 64)


def text(value: str, *, row: int = 1, name: str = "") -> Text:
    return Text(value, Place(part="table 1", row=row, field=name))


def record(order: int, cells: dict[Field, str], *, names: dict[Field, list[str]]) -> Record:
    row = order + 2
    return Record(
        order,
        Place(part="table 1", row=row),
        texts={name: text(value, row=row, name=name) for name, value in cells.items()},
        names={
            name: tuple(text(value, row=row, name=name) for value in values)
            for name, values in names.items()
        },
        investment_unit="万元",
    )


PARK = record(
    1,
    {
        Field.CODE: "1",
        Field.THEME: "宜居\n环境",
        Field.ITEM: "新建口袋公园6个、社区绿道不少于12.5公里，改造老旧小区雨污管网，并在每个公园设置无障碍坡道。",
        Field.LEAD_UNITS: "住建局、园林中心",
        Field.SUPPORT_UNITS: "各街道",
        Field.INVESTMENT: "1250.50",
        Field.GOAL: "三季度建成口袋公园4个。",
        Field.PROGRESS: "已建成口袋公园3个，绿道开工。",
        Field.PERCENT: "65.0%",
        Field.STATUS: "完成",
    },
    names={Field.LEAD_UNITS: ["住建局", "园林中心"], Field.SUPPORT_UNITS: ["各街道"]},
)
SEATS = record(
    2,
    {
        Field.CODE: "2",
        Field.THEME: "宜居\n环境",
        Field.ITEM: "增设休憩座椅300张",
        Field.STATUS: "正常",
    },
    names={},
)

MEASURED = {
    1: Measured(
        1,
        (
            Measure(
                *(Decimal("6"), "个", Comparator.EQUAL, Kind.COUNT, Basis.UNKNOWN, (6, 8), "6个"),
                action="新建",
                object="口袋公园",
                field=Field.ITEM,
            ),
            Measure(
                *(Decimal("1.2505E+7"), "元", Comparator.EQUAL, Kind.MONEY, Basis.UNKNOWN),
                *((0, 7), "1250.50"),
                field=Field.INVESTMENT,
            ),
            Measure(
                *(Decimal("65.0"), "%", Comparator.EQUAL, Kind.RATE, Basis.CUMULATIVE),
                *((0, 5), "65.0%"),
                field=Field.PERCENT,
            ),
        ),
        (
            Milestone(
                *("建成", Period(2031, 7, 9), Comparator.AT_MOST, (0, 5), "三季度建成"),
                field=Field.GOAL,
            ),
        ),
    )
}

READING = Finding(
    "test-lead-unsure",
    About.READING,
    Severity.ASKS,
    Place(part="table 1", row=4, field="lead_units"),
    {"order": 2},
)
CONTENT = Finding(
    "test-status",
    About.CONTENT,
    Severity.BLOCKS,
    Place(part="table 1", row=3, field="status"),
    {"order": 1, "printed": "完成", "share": Decimal("0.750")},
)
ON_PAGE = Finding(
    "test-page-note", About.CONTENT, Severity.NOTES, Place(part="text 1", line=9), {"count": 2}
)

ASSESSMENTS = (
    Assessment(
        *(1, Status.BEHIND, "滞后"),
        (Reason("goal-missed", {"reached": Decimal("3.0"), "due": Decimal("4")}),),
        claimed="完成",
        used=(MEASURED[1].measures[0], MEASURED[1].milestones[0]),
        rulebook="default 1",
    ),
    Assessment(2, Status.NOT_JUDGED, "无法判断", (Reason("no-goal", {}),), rulebook="default 1"),
)

PAGE = Page(
    SOURCE,
    Script.SIMPLIFIED,
    Notice(
        title="云岭区2031年民生实事项目三季度进度表",
        issuer="云岭区发展和改革局",
        other={"栏目": "民生"},
    ),
    (PARK, SEATS),
    plan=Period(2031, 7, 9),
    report=Period(2031, 1, 9, run=True),
    stated_rules=(
        StatedRule("1", text("进度状态分为正常、滞后。"), {"statuses": ("正常", "滞后")}),
    ),
    stretches=(
        Stretch(Text("云岭区2031年民生实事项目三季度进度表", Place("text 1", line=1)), Role.TITLE),
        Stretch(text("增设休憩座椅300张", row=4), Role.CELL, 2, Field.ITEM),
    ),
    findings=(READING,),
)


def traditional_page() -> Page:
    """The same district's page in traditional script with pinyin after a rare character."""
    printed = "園林局、水務(wù)局"
    plain = "园林局、水务局"
    offsets = (0, 1, 2, 3, 4, 5, 9, 10)
    row = record(1, {Field.LEAD_UNITS: printed}, names={Field.LEAD_UNITS: ["園林局", "水務(wù)局"]})
    folded = {Field.LEAD_UNITS: Folded(printed, plain, offsets)}
    row = Record(1, row.place, texts=row.texts, names=row.names, folded=folded)
    return Page(SOURCE, Script.TRADITIONAL_PINYIN, Notice(), (row,))
