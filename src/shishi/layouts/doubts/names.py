"""Doubts about lists of names: none that looks like a unit, two glued together, a sentence or a role among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from shishi.findings import About, Finding, Severity
from shishi.layouts.recording.roles import says_role
from shishi.layouts.words.names.glued import may_be_two
from shishi.layouts.words.names.kinds import is_glued, is_person, is_unit
from shishi.layouts.words.names.people import without_address
from shishi.layouts.words.tasks import is_task
from shishi.places import Text
from shishi.records import Field, Record
from shishi.text.characters import Script, fold, squeeze

_DIGIT = re.compile("[0-9]")
_PARTED = re.compile(r"\s|[、,，;；]\s*★")
"""What parts the lines of a starred cell, or gives each lead its own star."""


def _counts(name: str) -> bool:
    """Tell a task that ran into a list of units by what it counts; 推进工作领导小组 may be one of them."""
    return _DIGIT.search(name) is not None and is_task(name) and not is_unit(name)


def _is_leader(name: str) -> bool:
    return is_person(without_address(name))


_SPOKEN = re.compile("[。:;!?]")
"""Marks of sentences and labels, which no name has: 一季度:完成招标."""
_NAMED = (
    (Field.LEAD_UNITS, is_unit, "lead-unit-unsure"),
    (Field.SUPPORT_UNITS, is_unit, "support-unit-unsure"),
    (Field.LEADERS, _is_leader, "leader-unsure"),
)


class Strange:
    """A list of units in which no name is a unit's or two are one, or of leaders in which none is a person's.

    Or of either in which a sentence stands among the names, or of units one of which still says its role.

    Or of leaders in which a name is a single character, the half of one.

    `places`: the rows or groups of a cross-tab are named by districts, which lead there. A list that
    stands in many rows of a table is looked at once.
    """

    def __init__(self, script: Script, *, places: bool) -> None:
        self.script, self._places = script, places
        self._judged: dict[tuple[str, ...], bool] = {}
        self._fine: dict[Field, Sequence[Text]] = {}  # carried from row to row, the same object

    def names(self, record: Record) -> Iterator[Finding]:
        """Yield the doubts about the names of a record."""
        for field, looks_right, code in _NAMED:
            names = record.names.get(field)
            if not names or self._fine.get(field) is names:
                continue
            told = tuple([name.value for name in names])
            if not self._is_strange(code, looks_right, told) and not self._runs_on(record, field):
                self._fine[field] = names
            else:
                facts = {"order": record.order, "printed": record.printed(field)}
                yield Finding(code, About.READING, Severity.ASKS, record.spot(field), facts)

    def lists(self, field: Field, lists: Iterable[tuple[str, ...]]) -> bool:
        """Tell lists one of which would be doubted."""
        named = [(code, looks_right) for name, looks_right, code in _NAMED if name is field]
        return any(
            names and self._is_strange(code, looks_right, names)
            for code, looks_right in named
            for names in lists
        )

    def _is_strange(
        self, code: str, looks_right: Callable[[str], bool], names: tuple[str, ...]
    ) -> bool:
        told = (code, *names)
        if told not in self._judged:
            plain = [squeeze(fold(name, self.script).plain) for name in names]
            glued = looks_right is is_unit and any(map(is_glued, plain))
            fine = self._places and all(map(_is_district, plain))
            halved = looks_right is _is_leader and any(len(name) == 1 for name in plain)
            spoken = any(map(_SPOKEN.search, plain))
            spoken |= looks_right is is_unit and any(map(_counts, plain))
            said = looks_right is is_unit and any(map(says_role, plain))
            strange = glued or halved or spoken or said or not any(map(looks_right, plain))
            self._judged[told] = strange and not fine
        return self._judged[told]

    def _runs_on(self, record: Record, field: Field) -> bool:
        """Tell a cell of starred leads whose line ends were lost, so that a supporter stands right behind a lead.

        ★城建公司老龄办 has no space and no mark where the leads end, and may be parted into two units.
        """
        printed = record.printed(field) if field is Field.LEAD_UNITS else ""
        if "★" not in printed or _PARTED.search(printed.strip()):
            return False
        names = (fold(text.value, self.script).plain for text in record.names[field])
        return any(may_be_two(squeeze(name)) for name in names)


def _is_district(name: str) -> bool:
    return 2 <= len(name) <= 8 and name.endswith(("区", "县", "市", "旗", "州", "盟"))
