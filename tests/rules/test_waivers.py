from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.errors import UnreadableSource
from shishi.findings import Waiver, message
from shishi.layouts.words.names.people import find_person_in_grounds
from shishi.rulebook import load_rulebook
from shishi.rules import RULES, check
from shishi.rules.waivers import EXPIRED, parse_waivers
from shishi.web.projects.refusals import PersonNamed
from tests.rules.pages import make_page

BOOK = load_rulebook("beilun")
ON = date(2031, 10, 31)
PAGE = make_page(
    {"item": "改造泵站4座", "lead_units": "水利局", "status": "完成"},
    {"item": "新建公园2个", "lead_units": "住建局", "status": "完成"},
)
WAIVER = Waiver("status-not-in-vocabulary", 1, "区政府督查室", "沿用旧表", date(2031, 12, 31))


def parse(text, name):
    return parse_waivers(text, name, known=RULES, find_person=find_person_in_grounds)


def waived(*waivers, page=PAGE, on=ON):
    return [
        (f.code, f.facts.get("order"), bool(f.waived))
        for f in check(page, {}, rulebook=BOOK, waivers=waivers, on=on)
    ]


def test_waived_finding_stays_with_who_why_and_until_when():
    first, second = check(PAGE, {}, rulebook=BOOK, waivers=(WAIVER,), on=ON)

    assert (first.waived, second.waived) == (WAIVER, None)


def test_waived_finding_holds_nothing_up():
    (finding, _) = check(PAGE, {}, rulebook=BOOK)
    grave = replace(finding, severity=type(finding.severity)("blocks"))

    assert grave.blocks
    assert not replace(grave, waived=WAIVER).blocks
    assert not finding.blocks


@pytest.mark.parametrize(
    "change",
    [{"rule": "progress-copied"}, {"record": 3}, {"record": 0}, {"item": "新建公园"}],
)
def test_waiver_of_another_rule_or_record_waives_nothing(change):
    assert waived(replace(WAIVER, **change)) == waived()


def test_waiver_that_names_the_item_as_it_stands_there_holds():
    assert waived(replace(WAIVER, item="改造泵站"))[0][2]


def test_waiver_holds_on_its_last_day_and_is_a_finding_the_day_after():
    last = replace(WAIVER, until=ON)
    day_after = date(2031, 11, 1)

    assert waived(last) == [
        ("status-not-in-vocabulary", 1, True),
        ("status-not-in-vocabulary", 2, False),
    ]
    assert waived(last, on=day_after) == [
        ("status-not-in-vocabulary", 1, False),
        (EXPIRED, 1, False),
        ("status-not-in-vocabulary", 2, False),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_expired_waiver_of_a_page_without_that_record_is_told_too(language):
    waiver = replace(WAIVER, record=9, until=date(2031, 1, 1))

    (found,) = check(make_page(), {}, rulebook=BOOK, waivers=(waiver,), on=ON)

    assert "2031-01-01" in message(found, language)
    assert "区政府督查室" in message(found, language)
    assert found.place.row is None


def test_waivers_without_a_day_are_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="on must be given"):
        check(PAGE, {}, rulebook=BOOK, waivers=(WAIVER,))


CODES = st.sampled_from([*sorted(RULES), "no-such-rule"])
WAIVERS = st.builds(
    Waiver,
    rule=CODES,
    record=st.integers(0, 3),
    who=st.just("区政府督查室"),
    why=st.just("沿用"),
    until=st.dates(ON, date(2040, 1, 1)),
    item=st.sampled_from(["", "改造", "别的"]),
)


@given(st.lists(WAIVERS, max_size=6))
def test_waiver_that_still_holds_never_adds_or_removes_a_finding(waivers):
    plain = check(PAGE, {}, rulebook=BOOK)
    found = check(PAGE, {}, rulebook=BOOK, waivers=waivers, on=ON)

    assert [replace(f, waived=None) for f in found] == list(plain)


TOML = """
[[waiver]]
rule = "progress-copied"
record = 2
item = "新建公园"
who = " 区政府督查室 "
why = "目标即实绩"
until = 2031-12-31
"""


def test_waivers_are_read_from_toml_and_from_json():
    row = (
        '{"rule": "progress-copied", "record": 2, "item": "新建公园",'
        ' "who": "区政府督查室", "why": "目标即实绩", "until": "2031-12-31"}'
    )

    from_toml = parse(TOML, "w.toml")

    assert from_toml == parse(f"[{row}]", "w.json")
    assert from_toml == parse(f'{{"waiver": [{row}]}}', "w.json")
    assert from_toml == (
        Waiver("progress-copied", 2, "区政府督查室", "目标即实绩", date(2031, 12, 31), "新建公园"),
    )


def test_record_may_be_left_out_and_a_time_of_day_is_dropped():
    text = TOML.replace("record = 2\n", "").replace("2031-12-31", "2031-12-31T08:00:00")

    (waiver,) = parse(text, "w.toml")

    assert (waiver.record, waiver.until) == (0, date(2031, 12, 31))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[[waiver", "w.toml"),
        ("{", "w.json"),
        ("[" * 100_000, "w.json"),
        ("", "w.toml"),
        ("3", "w.json"),
        ('["x"]', "w.json"),
        (TOML.replace("区政府督查室", ""), "w.toml"),
        (TOML.replace('why = "目标即实绩"', ""), "w.toml"),
        (TOML.replace("2031-12-31", '"soon"'), "w.toml"),
        (TOML.replace("2031-12-31", "3"), "w.toml"),
        (TOML.replace("record = 2", "record = -1"), "w.toml"),
        (TOML.replace("record = 2", "record = true"), "w.toml"),
        (TOML.replace("item", "items"), "w.toml"),
        (TOML.replace("progress-copied", "progress-kopied"), "w.toml"),
    ],
)
def test_waiver_file_that_is_wrong_is_refused_in_both_languages(text, name):
    with pytest.raises(UnreadableSource) as refused:
        parse(text, name)

    assert refused.value.code == "waivers"
    assert refused.value.line("zh").startswith(name)
    assert "[[waiver]]" in refused.value.line("en")


@pytest.mark.parametrize(
    ("who", "why"), [("周宁", "沿用"), ("督查室 周宁", "沿用"), ("督查室", "经周宁主任同意")]
)
def test_waiver_that_names_a_person_is_refused_in_the_words_of_the_office(who, why):
    text = TOML.replace("区政府督查室", who).replace("目标即实绩", why)

    with pytest.raises(UnreadableSource) as refused:
        parse(text, "w.toml")

    assert "第1条豁免：“周宁”像是人名。" in refused.value.line("zh")
    assert PersonNamed("周宁").words("zh") in refused.value.line("zh")
    assert PersonNamed("周宁").words("en") in refused.value.line("en")


@pytest.mark.parametrize(
    ("who", "why"),
    [("副区长甲", "沿用"), ("区长办公会", "水利局长已知晓"), ("督查室", "周边未完工")],
)
def test_waiver_by_an_office_is_taken(who, why):
    text = TOML.replace("区政府督查室", who).replace("目标即实绩", why)

    assert [(w.who, w.why) for w in parse(text, "w.toml")] == [(who, why)]
