"""Part the lines of a page into blocks, and give every stretch of a line to its number, item or label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from shishi.layouts.cutting import cut
from shishi.layouts.flows.labelled.habits import learn
from shishi.layouts.flows.labelled.labels import BULLETS, Label, with_ends
from shishi.layouts.flows.labelled.lines import Line
from shishi.layouts.flows.labelled.over import (
    find_counted_alike,
    find_labelled,
    find_maybe_over,
    find_over,
    find_words_over_items,
)
from shishi.layouts.flows.labelled.starts import find_starts
from shishi.layouts.headings import nest
from shishi.layouts.terms import Terms
from shishi.places import Text
from shishi.records import Field

HEAD = ""
"""The word of what stands before the labels of a block."""

_BEHIND = " \t\u3000;；,，。."
"""What may stand behind the bracket that closes behind a value."""

_BETWEEN = " \t\u3000;,"
"""What parts a value from the label behind it on the same line."""

_SPACES = " \t\u3000"
_PARTING_BULLETS = "".join(sign for sign in BULLETS if sign not in "▲△★☆※")
_STROKE = re.compile(r"(?<=\S)\s+[/|]$")
_COLON = re.compile(r"\s*:\s*")
_NUMERAL = "[0-9.]+|[一二三四五六七八九十]+"
_IN_WORDS = re.compile(
    rf"\s*(?:第\s?(?P<n>{_NUMERAL})\s?[项件]|[【〔〖]\s?(?P<f>[0-9]+)\s?[】〕〗]|[\u4e00-\u9fff]{{2}}之?(?<=[目事务项程之])(?P<m>{_NUMERAL}))"
)
"""A number in words or a frame, which say no more than the number: 第3项, 项目3:, 【3】."""

_FEWEST = 2


@dataclass(slots=True)
class Block:
    """One project: its number, the values of its labels under their words, and its doubts.

    `printed` are its labels as the page has them, `unsure` the words whose values may end elsewhere;
    `bracketed` tells labels in brackets with their values.
    """

    given: Mapping[Field, Text]
    code: Text | None = None
    values: dict[str, list[Text]] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    bracketed: bool = False
    spaced: bool = (
        False  # spaces alone part its labels on a line, and a mark before them is the value's
    )

    @property
    def last(self) -> str:
        """The label whose value stands last so far."""
        return next(reversed(self.values), HEAD)


def part_blocks(lines: Sequence[Line], terms: Terms) -> list[Block]:
    """Part lines with settled labels into blocks."""
    headings = find_labelled(lines, terms) | find_counted_alike(lines)
    inner = [i for i in range(len(lines)) if i not in headings]
    habits = learn([lines[i] for i in inner], terms.dialect)
    words = find_words_over_items([lines[i] for i in inner], habits)
    inner = [i for at, i in enumerate(inner) if at not in words]
    found = find_starts([lines[i] for i in inner], habits)
    starts = [inner[i] for i in found.at]
    unsure = {inner[i] for i in found.unsure}
    maybe = {at + 1 for at in find_maybe_over(lines, starts)}
    headings |= find_over(lines, starts, terms)
    blocks: list[Block] = []
    given: Mapping[Field, Text] = {}
    spaced = _are_spaced(lines)
    for number, start in enumerate([0, *starts]):
        end = [*starts, len(lines)][number]
        held = [i for i in range(start, end) if i not in headings]
        if number:
            block = Block(given, spaced=spaced)
            blocks.append(_filled(block, lines, held, unsure=unsure))
            if start in unsure | maybe and len(blocks) > 1:
                blocks[-2].unsure.add(blocks[-2].last)
        for i in range(start, end):
            given = nest(given, headings.get(i, {}), terms)
    return blocks


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Tell lines where spaces alone part a label from the value before it: some word's values never end with a mark."""
    marked: set[str] = set()
    bare: Counter[str] = Counter()
    for line in lines:
        for label in line.labels[:-1]:
            value = line.folded.plain[label.value : label.end]
            if value.rstrip(_SPACES).endswith((";", ",")):
                marked.add(label.word)
            elif value.endswith(tuple(_SPACES)) and not value.rstrip(_SPACES).endswith("。"):
                bare[label.word] += 1
    return any(n >= _FEWEST and word not in marked for word, n in bare.items())


def _filled(block: Block, lines: Sequence[Line], held: Sequence[int], *, unsure: set[int]) -> Block:
    kept = _once([lines[i] for i in held], block)
    first, *rest = zip(held, kept, strict=True)
    _take(block, *first, begins=True, unsure=unsure)
    for at, line in rest:
        fresh = not block.values and block.code is not None
        _take(block, at, line, begins=fresh and not line.mark, unsure=unsure)
    if block.bracketed:
        _close(block)
    return block


