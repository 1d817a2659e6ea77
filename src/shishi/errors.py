"""The few exceptions, for what we cannot go on from.

ShishiError
├── UnreadableSource   the bytes are not a table we can read (missing, empty, binary, locked, too big)
├── RulebookError      a district's rulebook is wrongly written
├── LayoutError        an office's layout is wrongly written
├── NotWritten         a file cannot be written where or as it was asked for
├── MoveRefused        a report cannot make this move
└── NotYours           the thing belongs to somebody else

A wrong argument is a ValueError or TypeError; odd data are a Finding and never an exception.
"""

from __future__ import annotations

from collections.abc import Mapping


class ShishiError(Exception):
    """The parent of all of ours."""


class UnreadableSource(ShishiError):
    """A source that cannot be read. `name` says which, `reason` what and why, `remedy` what to do.

    `code` is stable and machine-readable: missing, empty, binary, encrypted, too-big, unsupported …
    Reason and remedy come in both languages, as {"zh": …, "en": …}; `facts` are the numbers and names
    that were put into them.
    """

    def __init__(
        self,
        name: str,
        code: str,
        *,
        reason: dict[str, str],
        remedy: dict[str, str],
        facts: Mapping[str, object] | None = None,
    ) -> None:
        self.name, self.code, self.reason, self.remedy = name, code, reason, remedy
        self.facts = dict(facts or {})
        super().__init__(self.line("en"))

    def line(self, language: str) -> str:
        """Give the whole message on one line in the language asked for ("zh" or "en")."""
        return f"{self.name}: {self.reason[language]} {self.remedy[language]}"


class RulebookError(ShishiError):
    """A rulebook that cannot be used: which file, which key, why."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        self.file, self.key, self.reason = file, key, reason
        super().__init__(f"{file}: {key}: {reason}")


class LayoutError(ShishiError):
    """An office's layout that cannot be used: which file, which key, why ({"zh": …, "en": …})."""

    def __init__(self, file: str, key: str, *, reason: dict[str, str]) -> None:
        self.file, self.key, self.reason = file, key, reason
        super().__init__(self.line("en"))

    def line(self, language: str) -> str:
        """Give the whole message on one line in the language asked for ("zh" or "en")."""
        colon = "：" if language == "zh" else ": "
        return f"{self.file}{colon}{self.key}{colon}{self.reason[language]}"


class NotWritten(ShishiError):
    """A file that cannot be written. `name` says which, `reason` why, `remedy` what to do.

    `code` is stable and machine-readable: unknown-format, no-folder, exists …
    """

    def __init__(
        self, name: str, code: str, *, reason: dict[str, str], remedy: dict[str, str]
    ) -> None:
        self.name, self.code, self.reason, self.remedy = name, code, reason, remedy
        super().__init__(self.line("en"))

    def line(self, language: str) -> str:
        """Give the whole message on one line in the language asked for ("zh" or "en")."""
        if language == "zh":
            return f"{self.name}：{self.reason[language]}{self.remedy[language]}"
        return f"{self.name}: {self.reason[language]} {self.remedy[language]}"
