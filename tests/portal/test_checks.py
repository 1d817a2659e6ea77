"""Each check finds what it is there for: a sound site is spoilt in one place, and that place is named."""

from __future__ import annotations

import json

import pytest

from shishi.portal.build import gather
from shishi.portal.checks import check_pages
from tests.portal.invented import snapshot

PLAN = snapshot(3, months=2)
HOME = "d/yunxi/shishi-2031/index.html"
MONTH = "d/yunxi/shishi-2031/2031-02.html"
ITEM = "d/yunxi/shishi-2031/items/702.html"
JSON = "data/yunxi/shishi-2031.json"
CSV = "data/yunxi/shishi-2031.csv"
NUMBERS = "data/yunxi/shishi-2031.numbers.csv"


@pytest.fixture(scope="module")
def sound():
    return gather([PLAN])


def found(files):
    return {(fault.code, fault.page) for fault in check_pages(files, [PLAN])}


def spoilt(sound, path, old, new):
    text = sound[path].decode()
    assert old in text, f"{old} is not in {path}"
    return {**sound, path: text.replace(old, new, 1).encode()}


def test_a_sound_site_has_no_fault(sound):
    assert not found(sound)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (HOME, 'href="items/702.html"', 'href="items/999.html"', "dead_link"),
        (HOME, 'href="#content"', 'href="#contents"', "dead_link"),
        (HOME, 'href="#s-on_schedule"', 'href="#s-fine"', "dead_link"),
        (ITEM, "assets&#x2f;site.", "assets&#x2f;sight.", "dead_link"),
        (ITEM, "</main>", '<section aria-label="x"> </section></main>', "empty_section"),
        (MONTH, "</table>", "<tbody>\n</tbody></table>", "empty_section"),
        (ITEM, "</main>", "<script>1</script></main>", "foreign"),
        (ITEM, "</main>", '<img src="https://example.org/a.png" alt=""></main>', "foreign"),
        (ITEM, "</main>", '<p onclick="x()">x</p></main>', "foreign"),
        (ITEM, "</main>", '<p style="color:red">x</p></main>', "foreign"),
        (ITEM, "item\">新建社区书房12处", "item\">新建社区书房13处", "differs"),
        (ITEM, "2031-02累计完成12处", "2031-02累计完成21处", "differs"),
        (MONTH, "2031-02累计完成12处", "2031-02累计完成120处", "differs"),
        (MONTH, ">正常<", ">超前<", "differs"),
        (ITEM, 'data-fact="702/lead_units"', "", "missing_fact"),
        (MONTH, 'data-fact="702&#x2f;2031-02/status"', "", "missing_fact"),
        (ITEM, 'datetime="2031-02-27"', 'datetime="2031-02-17"', "differs"),
        (ITEM, 'datetime="2031-11-03T09:30+08:00"', 'datetime="2031-11-01T09:30+08:00"', "differs"),
        (HOME, '<tr role="row" class="one">', '<tr role="row">', "miscount"),
        (HOME, 'data-count="', 'data-count="1', "miscount"),
    ],
)  # fmt: skip
def test_a_page_that_was_spoilt_is_named(sound, path, old, new, code):
    assert (code, path) in found(spoilt(sound, path, old, new))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [(CSV, "累计完成12处", "累计完成13处"), (CSV, "正常", "滞后"), (NUMBERS, ",12,", ",13,")],
)
def test_a_csv_that_says_something_else_than_the_json_is_named(sound, path, old, new):
    assert ("differs", CSV) in found(spoilt(sound, path, old, new))


def test_a_fact_that_is_only_in_the_json_is_named(sound):
    told = json.loads(sound[JSON])
    told["records"][0]["goals"].append({"period": "2031", "goal": "全年建成40处。"})
    faults = found({**sound, JSON: json.dumps(told).encode()})
    assert {("differs", CSV), ("missing_fact", ITEM.replace("702", "701"))} <= faults


def test_a_page_that_is_not_there_is_named(sound):
    left = {path: data for path, data in sound.items() if path != ITEM}
    assert ("dead_link", HOME) in found(left)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ITEM, "由谁负责", "负责单位"),
        (ITEM, "</main>", '<p><a href="https://example.org/">外面</a></p></main>'),
    ],
)
def test_other_words_and_sound_additions_are_no_differing_figures(sound, path, old, new):
    assert "differs" not in {code for code, _ in found(spoilt(sound, path, old, new))}
