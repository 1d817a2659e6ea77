"""Lines between rows without codes that count one another are the themes of the rows below."""

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "建设内容主办单位进展情况状态"


def read(*lines, header=HEADER):
    return page_of("\n".join((TITLE, header, *lines)))


ROWS = (
    "增植行道树80棵区水务局已植52棵。正常",
    "修缮步道9公里区住建局已贯通4公里。滞后",
    "改造泵房3座区财政局已完成招标。正常",
)


def test_lines_that_count_one_another_are_themes_of_rows_without_codes():
    page = read("一、绿色出行", ROWS[0], ROWS[1], "二、饮水安全", ROWS[2])
    assert column(page, "theme") == ["一、绿色出行", "一、绿色出行", "二、饮水安全"]
    assert len(page.records) == len(ROWS)


def test_lines_that_do_not_count_one_another_are_no_themes():
    page = read("一、绿色出行", ROWS[0], ROWS[1], "三、饮水安全", ROWS[2])
    assert column(page, "theme")[-1] != "三、饮水安全"


def test_status_glued_to_a_report_is_the_status_or_asked_about():
    rows = [row.replace("。正常", "正常") for row in ROWS]
    page = read(*rows)
    for number, status in enumerate(column(page, "status"), 1):
        assert status in ("正常", "滞后") or (number, "status") in doubted(page)


def test_words_with_which_a_status_makes_a_phrase_are_left_whole():
    page = read(*ROWS[:2], "改造泵房3座区财政局泵房运转正常。正常")
    assert column(page, "progress")[2] == "泵房运转正常。"
    assert column(page, "status")[2] == "正常"
