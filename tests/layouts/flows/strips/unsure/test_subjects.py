import pytest

from shishi.layouts.flows.strips.unsure.subjects import lacks_its_subject
from tests.layouts.invented import TITLE, doubted, page_of

HEADER = "序号项目名称年度目标进展情况责任单位"


@pytest.mark.parametrize(
    "goal", ["完成3处改造,开展可研编制用地预审", "启动管沟开挖路基填筑", "完成设备调试人员培训"]
)
@pytest.mark.parametrize("report", ["已完成,铺管正在推进", "已结束。", "正在推进"])
def test_report_without_a_subject_may_take_it_from_the_goal_before_it(goal, report):
    assert lacks_its_subject(goal, report)


@pytest.mark.parametrize(
    "goal",
    [
        "完成用地预审",
        "9月底前完成用地预审",
        "完成设备调试人员培训。",
        "累计完成设备调试人员培训4次",
        "完成招标,启动用地预审",
    ],
)
def test_report_without_a_subject_is_believed_behind_a_goal_that_ends_or_names_one_stage(goal):
    assert not lacks_its_subject(goal, "已完成,铺管正在推进")


@pytest.mark.parametrize("noun", ["工程", "工作", "任务"])
def test_report_without_a_subject_is_believed_behind_a_goal_that_sums_up_what_is_to_be_done(noun):
    assert not lacks_its_subject(f"完成管沟开挖和路基填筑{noun}", "已完成,铺管正在推进")
    assert lacks_its_subject(f"完成管沟开挖{noun}路基填筑", "已完成,铺管正在推进")


@pytest.mark.parametrize(
    "report", ["已完成用地预审", "用地预审已完成", "已开工3处", "正在推进用地预审"]
)
def test_report_that_says_what_is_done_is_believed(report):
    assert not lacks_its_subject("启动管沟开挖路基填筑", report)


def test_goal_and_report_that_a_subject_stands_between_are_asked_about():
    rows = (
        "1新建公厕3座完成2座任务,开展施工招标用地预审已完成,清表正在推进区住建局",
        "2改造泵房9座累计改造4座已累计改造5座区水务局",
        "3新建桥梁2座9月底前完成桩基施工目前1座已完成桩基施工区交通局",
    )
    asked = doubted(page_of("\n".join((TITLE, HEADER, *rows))))
    assert {(1, "goal"), (1, "progress")} <= asked
