from dataclasses import replace

import pytest

from shishi.records import Notice
from shishi.rulebook import load_rulebook
from shishi.rules.notice_dates_contradict import check
from shishi.rules.subject import build_subject
from shishi.text.periods import Period
from tests.rules.pages import make_page


def later(*, written="", published="", report=None):
    page = replace(
        make_page({"item": "修路"}),
        report=Period.parse(report) if report else None,
        notice=Notice(document_date=written, publication_date=published),
    )
    return [
        f.facts["later"] for f in check(build_subject(page, {}, rulebook=load_rulebook("default")))
    ]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"written": "2031-06-08", "published": "2031-01-21"}, ["2031-06-08"]),
        ({"published": "2031-08-20", "report": "2031-10"}, ["2031-10"]),
        (
            {"written": "2032-01-01", "published": "2031-08-20", "report": "2031Q4"},
            ["2032-01-01", "2031Q4"],
        ),
    ],
)
def test_date_after_publication_is_asked_about(facts, found):
    assert later(**facts) == found


@pytest.mark.parametrize(
    "facts",
    [
        {"written": "2031-01-21", "published": "2031-01-21"},
        {"published": "2031-10-21", "report": "2031-10"},
        {"published": "2031-11-05", "report": "2031-10"},
        {"written": "2031-06-08", "published": "暂缺"},
        {"report": "2031-10"},
    ],
)
def test_dates_in_their_order_or_missing_pass(facts):
    assert later(**facts) == []
