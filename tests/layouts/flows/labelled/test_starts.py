import pytest

from shishi.layouts.flows.labelled.habits import learn
from shishi.layouts.flows.labelled.reading import read_lines, with_labels
from shishi.layouts.flows.labelled.starts import find_starts
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


@pytest.mark.parametrize("value", ["1.选址;\n2.开工;", "1.选址。2.开工。"])
def test_list_under_a_label_alone_begins_no_block_though_its_number_follows(value):
    alone = ["完成情况:", *value.split("\n")]
    text = block(1, DONE, LEAD, GOAL) + block(2, *alone, LEAD) + block(3, *alone, LEAD, GOAL)
    lines = text.strip().split("\n")
    assert [lines[at] for at in starts(text)] == ["1.新建公厕", "2.新建公厕", "3.新建公厕"]


def test_values_under_labels_alone_do_not_outvote_the_numbers_of_the_items():
    alone = ["完成情况:", "已开工", "目标:", "3座", LEAD]
    text = "".join(block(number, *alone) for number in (1, 2, 3))
    assert starts(text) == [0, 6, 12]


@pytest.mark.parametrize("last", ["备注:", "备注:\n二、老有所养"])
def test_number_below_an_empty_label_or_a_theme_begins_a_block_where_it_counts_on(last):
    text = block(1, LEAD, DONE, *last.split("\n")) + block(2, LEAD, DONE)
    assert len(starts(text)) == 2


def test_label_that_other_blocks_have_earlier_begins_the_next_one():
    text = "目标任务:修路\n" + "\n".join([LEAD, DONE, "目标任务:架桥", LEAD, DONE])
    assert starts(text) == [0, 3]
