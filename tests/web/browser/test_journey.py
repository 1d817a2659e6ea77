"""The first walk, as people go it: a file comes in, a month is reported, judged and published."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.browser.axe import find_violations
from tests.web.browser.looks import find_overflow, find_small_targets
from tests.web.browser.office import environment
from tests.web.browser.screens import PHONE, serving_site, sign_in
from tests.web.browser.watch import Watch

SAMPLE = Path(__file__).parents[2] / "samples" / "000-a"
PROMISE = "为120间教室更换护眼灯"
FIRST = "8月更换教室护眼灯36间，累计完成102间。"
MENDED = "截至8月底，累计更换教室护眼灯102间，其余18间灯具已到货，9月10日前装完。"


@pytest.fixture(scope="module")
def desk(browser, office):
    """The office's page, open through the whole walk."""
    yield from opened(browser, office, office.account("office"))


@pytest.fixture(scope="module")
def unit(browser, office):
    """The page of the education bureau's liaison."""
    yield from opened(browser, office, office.account("reporter"))


def opened(browser, office, account):
    context = sign_in(browser, office, account)
    page = context.new_page()
    page.watch, page.faults = Watch(page, office.url), []
    page.goto(office.url)
    yield page
    context.close()


def press(page, name):
    page.locator("main").get_by_role("button", name=name).first.click()


def note_faults(page):
    """Measure the page as it is drawn now, wide and narrow; the faults are told when the walk is done."""
    page.faults += find_violations(page)
    size = page.viewport_size
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.faults += find_violations(page) + find_overflow(page) + find_small_targets(page)
    page.set_viewport_size(size)
    page.faults += page.watch.take()


def test_the_whole_walk_from_a_file_to_a_published_page(desk, unit, office):
    bring_in_the_file(desk)
    correct_a_cell(desk)
    confirm_the_promises(desk)
    report_while_the_rules_answer(unit)
    decide(desk, "退回", returned_because="请写到8月底的累计数，并写明其余何时装完。")
    mend_and_submit(unit)
    decide(desk, "审核通过", because="与教育局台账核对一致。")
    publish(desk)
    read_what_the_public_reads(desk.context.browser, office)
    assert desk.faults + unit.faults == []


def bring_in_the_file(page):
    page.get_by_role("link", name="导入").first.click()
    page.goto(re.sub("uploads/.*", "uploads/new/", page.url))
    press(page, "读取")
    assert page.locator(".error-summary, [role=alert]").count()
    note_faults(page)
    page.set_input_files("[name=file]", SAMPLE / "source.txt")
    press(page, "读取")
    page.wait_for_url(re.compile(r"/uploads/\d+/$"))
    told = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
    for record in told["records"]:
        assert page.get_by_text(record["item"][:12]).count(), record["item"]
    note_faults(page)


def correct_a_cell(page):
    preview = page.url
    page.goto(preview + "cells/2/goal/")
    page.fill("[name=value]", "更换完成120间。")
    press(page, "保存")
    page.wait_for_url(re.compile(r"/uploads/\d+/#r2-goal"))
    assert page.locator("#r2-goal").get_by_text("更换完成120间。").count()


def confirm_the_promises(page):
    page.goto(re.sub("#.*", "", page.url) + "confirm/")
    page.check("[name=take][value=promises]")
    page.fill("[name=slug]", "walk-2025")
    press(page, "确认入库")
    page.wait_for_url(re.compile(r"/uploads/\d+/$"))
    assert page.get_by_text("已入库").count()
    note_faults(page)


def report_while_the_rules_answer(page):
    page.get_by_role("link", name="填报").first.click()
    page.get_by_role("link", name=re.compile(PROMISE)).first.click()
    page.wait_for_load_state()  # nobody types before the page's scripts listen
    page.get_by_label("进展情况").fill(FIRST)
    page.locator("#answers").get_by_text("102").first.wait_for()
    page.get_by_label("滞后").check()
    page.locator("#answers").get_by_text("情况说明").first.wait_for()
    page.get_by_text("已保存").first.wait_for(timeout=15_000)
    page.reload()
    assert page.get_by_label("进展情况").input_value() == FIRST
    note_faults(page)
    page.get_by_label("情况说明").fill("因灯具到货晚半月；下一步9月10日前装完。")
    press(page, "报送")
    page.wait_for_url(re.compile("/receipts/"))
    assert page.get_by_text(FIRST).count()
    note_faults(page)


