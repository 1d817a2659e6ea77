from shishi.layouts.flows.labelled.habits import is_headed, learn
from tests.layouts.flows.labelled.test_starts import DONE, GOAL, LEAD, block, lines_of


def test_themes_over_some_blocks_are_no_items_of_a_page_where_everything_has_a_label():
    one = "工作任务:修路\n牵头单位:区住建局\n阶段目标:3公里\n"
    assert not is_headed(lines_of(f"三、出行\n{one}{one}一、养老\n{one}二、医疗\n{one}{one}"))
    assert is_headed(lines_of("".join(f"{n}.修路\n{LEAD}\n{DONE}\n" for n in "123")))


def test_page_is_headed_only_where_lines_above_the_labels_are_items():
    assert is_headed(lines_of(block(1, LEAD, DONE) + block(2, GOAL, DONE)))
    labelled = "项目名称:修路\n牵头单位:区住建局\n区水务局\n"
    assert not is_headed(lines_of(labelled * 3))


def test_page_without_a_line_of_its_own_has_no_habits():
    assert not learn([]).headed
