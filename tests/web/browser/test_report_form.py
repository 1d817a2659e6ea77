from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from shishi.web.projects.actions.reports import Words, save_draft
from shishi.web.projects.actions.uploads import bring_in
from shishi.web.projects.models import Report, Upload
from tests.web.browser.watch import Watch
from tests.web.factories import NOON
from tests.web.pages.asking import near, signed_in

SAVES_WITHIN = 12_000
PAGE = "序号 | 项目名称 | 牵头单位\n1 | 修建步道3条 | 建设局\n2 | 植树20棵 | 建设局\n"


@pytest.fixture
def visit(browser: Browser, live_server) -> Iterator:
    contexts = []

    def open_as(post, path: str) -> Page:
        context = browser.new_context(locale="zh-CN")
        contexts.append(context)
        session = signed_in(post.user).cookies["sid"].value
        context.add_cookies([{"name": "sid", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.watch = Watch(page, live_server.url)
        page.goto(live_server.url + near(path))
        return page

    yield open_as
    for context in contexts:
        context.close()


def test_a_draft_saves_itself_while_the_rules_answer(lasting_world, visit):
    page = visit(lasting_world.zhang, f"reports/{lasting_world.slot.pk}/")
    page.fill("#id_progress", "完成改造老旧管网13公里。")
    expect(page.locator("#answers .chip")).to_contain_text("13")
    expect(page.locator("#save-state")).to_contain_text("已保存", timeout=SAVES_WITHIN)
    assert Report.objects.get().progress == "完成改造老旧管网13公里。"
    assert page.watch.take() == []


def test_words_that_could_not_be_saved_are_there_after_a_reload(lasting_world, visit):
    page = visit(lasting_world.zhang, f"reports/{lasting_world.slot.pk}/")
    page.route("**/draft/", lambda route: route.abort())
    page.fill("#id_progress", "网断了以后写的。")
    expect(page.locator("#save-state")).to_contain_text("连不上", timeout=SAVES_WITHIN)
    page.reload()
    expect(page.locator("#id_progress")).to_have_value("网断了以后写的。")
    assert not Report.objects.exists()


def test_a_draft_changed_elsewhere_is_not_overwritten(lasting_world, visit):
    page = visit(lasting_world.zhang, f"reports/{lasting_world.slot.pk}/")
    theirs = Words("别处写的。", "滞后")
    save_draft(lasting_world.slot, theirs, by=lasting_world.zhang, on=NOON, version=0)
    page.fill("#id_progress", "这里写的。")
    expect(page.locator("#save-state")).to_contain_text("别处", timeout=SAVES_WITHIN)
    page.click("button[value=save]")
    expect(page.locator("#conflict")).to_contain_text("别处写的。")
    expect(page.locator("#id_progress")).to_have_value("这里写的。")
    assert Report.objects.get().progress == "别处写的。"


def test_a_cell_is_corrected_in_place(lasting_world, visit):
    upload = bring_in(PAGE.encode(), "三月.txt", rulebook="default", by="office", on=NOON)
    page = visit(lasting_world.office, f"uploads/{upload.pk}/")
    page.hover("#r1-item")
    page.click("#r1-item .correct")
    page.fill("#r1-item-value", "修建步道4条")
    page.click("#r1-item button")
    expect(page.locator("#r1-item ins")).to_contain_text("修建步道4条")
    expect(page.locator("#r1-item del")).to_contain_text("修建步道3条")
    expect(page.locator("#corrections")).to_have_text("1")
    assert Upload.objects.get().corrections[0]["value"] == "修建步道4条"
    assert page.watch.take() == []
