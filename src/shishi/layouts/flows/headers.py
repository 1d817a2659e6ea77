"""Find header rows in running text: words that may be broken over several paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shishi.layouts.columns import Column, is_project_table, match_columns
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, is_period, known_word
from shishi.records import Field

_LONGEST_JOIN = 3
_LONGEST_STRANGER = 10


@dataclass(frozen=True, slots=True)
class FlowHeader:
    """A header found in a flow: tokens[start:end] are its words, and the ways to name its columns."""

    start: int
    end: int
    readings: tuple[tuple[Column, ...], ...]  # the likeliest first


def find_headers(tokens: Sequence[str]) -> list[FlowHeader]:
    """Find every header of a project table in a list of squeezed plain tokens, in reading order.

    A header is a run of known header words, each made of one to three tokens, with at most two
    strangers between two known words; it must name at least three fields of a project table.

    >>> [(h.start, h.end) for h in find_headers("某表 序号 项目 名称 牵头单位 进展 1 修路".split())]
    [(1, 6)]
    """
    found, at = [], 0
    while at < len(tokens):
        words, end = _longest_run(tokens, at)
        if len(words) >= 3:
            readings = tuple(r for r in match_columns(words) if is_project_table(r))
            if readings:
                found.append(FlowHeader(at, end, readings))
                at = end
                continue
        at += 1
    return found


def _longest_run(tokens: Sequence[str], start: int) -> tuple[list[HeaderWord], int]:
    """Read as many header words as stand from `start` on; the run begins and ends with a known one."""
    words: list[HeaderWord] = []
    at, end, strangers = start, start, 0
    pending: list[HeaderWord] = []
    while at < len(tokens):
        word, width = _word_at(tokens, at, first=not words)
        if word is None:
            if not words or strangers > 1 or not _may_be_header(tokens[at]):
                break
            if tokens[at]:
                strangers += 1
                pending.append(_stranger(tokens[at]))
            at += 1
            continue
        words += [*pending, word]
        pending, strangers = [], 0
        at = end = at + width
    return words, end


def _stranger(token: str) -> HeaderWord:
    """A word that is not known may be a column of its own or a group over others."""
    return HeaderWord(token, token, ((OTHER, 5),), frozenset(Field))


def _word_at(tokens: Sequence[str], at: int, *, first: bool) -> tuple[HeaderWord | None, int]:
    """Read one header word: of the joins of one to three tokens that are known, the longest."""
    for width in range(min(_LONGEST_JOIN, len(tokens) - at), 0, -1):
        pieces = tokens[at : at + width]
        if first and width > 1 and is_period(pieces[0]):
            continue  # the last cell of the table before, and no half of a header word
        if all(pieces) and (word := known_word("".join(pieces))):
            return word, width
    return None, 0


def _may_be_header(token: str) -> bool:
    return len(token) <= _LONGEST_STRANGER and not any(c in token for c in "。;,:0123456789/★")
