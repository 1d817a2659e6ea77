"""One district at a time: outside of one, no query runs; inside of one, no other is seen.

`with open_district(district):` opens it for the current thread or task. Models that belong to a
district take `DistrictModel`, whose manager is closed while none is open, so a forgotten filter is an
error and never a leak. The closed queryset refuses every public method that QuerySet has, found by
looking, so that a method Django adds later is refused too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, NoReturn

from django.db import models

if TYPE_CHECKING:
    from shishi.web.accounts.models import District

_open: ContextVar[int | None] = ContextVar("open_district", default=None)

_LAZY = {"none", "using", "all", "as_manager"}
"""What may be called on a closed queryset: nothing of it reaches the database."""


class NoDistrictOpen(RuntimeError):
    """A query was made while no district is open."""


def current() -> int | None:
    """Give the key of the district that is open, or None."""
    return _open.get()


@contextmanager
def open_district(district: District | int) -> Iterator[None]:
    """Open a district for the block; the one that was open before is open again after it."""
    key = district if isinstance(district, int) else district.pk
    token = _open.set(key)
    try:
        yield
    finally:
        _open.reset(token)


class ClosedQuerySet(models.QuerySet[Any]):
    """What `objects` is while no district is open: everything that would reach the database raises."""

    def all(self) -> models.QuerySet[Any]:
        """Give the queryset of the district that is open by now: forms call this when they are made."""
        if current() is None:
            return self._clone()  # type: ignore[attr-defined, no-any-return]
        return self.model._default_manager.get_queryset()


def _refuse(name: str) -> Any:
    def refused(self: ClosedQuerySet, *args: object, **kwargs: object) -> NoReturn:
        raise NoDistrictOpen(
            f"{self.model.__name__}.objects.{name}() was called while no district is open; "
            "wrap it in `with open_district(district):`"
        )

    return refused


for _name in set(dir(models.QuerySet)) - _LAZY:
    if not _name.startswith("_") and callable(getattr(models.QuerySet, _name)):
        setattr(ClosedQuerySet, _name, _refuse(_name))
for _name in ("__iter__", "__len__", "__bool__", "__getitem__", "__aiter__", "__repr__"):
    setattr(ClosedQuerySet, _name, _refuse(_name))


class OpenDistrict(models.Expression):
    """The open district, looked up when the query is sent and not when it was written down.

    A queryset that outlives its request, as a form class does, never brings rows of its old district.
    """

    output_field = models.BigIntegerField()

    def as_sql(self, compiler: object, connection: object) -> tuple[str, list[int]]:
        """Give the key of the open district; refuse the query when there is none."""
        key = current()
        if key is None:
            raise NoDistrictOpen("a query was sent while no district is open")
        return "%s", [key]


class OpenQuerySet(models.QuerySet[Any]):
    """The rows of the open district; what is written past `save` is held to the district too."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Create many rows in the open district."""
        rows = list(objs)
        for row in rows:
            row.enter_district()
        return super().bulk_create(rows, *args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        """Change rows where they are; a row does not move to another district."""
        if {"district", "district_id"} & kwargs.keys():
            raise NoDistrictOpen(f"{self.model.__name__} cannot move to another district")
        return super().update(**kwargs)


class DistrictManager(models.Manager[Any]):
    """Sees the open district only; closed while none is open."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Give the rows of the open district."""
        if current() is None:
            return ClosedQuerySet(self.model, using=self._db)
        return OpenQuerySet(self.model, using=self._db).filter(district_id=OpenDistrict())


class DistrictModel(models.Model):
    """Anything that belongs to one district."""

    district = models.ForeignKey("accounts.District", on_delete=models.PROTECT, related_name="+")

    district_id: int | None

    objects = DistrictManager()

    class Meta:
        """Abstract: the key of the district comes first in every table."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save into the open district; refuse to save into another one or into none."""
        self.enter_district()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete from the open district only."""
        self.enter_district()
        return super().delete(*args, **kwargs)

    def enter_district(self) -> None:
        """Put a new row into the open district.

        Raises NoDistrictOpen when none is open, when the row is of another one, or when it points to
        a loaded row of another one.
        """
        key, name = current(), type(self).__name__
        if key is None:
            raise NoDistrictOpen(f"{name} cannot be saved while no district is open")
        if self.district_id is None:
            self.district_id = key
        if self.district_id != key:
            raise NoDistrictOpen(f"{name} belongs to another district")
        for field in self._meta.concrete_fields:
            other = field.get_cached_value(self, None) if field.is_relation else None
            if isinstance(other, DistrictModel) and other.district_id != key:
                raise NoDistrictOpen(f"{name}.{field.name} belongs to another district")
