"""What many tests start from, made once and put back for each: rows and objects as they were made.

Making the cast takes 131 queries, and a thousand tests start from it. So the first test of a process
makes it, its rows are remembered, and the making is undone; every test, the first one too, gets the
remembered rows inserted inside of its own transaction and a copy of the objects for itself. Nothing
stays in the database between tests, and no test holds an object that another one holds.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

Made = TypeVar("Made")

_OURS = ("accounts", "projects", "sessions")
"""The apps whose tables are empty before a test."""


class Kept(Generic[Made]):
    """What `make` makes in an empty database, to be had again without making it again."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: tuple[Made, list[list[Any]]] | None = None

    def put_back(self) -> Made:
        """Insert the rows as they were made, and give the objects as they were made."""
        if self._made is None:
            self._made = self._remembered()
        made, tables = self._made
        with transaction.atomic():
            for rows in tables:
                # Past the managers: they are about the open district, and these rows are of all.
                models.QuerySet(type(rows[0])).bulk_create(rows)
            _count_on([type(rows[0]) for rows in tables])
        return deepcopy(made)

    def _remembered(self) -> tuple[Made, list[list[Any]]]:
        if found := _tables():
            raise RuntimeError(f"there is a {type(found[0][0]).__name__} before anything was made")
        with transaction.atomic():
            made, tables = self._make(), _tables()
            transaction.set_rollback(True)
        return made, tables


def _tables() -> list[list[Any]]:
    """Give the rows of each table of ours that has any."""
    every = (list(model._base_manager.all()) for name in _OURS for model in _models_of(name))
    return [rows for rows in every if rows]


def _models_of(app: str) -> list[Any]:
    return list(apps.get_app_config(app).get_models(include_auto_created=True))


def _count_on(kinds: list[Any]) -> None:
    """Let PostgreSQL number new rows after these; SQLite looks at what is there."""
    if statements := connection.ops.sequence_reset_sql(no_style(), kinds):
        with connection.cursor() as cursor:
            cursor.execute("".join(statements))
