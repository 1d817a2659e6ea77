"""The clerks, looked over the shoulder: what a page prints by place is what its truth says."""

from __future__ import annotations

import io
import re
from datetime import datetime
from html.parser import HTMLParser
from random import Random

import pytest
from openpyxl import load_workbook

from tests.exam.clerks.habits import star_behind, star_each, star_lines, star_shuffled
from tests.exam.clerks.making import make_page, write_page
from tests.exam.clerks.roll import CLERKS
from tests.exam.formats import FORMATS
from tests.exam.judging import show, squeeze
from tests.exam.model import NONE_MARKS

TURNS = range(len(CLERKS))


class Tables(HTMLParser):
    """Rows of all innermost tables, each cell's text at every place that it covers."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.open, self.covered = [], [], {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.covered = {}
        elif tag == "tr":
            self.rows.append({})
            self.covered = {n: left for n, left in self.covered.items() if left[1]}
            for n, left in self.covered.items():
                self.rows[-1][n], left[1] = left[0], left[1] - 1
        elif tag in ("td", "th"):
            spans = {name: int(value) for name, value in attributes if name.endswith("span")}
            place = next(n for n in range(99) if n not in self.rows[-1])
            self.open = [""]
            for n in range(place, place + spans.get("colspan", 1)):
                self.rows[-1][n] = self.open
                if spans.get("rowspan", 1) > 1:
                    self.covered[n] = [self.open, spans["rowspan"] - 1]

    def handle_endtag(self, tag):
        if tag == "table":
            self.open = []

    def handle_data(self, data):
        if self.open:
            self.open[0] += data

    def printed(self):
        return [[squeeze(row[n][0]) for n in sorted(row)] for row in self.rows]


def draw(name, seed):
    """A page before and after it was written, as `write_page` does it."""
    pages = []

    def make(rng, allowed):
        pages.append(make_page(CLERKS[seed % len(CLERKS)], rng, allowed))
        return pages[0]

    written = FORMATS[name](Random(f"clerks-{name}-{seed}"), make)
    return pages[0][0], written


def find_rows(page, data):
    """The rows of the file that hold the items and totals of the page: neither header nor heading."""
    text = next(
        data.decode(charset) for charset in ("utf-8", "gb18030") if charset.encode() in data[:400]
    )
    width = len(page.table.columns)
    heads = {
        squeeze(word) for column in page.table.columns for word in (*column.words, column.spread)
    }
    heads |= {row.heading for row in page.table.rows} | {*page.before, page.title, *page.notes}
    rows = [row for row in Tables(text).printed() if len(row) == width]
    return [row for row in rows if not set(row) <= {*map(squeeze, heads), ""}]


def find_lies(page, rows):
    """Name the fields whose truth is not what stands at their place."""
    lies = []
    items = [row for row in page.table.rows if row.cells]
    assert len(items) == len(rows)
    theme = ""
    for row, printed in zip(items, rows, strict=True):
        for column, text in zip(page.table.columns, printed, strict=True):
            if column.name == "theme":  # one clerk leaves it blank below the first
                text = theme = text or theme
            if row.truth and column.name in row.truth.values:
                lies += [column.name] * (not agrees(row.truth, column, text))
    return lies


def agrees(truth, column, text):
    value = truth.values[column.name]
    if column.kind == "money":
        return (text.replace(",", "").replace("，", "") + "0000" == value) or (
            not value and text in {"", *NONE_MARKS}
        )
    if column.kind == "units" and "★" in column.words[-1]:
        value = truth.values["lead_units"] + truth.values["support_units"]
        return sorted(re.sub("[★、,，]", "", text)) == sorted("".join(value))
    bare = (
        re.sub("[、,，]", "", text)
        if isinstance(value, list)
        else text.rstrip("%" if column.kind == "percent" else "")
    )
    readings = [value, *truth.also.get(column.name, [])]
    return bare in [
        re.sub("、", "", squeeze(show(v))) if isinstance(v, list) else squeeze(v) for v in readings
    ]


@pytest.mark.parametrize("seed", [seed for seed in TURNS if "blocks" not in CLERKS[seed].files])
def test_truth_of_every_clerk_is_what_a_web_page_prints_at_its_place(seed):
    page, written = draw("html", seed)
    assert find_lies(page, find_rows(page, written.data)) == []


@pytest.mark.parametrize("name", ["item", "lead_units", "progress"])
def test_truth_that_says_something_else_is_found_out(name):
    page, written = draw("html", 6)
    page.truths[1].values[name] = ["文化馆"] if name == "lead_units" else "新建文化馆1座"
    assert find_lies(page, find_rows(page, written.data)) == [name]


@pytest.mark.parametrize("name", FORMATS)
def test_same_seed_of_a_clerk_writes_the_same_page_and_another_seed_another(name):
    assert write_page(name, 7) == write_page(name, 7)
    assert write_page(name, 7).truths != write_page(name, 7 + len(CLERKS)).truths


def test_clerks_take_turns():
    assert [draw("csv", seed)[0].habits for seed in (1, 12)] == [{"apart"}, {"blocks"}]
    assert draw("csv", len(CLERKS) + 1)[0].habits == {"apart"}


def turn_of(habit):
    return next(n for n in TURNS if habit in CLERKS[n].files)


def test_leader_of_each_table_stands_above_it_and_not_within():
    page, written = draw("html", turn_of("apart"))
    text = written.data.decode()
    above = re.findall(r"<p[^<>]*>((?:(?!</p>).)*)</p>\s*<table", text, re.IGNORECASE)
    headings = [page.before[-1], *(row.heading for row in page.table.rows if row.heading)]
    assert [re.sub("<[^>]*>", "", line) for line in above] == headings


def test_status_of_every_row_is_coloured_where_the_clerk_colours_it():
    page, written = draw("html", turn_of("coloured"))
    assert written.data.count(b"<font color") == len(page.truths)


@pytest.mark.parametrize(("turn", "more"), [(turn_of("closed"), 1), (turn_of("dates"), 0)])
def test_row_between_bars_is_closed_by_one_more_where_the_clerk_does_so(turn, more):
    page, written = draw("p2", turn)
    bars = written.data.decode().count("|")
    rows = [row for row in page.table.rows if row.cells]
    lines = len(rows) + page.table.header_levels
    assert bars == lines * (len(page.table.columns) + more)


def test_clerk_of_blocks_writes_every_item_and_no_table_of_them():
    page, written = draw("html", turn_of("blocks"))
    text = squeeze(re.sub("<[^>]*>", "", written.data.decode()))
    assert not find_rows(page, written.data)
    assert all(squeeze(show(truth.values["item"])) in text for truth in written.truths)


@pytest.mark.parametrize("seed", [seed for seed in TURNS if not CLERKS[seed].files - {"closed"}])
def test_web_page_of_another_clerk_colours_nothing_and_says_nothing_in_blocks(seed):
    page, written = draw("html", seed)
    assert b"<font" not in written.data
    assert find_rows(page, written.data)


def test_hidden_identifiers_stand_between_the_columns_of_a_sheet_and_of_no_other_format():
    seed = turn_of("ids")
    page, written = draw("xlsx", seed)
    sheet = load_workbook(io.BytesIO(written.data)).active
    hidden = [
        sheet[f"{letter}{row}"].value
        for letter, d in sheet.column_dimensions.items()
        if d.hidden
        for row in range(1, sheet.max_row + 1)
    ]
    assert sum(str(value).startswith("XM") for value in hidden) == len(page.truths)
    assert b"XM1" not in draw("csv", seed)[1].data


@pytest.mark.parametrize(
    ("mark", "print_"),
    [
        (star_each, [["★住建局", "★水务局", "残联"]]),
        (star_behind, [["住建局★", "水务局★", "残联"]]),
        (star_lines, [["★住建局", "★水务局"], ["残联"]]),
    ],
)
def test_habit_of_the_star_marks_who_leads_and_nobody_else(mark, print_):
    assert mark(Random(1), ["住建局", "水务局"], ["残联"]) == print_


def test_shuffled_leads_keep_their_stars_and_their_order():
    [names] = star_shuffled(Random(2), ["住建局", "水务局"], ["残联", "妇联", "科协"])
    assert [name for name in names if "★" in name] == ["★住建局", "★水务局"]
    assert [name for name in names if "★" not in name] == ["残联", "妇联", "科协"]


def test_blocks_with_labels_carry_neither_stars_nor_parts():
    stars = next(n for n in TURNS if "star:" in CLERKS[n].columns)
    parts = next(n for n in TURNS if CLERKS[n].parts)
    assert all("★" not in "".join(row.texts) for row in draw("p6", stars)[0].table.rows)
    assert not any(truth.continues for truth in draw("p6", parts)[1].truths)
    assert any(truth.continues for truth in draw("p3", parts)[1].truths)


@pytest.mark.parametrize("seed", TURNS)
def test_cells_that_are_glued_hold_no_line_ends(seed):
    assert not any("\n" in text for row in draw("p5", seed)[0].table.rows for text in row.texts)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("docx", "xlsx")])
def test_list_of_contacts_is_printed_in_every_format_and_is_no_item(name):
    page, written = draw(name, next(n for n in TURNS if CLERKS[n].contacts))
    phones = [line[-1] for lines in page.contacts for line in lines[1:]]
    texts = [written.data.decode(c, "ignore") for c in ("utf-8", "gb18030", "utf-16")]
    assert phones
    assert any(all(phone in text for phone in phones) for text in texts)
    assert not {show(v) for t in written.truths for v in t.values.values()} & set(phones)


@pytest.mark.parametrize(("turn", "dated"), [(turn_of("dates"), True), (turn_of("ids"), False)])
def test_month_is_a_date_in_the_sheet_of_the_clerk_who_types_dates_and_of_no_other(turn, dated):
    seeds = range(turn, 200, len(CLERKS))
    sheets = [load_workbook(io.BytesIO(draw("xlsx", seed)[1].data)).active for seed in seeds]
    values = [cell.value for sheet in sheets for row in sheet for cell in row]
    assert any(isinstance(value, datetime) for value in values) == dated
