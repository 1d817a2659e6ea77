"""What stops a person's change, as exceptions that pages turn into words (messages/web.toml)."""

from __future__ import annotations

from shishi.errors import ShishiError
from shishi.findings import load_messages
from shishi.rules.waivers import PERSON_NAMED, say_person_named


class Refused(ShishiError):
    """The parent of all refusals; `code` has words in both languages."""

    code = ""

    def words(self, language: str = "zh") -> str:
        """Say what stopped the change and what to do, "zh" or "en"."""
        return load_messages()[self.code][language]


class MoveRefused(Refused):
    """A report cannot make this move; `reason` is workflow.refusal's code."""

    def __init__(self, move: str, reason: str) -> None:
        self.move, self.reason, self.code = move, reason, reason
        super().__init__(f"{move}: {reason}")


class NotYours(Refused):
    """The thing belongs to another unit."""

    code = "not-yours"


class Changed(Refused):
    """Somebody else changed the thing meanwhile; `version` is the one that stands now."""

    code = "changed-meanwhile"

    def __init__(self, version: int) -> None:
        self.version = version
        super().__init__(f"changed meanwhile; it is now at version {version}")


class KeyReused(Refused):
    """The same submission key came with other words."""

    code = "key-reused"


class WaivedAlready(Refused):
    """Another waiver of this rule still holds for the item."""

    code = "waived-already"


class PersonNamed(Refused):
    """A person seems to be named where people appear by their office only; `name` is what looks like it."""

    code = PERSON_NAMED

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"a person seems to be named: {name}")

    def words(self, language: str = "zh") -> str:
        """Say which words look like a person's name, and what to write instead."""
        return say_person_named(self.name, language)


class NothingLeft(Refused):
    """Read so, the upload would have no record any more."""

    code = "nothing-left"
