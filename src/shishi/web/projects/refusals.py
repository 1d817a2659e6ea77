"""What stops a person's change, as exceptions that pages turn into words."""

from __future__ import annotations

from shishi.errors import ShishiError


class MoveRefused(ShishiError):
    """A report cannot make this move; `reason` is workflow.refusal's code."""

    def __init__(self, move: str, reason: str) -> None:
        self.move, self.reason = move, reason
        super().__init__(f"{move}: {reason}")


class NotYours(ShishiError):
    """The thing belongs to another unit."""


class Changed(ShishiError):
    """Somebody else changed the thing meanwhile; `version` is the one that stands now."""

    def __init__(self, version: int) -> None:
        self.version = version
        super().__init__(f"changed meanwhile; it is now at version {version}")


class KeyReused(ShishiError):
    """The same submission key came with other words."""
