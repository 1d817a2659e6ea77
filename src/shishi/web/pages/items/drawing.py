"""The course of a number as a drawing: where its lines, marks and words stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from shishi.web.projects.queries.items import CourseShown

WIDE, HIGH = 520, 240
LEFT, RIGHT, TOP, BOTTOM = 8, 340, 16, 208
MONTHS = 12
APART = 22
"""So far apart stand the words at the right, whatever the lines do."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark: its place, in units of the drawing."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the right of a line: `kind` is target, planned, actual or forecast."""

    kind: str
    value: Decimal
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A course, drawn. Lines are lists of points as SVG takes them; "" where there is none."""

    course: CourseShown
    target_y: int
    planned: tuple[Spot, ...]
    actual: tuple[Spot, ...]
    planned_line: str
    actual_line: str
    forecast_line: str
    forecast: Spot | None
    labels: tuple[Label, ...]
    ticks: tuple[tuple[int, int], ...]  # x and month


def draw(course: CourseShown) -> Drawing:
    """Lay a course out from January to December, from nothing to its greatest number."""
    told = [v for p in course.points for v in (p.planned, p.actual) if v is not None]
    top = max([course.target, course.forecast or Decimal(0), *told, Decimal(1)])

    def spot(month: int, value: Decimal) -> Spot:
        x = LEFT + Decimal(RIGHT - LEFT) * month / MONTHS
        return Spot(round(x), round(BOTTOM - (BOTTOM - TOP) * value / top))

    planned = tuple(spot(p.month, p.planned) for p in course.points if p.planned is not None)
    actual = tuple(spot(p.month, p.actual) for p in course.points if p.actual is not None)
    ahead = spot(MONTHS, course.forecast) if course.forecast is not None else None
    target_y = spot(0, course.target).y
    last = {
        kind: value
        for kind, value in (
            (
                "planned",
                next((p.planned for p in reversed(course.points) if p.planned is not None), None),
            ),
            (
                "actual",
                next((p.actual for p in reversed(course.points) if p.actual is not None), None),
            ),
        )
        if value is not None
    }
    labels = [Label("target", course.target, target_y)]
    labels += [Label(kind, value, spot(MONTHS, value).y) for kind, value in last.items()]
    if ahead and course.forecast is not None:
        labels.append(Label("forecast", course.forecast, ahead.y))
    return Drawing(
        course=course,
        target_y=target_y,
        planned=planned,
        actual=actual,
        planned_line=_line(planned),
        actual_line=_line(actual),
        forecast_line=_line((actual[-1], ahead)) if ahead and actual else "",
        forecast=ahead,
        labels=_spread(labels),
        ticks=tuple((spot(m, Decimal(0)).x, m) for m in (3, 6, 9, 12)),
    )


def _line(spots: tuple[Spot, ...]) -> str:
    return " ".join(f"{spot.x},{spot.y}" for spot in spots) if len(spots) > 1 else ""


def _spread(labels: list[Label]) -> tuple[Label, ...]:
    """Move words apart that would stand on each other, upwards from the lowest."""
    ordered = sorted(labels, key=lambda label: -label.y)
    placed: list[Label] = []
    room = BOTTOM + 4
    for number, label in enumerate(ordered):
        highest = TOP + APART * (len(ordered) - 1 - number)  # leave room for those above
        y = max(min(label.y, room), highest)
        placed.append(Label(label.kind, label.value, y))
        room = y - APART
    return tuple(placed)
