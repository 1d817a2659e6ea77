"""The names of units that a page is held against: who is known, and who a misprinted name may be."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from shishi.places import Text
from shishi.records import Field, Record
from shishi.rulebook import Rulebook
from shishi.rules.subject import Subject
from shishi.text.damage import looks_cut, lossy_name, shortened_name
from shishi.text.garbled import garbled_name, has_hole
from shishi.text.sounds import sounds_alike
from shishi.text.splits import is_split

UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)
"""The fields that name units."""

_GROUPS = "group-not-expanded"  # the rule whose row has the words for groups


@dataclass(frozen=True, slots=True)
class KnownUnits:
    """The register that the caller gives, or else the rulebook's.

    `names` are all the names that one may be meant for; `given` those of the caller's register with and
    without what stands in front of them, `full` the same as the rulebook knows them.
    """

    rulebook: Rulebook
    names: frozenset[str]
    given: frozenset[str]
    full: frozenset[str]

    def has(self, name: str) -> bool:
        """Say whether a printed name is one of the register, whatever stands in front of it."""
        if not self.given:
            return self.rulebook.is_registered(name)
        bare = self.rulebook.bare_names(name)
        return not self.given.isdisjoint(bare) or self.rulebook.unit(name) in self.full

    def find_whole(self, name: str) -> list[str] | None:
        """Find the names that one may be which lost a character; None for a name that looks whole."""
        whole = sorted(self.names)
        found = garbled_name(name, whole) or lossy_name(name, whole)
        if not found and looks_cut(name):
            found = shortened_name(name, whole)
        return found if found or looks_cut(name) or has_hole(name) else None

    def find_alike(self, name: str, *, also: Collection[str] = ()) -> dict[str, str]:
        """Find the known names that this one is a slip for: name → as it would be printed here.

        It sounds like them, or has one of their characters in halves (木交 for 校).

        What stands in front of a name stays: 区教育居 is 教育局, and would be printed 区教育局.
        """
        bare_names = self.rulebook.bare_names(name)
        pairs = ((bare, other) for bare in bare_names for other in self.names.union(also))
        found: dict[str, str] = {}  # as it would be printed → the name, in its longest form
        for bare, other in sorted(pairs):
            if sounds_alike(bare, other) or is_split(bare, other):
                printed = name.removesuffix(bare) + other
                found[printed] = max(found.get(printed, ""), other, key=len)
        return {other: printed for printed, other in found.items()}


def know_units(subject: Subject, *, own: bool = False) -> KnownUnits:
    """Gather the names of units; with `own`, those that the page prints whole are names as well."""
    book, register = subject.rulebook, subject.beside.register
    given = frozenset(name for unit in register for name in book.bare_names(unit))
    names = given.union(book.unit_names())
    if own:
        printed = (plain for _, _, _, plain in list_units(subject))
        whole = (n for n in printed if not (looks_cut(n) or has_hole(n) or is_group(subject, n)))
        names = names.union(whole)
    return KnownUnits(book, names, given, frozenset(book.unit(unit) for unit in register))


def list_units(
    subject: Subject, fields: Collection[Field] = UNITS
) -> Iterator[tuple[Record, Field, Text, str]]:
    """List every unit that a page names: record, field, as printed, in simplified characters."""
    for record in subject.page.records:
        for field in fields:
            for text, plain in subject.list_names(record, field):
                yield record, field, text, plain


def is_group(subject: Subject, name: str) -> bool:
    """Say whether a name stands for several units (各街道), those that the rulebook lists or others."""
    begins, ends = (subject.words_of(_GROUPS, key) for key in ("begins", "ends"))
    return name in subject.rulebook.groups or name.startswith(begins) or name.endswith(ends)
