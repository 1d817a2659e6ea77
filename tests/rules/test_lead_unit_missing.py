from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.rules.lead_unit_missing import check
from tests.rules.pages import make_subject, orders

ROWS = ({"lead_units": "水利局", "item": "甲"}, {"support_units": "财政局", "item": "乙"})


def doubt(severity: Severity, facts: dict[str, object], *, row: int | None = None) -> Finding:
    place = Place(part="table 1", row=row, field="lead_units")
    return Finding("some-doubt", About.READING, severity, place, facts)


def test_record_without_a_lead_on_a_page_with_leads_is_asked_about():
    (finding,) = check(make_subject(*ROWS))

    assert (finding.severity, finding.place.field) == ("asks", "lead_units")
    assert finding.facts == {"order": 2}


def test_page_without_any_lead_unit_passes():
    assert list(check(make_subject({"item": "甲"}, {"item": "乙"}))) == []


def test_cell_whose_reading_was_doubtful_is_not_held_against_the_page():
    by_order = doubt(Severity.ASKS, {"order": 2})
    by_row = doubt(Severity.BLOCKS, {}, row=3)

    assert list(check(make_subject(*ROWS, findings=(by_order,)))) == []
    assert list(check(make_subject(*ROWS, findings=(by_row,)))) == []


def test_note_about_reading_or_a_doubt_of_another_row_excuses_nothing():
    findings = (doubt(Severity.NOTES, {"order": 2}), doubt(Severity.ASKS, {"order": 1}, row=2))

    assert orders(check(make_subject(*ROWS, findings=findings))) == [2]
