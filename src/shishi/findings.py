"""Finding: something odd in the data, as facts. The words are made later, from the code.

Severity says what a finding asks for: `blocks` (cannot be published like this), `asks` (a person must
look), `notes` (good to know). `about` says whose doubt it is: `reading` (we are not sure that we read
this cell right) or `content` (the page itself is odd).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files

from shishi.places import Place


class Severity(StrEnum):
    """What a finding asks for, gravest first."""

    BLOCKS = "blocks"
    ASKS = "asks"
    NOTES = "notes"


class About(StrEnum):
    """Whose doubt a finding is: our reading, or the page itself."""

    READING = "reading"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Waiver:
    """豁免: somebody answers for it that a rule is not held against a record, until a day.

    `record` is the order of the record on its page, 0 for findings about the whole page. `item`, where
    it is given, is how that record's item begins: after a row was moved the waiver does not hold for
    whatever stands in its place. `until` is the last day.
    """

    rule: str
    record: int
    who: str
    why: str
    until: date
    item: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One odd thing at one place. `facts` hold what the message needs, as plain JSON values.

    `waived` is the waiver under which it is let pass: it stays to be seen and holds nothing up.
    """

    code: str
    about: About
    severity: Severity
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict)
    waived: Waiver | None = None

    @property
    def blocks(self) -> bool:
        """Say whether the page cannot be published because of it."""
        return self.severity is Severity.BLOCKS and self.waived is None


@cache
def load_messages() -> dict[str, dict[str, str]]:
    """Load the message templates of every room: code → {"zh": …, "en": …}."""
    messages: dict[str, dict[str, str]] = {}
    folder = files("shishi") / "data" / "messages"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            messages |= tomllib.loads(file.read_text(encoding="utf-8"))
    return messages


class _Facts(dict[str, object]):
    """Facts for str.format_map; a fact a template asks for and that is not there shows as …."""

    def __missing__(self, key: str) -> str:
        return "…"


def message(finding: Finding, language: str = "zh") -> str:
    """Say a finding in words, "zh" or "en". Raises KeyError for a code without a template.

    A fact of {"zh": …, "en": …} is said in that language, a list with 、 or commas between, a Decimal
    in plain digits (3 and not 3.0). None says that it is not known.
    """
    return _filled(load_messages()[finding.code][language], finding, language)


def message_parts(finding: Finding, language: str = "zh") -> tuple[str, str]:
    """Say what is wrong, and what to do about it ("" where the message does not say).

    A message turns to what to do with the clause that says 请 (Please), or else with its second. Which
    record it is (第3条：) is left out: a list says that beside it.
    """
    template = _RECORD.sub("", load_messages()[finding.code][language])
    end = next(filter(None, (p.search(template) for p in _REMEDIES[language])), None)
    parts = (template[: end.start()], template[end.end() :]) if end else (template, "")
    fault, remedy = (_filled(part, finding, language) for part in parts)
    return fault, remedy


_RECORD = re.compile(r"^(?:第\{order\}条：|Item \{order\}: )")
_REMEDIES = {
    "zh": (re.compile("[；。](?=[^；。]*请)"), re.compile("，(?=请)"), re.compile("[；。](?=.)")),
    "en": (re.compile("[.;] (?=Please|please)"), re.compile("[.;] (?=.)")),
}
"""Where a message turns to what to do: with the clause that says 请, or else the second."""


def _filled(template: str, finding: Finding, language: str) -> str:
    facts = {k: _spoken(v, language) for k, v in finding.facts.items()}
    return template.format_map(_Facts(facts))


def _spoken(fact: object, language: str) -> object:
    if fact is None:
        return load_messages()["not-known"][language]
    if isinstance(fact, Mapping):
        return _spoken(fact[language], language)
    if isinstance(fact, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(str(_spoken(f, language)) for f in fact)
    return f"{fact.normalize():f}" if isinstance(fact, Decimal) else fact
