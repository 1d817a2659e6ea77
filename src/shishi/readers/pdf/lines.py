"""Lines: from characters with places to lines of text, and which of them a page only wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shishi.readers.pdf.drawn import Glyph
from shishi.readers.plain.rows import WHITE

_WORD_GAP = 0.18  # of the line's height, between two characters of which one is Latin
_WIDE_GAP = 0.9  # between any two
_COLUMN_GAP = 2.2
_SHARED = 0.5  # of the height of the smaller of two on one line: a comma hangs at its foot
_ROOM = 0.25  # how much more than the next word needs must be free where a line ends by intent
# What begins a line with the word before it, and what ends one with the word after it.
_CLOSING = "，。、；：！？）】》〉」』”’％%,.;:!?)]}·…—"
_OPENING = "（【《〈「『“‘([{"
_LATIN = re.compile(r"[!-~\u00a0-\u024f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, where it lies, and the width of its first word."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    first_word: float

    @property
    def size(self) -> float:
        """Give the height of the line."""
        return self.bottom - self.top


def find_lines(glyphs: Sequence[Glyph], *, columns: bool = False) -> list[Line]:
    """Gather characters into lines, from the top down; `columns`: a wide gap is a tab."""
    lines = [_line(row, columns=columns) for row in group_lines(glyphs)]
    return [line for line in lines if line.text]


def group_lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Give the characters of each line from the left, the lines from the top down."""
    rows: list[list[Glyph]] = []
    top = bottom = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.box.middle[1], g.box.left)):
        shared = min(bottom, glyph.box.bottom) - max(top, glyph.box.top)
        if rows and shared >= _SHARED * min(bottom - top, glyph.size):
            rows[-1].append(glyph)
            top, bottom = min(top, glyph.box.top), max(bottom, glyph.box.bottom)
        else:
            rows.append([glyph])
            top, bottom = glyph.box.top, glyph.box.bottom
    return [sorted(row, key=lambda g: g.box.left) for row in rows]


def _line(glyphs: list[Glyph], *, columns: bool) -> Line:
    size = max(glyph.size for glyph in glyphs)
    text = glyphs[0].character
    for before, glyph in pairwise(glyphs):
        gap = glyph.box.left - before.box.right
        text += _between(before.character, glyph.character, gap / max(size, 1), columns=columns)
        text += glyph.character
    shown = [g for g in glyphs if g.character not in WHITE] or glyphs
    return Line(
        text.strip(WHITE),
        shown[0].box.left,
        min(g.box.top for g in shown),
        max(g.box.right for g in shown),
        max(g.box.bottom for g in shown),
        _first_word(shown),
    )


def _between(before: str, after: str, gap: float, *, columns: bool) -> str:
    if columns and gap > _COLUMN_GAP:
        return "\t"
    if before in WHITE or after in WHITE:
        return ""
    latin = _LATIN.match(before) and _LATIN.match(after)
    return " " if gap > (_WORD_GAP if latin else _WIDE_GAP) else ""


def _first_word(glyphs: list[Glyph]) -> float:
    """Measure what could not have been parted from the first character of a line."""
    end = 0
    while end + 1 < len(glyphs):
        before, after = glyphs[end].character, glyphs[end + 1].character
        together = before in _OPENING or after in _CLOSING
        if not together and not (_LATIN.match(before) and _LATIN.match(after)):
            break
        if (
            glyphs[end + 1].box.left - glyphs[end].box.right > _WORD_GAP * glyphs[end].size
            and not together
        ):
            break
        end += 1
    return glyphs[end].box.right - glyphs[0].box.left


def join_lines(lines: Sequence[Line], width: float) -> list[list[str]]:
    """Join the lines that a page only wrapped, in a space so wide.

    Gives the paragraphs, each as the lines it was wrapped into; put together they are its text. A
    line ends by intent where the next word would still have fitted on it. A blank between two Latin
    words stands at the end of a line, nothing between others.
    """
    paragraphs = [[line.text] for line in lines[:1]]
    for before, line in pairwise(lines):
        if ends_by_intent(before, line, width=width):
            paragraphs.append([line.text])
        else:
            paragraphs[-1][-1] += joint(before.text, line.text)
            paragraphs[-1].append(line.text)
    return paragraphs


def ends_by_intent(before: Line, line: Line, *, width: float) -> bool:
    """Tell whether a line ends where its writer meant it to, and not where the page did."""
    room = width - (before.right - before.left)
    return room >= line.first_word + _ROOM * line.size


def joint(before: str, after: str) -> str:
    """Give what goes between two joined lines: a blank between Latin letters or words, else nothing."""
    return " " if _is_letter(before[-1:]) and _is_letter(after[:1]) else ""


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