def decide(page, press_this, **reasons):
    page.goto(re.sub("(/d/[^/]+/).*", r"\1reviews/", page.url))
    page.get_by_role("link", name=re.compile(PROMISE)).first.click()
    for name, text in reasons.items():
        page.fill(f"[name={name}]", text)
    press(page, press_this)
    page.wait_for_url(re.compile("/reviews/$"))
    assert page.get_by_text(re.compile(f"已{press_this}")).count()


def mend_and_submit(page):
    page.goto(re.sub("(/d/[^/]+/).*", r"\1reports/", page.url))
    page.get_by_role("link", name=re.compile(PROMISE)).first.click()
    assert page.get_by_text("请写到8月底的累计数").count()
    page.get_by_label("进展情况").fill(MENDED)
    press(page, "报送")
    page.wait_for_url(re.compile("/receipts/"))


def publish(page):
    page.goto(re.sub("(/d/[^/]+/).*", r"\1releases/", page.url))
    for link in page.locator("main a[href*='/releases/plans/']").evaluate_all(
        "all => all.map(a => a.href)"
    ):
        page.goto(link)
        if "8月份" in page.locator("main").inner_text():
            break
    note_faults(page)
    press(page, re.compile("公开|发布"))
    page.wait_for_url(re.compile("/releases/$"))
    assert page.get_by_text("第 1 版已公开").count()


def read_what_the_public_reads(browser, office):
    command = [sys.executable, "-m", "shishi", "publish", str(office.home / "site")]
    subprocess.run(command, check=True, env=environment(office.home), capture_output=True)
    site = office.home / "site" / "current"
    data = next((site / "data").rglob("walk-2025.json"))
    told = json.loads(data.read_text("utf-8"))
    item = next(record for record in told["records"] if record["item"] == PROMISE)
    assert [report["progress"] for report in item["reports"]] == [MENDED]
    rows = list(csv.DictReader(data.with_suffix(".csv").read_text("utf-8-sig").splitlines()))
    assert any(MENDED in row.values() for row in rows)
    assert FIRST not in data.read_text("utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with serving_site(site) as url:
        page.goto(url)
        page.get_by_role("link", name=re.compile("云溪")).first.click()
        page.get_by_role("link", name=re.compile("8月份")).first.click()
        page.get_by_role("link", name=re.compile(PROMISE)).first.click()
        assert page.get_by_text(MENDED).count()
        assert not page.get_by_text(FIRST).count()
    context.close()


def test_a_month_is_reported_by_keyboard_alone(unit, office):
    page = unit
    page.goto(office.url)
    tab_to(page, "填报")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/reports/$"))
    link = page.locator("main a[href*='/reports/']").first
    title = link.inner_text().strip()
    tab_to(page, title)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/reports/\d+/$"))
    tab_to(page, "", name="progress")
    page.keyboard.press("Control+A")
    page.keyboard.type("累计完成18所，本月改造2所。")
    tab_to(page, "", name="claimed")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    tab_to(page, "", name="explanation")
    page.keyboard.press("Control+A")
    page.keyboard.type("因验收排期靠后；下一步12月10日前验收。")
    tab_to(page, "报送")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/receipts/"))
    assert page.get_by_text("累计完成18所").count()
    assert page.watch.take() == []


def tab_to(page, words, *, name=""):
    """Press Tab until the focus is on what says these words, or on the field of that name."""
    for _ in range(80):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "() => [document.activeElement.innerText || '', document.activeElement.name || '']"
        )
        if (name and told[1] == name) or (not name and told[0].strip() == words):
            return
    raise AssertionError(f"Tab does not come to {words or name}")
