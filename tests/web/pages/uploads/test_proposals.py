from __future__ import annotations

import pytest

from shishi.web.accounts.models import Event
from shishi.web.pages.uploads.cells import show_upload
from shishi.web.pages.uploads.proposals import list_proposals
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.models import Upload
from tests.web.factories import NOON, make_plan
from tests.web.pages.asking import near, signed_in, text

DONE = {"by": "office", "on": NOON}
PAGE = """云溪区2031年民生实事项目10月进展情况表
序号 | 项目名称 | 牵头单位 | 配合单位 | 10月进展情况 | 进度状态
1 | 修建步道3条 | 教育局 | 财政局、区水力局 | 截至1024日完成１２条，另有３条开工。 | 完成
2 | 改造泵站5座 | 水利局 | 民政局 | 完成1座。 | 正常
"""


@pytest.fixture
def upload(world):
    return bring_in(PAGE.encode(), "十月.txt", rulebook="beilun", **DONE)


@pytest.fixture
def office(world):
    return signed_in(world.office.user)


def there(upload, cell="1/progress"):
    return near(f"uploads/{upload.pk}/cells/{cell}/proposal/")


def offered(upload, order, field):
    cell = show_upload(Upload.objects.get(pk=upload.pk)).cell(order, field)
    return [(p.rule, p.meant, p.value) for p in cell.proposals]


def test_damaged_stretch_is_proposed_with_the_whole_cell_after_it(upload):
    assert offered(upload, 1, "progress") == [
        ("damaged-number", "10月24日", "截至10月24日完成１２条，另有３条开工。"),
        ("wide-digits", "12条，另有3", "截至1024日完成12条，另有3条开工。"),
    ]


def test_one_name_of_a_list_is_changed_and_the_others_stay(upload):
    assert offered(upload, 1, "support_units") == [
        ("support-unit-unknown", "区水利局", "财政局、区水利局")
    ]


@pytest.mark.parametrize(
    ("order", "field"), [(2, "progress"), (2, "support_units"), (1, "status"), (1, "item")]
)
def test_sound_cell_or_one_with_another_doubt_is_offered_nothing(upload, order, field):
    assert offered(upload, order, field) == []


def test_button_of_a_proposal_stands_in_its_cell(office, upload):
    source = text(office.get(near(f"uploads/{upload.pk}/")))
    cell = source[source.index('id="r1-progress"') :]
    cell = cell[: cell.index("</td>")]

    assert "改为“10月24日”" in cell
    assert source.count("/proposal/") == 6  # three doubts, each as an action and to htmx


def test_proposal_that_is_taken_is_a_correction_with_its_event_and_the_print_stays(office, upload):
    value = offered(upload, 1, "progress")[0][2]

    answer = office.post(there(upload), {"value": value})

    assert answer.url.endswith("#r1-progress")
    kept = Upload.objects.get()
    (told,) = kept.corrections
    assert (told["order"], told["field"], told["value"]) == (1, "progress", value)
    assert told["by"] == "office"
    assert kept.read["records"][0]["progress"].startswith("截至1024日")
    event = Event.objects.filter(action="correct-cell").get()
    assert event.facts["proposed_by"] == "damaged-number"


def test_second_proposal_of_a_cell_builds_on_the_first(office, upload):
    for _ in range(2):
        office.post(there(upload), {"value": offered(upload, 1, "progress")[0][2]})

    kept = Upload.objects.get()
    assert kept.corrections[-1]["value"] == "截至10月24日完成12条，另有3条开工。"
    assert offered(upload, 1, "progress") == []


def test_proposal_taken_twice_is_taken_once(office, upload):
    value = offered(upload, 1, "progress")[0][2]

    answers = [office.post(there(upload), {"value": value}).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert len(Upload.objects.get().corrections) == 1


def test_in_place_the_answer_is_the_cell_with_what_is_still_proposed(office, upload):
    value = offered(upload, 1, "progress")[0][2]

    answer = office.post(there(upload), {"value": value}, headers={"HX-Request": "true"})

    source = text(answer)
    assert source.startswith("<div")
    assert "10月24日完成" in source
    assert "改为“12条，另有3”" in source


@pytest.mark.parametrize("value", ["截至10月25日完成", "", "<b>"])
def test_value_that_nothing_proposes_is_asked_and_not_stored(office, upload, value):
    answer = office.post(there(upload), {"value": value})

    assert answer.status_code == 409
    assert Upload.objects.get().corrections == []


def test_proposal_for_a_cell_that_somebody_rewrote_meanwhile_is_asked(office, upload):
    value = offered(upload, 1, "progress")[0][2]
    correct_cell(upload, order=1, field="progress", value="截至10月完成12条。", version=1, **DONE)

    answer = office.post(there(upload), {"value": value})

    source = text(answer)
    assert answer.status_code == 409
    assert "截至10月完成12条。" in source
    assert len(Upload.objects.get().corrections) == 1


@pytest.mark.parametrize("cell", ["9/progress", "1/levels", "1/nonsense"])
def test_cell_that_is_not_there_does_not_exist(office, upload, cell):
    assert office.post(there(upload, cell), {"value": "x"}).status_code == 404


def test_confirmed_upload_is_offered_nothing_and_takes_nothing(office, upload):
    value = offered(upload, 1, "progress")[0][2]
    confirm_upload(upload, plan=make_plan("p"), as_published=False, version=1, **DONE)

    assert offered(upload, 1, "progress") == []
    assert office.post(there(upload), {"value": value}).status_code == 409
    assert Upload.objects.get().corrections == []


def propose(code="damaged-name", span=None, value="甲、大街道", field="support_units", **facts):
    finding = {"code": code, "place": {"characters": span} if span else {}, "facts": facts}
    return [p.value for p in list_proposals(finding, field=field, printed=value, value=value)]


def test_names_that_one_may_be_are_each_offered():
    near = ["大碶街道", "大榭街道"]
    assert propose(printed="大街道", nearest=near) == ["甲、大碶街道", "甲、大榭街道"]


@pytest.mark.parametrize(
    "facts",
    [
        {"printed": "大街道"},
        {"printed": "大街道", "nearest": "大碶街道"},
        {"printed": "乙", "proposal": "丙"},
        {"code": "status-not-in-vocabulary", "printed": "大街道", "proposal": "正常"},
        {"printed": "", "proposal": "丙"},
        {"field": "goal", "value": "大街道、大街道", "printed": "大街道", "proposal": "大碶街道"},
    ],
)
def test_nothing_is_offered_where_nobody_knows_what_or_where(facts):
    assert propose(**facts) == []
