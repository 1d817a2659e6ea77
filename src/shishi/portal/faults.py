"""What keeps a site from being published, as codes with the page and what was found there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shishi.errors import ShishiError
from shishi.portal.words import load_words

SHOWN = 5
"""How many faults an exception spells out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a site: its code (data/portal/words.toml), the page, what was found."""

    code: str
    page: str
    found: str = ""

    def say(self, language: str) -> str:
        """Say it in words, "zh" or "en".

        >>> Fault("dead_link", "index.html", "d/x.html").say("zh")
        'index.html：链接“d/x.html”打不开'
        """
        words = load_words()
        template = words["faults"][self.code][language]
        return self.page + words["labels"]["colon"][language] + template.format(found=self.found)


class NotPublishable(ShishiError):
    """A site that must not be published. What was published before stands as it was."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.line("en"))

    def line(self, language: str) -> str:
        """Give the first faults on one line, "zh" or "en"."""
        said = [fault.say(language) for fault in self.faults[:SHOWN]]
        more = f" … ({len(self.faults)})" if len(self.faults) > SHOWN else ""
        return ("；" if language == "zh" else "; ").join(said) + more
