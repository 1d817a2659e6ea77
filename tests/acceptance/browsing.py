"""The first walk with a real page, in a real browser: brought in, reported, returned, accepted, published."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

from tests.acceptance.scores import Failure
from tests.web.browser.chromium import FLAGS, find_chromium
from tests.web.browser.office import Office, furnish, serving
from tests.web.browser.screens import sign_in

FIRST = "本期工作按计划推进,正在收尾。"
MENDED = "本期全部完成并通过验收,资料已归档。"
SLUG = "walk-seed"


def walk_in_browser(seed: Path) -> list[Failure]:
    """Walk one seed through the office's own pages in Chromium; a step that fails is named."""
    chromium = find_chromium()
    if not chromium:
        return [Failure("the walk in a browser", ("no Chromium was found: make browser",))]
    from playwright.sync_api import Error, sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "home"
        furnish(home)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        with serving(home) as office:
            try:
                _walk(browser, office, seed)
            except (AssertionError, Error) as error:
                return [Failure("the walk in a browser", (" ".join(str(error).split())[:300],))]
            finally:
                browser.close()
    return []


def _walk(browser: Any, office: Office, seed: Path) -> None:
    desk = _open(browser, office, "office")
    unit = _open(browser, office, "reporter")
    start = re.sub("(/d/[^/]+/).*", r"\1", desk.url)
    before = _slots(unit, start)
    _bring_in(desk, start, seed)
    new = sorted(set(_slots(unit, start)) - set(before))
    assert new, "the liaison of a lead unit has something to report"
    promise = _report(unit, new[0], FIRST)
    _decide(desk, start, promise, press="退回", returned_because="请写明本期完成了什么。")
    _report(unit, new[0], MENDED)
    _decide(desk, start, promise, press="审核通过", because="与台账核对一致。")
    desk.goto(f"{start}releases/")
    links = desk.locator("main a[href*='/releases/plans/']")
    plans = links.evaluate_all("all => all.map(a => a.href)")
    desk.goto(max(plans, key=lambda link: int(re.findall("[0-9]+", link)[-1])))
    _press(desk, re.compile("公开|发布"))
    desk.wait_for_url(re.compile("/releases/$"))
    pages = (office.home / "site" / "current").rglob(f"{SLUG}/items/*.html")
    told = [page.read_text("utf-8") for page in pages]
    assert any(MENDED in page for page in told), "the accepted words are published"
    assert not any(FIRST in page for page in told), "the returned words are not"


def _open(browser: Any, office: Office, role: str) -> Any:
    page = sign_in(browser, office, office.account(role)).new_page()
    page.goto(office.url)
    return page


def _slots(page: Any, start: str) -> list[str]:
    page.goto(f"{start}reports/")
    links = page.locator("main a[href*='/reports/']").evaluate_all("all => all.map(a => a.href)")
    return [link for link in links if re.search(r"/reports/[0-9]+/$", link)]


def _bring_in(page: Any, start: str, seed: Path) -> None:
    page.goto(f"{start}uploads/new/")
    page.set_input_files("[name=file]", str(seed))
    _press(page, "读取")
    page.wait_for_url(re.compile(r"/uploads/[0-9]+/$"))
    page.goto(page.url + "confirm/")
    page.check("[name=take][value=promises]")
    page.fill("[name=slug]", SLUG)
    _press(page, "确认入库")
    page.wait_for_url(re.compile(r"/uploads/[0-9]+/$"))


def _report(page: Any, address: str, words: str) -> str:
    page.goto(address)
    promise: str = page.locator("h1").inner_text().strip()
    page.get_by_label("进展情况").fill(words)
    page.get_by_label("正常", exact=True).check()
    _press(page, "报送")
    page.wait_for_url(re.compile("/receipts/"))
    return promise


def _decide(page: Any, start: str, promise: str, *, press: str, **reasons: str) -> None:
    page.goto(f"{start}reviews/")
    page.get_by_role("link", name=re.compile(re.escape(promise[:12]))).first.click()
    for name, text in reasons.items():
        page.fill(f"[name={name}]", text)
    _press(page, press)
    page.wait_for_url(re.compile("/reviews/$"))


def _press(page: Any, name: Any) -> None:
    page.locator("main").get_by_role("button", name=name).first.click()
