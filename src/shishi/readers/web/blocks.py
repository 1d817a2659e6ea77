"""Break the text of a web page into lines as a browser would, by block elements and white space."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from shishi.readers.plain.rows import WHITE

BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe
    legend li listing main menu nav ol optgroup option p plaintext pre search section select summary
    table tbody td textarea tfoot th thead tr ul xmp br""".split()  # noqa: SIM905 - easier to read
)
_KEEPING_LINES = frozenset(("pre", "textarea", "listing", "xmp", "plaintext"))
_NEVER_SHOWN = frozenset(("noscript", "datalist", "dialog"))
_COLLAPSING = re.compile("[ \t\n\f\r]+")
_HIDING = re.compile("display:none|visibility:hidden|font-size:0(?![.0-9]*[1-9])")
_KEEPING = re.compile("white-space:pre")
_STRIKING = re.compile("text-decoration(?:-line)?:[^;]*line-through")
_STRUCK = frozenset(("s", "strike", "del"))


def hides(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether a browser leaves an element out, from the element alone; style sheets are not read."""
    if tag in _NEVER_SHOWN:
        return tag != "dialog" or "open" not in attributes
    return "hidden" in attributes or _styled(attributes, _HIDING)


def strikes(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element draws a line through its text, from the element alone."""
    return tag in _STRUCK or _styled(attributes, _STRIKING)


def keeps_lines(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether line ends in the source of an element are printed line ends."""
    return tag in _KEEPING_LINES or _styled(attributes, _KEEPING)


def _styled(attributes: Mapping[str, str | None], pattern: re.Pattern[str]) -> bool:
    style = attributes.get("style") if "style" in attributes else None
    return bool(style) and pattern.search("".join(str(style).lower().split())) is not None


def one_line(text: str) -> str:
    """Give running text that no block breaks as the one line that Lines would make of it."""
    return _COLLAPSING.sub(" ", text).strip(WHITE)


@dataclass(slots=True)
class Lines:
    """Collects text into lines; lines that print nothing are dropped."""

    done: list[str] = field(default_factory=list)
    current: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add running text: any white space in it is one space, none at the start of a line."""
        text = _COLLAPSING.sub(" ", text)
        if not self.current or self.current[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self.current.append(text)

    def write_lines(self, text: str) -> None:
        """Add text whose line ends count."""
        first, *others = text.replace("\r\n", "\n").split("\n")
        self.current.append(first)
        for line in others:
            self.end_line()
            self.current.append(line)

    def end_line(self) -> None:
        """End the line, as the edge of a block and <br> do."""
        line = "".join(self.current).strip(WHITE)
        self.current.clear()
        if line:
            self.done.append(line)

    def take(self) -> list[str]:
        """End the line and give all lines so far; collecting starts anew."""
        self.end_line()
        lines, self.done = self.done, []
        return lines