def _close(block: Block) -> None:
    """Leave off the bracket that closes behind a value and opens before its label."""
    for word, texts in block.values.items():
        depth = 0
        for at, text in enumerate(texts):
            end = -1
            for place, character in enumerate(text.value):
                depth += (character in "(（") - (character in ")）")
                if depth < 0:
                    end = place
                    break
            if end >= 0:
                rest = text.value[end + 1 :].strip(_BEHIND)
                if not rest:
                    texts[at] = cut(text, 0, end)
                if (rest or at + 1 < len(texts)) and word != HEAD:
                    block.unsure.add(word)
                break


def _once(lines: Sequence[Line], block: Block) -> list[Line]:
    """Leave each label of a block standing once: where it begins a line, or else the first time."""
    places: dict[str, list[tuple[int, Label]]] = {}
    for at, line in enumerate(lines):
        for label in line.labels:
            places.setdefault(label.word, []).append((at, label))
    dropped: set[tuple[int, Label]] = set()
    for word, found in places.items():
        best = max(label.stand for _, label in found)
        finest = [spot for spot in found if spot[1].stand is best]
        dropped |= set(found) - {finest[0]}
        if len(finest) > 1:
            block.unsure |= {word, *(_word_before(lines, spot) for spot in finest[1:])}
    kept = []
    for at, line in enumerate(lines):
        labels = [label for label in line.labels if (at, label) not in dropped]
        kept.append(replace(line, labels=with_ends(labels, len(line.folded.plain))))
    return kept


def _word_before(lines: Sequence[Line], spot: tuple[int, Label]) -> str:
    """Give the label that a word would go on with if it were none."""
    at, label = spot
    before = [x.word for line in lines[:at] for x in line.labels]
    before += [x.word for x in lines[at].labels if x.start < label.start]
    return before[-1] if before else HEAD


def _take(block: Block, at: int, line: Line, *, begins: bool, unsure: set[int]) -> None:
    """Put the parts of a line where they belong: to the block's number, its item, a label's value."""
    first = line.labels[0].start if line.labels else len(line.folded.plain)
    start = line.mark.span[1] if begins and line.mark else 0
    if begins and line.mark and block.code is None:
        block.code = _code(line)
    start += _colon_before(line.folded.plain[start:first], block)
    first = start + len(
        _without_parting(line.folded.plain[start:first], _BETWEEN)
        if line.labels
        else line.folded.plain[start:first]
    )
    head = line.part(start, first)
    if head.value:
        block.values.setdefault(block.last, []).append(head)
        if at in unsure or line.barred:
            block.unsure.add(block.last)
    for doubt in line.doubted:
        around = [label.word for label in line.labels if label.start < doubt.start]
        block.unsure |= {doubt.word, around[-1] if around else block.last}
    for label in line.labels:
        if not label.sure:
            block.unsure |= {block.last, label.word}
        value = line.folded.plain[label.value : label.end]
        own = block.spaced and value.endswith(tuple(_SPACES))
        end = label.value + len(_without_parting(value, _SPACES if own else _BETWEEN))
        end = label.end if label is line.labels[-1] else end
        block.values.setdefault(label.word, []).append(line.part(label.value, end))
        block.printed.add(label.printed)
        block.bracketed |= label.bracketed


def _without_parting(value: str, between: str) -> str:
    """Leave off what parts a value from the label behind it: marks and spaces, a bullet, and a stroke with a space before it.

    A value of nothing but signs (●, ■■■□) stays, and so does a sign that marks a unit or a word: 区园林局▲.
    """
    bare = value.rstrip(between)
    without = bare.rstrip(_PARTING_BULLETS).rstrip(between)
    return _STROKE.sub("", without if without.strip() else bare)


def _colon_before(head: str, block: Block) -> int:
    """Say how much of a line is a colon that belongs to the label above it: 牵头单位 / :区水务局."""
    empty = not any(text.value for text in block.values.get(block.last, ()))
    colon = _COLON.match(head) if empty and block.last != HEAD else None
    return colon.end() if colon else 0


def _code(line: Line) -> Text | None:
    """Give the number of a line, without the point behind it: 1 for 1., 第1项, 项目1: and 【1】, but (1) as it stands."""
    if not line.mark:
        return None
    plain = line.folded.plain[: line.mark.span[1]]
    if counted := _IN_WORDS.match(plain):
        return line.part(*counted.span(counted.lastgroup or 0))
    left = len(plain) - len(plain.lstrip())
    return line.part(left, len(plain.rstrip(" .、:\uff0e")))
