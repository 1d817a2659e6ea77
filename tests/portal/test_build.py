from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import jsonschema
import pytest

from shishi.portal import NotPublishable, build, verify
from shishi.portal.addresses import EDITIONS
from shishi.portal.build import gather
from shishi.portal.goals import goals_in_order
from shishi.portal.snapshot import PublicStatus
from shishi.portal.words import load_words
from tests.portal.invented import item, report, snapshot
from tests.portal.reading import StrictReader

FULL = snapshot(8)
EMPTY_YEAR = snapshot(3, months=0, plan_slug="tasks-2031", kind="work_report")
SECOND = snapshot(2, months=1, district="南浦新区", district_slug="nanpu")

ODD = report("2031-01", "正常", reviewed=PublicStatus("挺好", "fine"))


@pytest.fixture(scope="module")
def files():
    return gather([FULL, EMPTY_YEAR, SECOND])


@pytest.fixture(scope="module")
def pages(files):
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def read(pages):
    return {path: StrictReader(page) for path, page in pages.items()}


def test_a_site_is_built_and_is_what_its_sums_say(tmp_path):
    built = build([FULL, EMPTY_YEAR, SECOND], tmp_path)
    assert built.site == tmp_path / "current"
    assert (built.plans, built.items) == (3, 13)
    assert not list(verify(built.site))


def test_the_same_snapshots_make_the_same_bytes(tmp_path):
    first = build([FULL, SECOND], tmp_path / "a")
    second = build([SECOND, FULL], tmp_path / "b")
    assert first.digest == second.digest


def test_every_page_is_well_formed(read):
    complaints = {path: reader.complaints for path, reader in read.items() if reader.complaints}
    assert not complaints


def test_every_page_has_its_language_one_heading_and_its_landmarks(read):
    for path, reader in read.items():
        tags = [tag for tag, _ in reader.elements]
        assert tags.count("h1") == tags.count("main") == tags.count("title") == 1, path
        assert reader.of("html")[0]["lang"] == ("en" if path.startswith("en/") else "zh-Hans")
        assert {"header", "nav", "main"} <= set(tags), path
        assert all("aria-label" in attributes for attributes in reader.of("nav")), path


def test_headings_go_down_one_step_at_a_time(read):
    for path, reader in read.items():
        levels = [int(tag[1]) for tag, _ in reader.elements if tag in ("h1", "h2", "h3", "h4")]
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, path


def test_no_id_stands_twice_on_a_page(read):
    for path, reader in read.items():
        ids = reader.ids()
        assert len(ids) == len(set(ids)), path


def test_cells_name_headers_that_are_on_the_page(read):
    checked = 0
    for path, reader in read.items():
        ids = set(reader.ids())
        for tag, attributes in reader.elements:
            named = (attributes.get("headers") or "").split()
            assert set(named) <= ids, (path, tag, attributes)
            checked += len(named)
    assert checked > 1000


def test_a_data_cell_of_a_month_table_names_its_column_its_theme_and_its_row(pages):
    page = pages["d/yunxi/shishi-2031/2031-10.html"]
    assert 'headers="c-work c-status g-1 r-1"' in page
    assert 'id="g-1" scope="rowgroup" rowspan="2"' in page
    assert 'id="r-1" scope="row"' in page


def test_a_page_asks_for_nothing_outside_and_runs_no_script(read):
    for path, reader in read.items():
        assert not reader.of("script"), path
        for _, attributes in reader.elements:
            assert not any(name.startswith("on") or name == "style" for name in attributes), path
            for name in ("href", "src"):
                assert "//" not in (attributes.get(name) or ""), path


def test_every_edition_has_every_page_and_is_one_step_from_the_next(pages):
    bare = {path for path in pages if not path.startswith(("en/", "elder/"))}
    for edition in EDITIONS:
        assert {edition.folder + path for path in bare} <= pages.keys()
    page = pages["d/yunxi/shishi-2031/items/701.html"]
    assert "../../../../elder/d/yunxi/shishi-2031/items/701.html" in page.replace("&#x2f;", "/")


def test_a_page_of_a_plan_shows_its_three_dates_and_its_release(read):
    for path in ("index", "2031-10", "items/701", "data"):
        text = "".join(read[f"d/yunxi/shishi-2031/{path}.html"].text)
        assert "数据截至2031年10月28日" in text
        assert "审核通过2031年10月28日" in text
        assert "发布时间2031年11月3日 09:30" in text
        assert "公开版次第3版" in text


