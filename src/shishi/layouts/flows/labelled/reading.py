"""Read the paragraphs of a flow as lines, and settle which of their words are labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.flows.labelled.habits import find_opening
from shishi.layouts.flows.labelled.labels import counts_by_word, find_labels
from shishi.layouts.flows.labelled.lines import Line, is_page_furniture
from shishi.layouts.flows.labelled.numbers import (
    counts_within,
    number_of,
    with_counted_labels,
    with_listed,
    with_numbers_before_digits,
    without_bullets,
)
from shishi.layouts.flows.labelled.outside import (
    ATTACHED,
    MONEY,
    find_contacts,
    repeats,
    tell_rules,
    tell_values,
    with_own_contacts,
    without_closing,
)
from shishi.layouts.flows.labelled.standing import cut_to_page, keep_labels
from shishi.layouts.flows.labelled.unknown import find_between_labels, with_whole_words
from shishi.layouts.flows.markdown import without_markdown
from shishi.layouts.notices import find_notice_labels
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import begins_note, is_title
from shishi.readers.document import Paragraph
from shishi.text.characters import fold, squeeze

_FEWEST = 2


def read_lines(paragraphs: Sequence[Paragraph], terms: Terms) -> list[Line]:
    """Look at every paragraph; which of the words with a colon are labels is not settled yet."""
    lines = [_line(paragraph, terms, spaced=False) for paragraph in paragraphs]
    spaced = [_line(paragraph, terms, spaced=True) for paragraph in paragraphs]
    lines = spaced if _are_spaced(spaced) else _with_own(lines, terms)
    if counts_within(lines):
        lines = [_uncounted(x, terms) for x in lines]
    first = Counter(line.labels[0].word for line in lines if line.labels)
    lines = without_closing(lines, terms.dialect)
    lines = with_own_contacts(lines)
    lines = with_listed([replace(x, outside=x.outside and not repeats(x, first)) for x in lines])
    lines = with_numbers_before_digits(lines)
    valued = zip(lines, tell_values(lines), strict=True)
    lines = [replace(x, outside=x.outside and not is_value) for x, is_value in valued]
    ruled = zip(lines, tell_rules(lines), strict=True)
    lines = [replace(x, outside=x.outside or is_rule) for x, is_rule in ruled]
    others = find_contacts(lines)
    return [replace(x, outside=x.outside or at in others) for at, x in enumerate(lines)]


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Tell a page whose labels have no colon: several header words that each begin line after line."""
    first = [line.labels[0] for line in lines if line.labels and line.labels[0].known]
    bare = Counter(label.word for label in first if not label.colon)
    again = {word: times for word, times in bare.items() if times >= _FEWEST}
    return len(again) > _FEWEST - 1 and 2 * sum(again.values()) > len(first)


def _line(paragraph: Paragraph, terms: Terms, *, spaced: bool) -> Line:
    text = without_markdown(paragraph.text)
    folded = fold(text.value, terms.script)
    plain = folded.plain
    tight = squeeze(plain)
    barred = paragraph.bars > 0
    labels = [] if barred else find_labels(plain, terms.dialect, spaced=spaced)
    known = any(terms.dialect.word(label.word) for label in labels)
    outside = is_page_furniture(tight) or (not known and is_title(tight))
    outside |= (ATTACHED.fullmatch(tight) or MONEY.fullmatch(tight)) is not None
    if not known:
        outside |= begins_note(tight) or bool(find_notice_labels(plain))
    return Line(text, folded, labels, number_of(plain), outside, barred, paragraph.gap)


def _with_own(lines: Sequence[Line], terms: Terms) -> list[Line]:
    """Find the labels again where the page has such as no list has."""
    plain = [line.folded.plain for line in lines]
    own = find_between_labels([x.labels for x in lines], plain=plain, dialect=terms.dialect)
    if not own:
        return list(lines)
    return [
        x if x.barred else replace(x, labels=find_labels(x.folded.plain, terms.dialect, own=own))
        for x in lines
    ]


def _uncounted(line: Line, terms: Terms) -> Line:
    """Read a line that begins with a word that counts as one without a number."""
    if line.barred or not counts_by_word(line.folded.plain):
        return line
    labels = find_labels(line.folded.plain, terms.dialect, counted=False)
    return replace(line, labels=labels, mark=None)


def with_labels(lines: Sequence[Line], terms: Terms) -> list[Line]:
    """Settle which words are labels on these lines."""
    plain = [line.folded.plain for line in lines]
    whole = with_whole_words([x.labels for x in lines], plain=plain, dialect=terms.dialect)
    cut = cut_to_page(whole, plain=plain, dialect=terms.dialect)
    opening = find_opening(lines)
    kept = keep_labels(cut, plain=plain, dialect=terms.dialect, opening=opening)
    settled = [
        replace(line, labels=labels, doubted=doubted)
        for line, (labels, doubted) in zip(lines, kept, strict=True)
    ]
    return with_counted_labels(without_bullets(settled, terms.script))
