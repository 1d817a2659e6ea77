"""A TOML table that is taken apart key by key, strictly."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from shishi.errors import RulebookError

T = TypeVar("T")


class Table:
    """A TOML table that is taken apart key by key; what is left over is unknown."""

    def __init__(self, file: str, path: str, data: dict[str, object]) -> None:
        self.file, self.path, self.data = file, path, dict(data)

    def wrong(self, key: str, reason: str) -> RulebookError:
        """Make the error for a key of this table."""
        return RulebookError(self.file, f"{self.path}{key}", reason)

    def take(self, key: str, kind: type[T], remedy: str) -> T:
        """Take a value of one TOML type out of the table."""
        if key not in self.data:
            raise self.wrong(key, f"is missing; {remedy}")
        value = self.data.pop(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.wrong(key, f"is {value!r}; {remedy}")
        return value

    def text(self, key: str, allowed: tuple[str, ...] = ()) -> str:
        """Take a text, one of the allowed ones where there are any."""
        remedy = f"write one of {', '.join(allowed)}" if allowed else 'write a text, "…"'
        value = self.take(key, str, remedy)
        if allowed and value not in allowed:
            raise self.wrong(key, f"is {value!r}; {remedy}")
        return value

    def flag(self, key: str) -> bool:
        """Take a switch."""
        return self.take(key, bool, "write true or false")

    def count(self, key: str) -> int:
        """Take a whole number, 0 or more."""
        value = self.take(key, int, "write a whole number")
        if value < 0:
            raise self.wrong(key, f"is {value}; write 0 or more")
        return value

    def day(self, key: str) -> date | None:
        """Take a day, written 2031-01-01 without quotation marks; None where there is none."""
        if key not in self.data:
            return None
        remedy = "write a day without quotation marks, 2031-01-01"
        value = self.take(key, date, remedy)
        if isinstance(value, datetime):
            raise self.wrong(key, f"is {value}; {remedy}")
        return value

    def share(self, key: str) -> Decimal:
        """Take a share: a number from 0 to 10, 1 being the goal."""
        if isinstance(self.data.get(key), int) and not isinstance(self.data[key], bool):
            self.data[key] = Decimal(self.count(key))
        value = self.take(key, Decimal, "write a number such as 0.95")
        if not 0 <= value <= 10:
            raise self.wrong(key, f"is {value}; write a share from 0 to 10, 1.00 being the goal")
        return value

    def texts(self, key: str, allowed: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Take a list of texts, of the allowed ones where there are any."""
        remedy = 'write a list of texts, ["…", "…"]'
        values = self.take(key, list, remedy)
        for value in values:
            if not isinstance(value, str) or not value or (allowed and value not in allowed):
                hint = f"{remedy}, of {', '.join(allowed)}" if allowed else remedy
                raise self.wrong(key, f"holds {value!r}; {hint}")
        return tuple(values)

    def table(self, key: str) -> Table:
        """Take a table."""
        data = self.take(key, dict, "write a table")
        return Table(self.file, f"{self.path}{key}.", data)

    def lists(self, key: str, allowed: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
        """Take a table whose every value is a list of texts."""
        table = self.table(key)
        return {name: table.texts(name, allowed) for name in list(table.data)}

    def close(self) -> None:
        """Refuse what nobody took."""
        for key in self.data:
            raise self.wrong(key, "is not known; default.toml lists every key")