def test_the_strip_has_a_word_in_every_cell(read):
    text = "".join(read["d/yunxi/shishi-2031/index.html"].text)
    cells = sum(len(one.reports) for one in FULL.items)
    shown = sum(
        text.count(word)
        for word in ("正常", "滞后", "超前", "完成", "办结", "暂停", "调整", "无法判断")
    )
    assert shown >= cells
    assert text.count("本期未公布") >= 8 * 12 - cells


def test_a_closed_item_goes_on_standing_as_closed(read):
    early = replace(item(1), reports=(report("2031-03", "办结"),))
    told = gather([replace(FULL, items=(early, *FULL.items[1:]))])
    text = told["d/yunxi/shishi-2031/2031-10.html"].decode()
    assert "已于2031年3月办结" in text


def test_leaders_are_shown_only_where_the_snapshot_has_them(pages):
    assert "区领导" in pages["d/yunxi/shishi-2031/items/701.html"]
    bare = tuple(replace(one, leaders=()) for one in FULL.items)
    told = gather([replace(FULL, items=bare)])
    assert not any("区领导".encode() in data for path, data in told.items() if "/items/" in path)


def test_claimed_and_computed_status_are_shown_only_where_the_snapshot_has_them(pages):
    shown = report("2031-01", "正常", claimed="超前", computed="正常", reasons=("3处，应完成2处",))
    one = replace(item(1), reports=(shown,))
    told = gather([snapshot(1, months=1, items=(one,))])
    page = told["d/yunxi/shishi-2031/items/701.html"].decode()
    for word in ("单位自报", "程序测算", "3处，应完成2处"):
        assert word in page
        assert word not in pages["d/yunxi/shishi-2031/items/701.html"]


def test_a_list_without_reports_says_so_and_shows_its_promises(read):
    text = "".join(read["d/yunxi/tasks-2031/index.html"].text)
    assert "还没有公布过进展" in text
    assert "尚无进度数据" in text
    assert all(one.text in text for one in EMPTY_YEAR.items)


def test_text_that_looks_like_markup_stays_text():
    one = item(1, text='<script>alert("1")</script>&nbsp;', theme="<b>", lead_units=("'\"><i>",))
    told = gather([snapshot(1, items=(one,))])
    for path, data in told.items():
        if path.endswith(".html"):
            assert b"<script" not in data
            assert b"<i>" not in data


def test_the_public_json_is_what_its_schema_says(files):
    schema = json.loads(files["data/publication.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    for path, data in files.items():
        if path.startswith("data/") and path.endswith("2031.json"):
            jsonschema.validate(json.loads(data), schema)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ([], "nothing"),
        ([replace(FULL, items=())], "no_items"),
        ([FULL, FULL], "twice"),
        ([replace(FULL, plan_slug="../../etc")], "bad_slug"),
        ([replace(FULL, items=(item(1, text=" "),))], "blank"),
        ([replace(FULL, published_on="")], "blank"),
        ([snapshot(1, items=(item(1, reports=(ODD,)),))], "unknown_status"),
    ],
)
def test_a_snapshot_that_is_not_fit_leaves_yesterdays_site_standing(tmp_path, wrong, code):
    before = build([SECOND], tmp_path)
    with pytest.raises(NotPublishable) as refused:
        build(wrong, tmp_path)
    assert code in {fault.code for fault in refused.value.faults}
    assert (tmp_path / "current").resolve().name == before.digest
    assert not list(verify(before.site))


def test_every_fault_can_be_said_in_both_languages():
    for code, both in load_words()["faults"].items():
        assert both["zh"], code
        assert both["en"], code


@pytest.mark.parametrize("goals", [("2031Q3", "2031", "2031Q4", "2031H1"), ("2031", "2031H1")])
def test_the_longest_goals_stand_first_and_those_of_one_length_in_time(goals):
    one = replace(item(1), goals=tuple((period, "建成40处。") for period in goals))
    wanted = ("2031", "2031H1", "2031Q3", "2031Q4")
    assert tuple(period for period, _ in goals_in_order(one)) == wanted[: len(goals)]


def test_wide_tables_fold_sooner_in_larger_type(files):
    found = {
        path: re.search(r'fold\.[^"]*" media="[^"]*?([0-9]+)px', files[path].decode())
        for path in ("index.html", "elder/index.html", "en/elder/index.html")
    }
    assert [int(one[1]) for one in found.values() if one] == [1100, 1440, 1440]
