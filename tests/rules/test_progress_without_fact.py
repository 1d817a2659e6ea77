import pytest

from shishi.rules.progress_without_fact import check
from tests.rules.pages import read_subject

ITEM = "新建5处智慧停车场(立体车库)"


def found(progress, item=ITEM):
    return list(check(read_subject({"item": item, "progress": progress})))


@pytest.mark.parametrize(
    "progress",
    [
        "有序推进中。",
        "按计划推进。",
        "正在积极推进相关工作",
        "积极协调相关部门,持续推进建智慧停车场(立体车库)建设。",
        "目前项目正在抓紧落实。",
    ],
)
def test_text_of_effort_and_the_item_s_own_name_is_asked_about(progress):
    (finding,) = found(progress)

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts == {"order": 1, "printed": progress}


@pytest.mark.parametrize(
    "progress",
    [
        "有序推进,已完成3处。",
        "按计划推进,主体结顶。",
        "正在施工中。",
        "积极推进,已确定施工单位。",
        "完成摸底调查。",
        "项目资金正在抓紧协调落实,待批复。",
        "有序推进,9月进场。",
        "/",
        "",
    ],
)
def test_text_with_anything_that_can_be_checked_passes(progress):
    assert found(progress) == []
