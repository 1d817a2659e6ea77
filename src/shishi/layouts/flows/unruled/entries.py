"""Lines of running text, as the shapes without a table are read from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shishi.layouts.cutting import cut
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import begins_note, is_furniture, is_title
from shishi.places import Text
from shishi.readers.document import Paragraph
from shishi.text.characters import Folded, fold, squeeze


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph, its plain form, and whether it is a title, a note or a line of the web page."""

    text: Text
    folded: Folded
    titled: bool
    outside: bool

    @property
    def plain(self) -> str:
        """The paragraph in simplified characters, without pinyin."""
        return self.folded.plain

    def part(self, start: int, end: int) -> Text:
        """Cut the printed text of a stretch of the plain line."""
        return cut(self.text, *self.folded.printed_span(start, end))


def read_lines(paragraphs: Sequence[Paragraph], terms: Terms) -> list[TextLine]:
    """Fold the paragraphs of a flow and tell those that stand outside of every list."""
    lines = []
    for paragraph in paragraphs:
        folded = fold(paragraph.text.value, terms.script)
        tight = squeeze(folded.plain)
        titled = is_title(tight)
        outside = titled or is_furniture(tight) or begins_note(tight)
        lines.append(TextLine(paragraph.text, folded, titled, outside))
    return lines


def bare_number(plain: str, start: int, end: int) -> tuple[int, int]:
    """Give the span of a number without the marks around it.

    >>> bare_number("(3) 新建公厕", 0, 4)
    (1, 2)
    """
    printed = plain[start:end]
    left = len(printed) - len(printed.lstrip(" (（"))
    return start + left, start + len(printed.rstrip(" .、．)）"))
