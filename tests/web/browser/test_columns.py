"""A spreadsheet that LibreOffice wrote comes in; a person says what a column means, and confirms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.browser.axe import find_violations
from tests.web.browser.looks import find_overflow, find_small_targets
from tests.web.browser.screens import DESK, PHONE, draw, sign_in
from tests.web.browser.watch import Watch

APRIL = Path(__file__).parent / "uploads" / "april.xlsx"
"""Its 谁来干 is guessed from the cells, its 季度打算 is known to nobody."""


@pytest.fixture(scope="module")
def scriptless(browser, office):
    """The office's session in a browser without JavaScript."""
    signed = sign_in(browser, office, office.account("office"))
    context = browser.new_context(
        storage_state=signed.storage_state(), java_script_enabled=False, locale="zh-CN"
    )
    yield context
    context.close()
    signed.close()


def test_an_xlsx_comes_in_a_column_is_named_without_a_script_and_the_plan_is_made(
    scriptless, office
):
    page = scriptless.new_page()
    watch = Watch(page, office.url)
    page.goto(office.url)
    page.get_by_role("link", name="导入").first.click()
    page.goto(re.sub("uploads/.*", "uploads/new/", page.url))
    page.set_input_files("[name=file]", APRIL)
    page.locator("main").get_by_role("button", name="读取").click()
    page.wait_for_url(re.compile(r"/uploads/\d+/$"))
    assert page.get_by_text("1 列是推测的").is_visible()
    assert page.get_by_label("季度打算").input_value() == "other"
    page.get_by_label("季度打算").select_option("goal")
    page.get_by_role("button", name="按选定的含义重读").click()
    page.wait_for_url(re.compile(r"/uploads/\d+/#columns$"))
    assert page.locator("#r1-goal").get_by_text("完成路基2公里").is_visible()
    assert page.get_by_text("“季度打算”→目标").is_visible()
    page.get_by_role("link", name="入库…").click()
    page.check("[name=take][value=promises]")
    page.fill("[name=slug]", "april-2031")
    page.locator("main").get_by_role("button", name="确认入库").click()
    page.wait_for_url(re.compile(r"/uploads/\d+/$"))
    assert page.get_by_text("已入库").count()
    assert watch.take() == []


def test_the_columns_of_a_preview_are_fit_for_everybody(browser, office):
    context = sign_in(browser, office, office.account("office"))
    page = context.new_page()
    page.goto(office.url)
    page.goto(re.sub("(/d/[^/]+/).*", r"\1uploads/new/", page.url))
    long = "本季度各相关单位应当完成的主要工作任务和预期达到的形象进度安排说明"
    rows = [
        ("序号", "项目名称", "谁来干", long, "进展情况"),
        ("1", "修建水渠3条", "区水务局", "开工建设", "已完成2条"),
        ("2", "新建公路桥5座", "区建设局", "开工建设", "已完成2座"),
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    file = {
        "name": "长.html",
        "mimeType": "text/html",
        "buffer": f"<table>{cells}</table>".encode(),
    }
    page.set_input_files("[name=file]", file)
    page.locator("main").get_by_role("button", name="读取").click()
    page.wait_for_url(re.compile(r"/uploads/\d+/$"))
    page.get_by_label("项目名称").select_option("progress")
    page.get_by_label(re.compile("^进展情况")).select_option("remark")
    page.get_by_role("button", name="按选定的含义重读").click()
    page.get_by_text("请至少让一列是“项目”").wait_for()
    for size in (DESK, PHONE):
        for scheme in ("light", "dark"):
            draw(page, size=size, scheme=scheme)
            assert find_violations(page) == []
        assert find_small_targets(page) == []
        assert find_overflow(page) == []
    context.close()
