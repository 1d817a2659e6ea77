"""The twins: what must be found is found, so that nothing found means something."""

from __future__ import annotations

import pytest

from tests.web.browser.axe import find_violations
from tests.web.browser.looks import find_hidden_focus, find_overflow, find_small_targets
from tests.web.browser.watch import Watch

GOOD = """<!doctype html><html lang="zh-Hans"><title>好的一页</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>a, button { display: inline-block; padding: 12px; } :focus { outline: 3px solid #00f; }</style>
<main><h1>好的一页</h1><p><a href="#x">下一页</a></p><button>报送</button></main></html>"""

BAD = """<!doctype html><html><meta name="viewport" content="width=device-width, user-scalable=no">
<style>a { display: inline-block; } :focus { outline: none; }</style>
<h3>坏的一页</h3><img src="data:,"><a href="#x"></a><input><button></button>
<p style="color: #ccc; background: #fff">看不清</p><table><tr><td>1<th>2</table>
<div style="width: 2000px">太宽</div><a href="#y">小</a><a href="#z">小</a><ul><p>不是列表项</ul></html>"""


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def test_a_good_page_has_nothing_wrong(page):
    page.set_content(GOOD)
    assert find_violations(page) == []
    assert find_overflow(page) == []
    assert find_small_targets(page) == []
    assert find_hidden_focus(page) == []


def test_a_bad_page_breaks_many_rules_of_axe(page):
    page.set_content(BAD)
    rules = {line.partition(":")[0] for line in find_violations(page)}
    assert rules >= {
        "html-has-lang",
        "document-title",
        "image-alt",
        "label",
        "button-name",
        "link-name",
        "color-contrast",
        "meta-viewport",
    }


def test_a_bad_page_scrolls_sideways(page):
    page.set_content(BAD)
    assert "div" in find_overflow(page)[0]


def test_a_wide_table_in_its_own_box_does_not_scroll_the_page(page):
    page.set_content('<div style="overflow-x: auto"><p style="width: 2000px">宽</p></div>')
    assert find_overflow(page) == []


def test_a_bad_page_has_small_targets_and_a_link_in_a_sentence_is_none(page):
    page.set_content(BAD)
    page.set_content(BAD)
    assert any("#y" in line for line in find_small_targets(page))
    page.set_content('<p>请看<a href="#z">说明</a>。</p>')
    assert find_small_targets(page) == []


def test_a_small_target_far_from_others_is_none_that_is_too_small(page):
    page.set_content(
        '<ul><li><a href="#z">远</a></li></ul><p style="margin: 40px"><a href="#a">近</a></p>'
    )
    assert find_small_targets(page) == []


def test_focus_that_is_not_drawn_is_found(page):
    page.set_content(BAD)
    assert any("shows no focus" in line for line in find_hidden_focus(page))


def test_focus_under_something_else_is_found(page):
    page.set_content(
        '<a href="#x">下面</a><div style="position: fixed; inset: 0; background: #fff"></div>'
    )
    assert any("covered" in line for line in find_hidden_focus(page))


def test_a_script_error_a_missing_file_and_another_host_are_heard(page):
    watch = Watch(page, "http://office.test")
    page.route(
        "**/*",
        lambda route: (
            route.fulfill(
                status=200,
                content_type="text/html",
                headers={"Content-Security-Policy": "style-src 'self'"},
                body='<style>p{}</style><img src="/gone.png"><script>nobody()</script>'
                '<img src="http://elsewhere.test/x.png">',
            )
            if route.request.is_navigation_request()
            else route.fulfill(status=404)
        ),
    )
    page.goto("http://office.test/", wait_until="load")
    heard = "\n".join(watch.take())
    assert "script: nobody" in heard
    assert "404: http://office.test/gone.png" in heard
    assert "another host: http://elsewhere.test" in heard
    assert "Content Security Policy" in heard
    assert watch.take() == []
