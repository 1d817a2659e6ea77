"""A unit is written as the register writes it.

Authority: none; the name is understood, but a search for the registered one does not find it. On a page in
simplified characters a name may keep traditional ones, or the pinyin of the page it was copied from.
Example: 發展改革局 or 教育(jiào yù)局 in the middle of a simplified table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from shishi.findings import About, Finding, Severity
from shishi.rules.subject import Subject
from shishi.rules.unit_names import know_units, list_units
from shishi.text.characters import Script, fold, squeeze

CODE = "name-in-other-script"
SEVERITY = Severity.NOTES


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a unit whose name is known once it is written in simplified characters."""
    if subject.page.script is not Script.SIMPLIFIED:
        return
    known = know_units(subject)
    for record, field, text, _ in list_units(subject):
        plain = squeeze(fold(text.value, Script.TRADITIONAL_PINYIN).plain)
        written = _as_written(text.value)
        if plain != written and known.has(plain) and not known.has(written):
            facts = {"order": record.order, "printed": text.value, "proposal": plain}
            yield Finding(CODE, About.CONTENT, SEVERITY, record.spot(field), facts)


def _as_written(name: str) -> str:
    """Give a name with its own characters, whatever their width."""
    return squeeze(unicodedata.normalize("NFKC", name))
