"""Invented snapshots: a district that does not exist, its promises, a year of accepted reports."""

from __future__ import annotations

from typing import Any

from shishi.portal.snapshot import PublicItem, PublicReport, PublicStatus, PublicWaiver, Snapshot

WORDS = {
    "办结": "closed", "完成": "done", "超前": "ahead", "正常": "on_schedule", "部分滞后": "partly_behind",
    "滞后": "behind", "暂停": "suspended", "调整": "adjusted", "无法判断": "not_judged",
}  # fmt: skip

THEMES = ("书香进社区", "老小区有电梯", "安心过马路", "家门口看病")
PROMISES = (
    "新建社区书房{n}处，每处藏书不少于3000册，周末开放到晚上八点",
    "为既有住宅加装电梯{n}台",
    "改造行人过街设施{n}处，其中学校周边不少于5处；完成云溪大道至南浦路段的盲道整治，并对全区无障碍坡道逐一核查、登记、公布，方便轮椅、童车和行动不便的居民通行",
    "社区卫生服务站延长门诊{n}个，配备血压、血糖等自助检测设备",
)
UNITS = (
    "云溪区文化和旅游局",
    "云溪区住房和城乡建设局",
    "云溪区公安分局交通警察大队",
    "云溪区卫生健康局",
)
COURSES = (
    "正正正正超超超超完办",
    "正正正滞滞滞部正正正",
    "无无正正正正暂暂调正",
    "正正正正正正正正滞滞",
)
"""The status of each month, January first, by its first character."""


WAIVER = PublicWaiver(
    "progress-copied", "区政府督查室", "设备由市级统一采购，本月无新进展。", "2031-09-30"
)


def measure(text: str, value: str, unit: str, **told: Any) -> dict[str, Any]:
    return {
        "field": "item", "action": "新建", "object": "书房", "value": value, "high": None,
        "unit": unit, "comparator": "=", "kind": "count", "basis": "unknown", "derived": False,
        "sure": True, "span": [0, len(text)], "text": text, **told,
    }  # fmt: skip


def report(period: str, word: str, **told: Any) -> PublicReport:
    late = word in ("滞后", "部分滞后")
    given: dict[str, Any] = {
        "progress": f"{period}累计完成12处，另有3处进场施工。",
        "explanation": "雨天多，外墙作业停了九天；下月增派两个班组。" if late else "",
        "reviewed": PublicStatus(word, WORDS[word], "现场看过，比计划少2处。" if late else ""),
        "approved_on": f"{period}-27",
        "measures": (measure("12处", "12", "处", field="progress", basis="cumulative"),),
        "waivers": (WAIVER,) if word == "部分滞后" else (),
        **told,
    }
    return PublicReport(period=period, **given)


def item(number: int, *, year: int = 2031, months: int = 10, **told: Any) -> PublicItem:
    kind = (number - 1) // 2 % len(PROMISES)
    course = COURSES[number % len(COURSES)]
    words = {word[0]: word for word in WORDS}
    periods = [f"{year}-{month:02}" for month in range(1, months + 1)]
    reports = [report(p, words[c]) for p, c in zip(periods, course, strict=False)]
    reports = reports[
        : next((n + 1 for n, r in enumerate(reports) if r.reviewed.word == "办结"), 12)
    ]
    given: dict[str, Any] = {
        "section": 1,
        "code": f"{kind + 1}.{number}",
        "theme": THEMES[kind],
        "text": PROMISES[kind].format(n=10 + number),
        "lead_units": (UNITS[kind],),
        "support_units": ("区财政局", "各街道") if number % 2 else (),
        "open_ended": number % 4 == 1,
        "leaders": ("副区长（分管城建）",),
        "levels": ("区级",),
        "investment": "484140000" if number % 3 else None,
        "goals": tuple((f"{year}Q{q}", f"第{q}季度末建成{q * 4}处。") for q in (1, 2, 3, 4)),
        "reports": tuple(reports),
        "measures": (measure(f"{10 + number}处", str(10 + number), "处"),),
        **told,
    }
    return PublicItem(id=700 + number, order=number, **given)


def snapshot(count: int = 8, *, months: int = 10, **told: Any) -> Snapshot:
    """A plan of `count` items with reports of the first `months` months."""
    year = told.get("year", 2031)
    periods = tuple(f"{year}-{month:02}" for month in range(1, months + 1))
    given: dict[str, Any] = {
        "district": "云溪区",
        "district_slug": "yunxi",
        "plan": "云溪区2031年民生实事项目",
        "plan_slug": "shishi-2031",
        "kind": "livelihood",
        "items": tuple(item(n, months=months) for n in range(1, count + 1)),
        "as_of": f"{year}-{months:02}-28" if months else "",
        "approved_on": f"{year}-{max(months, 1):02}-28",
        "published_on": f"{year}-11-03T09:30+08:00",
        "release": 3,
        "rulebook": "yunxi 1",
        "statuses": tuple(PublicStatus(word, means) for word, means in WORDS.items()),
        **told,
        "year": year,
    }
    return Snapshot(periods=periods, **given)
