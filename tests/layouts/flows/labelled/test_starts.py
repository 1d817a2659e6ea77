from shishi.layouts.flows.labelled.lines import read_lines, with_labels
from shishi.layouts.flows.labelled.starts import find_starts, is_headed, learn
from shishi.layouts.terms import terms_of
from shishi.readers import read
from shishi.rulebook import load_rulebook
from shishi.text.characters import Script

TERMS = terms_of(load_rulebook("default"), Script.SIMPLIFIED)


def lines_of(text):
    [flow] = read(text.encode(), "a.txt").parts
    return with_labels(read_lines(flow.paragraphs, TERMS), TERMS)


def starts(text):
    lines = lines_of(text)
    return find_starts(lines, learn(lines)).at


def block(number, *parts):
    return "\n".join([f"{number}.新建公厕", *parts, ""])


LEAD, DONE, GOAL = "牵头单位:区住建局", "完成情况:已开工", "目标:3座"


def test_blocks_begin_at_their_numbers_whichever_label_comes_first():
    text = block(1, LEAD, DONE) + block(2, DONE) + block(3, LEAD)
    assert starts(text) == [0, 3, 5]


def test_item_without_any_label_is_a_block_of_its_own():
    assert starts(block(1, LEAD, DONE) + block(2) + block(3, LEAD, DONE)) == [0, 3, 4]


def test_entries_of_a_value_that_count_on_are_no_items():
    listed = block(1, LEAD, "完成情况:1.选址;", "2.开工;") + block(2, LEAD, DONE)
    assert starts(listed) == [0, 4]


def test_label_that_other_blocks_have_earlier_begins_the_next_one():
    text = "目标任务:修路\n" + "\n".join([LEAD, DONE, "目标任务:架桥", LEAD, DONE])
    assert starts(text) == [0, 3]


def test_page_is_headed_only_where_lines_above_the_labels_are_items():
    assert is_headed(lines_of(block(1, LEAD, DONE) + block(2, GOAL, DONE)))
    labelled = "项目名称:修路\n牵头单位:区住建局\n区水务局\n"
    assert not is_headed(lines_of(labelled * 3))


def test_page_without_a_line_of_its_own_has_no_habits():
    assert not learn([]).headed
