import pytest

from shishi.layouts.flows.strips.words.tails import tails_of_page


def tails(*rows, within=lambda at: False):
    ends, body = [], ""
    for row in rows:
        body += row
        ends.append(len(body))
    return tails_of_page(body, ends, within)


@pytest.mark.parametrize(
    ("rows", "tail"),
    [
        (("1修路已完工跨年度", "2造林正在招标跨年度"), "跨年度"),
        (("1修路3处未启动", "2造林已开工未启动", "3供水已完工正常"), "未启动"),
        (("1修路已完工。分期实施。", "2造林完成3%分期实施。"), "分期实施。"),
    ],
)
def test_phrase_that_ends_rows_behind_other_words_each_time_is_a_cell(rows, tail):
    assert tail in tails(*rows)


@pytest.mark.parametrize(
    ("rows", "no_tail"),
    [
        (("1修路跨年度", "2造林已开工"), "跨年度"),  # once
        (("1正在招标", "2正在招标"), "招标"),  # the end of a longer one
        (("1修路,正在招标", "2造林已开工正在招标"), "正在招标"),  # goes on behind a comma
        (("1修路已完工", "2已完工的造林", "3供水已完工"), "已完工"),  # within a row as well
        (("1修路3处", "2造林45处"), "处"),
        (("1修路完成3个月", "2造林提前15个月"), "个月"),  # counted
        (("1修路,已通过验收。", "2造林,并通过验收。", "3供水已初步验收。"), "验收。"),  # 通过验收
    ],
)
def test_phrase_that_stands_otherwise_is_no_cell(rows, no_tail):
    assert no_tail not in tails(*rows)


def test_phrase_that_begins_within_a_name_is_no_cell():
    rows = "1修路区住建局", "2造林市住建局"
    assert "住建局" in tails(*rows)
    assert "住建局" not in tails(*rows, within=lambda at: True)
