"""What the rules propose for a doubtful cell is taken with one click, with a script and without."""

from __future__ import annotations

import re

from tests.web.browser.axe import find_violations
from tests.web.browser.looks import find_overflow, find_small_targets
from tests.web.browser.screens import DESK, PHONE, draw, sign_in
from tests.web.browser.watch import Watch

PAGE = """云溪区2031年民生实事项目{}月进展情况表
序号 | 项目名称 | 牵头单位 | 配合单位 | {}月进展情况 | 进度状态
1 | 修建步道3条 | 教育局 | 财政局、区水力局 | 截至{}24日完成１２条，另有３条开工。 | 正常
"""


def bring_in(page, office, month):
    page.goto(office.url)
    page.goto(re.sub("(/d/[^/]+/).*", r"\1uploads/new/", page.url))
    page.fill("[name=text]", PAGE.format(month, month, month))
    page.locator("main").get_by_role("button", name="读取").click()
    page.wait_for_url(re.compile(r"/uploads/\d+/$"))


def test_two_proposals_of_a_cell_are_taken_in_place_one_after_the_other(browser, office):
    context = sign_in(browser, office, office.account("office"))
    page = context.new_page()
    watch = Watch(page, office.url)
    bring_in(page, office, 10)
    for size in (DESK, PHONE):
        for scheme in ("light", "dark"):
            draw(page, size=size, scheme=scheme)
            assert find_violations(page) == []
        assert find_small_targets(page) == []
        assert find_overflow(page) == []
    cell = page.locator("#r1-progress")
    page.get_by_role("button", name="改为“10月24日”").click()
    cell.get_by_text("截至10月24日完成１２条").wait_for()
    assert page.evaluate("document.activeElement.id") == "r1-progress"
    page.get_by_role("button", name="改为“12条，另有3”").click()
    cell.get_by_text("截至10月24日完成12条，另有3条开工").wait_for()
    assert page.locator("#corrections").inner_text() == "2"
    assert cell.locator("del").get_by_text("截至1024日完成１２条").is_visible()
    assert watch.take() == []
    context.close()


def test_proposal_is_taken_without_a_script(browser, office):
    signed = sign_in(browser, office, office.account("office"))
    context = browser.new_context(
        storage_state=signed.storage_state(), java_script_enabled=False, locale="zh-CN"
    )
    page = context.new_page()
    bring_in(page, office, 11)
    page.get_by_role("button", name="改为“区水利局”").click()
    page.wait_for_url(re.compile("#r1-support_units$"))
    assert page.locator("#r1-support_units ins").get_by_text("财政局、区水利局").is_visible()
    context.close()
    signed.close()
