"""What stands in the long cells: promises, goals, reports and reasons, as offices write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from tests.exam.words import phrases
from tests.exam.words.goods import Good, Topic
from tests.exam.words.units import District

LONGEST = 160
_SPEAKERS = {
    "goal": re.compile(r"\d+月底前|\d+年\d+月|[一二三四]季度|年内|力争|计划"),
    "progress": re.compile(r"已|目前|截至|现已"),
    "explanation": re.compile(r"因|由于|受|滞后原因"),
}
"""How a text opens that can only be a goal, a report, a reason."""


@dataclass(frozen=True)
class Subject:
    """What one item is about: its topic, its good and how much of it is promised."""

    topic: Topic
    good: Good
    amount: int


@dataclass(frozen=True)
class Manner:
    """How one page writes: its year and months, and whether sentences end with a full stop."""

    year: int
    month: int
    stops: bool
    long: float  # 0 … 1, how wordy


def speaks_as(text: str) -> str:
    """Say which field a text shows itself to be by its first words, or ""."""
    return next((name for name, opening in _SPEAKERS.items() if opening.match(text)), "")


def choose_subject(rng: Random, topic: Topic) -> Subject:
    """Choose a good of this topic and an amount."""
    good = rng.choice(topic.goods)
    amount = rng.randint(good.low, good.high)
    if amount > 300 and rng.random() < 0.8:
        amount = amount // 100 * 100
    return Subject(topic, good, amount)


def promise(rng: Random, subject: Subject, district: District, manner: Manner) -> str:
    """Write the promise of an item: one to four clauses."""
    clauses = [_main_clause(rng, subject, district)]
    while len(clauses) < 4 and rng.random() < manner.long * 0.7:
        clauses.append(_side_clause(rng, subject, district))
    text = clauses[0]
    for clause in clauses[1:]:
        text += rng.choice(",,,;。") + clause
    return _close(rng, text, manner)


def goal(rng: Random, subject: Subject, manner: Manner) -> str:
    """Write the goal of a period; mostly opens with its time."""
    when = rng.choice(
        (
            f"{manner.month}月底前",
            f"{_quarter(manner.month)}季度",
            "年内",
            "12月底前",
            f"力争{manner.month}月",
            "",
            "",
            "计划",
        )
    )
    clauses = [when + _goal_clause(rng, subject)]
    while len(clauses) < 4 and rng.random() < manner.long * 0.55:
        clauses.append(_goal_clause(rng, subject))
    return _close(rng, _join(rng, clauses, ",,;"), manner)


def time_limit(rng: Random, manner: Manner) -> str:
    """Write by when an item is to be done."""
    return rng.choice(
        (
            f"{rng.randint(6, 12)}月底前",
            f"{rng.choice('二三四')}季度",
            "年内",
            f"{manner.year}年12月底",
            f"{manner.year}年{rng.randint(3, 11)}月",
        )
    )


def report(rng: Random, subject: Subject, district: District, manner: Manner) -> str:
    """Write what was done so far; mostly opens with 已, 目前 or a date."""
    clauses = [_report_clause(rng, subject, manner, opens=True)]
    while len(clauses) < 5 and rng.random() < manner.long * 0.7:
        if rng.random() < 0.3:
            clauses.append(
                f"其中{rng.choice(district.places)}{rng.choice(('点位', '片区', '社区项目'))}{rng.choice(phrases.DOING)}"
            )
        else:
            clauses.append(_report_clause(rng, subject, manner, opens=False))
    return _close(rng, _join(rng, clauses, ",,;。"), manner)


def reason(rng: Random, manner: Manner) -> str:
    """Write why an item is late or early, and what comes next."""
    text = rng.choice(
        (
            f"因{rng.choice(phrases.CAUSES)},进度有所滞后;下一步将{rng.choice(phrases.REMEDIES)}",
            f"由于{rng.choice(phrases.CAUSES)},{rng.choice(phrases.REMEDIES)}",
            f"受{rng.choice(phrases.CAUSES)}等因素制约,计划{rng.randint(1, 12)}月完成",
            f"滞后原因:{rng.choice(phrases.CAUSES)}。下一步:{rng.choice(phrases.REMEDIES)}",
            "项目完成",
            "提前完成年度目标",
            f"提前{rng.randint(1, 3)}个月完成",
        )
    )
    return _close(rng, text, manner)


def remark(rng: Random) -> str:
    """Write a short remark."""
    return rng.choice(phrases.REMARKS)


def numbered_report(rng: Random, subject: Subject, manner: Manner) -> list[str]:
    """Write a report as numbered lines: 1. 2. 3. or ①②③."""
    count = rng.randint(2, 5)
    marks = rng.choice(
        (tuple(f"{n}." for n in range(1, 6)), tuple("①②③④⑤"), tuple(f"({n})" for n in range(1, 6)))
    )
    ends = [";"] * (count - 1) + ["。"]
    return [
        marks[n] + _report_clause(rng, subject, manner, opens=False) + ends[n] for n in range(count)
    ]


def _main_clause(rng: Random, subject: Subject, district: District) -> str:
    verbs, noun, measure, *_ = subject.good
    verb = rng.choice(verbs.split("|"))
    number = _number(rng, subject.amount)
    place = rng.choice(district.places)
    shapes = [f"{verb}{noun}{number}{measure}"] * 4 + [
        f"{verb}{noun}不少于{number}{measure}",
        f"{verb}{noun}{number}{measure}以上",
        f"{verb}{number}{measure}{noun}"
        if noun[0] not in "“1"
        else f"{verb}{noun}{number}{measure}",
        f"在{place}、{rng.choice(district.places)}等区域{verb}{noun}{number}{measure}",
        f"实施{place}路({rng.choice(district.places)}路—{rng.choice(district.places)}路)改造提升工程",
        f"启动{place}{rng.choice(('片区更新', '文化中心', '体育公园', '未来社区', '水厂扩建'))}项目建设",
        f"全{district.level}{noun}总量达到{number}{measure}以上",
        f"推进{noun}建设,全年完成{number}{measure}",
    ]
    return rng.choice(shapes)


def _side_clause(rng: Random, subject: Subject, district: District) -> str:
    other = rng.choice(subject.topic.goods)
    number = _number(rng, rng.randint(other.low, other.high))
    return rng.choice(
        (
            f"{rng.choice(other.verbs.split('|'))}{other.noun}{number}{other.measure}",
            f"为{_number(rng, rng.randint(2, 90) * 100)}名{rng.choice(phrases.PEOPLE)}提供{rng.choice(phrases.SERVICES)}",
            f"{rng.choice(phrases.RATES)}达到{rng.randint(70, 99)}%{rng.choice(('', '以上'))}",
            rng.choice(phrases.AIMS).format(rng.choice(("微治理", "暖心", "邻里", "惠民", "共富"))),
            f"建成{rng.choice(district.places)}、{rng.choice(district.places)}等示范点位{rng.randint(2, 20)}处",
        )
    )


def _goal_clause(rng: Random, subject: Subject) -> str:
    part = max(1, subject.amount * rng.randint(2, 10) // 10)
    return rng.choice(
        (
            rng.choice(phrases.STEPS),
            rng.choice(phrases.STEPS),
            f"累计完成{_number(rng, part)}{subject.good.measure}",
            f"完成{subject.good.noun}{_number(rng, part)}{subject.good.measure}",
            f"完成总工程量的{rng.randint(2, 10) * 10}%",
        )
    )


def _report_clause(rng: Random, subject: Subject, manner: Manner, *, opens: bool) -> str:
    part = max(1, subject.amount * rng.randint(1, 11) // 10)
    done = rng.choice(
        (
            f"完成{subject.good.noun}{_number(rng, part)}{subject.good.measure}",
            f"完成总工程量的{rng.randint(10, 100)}%",
            rng.choice(phrases.STEPS),
            f"完成全年任务的{rng.randint(10, 130)}%",
        )
    )
    if opens:
        start = rng.choice(
            (
                "已",
                "已",
                "已累计",
                "目前已",
                "现已",
                f"截至{manner.month}月{rng.randint(10, 28)}日,已",
                "",
            )
        )
        return start + done if start or rng.random() < 0.4 else rng.choice(phrases.DOING)
    return rng.choice((rng.choice(phrases.DOING), done, f"累计{done}"))


def _number(rng: Random, amount: int) -> str:
    if amount >= 10000 and rng.random() < 0.7:
        return f"{amount / 10000:.2f}".rstrip("0").rstrip(".") + "万"
    return str(amount)


def _quarter(month: int) -> str:
    return "一二三四"[(month - 1) // 3]


def _join(rng: Random, clauses: list[str], marks: str) -> str:
    text = clauses[0]
    for clause in clauses[1:]:
        text += rng.choice(marks) + clause
    return text


def _close(rng: Random, text: str, manner: Manner) -> str:
    stops = manner.stops if rng.random() < 0.9 else not manner.stops
    if len(text) > LONGEST:
        text = text[: max(text.rfind(mark, 0, LONGEST) for mark in ",;。")]
    return text.rstrip(",;。") + ("。" if stops else "")
