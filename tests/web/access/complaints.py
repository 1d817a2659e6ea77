"""What is wrong with the doors: answers that the table does not give, leaks, and moves behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from tests.web.access.asking import Answer, ask
from tests.web.access.cast import MISSING, Cast, Things
from tests.web.access.routes import Route
from tests.web.access.table import PEOPLE, Row

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
FAR = ("visitor", "far-office", "far-liaison")
NEAR = ("stranger", "supporter", "liaison", "office", "leader")
REFUSED = (404, 405)
NO_ID = {"order", "field", "table"}
"""Positions that count inside of a thing and name no thing of their own."""

BODIES: dict[str, dict[str, Any]] = {
    "sign-in": {"username": "zhang", "password": "not-hers"},
    "display": {"theme": "dark", "next": "/"},
    "language": {"language": "en", "next": "/"},
    "upload-new": {"text": "序号 | 项目名称 | 牵头单位\n1 | 修建凉亭2座 | 园林局\n"},
    "upload-cell": {"value": "完成3条", "version": 1},
    "upload-proposal": {"value": "截至1024日完成2条"},
    "upload-right": {"value": "截至1024日完成２条"},
    "upload-rows-right": {"version": 1, "row": 1},
    "upload-columns": {
        "version": 1, "seen": 0, "column-1": "code", "column-2": "item",
        "column-3": "lead_units", "column-4": "goal",
    },
    "upload-confirm": {
        "target": "new", "title": "新计划", "slug": "new-plan", "year": 2031,
        "kind": "livelihood", "reports_every": 1, "take": "promises", "version": 1,
    },
    "report": {
        "progress": "完成改造12公里。", "claimed": "正常", "version": 0, "key": "k" * 32, "do": "submit",
    },
    "report-check": {"progress": "完成改造12公里。", "claimed": "正常"},
    "report-draft": {"progress": "完成改造12公里。", "claimed": "正常", "version": 0},
    "slots": {"period": "2031-05", "due_on": "2031-06-05"},
    "release-new": {"after": 0},
    "waiver-new": {
        "rule": "progress-without-fact", "who": "区政府督查室", "why": "数据由市级统计，下月补。",
        "until": "2999-12-31", "version": 1,
    },
    "review": {"do": "accept", "reviewed": "正常", "because": "核对过台账。", "version": 1},
}  # fmt: skip
"""What a person who may would send, so that what is refused is the person and not the form."""

KEEPS_NOTHING = {"sign-in", "sign-out", "display", "language", "report-check"}
"""Routes whose POST changes no fact."""


def find_rowless(routes: tuple[Route, ...], rows: tuple[Row, ...]) -> list[str]:
    """Name the routes without a row, and the rows without a route."""
    named, told = {route.name for route in routes}, {row.route for row in rows}
    doubled = len(routes) - len(named)
    return [f"no row: {name}" for name in sorted(named - told)] + [
        f"no route: {name}" for name in sorted(told - named)
    ] + ([f"{doubled} routes share a name"] if doubled else [])  # fmt: skip


def find_wrong_answers(route: Route, rows: tuple[Row, ...], cast: Cast) -> Iterator[str]:
    """Ask by every method as everybody; the table, or else a refusal, is what must come back."""
    told = {row.method: row.answers for row in rows if row.route == route.name}
    inside = "district" in route.positions
    path = address(route, cast.near)
    for method in METHODS:
        answers = told.get("GET" if method == "HEAD" else method)
        for person in PEOPLE:
            body = BODIES.get(route.name) if method == "POST" else None
            for htmx in (False, True) if answers else (False,):
                answer = ask(
                    cast.sessions.get(person, ""),
                    method,
                    path,
                    still=cast.still,
                    body=body,
                    htmx=htmx,
                )
                said = f"{method} {path} as {person}: {answer.status}"
                wanted = {answers[person]} if answers else _refusals(person, inside=inside)
                if htmx and answer.status < 400 and min(wanted) < 400:
                    wanted = {200, 204, 302, 303}
                if answer.status not in wanted:
                    yield f"{said}, wanted {sorted(wanted)}"
                if answer.changed and not _may_change(route, method, answers, person):
                    yield f"{said}, and something changed"
                if not htmx and _is_idle(route, method, answers, person) and not answer.changed:
                    yield f"{said}, and nothing changed: the body is not one that a form sends"


def find_leaks(route: Route, rows: tuple[Row, ...], cast: Cast) -> Iterator[str]:
    """Put real numbers of the other district into each place; the answer is that of a missing one."""
    for row in (row for row in rows if row.route == route.name):
        for person in NEAR:
            for place, foreign, missing in _places(route, row, cast, person=person):
                far = _ask(row, person, cast, route=route, **foreign)
                gone = _ask(row, person, cast, route=route, **missing)
                said = f"{row.method} {route.name} as {person}, foreign {place}: {far.status}"
                if _plain(far) != _plain(gone):
                    yield f"{said}, and a missing one: {gone.status}"
                if far.changed != gone.changed or (far.changed and place in route.positions):
                    yield f"{said}, and something changed"
                if place in route.positions and far.status != 404:
                    yield f"{said}, wanted 404"


def address(route: Route, things: Things, **instead: object) -> str:
    """Write the address of a route for the things of a district; `instead` replaces positions."""
    kwargs: dict[str, object] = {}
    for name, kind in route.positions.items():
        key = "told-slot" if name == "slot" and "receipt" in route.positions else name
        kwargs[name] = things.district if name == "district" else things.at[key, kind]
    return reverse(route.name, kwargs=kwargs | instead)


def _places(
    route: Route, row: Row, cast: Cast, *, person: str
) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Give every place an id may stand in: what to send with a foreign one, and with a missing one.

    Ids beside the address are tried as those whom the address lets in.
    """
    for name, kind in route.positions.items():
        if name != "district" and name not in NO_ID:
            key = "told-slot" if name == "slot" and "receipt" in route.positions else name
            yield name, {"at": {name: cast.far.at[key, kind]}}, {"at": {name: _gone(kind)}}
    if row.answers[person] >= 400:
        return
    for (name, kind), value in cast.far.at.items():
        asked = "target" if name == "empty" else name
        place = f"{'field' if row.method == 'POST' else '?'}{asked}"
        if name not in NO_ID:
            yield place, {"sent": {asked: value}}, {"sent": {asked: _gone(kind)}}


