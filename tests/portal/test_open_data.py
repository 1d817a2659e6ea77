from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.portal.open_data import (
    facts_of_csv,
    facts_of_json,
    numbers_of_csv,
    numbers_to_csv,
    read_csv,
    to_csv,
    to_open_data,
)
from tests.portal.invented import item, measure, report, snapshot


def told(one):
    return snapshot(1, items=(one,))


def test_a_csv_begins_with_a_mark_that_a_spreadsheet_knows():
    assert to_csv(snapshot(1)).startswith(b"\xef\xbb\xbfid,order,")


@pytest.mark.parametrize("text", ["=1+1", "+8", "-3", "@SUM(A1)", "\t=1", "＝1+1", " =1", "'=1"])
def test_a_text_like_a_formula_is_neutralised_and_comes_back(text):
    data = to_csv(told(item(1, text=text)))
    (row, *_) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["item"] == "'" + text
    assert read_csv(data)[0]["item"] == text


@pytest.mark.parametrize("text", ["新建3处", "1+1", "a=b", "（-3）", "5-8处"])
def test_a_text_with_such_a_sign_inside_stays_as_it_is(text):
    data = to_csv(told(item(1, text=text)))
    (row, *_) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["item"] == text


words = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1, max_size=30)


@given(words, words, words)
def test_json_and_csv_say_the_same_facts_whatever_the_words(text, goal, progress):
    one = item(
        1,
        text=text,
        goals=(("2031", goal),),
        reports=(report("2031-03", "正常", progress=progress),),
    )
    plan = told(one)
    as_csv = facts_of_csv(read_csv(to_csv(plan))) | numbers_of_csv(read_csv(numbers_to_csv(plan)))
    assert facts_of_json(to_open_data(plan)) == as_csv


def test_a_goal_that_no_report_is_held_against_has_a_row_of_its_own():
    rows = read_csv(to_csv(told(item(1, months=2))))
    assert [(row["goal_period"], row["period"]) for row in rows] == [
        ("2031Q1", "2031-01"), ("2031Q1", "2031-02"), ("2031Q2", ""), ("2031Q3", ""), ("2031Q4", ""),
    ]  # fmt: skip


def test_an_item_without_goals_and_reports_has_its_row():
    rows = read_csv(to_csv(told(item(1, goals=(), reports=()))))
    assert [(row["id"], row["period"]) for row in rows] == [("701", "")]


def test_numbers_of_promises_and_of_reports_stand_in_one_table():
    ranged = measure("3至5处", "3", "处", high="5")
    rows = read_csv(numbers_to_csv(told(item(1, months=1, measures=(ranged,)))))
    assert [(row["period"], row["value"], row["high"]) for row in rows] == [
        ("", "3", "5"),
        ("2031-01", "12", ""),
    ]
