"""The open district's units, found by any name they are printed under."""

from __future__ import annotations

from datetime import datetime

from shishi.rulebook import load_rulebook
from shishi.web.accounts.actions import add_unit
from shishi.web.accounts.models import District, Unit
from shishi.web.tenancy import current


class Register:
    """All units of the open district at once, so that a table of names takes one query.

    A name is matched by a unit's own names first, then by the rulebook's.
    """

    def __init__(self) -> None:
        self._rulebook = load_rulebook(District.objects.get(pk=current()).rulebook)
        self._by_name: dict[str, Unit] = {}
        self._by_full_name: dict[str, Unit] = {}
        for unit in Unit.objects.order_by("pk"):
            self._enter(unit)

    def find(self, printed: str) -> Unit | None:
        """Find the unit that a printed name means; None when there is none."""
        return self._by_name.get(printed) or self._by_full_name.get(self._rulebook.unit(printed))

    def find_or_add(self, printed: str, *, by: str, on: datetime) -> Unit:
        """Find the unit that a printed name means, or add one of that name."""
        unit = self.find(printed)
        if unit is None:
            unit = add_unit(printed, kind=kind_of(printed), by=by, on=on)
            self._enter(unit)
        return unit

    def _enter(self, unit: Unit) -> None:
        for name in (unit.name, *unit.aliases):
            self._by_name.setdefault(name, unit)
        self._by_full_name.setdefault(self._rulebook.unit(unit.name), unit)


def kind_of(printed: str) -> str:
    """Guess from a printed name what sort of unit it is, as one of Unit.Kind.

    >>> [kind_of(name) for name in ("临河街道", "各街道", "教育局")]
    ['subdistrict', 'group', 'bureau']
    """
    if printed.startswith(("各", "相关", "有关")) or printed.endswith("成员单位"):
        return str(Unit.Kind.GROUP)
    if printed.endswith(("街道", "镇", "乡")):
        return str(Unit.Kind.SUBDISTRICT)
    return str(Unit.Kind.COMPANY if printed.endswith(("公司", "集团")) else Unit.Kind.BUREAU)
