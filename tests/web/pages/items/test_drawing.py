from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from shishi.web.pages.items.drawing import APART, BOTTOM, HIGH, RIGHT, TOP, draw
from shishi.web.projects.actions.plans import set_goal
from shishi.web.projects.actions.reports import Words
from shishi.web.projects.queries import item_page
from shishi.web.projects.queries.items import CoursePoint, CourseShown
from tests.web.factories import NOON, ON, make_slot, submit
from tests.web.pages.asking import near, signed_in, text


def course(*told, target="20", forecast=None):
    points = tuple(
        CoursePoint(f"2031-{month:02}", month, *(None if v is None else Decimal(v) for v in values))
        for month, *values in told
    )
    ahead = None if forecast is None else Decimal(forecast)
    return CourseShown("20公里", Decimal(target), "公里", points, ahead, ())


def test_december_is_at_the_right_and_the_greatest_number_at_the_top():
    drawn = draw(course((6, "10", "5"), (12, "20", "40")))
    assert (drawn.actual[-1].x, drawn.actual[-1].y) == (RIGHT, TOP)
    assert drawn.target_y == (TOP + BOTTOM) // 2


def test_nothing_done_stands_on_the_ground():
    assert draw(course((3, None, "0"))).actual[0].y == BOTTOM


def test_what_nobody_knows_is_not_drawn():
    drawn = draw(course((3, "5", None), (6, None, "8")))
    assert (len(drawn.planned), len(drawn.actual)) == (1, 1)
    assert (drawn.planned_line, drawn.actual_line, drawn.forecast_line) == ("", "", "")
    assert drawn.forecast is None


def test_a_forecast_leads_from_the_last_report_to_december():
    drawn = draw(course((6, None, "8"), forecast="16"))
    assert drawn.forecast.x == RIGHT
    assert drawn.forecast_line.startswith(f"{drawn.actual[-1].x},{drawn.actual[-1].y} ")


@pytest.mark.parametrize(
    ("planned", "actual", "forecast"),
    [("20", "20", "20"), ("0", "0", "0"), ("1", "0", "2"), ("19", "1", "20")],
)
def test_words_never_stand_on_each_other_or_outside(planned, actual, forecast):
    labels = draw(course((6, planned, actual), forecast=forecast)).labels
    heights = sorted(label.y for label in labels)
    assert len(heights) == 4
    assert all(below - above >= APART for above, below in itertools.pairwise(heights))
    assert TOP <= heights[0] <= heights[-1] < HIGH - 20


@pytest.fixture
def told(world):
    item = world.slot.item
    set_goal(item, "2031-06", "累计完成改造老旧管网10公里。", by="office", on=NOON)
    for month, done in (("2031-01", 2), ("2031-02", 5)):
        words = Words(f"累计完成改造老旧管网{done}公里。", "正常")
        submit(make_slot(item, month), world.zhang, words)
    return item


def test_the_item_page_draws_the_course_with_its_numbers_in_a_table(world, told):
    source = text(signed_in(world.office.user).get(near(f"items/{told.pk}/")))
    assert "<svg" in source[source.index('class="course"') :]
    table = source[
        source.index("各期的数", source.index("</svg>", source.index('class="course"'))) :
    ]
    assert "2031年2月" in table
    assert "年底预测" in table


def test_the_forecast_says_what_it_rests_on(world, told):
    (course,) = item_page(told.pk, on=ON).courses
    assert course.forecast is not None
    assert all(str(reason) for reason in course.reasons)


def test_an_item_of_which_no_number_was_told_has_no_drawing(world):
    assert item_page(world.slot.item_id, on=ON).courses == ()
    source = text(signed_in(world.office.user).get(near(f"items/{world.slot.item_id}/")))
    assert 'class="course"' not in source
