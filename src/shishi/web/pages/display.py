"""How a person wants pages to look: light or dark, size, contrast. Kept in a cookie of the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest

COOKIE = "look"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("auto", "light", "dark"),  # 明暗
    "size": ("usual", "senior"),  # 长辈版
    "contrast": ("auto", "more"),  # 高对比度
}
"""What may be chosen, the default first."""

DARK, MORE = "(prefers-color-scheme: dark)", "(prefers-contrast: more)"


@dataclass(frozen=True, slots=True)
class Look:
    """A choice of token sets."""

    theme: str = "auto"
    size: str = "usual"
    contrast: str = "auto"

    def chosen(self, wishes: Mapping[str, str]) -> Look:
        """Change what is named in the wishes; a wish that is no choice changes nothing.

        >>> Look().chosen({"theme": "dark", "size": "huge"})
        Look(theme='dark', size='usual', contrast='auto')
        """
        named = {k: w for k, allowed in CHOICES.items() if (w := wishes.get(k, "")) in allowed}
        return replace(self, **named)

    def cookie(self) -> str:
        """Spell the look for its cookie."""
        return ".".join((self.theme, self.size, self.contrast))

    def style_sheets(self) -> tuple[tuple[str, str], ...]:
        """Give the token sets with the media they hold for, in the order in which they lie over
        each other; "" stands for every medium.

        >>> Look(theme="dark", contrast="more").style_sheets()[1:]
        (('dark', ''), ('contrast', ''), ('contrast-dark', ''))
        """
        dark = {"auto": DARK, "dark": ""}.get(self.theme)
        more = MORE if self.contrast == "auto" else ""
        sheets = [("tokens", "")]
        if dark is not None:
            sheets.append(("dark", dark))
        sheets.append(("contrast", more))
        if dark is not None:
            sheets.append(("contrast-dark", " and ".join(m for m in (dark, more) if m)))
        if self.size == "senior":
            sheets.append(("senior", ""))
        return tuple(sheets)


def look_of(request: HttpRequest | None) -> Look:
    """Read the look from a request's cookie; the default without one."""
    told = request.COOKIES.get(COOKIE, "") if request else ""
    return Look().chosen(dict(zip(CHOICES, told.split("."), strict=False)))
