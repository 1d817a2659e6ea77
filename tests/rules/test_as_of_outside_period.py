from dataclasses import replace

import pytest

from shishi.records import Notice
from shishi.rulebook import load_rulebook
from shishi.rules.as_of_outside_period import check
from shishi.rules.subject import build_subject
from shishi.text.characters import Script
from shishi.text.periods import Period
from tests.rules.pages import make_page


def found(text, *, report="2031-10", published="", script=Script.SIMPLIFIED, field="progress"):
    page = replace(
        make_page({"item": "截至1月1日", field: text}, script=script),
        report=Period.parse(report) if report else None,
        notice=Notice(publication_date=published),
    )
    return list(check(build_subject(page, {}, rulebook=load_rulebook("default"))))


@pytest.mark.parametrize(
    ("text", "report", "published"),
    [
        ("截至9月20日,建成3个", "2031-10", ""),
        ("截至9月底,建成3个", "2031-10", ""),
        ("截止11月2日,建成3个", "2031-10", ""),
        ("截至目前(4月3日)建成", "2031Q1", ""),
        ("截至2030年10月20日", "2031-10", ""),
        ("截至12月底", "2031-01", ""),
        ("截至10月28日", "2031-10", "2031-10-25"),
        ("截至10月28日", None, "2031-10-25"),
        ("截至到11月", "2031-10", ""),
    ],
)
def test_day_outside_the_period_or_after_publication_is_asked_about(text, report, published):
    (finding,) = found(text, report=report, published=published)

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts["printed"].startswith("截")
    assert finding.facts["printed"] in text


@pytest.mark.parametrize(
    ("text", "report", "published"),
    [
        ("截至10月24日,建成3个", "2031-10", "2031-11-05"),
        ("截至10月底", "2031-10", "2031-11-05"),
        ("截至10月", "2031-10", "2031-10-30"),
        ("截至3月26日", "2031-01..2031-03", ""),
        ("截至目前,建成3个", "2031-10", ""),
        ("截至1024日", "2031-10", ""),
        ("截至2月30日", "2031-10", ""),
        ("截至13月1日", "2031-10", ""),
        ("9月20日开工", "2031-10", ""),
        ("截至9月20日", None, ""),
        ("截至10月20日", None, "2031-10-25"),
        ("截至10月28日", "2031-10", "十月底"),
    ],
)
def test_day_inside_the_period_or_no_day_passes(text, report, published):
    assert found(text, report=report, published=published) == []


def test_day_in_an_item_or_a_goal_is_no_day_of_a_report():
    assert found("截至9月20日", field="goal") == []


def test_traditional_text_is_quoted_as_printed():
    (finding,) = found("截至９月20日", script=Script.TRADITIONAL)

    assert finding.facts["printed"] == "截至９月20日"
