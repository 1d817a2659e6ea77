import pytest

from shishi.layouts.flows.strips.rows import Numbers, find_codes, people_of


def starts(body, *, spaced=False, number_last=False):
    numbers = Numbers(last=number_last)
    found = find_codes(body, spaced=spaced, statuses=frozenset({"正常"}), numbers=numbers)
    return [(c.code[-1], c.start) for c in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("1修路3条。区住建局2造林。市林业局", [(1, 0), (2, 10)]),
        ("1修路3条。正常2造林。正常3供水。正常", [(1, 0), (2, 8), (3, 14)]),
        ("1修路。12家。区住建局2造林。", [(1, 0), (2, 12)]),
    ],
)
def test_glued_rows_begin_where_numbers_follow_each_other(body, found):
    assert starts(body) == found


@pytest.mark.parametrize(
    "body", ["1新建绿道。目前已完成2个标段,第3标段进场。", "1修路2条,造林3亩,供水4处。"]
)
def test_number_that_counts_something_begins_no_row(body):
    assert starts(body) == [(1, 0)]


def test_code_after_a_bare_number_is_cut_off_it_only_where_a_number_stands_last():
    body = "1修路。区住建局10002造林。区林业局3003供水。"
    assert [n for n, _ in starts(body, number_last=True)] == [1, 2, 3]
    assert [n for n, _ in starts(body)] == [1]


def test_spaced_row_begins_at_the_start_of_a_line():
    body = "1 修路 区住建局\n2 造林2亩 区林业局\n3 供水 区水务局"
    assert [n for n, _ in starts(body, spaced=True)] == [1, 2, 3]


def test_person_named_in_two_rows_is_known_and_one_named_once_is_not():
    people = people_of(["修路。顾长河", "造林。顾长河", "供水。方朔"])
    assert "顾长河" in people
    assert "方朔" not in people
