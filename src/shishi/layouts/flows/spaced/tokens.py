"""The body of a table on lines as tokens: what stands between two spaces or line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.joints import begins_unit
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.terms import Terms
from shishi.layouts.units.labelled import field_of_label
from shishi.layouts.words.codes import parse_code
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import fold

_MARKED = re.compile(
    r"(?:[(（](?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）][、.]?|(?:[0-9]{1,3}(?:\.[0-9]{1,2})?|[一二三四五六七八九十]{1,3})"
    r"[、.．])(?=[^0-9、.．])"
)
"""A code with its mark that touches the words behind it: 1、新建绿道, (二)便民出行."""
_FEWEST_NUMBERS = 3
_ALL = 100
_LISTED = frozenset("、,，;；")
_WORD = re.compile("[\u4e00-\u9fff]{3}")
_LABEL = re.compile("([\u4e00-\u9fff]{2,9})[:：]")


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of one line without white space, by line and half-open span in its plain text."""

    line: int
    start: int
    end: int
    plain: str

    @property
    def is_open(self) -> bool:
        """Whether a list goes on behind the token."""
        return self.plain.endswith("、")


class Body:
    """The lines of one table: their tokens, and the way back to what was printed."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], terms: Terms, *, coded: bool, wide: bool = False
    ) -> None:
        """Take the lines; `wide`: two spaces part the cells, and one stands inside a cell."""
        self._terms, self.wide = terms, wide
        self._texts = [p.text for p in paragraphs]
        self._folded = [fold(t.value, terms.script) for t in self._texts]
        self.lines: list[range] = []
        self.tokens: list[Token] = []
        style = self._mark_that_touches() if coded else None
        for number, folded in enumerate(self._folded):
            first = len(self.tokens)
            self.tokens += _tokens(number, folded.plain, style)
            self.lines.append(range(first, len(self.tokens)))
        self._words = {t.plain[i : i + 3] for t in self.tokens for i in range(len(t.plain) - 2)}
        self._looks: dict[tuple[int, int], tuple[Look, ...]] = {}
        self._labels: dict[int, Field | None] = {}
        self._opening: dict[int, bool] = {}

    def _mark_that_touches(self) -> str | None:
        """Give the style of the codes that touch the words behind them, where most lines begin so."""
        marks = (_MARKED.match(folded.plain.strip()) for folded in self._folded)
        styles = Counter(_style(mark[0]) for mark in marks if mark)
        if not styles:
            return None
        style, often = styles.most_common(1)[0]
        return style if 2 * often > len(self._folded) else None

    def plain(self, line: int) -> str:
        """Give the plain text of a line."""
        return self._folded[line].plain

    def numbers_columns(self) -> int | None:
        """Give the first line where it numbers the columns: 1 2 3 4 5."""
        first = next((n for n, line in enumerate(self.lines) if line), None)
        if first is None or len(self.lines[first]) < _FEWEST_NUMBERS:
            return None
        printed = [self.tokens[t].plain for t in self.lines[first]]
        return first if printed == [str(n) for n in range(1, len(printed) + 1)] else None

    def looks(self, first: int, end: int) -> tuple[Look, ...]:
        """Give the ways the tokens first to end look: as printed, and with a broken word mended."""
        if (first, end) not in self._looks:
            tokens = self.tokens[first:end]
            printed = "".join(_between(tokens))
            mended = re.sub(r"\s", "", printed)
            ways = [printed] if printed == mended else [printed, mended]
            self._looks[first, end] = tuple(look_at(w, self._terms.statuses) for w in ways)
        return self._looks[first, end]

    def text(
        self, tokens: range, place: Place, *, names: bool = False, lined: bool = False
    ) -> Text:
        """Give the printed text of tokens, line by line; a name that a space broke is mended.

        `lined`: a space between two names was a line's end.
        """
        found: list[Text] = []
        between: list[str] = []
        for group in self._unbroken(tokens, names=names, lined=lined):
            first, last = self.tokens[group.start], self.tokens[group.stop - 1]
            span = self._folded[first.line].printed_span(first.start, last.end)
            if found:
                before = self.tokens[group.start - 1]
                ends = lined or before.line != first.line
                ends = ends and not (names and self._is_broken(group.start))
                between.append("\n" if ends else "")
            found.append(cut(self._texts[first.line], *span))
        return join(found, between, place=place)

    def _unbroken(self, tokens: range, *, names: bool, lined: bool) -> Iterator[range]:
        """Yield runs of tokens of one line, those of broken names apart from each other."""
        start = tokens.start
        for token in tokens[1:]:
            before, after = self.tokens[token - 1], self.tokens[token]
            if lined or before.line != after.line or (names and self._is_broken(token)):
                yield range(start, token)
                start = token
        yield range(start, tokens.stop)

    def _is_broken(self, token: int) -> bool:
        """Tell a name that goes on behind a space: 区综合 行政执法局."""
        before, after = self.looks(token - 1, token)[0], self.looks(token, token + 1)[0]
        if before.text[-1] in _LISTED or after.text[0] in _LISTED | {"★"}:
            return after.text[0] != "★"
        return (
            self.looks(token - 1, token + 1)[-1].units == 100
            and min(before.units, after.units) < 100
        )

    def parts_names(self, token: int, *, at_line_end: bool = False) -> bool:
        """Tell a space before a token, or a line's end, that stands between two names of units."""
        before, after = self.tokens[token - 1 : token + 1]
        if (before.line != after.line) is not at_line_end or before.plain[-1] in _LISTED:
            return False
        return all(self.looks(t, t + 1)[0].units == 100 for t in (token - 1, token))

    def breaks_word(self, token: int) -> bool:
        """Tell a line's end before a token within a word that the page prints elsewhere: 卫生服|务站."""
        if not 0 < token < len(self.tokens):
            return False
        before, after = self.tokens[token - 1 : token + 1]
        ends = (before.plain[-2:] + after.plain[:1], before.plain[-1:] + after.plain[:2])
        whole = (word for word in ends if _WORD.fullmatch(word))
        return before.line != after.line and any(word in self._words for word in whole)

    def is_starred(self, token: int) -> bool:
        """Tell units behind the star of those that lead, on one line: ★区残联, ★ 区残联."""
        here, stop = self.tokens[token], token + 1
        if here.plain == "★" and stop < self.lines[here.line].stop:
            stop += 1
        look = self.looks(token, stop)[0]
        return look.text[0] == "★" and look.units == _ALL

    def gap(self, token: int) -> int:
        """Count the spaces before a token on its line; 0 where it begins one."""
        before, after = self.tokens[token - 1 : token + 1] if token else self.tokens[:1] * 2
        return after.start - before.end if before.line == after.line and token else 0

    def begins_line(self, token: int) -> bool:
        """Tell the first token of a line."""
        return self.lines[self.tokens[token].line].start == token

    def opens_name(self, token: int) -> bool:
        """Tell a token that the next one completes: 区综合 + 行政执法局, or a list that goes on behind 、."""
        opens = self._opening.get(token)
        if opens is None:
            opens = self._opening[token] = self._opens_name(token)
        return opens

    def _opens_name(self, token: int) -> bool:
        if self.tokens[token].is_open or self.breaks_word(token + 1):
            return True
        if token + 1 >= len(self.tokens) or token + 1 == self.lines[self.tokens[token].line].start:
            return False
        before, after = self.looks(token, token + 1)[0], self.looks(token + 1, token + 2)[0]
        return begins_unit(before, after)

    def label(self, token: int) -> Field | None:
        """Give what a token says it holds: 牵头单位:区教育局."""
        if token not in self._labels:
            label = _LABEL.match(self.tokens[token].plain)
            self._labels[token] = field_of_label(label[1], self._terms) if label else None
        return self._labels[token]

    def without_labels(self, first: int, end: int) -> Look:
        """Give the way the tokens look when the labels before them are taken off."""
        plain = (_LABEL.sub("", t.plain) for t in self.tokens[first:end])
        return look_at("、".join(plain), self._terms.statuses)

    def code(self, token: int) -> tuple[int, ...] | None:
        """Read a token as a code; None when it is none."""
        return parse_code(self.tokens[token].plain)


def _style(mark: str) -> str:
    return re.sub("[0-9]+", "1", re.sub("[一二三四五六七八九十]+", "一", mark))


def _tokens(number: int, plain: str, style: str | None) -> Iterator[Token]:
    for at, match in enumerate(re.finditer(r"\S+", plain)):
        mark = None if at else _MARKED.match(match[0])
        if mark and _style(mark[0]) == style:
            cut_at = match.start() + mark.end()
            yield Token(number, match.start(), cut_at, mark[0])
            yield Token(number, cut_at, match.end(), plain[cut_at : match.end()])
        else:
            yield Token(number, *match.span(), match[0])


def _between(tokens: Sequence[Token]) -> Iterator[str]:
    before: Token | None = None
    for token in tokens:
        if before:
            yield "\n" if before.line != token.line else " " if before.end < token.start else ""
        yield token.plain
        before = token
