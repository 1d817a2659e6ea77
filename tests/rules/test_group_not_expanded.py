from dataclasses import replace

import pytest

from shishi.rules.group_not_expanded import check
from tests.rules.pages import make_subject, read_subject


def found(*supports, field="support_units", rulebook="default"):
    subject = read_subject(*({field: names} for names in supports), rulebook=rulebook)
    return list(check(subject))


def test_group_of_a_page_is_noted_once_with_all_its_records():
    first, second = found("住建局、相关街道", "各街道", "相关街道")

    assert (first.severity, first.place.row, first.place.field) == ("notes", None, "support_units")
    assert first.facts == {"group": "相关街道", "orders": [1, 3], "count": 2}
    assert second.facts == {"group": "各街道", "orders": [2], "count": 1, "order": 2}
    assert second.place.row == 3


@pytest.mark.parametrize("name", ["各镇街", "有关部门", "防汛领导小组成员单位", "其他有关单位"])
def test_word_for_a_group_is_known_by_its_beginning_or_end(name):
    assert len(found(name)) == 1
    assert len(found(name, field="lead_units")) == 1


@pytest.mark.parametrize("name", ["住建局", "青桥街道", "/", "", "格致中学"])
def test_single_units_pass(name):
    assert found(name) == []


def test_standing_group_whose_members_the_rulebook_lists_passes():
    assert found("各街道", rulebook="beilun") == []


def test_open_end_of_a_list_is_a_group_too():
    subject = make_subject({"support_units": "住建局"})
    (record,) = subject.page.records
    page = replace(subject.page, records=(replace(record, open_ended=True),))

    (finding,) = check(replace(subject, page=page))

    assert finding.facts["group"] == "等部门、单位"
