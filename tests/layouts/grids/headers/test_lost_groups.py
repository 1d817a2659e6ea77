"""Groups whose merged cells a program lost, over words that stand over ticks, beside words that nobody knows."""

from tests.layouts.invented import TITLE, column, page_of

UPPER = "序号,项目名称,牵头单位,{},最新进展,进度状态,,,备注"
LOWER = ",,,{},,提前,正常,滞后,"
ROWS = (
    "1,修路3条,区住建局,{},已修1条,√,,,",
    "2,建桥1座,区交通局,{},已开工,,,√,跨年",
    "3,种树9棵,区园林局,{},已种下,,√,,",
)


def page(word, lower, cell):
    rows = [UPPER.format(word), LOWER.format(lower), *(row.format(cell) for row in ROWS)]
    return page_of("\n".join((TITLE, *rows)) + "\n", "a.csv")


def test_words_over_ticks_are_statuses_beside_a_header_word_that_nobody_knows():
    read = page("受惠户数", "", "4100")
    assert column(read, "item") == ["修路3条", "建桥1座", "种树9棵"]
    assert column(read, "status") == ["提前", "滞后", "正常"]


def test_row_with_a_number_below_a_word_that_nobody_knows_is_no_header():
    rows = (*ROWS[:2], "3,种树9棵,区园林局,4100,已种下,提前,正常,滞后,")
    read = page_of("\n".join((TITLE, UPPER.format("受惠户数"), *rows)) + "\n", "a.csv")
    assert column(read, "item")[-1] == "种树9棵"
    assert len(read.records) == 3
