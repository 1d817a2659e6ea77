"""What a column 说明 holds: a remark, or why a status stands beside it."""

import pytest

from tests.layouts.invented import column, html, page_of

ROW = {
    "序号": "1", "项目名称": "修渠5公里", "牵头单位": "区水利局", "目标": "年底前完成",
    "进展情况": "已修2公里", "进度状态": "滞后", "情况说明": "汛期停工", "滞后原因": "汛期停工", "存在问题": "汛期停工",
    "备注": "续建", "说明": "汛期停工",
}  # fmt: skip


def page(header):
    words = header.split()
    return page_of(html("|".join(words), *["|".join(ROW[word] for word in words)] * 3))


def asked(page):
    return {f.place.field for f in page.findings if f.code == "column-guessed"}


def test_notes_without_a_status_are_remarks_and_not_asked_about():
    read = page("序号 项目名称 牵头单位 目标 进展情况 说明")
    assert column(read, "remark") == ["汛期停工"] * 3
    assert not asked(read)


def test_notes_beside_a_status_say_why_and_are_asked_about():
    read = page("序号 项目名称 牵头单位 目标 进展情况 进度状态 说明")
    assert column(read, "explanation") == ["汛期停工"] * 3
    assert asked(read) == {"explanation"}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("备注", "explanation"),
        ("情况说明", "remark"),
        ("滞后原因", "remark"),
        ("存在问题", "remark"),
    ],
)
@pytest.mark.parametrize("status", ["进度状态", ""])
def test_notes_beside_remarks_or_reasons_are_what_these_are_not(status, other, told):
    read = page(f"序号 项目名称 牵头单位 目标 进展情况 {status} {other} 说明")
    assert column(read, told) == ["汛期停工"] * 3
    assert not asked(read)


@pytest.mark.parametrize("word", ["情况说明", "滞后原因"])
@pytest.mark.parametrize("status", ["进度状态", ""])
def test_words_that_say_reasons_are_explanations_whatever_stands_beside_them(status, word):
    read = page(f"序号 项目名称 牵头单位 目标 进展情况 {status} {word}")
    assert column(read, "explanation") == ["汛期停工"] * 3
    assert not asked(read)


def test_two_columns_of_notes_beside_a_status_keep_their_order():
    read = page("序号 项目名称 牵头单位 目标 进展情况 进度状态 说明 说明")
    assert column(read, "explanation") == column(read, "remark") == ["汛期停工"] * 3
    assert [c.field for c in read.headers[0].columns][-2:] == ["explanation", "remark"]