def _gone(kind: str) -> object:
    return MISSING if kind == "int" else "nowhere"


def _ask(
    row: Row, person: str, cast: Cast, *, route: Route,
    at: dict[str, Any] | None = None, sent: dict[str, Any] | None = None,
) -> Answer:  # fmt: skip
    body = BODIES.get(route.name, {}) if row.method == "POST" else {}
    path = address(route, cast.near, **(at or {}))
    return ask(cast.sessions[person], row.method, path, still=cast.still, body=body | (sent or {}))


def _plain(answer: Answer) -> tuple[int, str, str]:
    """An answer without its numbers: the id itself may be told back to who sent it."""
    return answer.status, re.sub("[0-9]+|nowhere|own-[a-z]+", "#", answer.words), re.sub(
        "[0-9]+", "#", answer.where
    )  # fmt: skip


def _refusals(person: str, *, inside: bool) -> set[int]:
    if person == "nobody":
        return {302, 405} if inside else {200, 302, 405}
    if not inside:
        return {200, 302, 405}  # Django's own views take what they know
    return {404} if person in FAR else set(REFUSED)


def _may_change(route: Route, method: str, answers: dict[str, int] | None, person: str) -> bool:
    may = method == "POST" and answers is not None and answers[person] < 400
    return may and route.name not in KEEPS_NOTHING and person in NEAR


_is_idle = _may_change
