"""Cut a cell into topics and clauses, each with the measures that stand in it.

A topic is a sentence, with the sentences that go on about it (累计…, 其中…). A clause ends at a comma.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from shishi.matching.goals.lexicon import load_lexicon
from shishi.measures.measure import Measure, Milestone
from shishi.records import Field, Record
from shishi.text.characters import Folded

_NUMBERING = re.compile(r"(?:^|(?<=[。;；\n]))\s*[0-9]{1,2}[.、．](?![0-9])")
_SENTENCE = re.compile(r"[^。;；]+")
_CLAUSE = re.compile(r"(?:[^,，。;；]|(?<=[0-9])[,，](?=[0-9]{3}))+")
_ALL = 100
_HAN = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas: its plain text, its topic's number, what is measured and due in it.

    `starts` says where each of the measures begins in the text; `printed` is the stretch as the page
    prints it, "" for one that is not from a page.
    """

    text: str
    topic: int
    measures: tuple[Measure, ...] = ()
    starts: tuple[int, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    printed: str = ""

    @property
    def quotation(self) -> str:
        """The words to quote in a reason: as printed."""
        return self.printed or self.text

    @property
    def is_share(self) -> bool:
        """Say whether the clause tells of less than all: 完成80%."""
        return any(m.unit == "%" and m.value < _ALL for m in self.measures)


@dataclass(frozen=True, slots=True)
class Topic:
    """A sentence and what continues it; `quotation` is all of it as printed."""

    clauses: tuple[Clause, ...]
    quotation: str = ""

    @property
    def text(self) -> str:
        """The words of all clauses, in order."""
        return ",".join(clause.text for clause in self.clauses)


def split_topics(
    record: Record,
    name: Field,
    measures: Iterable[Measure],
    *,
    milestones: Iterable[Milestone] = (),
) -> tuple[Topic, ...]:
    """Cut one field of a record into topics. Measures and milestones are those of that field.

    Works on the plain text; spans of measures count in the printed one and are led back.
    """
    folded = record.folded.get(name) or _as_printed(record.printed(name))
    plain, offsets = folded.plain, folded.offsets
    found: tuple[Measure | Milestone, ...] = (*measures, *milestones)
    at = {m: bisect_right(offsets, m.span[0]) - 1 for m in found}
    blanked = _NUMBERING.sub(lambda found: " " * len(found[0]), plain)
    topics: list[list[re.Match[str]]] = []
    for sentence in _SENTENCE.finditer(blanked):
        if not sentence[0].strip():
            continue
        if not topics or not _continues(sentence[0]):
            topics.append([])
        topics[-1] += _CLAUSE.finditer(blanked, *sentence.span())
    return tuple(
        Topic(
            tuple(_build_clause(part, number, at, folded=folded) for part in parts),
            _quote(folded, parts[0], parts[-1]) if parts else "",
        )
        for number, parts in enumerate(topics)
    )


def _as_printed(text: str) -> Folded:
    return Folded(text, text, tuple(range(len(text) + 1)))


def _quote(folded: Folded, first: re.Match[str], last: re.Match[str]) -> str:
    """Give what is printed from one clause to another, without the number in front."""
    start = first.end() - len(first[0].lstrip())
    end = last.start() + len(last[0].rstrip())
    if start >= end:
        return ""
    left, right = folded.printed_span(start, end)
    return folded.printed[left:right].strip()


def _build_clause(
    part: re.Match[str], topic: int, at: Mapping[Measure | Milestone, int], *, folded: Folded
) -> Clause:
    own = [found for found, start in at.items() if part.start() <= start < part.end()]
    measures = tuple(m for m in own if isinstance(m, Measure))
    indent = part.start() + len(part[0]) - len(part[0].lstrip())
    return Clause(
        part[0].strip(),
        topic,
        measures,
        tuple(at[m] - indent for m in measures),
        tuple(m for m in own if isinstance(m, Milestone)),
        _quote(folded, part, part),
    )


# The words of one cell are held against each other again and again.
@lru_cache(maxsize=4096)
def bigrams(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring Chinese characters, synonyms made alike.

    >>> sorted(bigrams("设备购置(2台)"))
    ['备配', '设备', '配备']
    """
    text = "".join(text.split())
    for word, same in load_lexicon().synonyms.items():
        text = text.replace(word, same)
    return frozenset(run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))


def cover(asked: str, answer: str) -> Fraction:
    """Say what share of the asked words stands in the answer, 0 to 1; verbs in front do not count.

    >>> cover("完成外墙粉刷", "外墙已粉刷"), cover("完成外墙粉刷", "正在招标")
    (Fraction(2, 3), Fraction(0, 1))
    """
    pairs = bigrams(bare(asked))
    return Fraction(len(pairs & bigrams(answer)), len(pairs) or 1)


def bare(text: str) -> str:
    """Take the verbs without an object off the front of a clause."""
    for verb in load_lexicon().words["verbs"]:
        if text.startswith(verb):
            return text[len(verb) :]
    return text


def _continues(sentence: str) -> bool:
    return sentence.strip().startswith(load_lexicon().words["continuing"])
