"""Knocking at a door, and looking whether anything moved inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

OF_THE_PROGRAM = {"Session", "Migration", "AccessAttempt", "AccessLog", "AccessFailureLog"}
"""Tables that change when somebody merely looks."""

HTMX = {"HX-Request": "true"}
_knocker = Client(raise_request_exception=False)
"""One for everybody: making it loads the middleware."""

TOKENS = re.compile(r"[A-Za-z0-9_-]{32,}|nonce-\S+")


@dataclass(frozen=True)
class Answer:
    """What came back, without what differs from request to request, and whether anything changed."""

    status: int
    words: str
    where: str
    changed: bool


class Writing:
    """Whether a statement was sent that may change a row: anything that is not known to read only.

    A SELECT changes rows where it fills a table, calls what moves a sequence or the server's own
    functions, or has another statement behind it.
    """

    READING = re.compile(
        r"\s*(?:SELECT\b(?!.*\b(?:INTO\b|(?:setval|nextval|pg_\w+|lo_\w+)\"?\s*\())"
        r"|(?:SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT)\b)[^;]*;?\s*",
        re.DOTALL | re.IGNORECASE,
    )

    def __init__(self) -> None:
        self.seen = False

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Let the statement pass; Django calls this around each."""
        self.seen = self.seen or not self.READING.fullmatch(sql)
        return execute(sql, params, many, context)


def ask(
    session: str,
    method: str,
    path: str,
    *,
    still: int,
    body: Mapping[str, Any] | None = None,
    htmx: bool = False,
) -> Answer:
    """Ask as the person of a session ("" for nobody), and undo whatever it did.

    `still` is the dump while nothing moves. Rows are compared where anything but a reading statement
    was sent to the database; where none was, nothing can have moved.
    """
    _knocker.cookies.clear()
    if session:
        _knocker.cookies["sid"] = session
    headers = HTMX if htmx else {}
    writing = Writing()
    with transaction.atomic():
        with connection.execute_wrapper(writing):
            response = _sent(method, path, body=dict(body or {}), headers=headers)
        changed = writing.seen and dump() != still
        transaction.set_rollback(True)
    words = TOKENS.sub("…", response.content.decode("utf-8", "replace"))
    return Answer(response.status_code, words, response.headers.get("Location", ""), changed)


def _sent(method: str, path: str, *, body: dict[str, Any], headers: dict[str, str]) -> HttpResponse:
    send = getattr(_knocker, method.lower())
    if method in ("GET", "HEAD", "POST"):
        return send(path, body, headers=headers)
    return send(path, headers=headers)


def forget_middleware() -> None:
    """Let the next question load the middleware anew: it is kept once it was loaded."""
    _knocker.handler._middleware_chain = None


def dump() -> int:
    """Fingerprint every row of every table that says something."""
    rows = [
        (model.__name__, sorted(map(repr, model._base_manager.values_list())))
        for model in apps.get_models(include_auto_created=True)
        if model.__name__ not in OF_THE_PROGRAM
    ]
    return hash(repr(rows))
