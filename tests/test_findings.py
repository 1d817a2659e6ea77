from decimal import Decimal

import pytest

from shishi import findings
from shishi.findings import About, Finding, Severity, message
from shishi.places import Place


@pytest.fixture
def say(monkeypatch):
    template = {
        "greeting": {"zh": "甲{fact}乙", "en": "a {fact} b"},
        "not-known": findings.load_messages()["not-known"],
    }
    monkeypatch.setattr(findings, "load_messages", lambda: template)

    def run(fact, language="zh"):
        found = Finding("greeting", About.CONTENT, Severity.NOTES, Place(), {"fact": fact})
        return message(found, language)

    return run


@pytest.mark.parametrize(
    ("fact", "zh", "en"),
    [
        (Decimal("3.0"), "甲3乙", "a 3 b"),
        (Decimal("1E+4"), "甲10000乙", "a 10000 b"),
        (["一处", "两处"], "甲一处、两处乙", "a 一处, 两处 b"),
        ({"zh": "原因", "en": "the reason"}, "甲原因乙", "a the reason b"),
        (7, "甲7乙", "a 7 b"),
    ],
)
def test_fact_is_said_as_people_write_it(say, fact, zh, en):
    assert (say(fact), say(fact, "en")) == (zh, en)


@pytest.mark.parametrize(("language", "said"), [("zh", "甲看不出乙"), ("en", "a not known b")])
def test_fact_that_is_not_known_is_said_to_be_so(say, language, said):
    assert say(None, language) == said


def test_fact_that_is_missing_shows_as_an_ellipsis(monkeypatch):
    monkeypatch.setattr(findings, "load_messages", lambda: {"x": {"zh": "缺{nothing}"}})

    assert message(Finding("x", About.CONTENT, Severity.NOTES, Place())) == "缺…"


def test_code_without_words_is_an_error_and_not_silence():
    with pytest.raises(KeyError, match="no-such-code"):
        message(Finding("no-such-code", About.CONTENT, Severity.NOTES, Place()))
