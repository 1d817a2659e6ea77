"""Labels in running text: a header word with a colon after it, or in 【】, and the text up to the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from types import MappingProxyType

from shishi.layouts.columns.column import Column
from shishi.layouts.columns.evidence import ColumnLook, guess_word, weigh
from shishi.layouts.columns.matching import match_columns
from shishi.layouts.units.labelled import short_labels
from shishi.layouts.words.dialect import COMMON, Dialect
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, header_words, is_period, load_headers
from shishi.records import Field
from shishi.text.characters import squeeze
from shishi.text.marks import Mark, Style, find_mark
from shishi.text.numerals import read_chinese

_PERIOD = (
    r"(?:(?:截至|截止)?(?:[12][0-9]{3}年(?:度)?)?(?:[0-9]{1,2}(?:[-—~至][0-9]{1,2})?月(?:份|[底末]前?)?"
    r"|第?[一二三四]季度|上半年|下半年|本月|本季度|本年度?|全年)|[12][0-9]{3}年(?:度)?)?"
)
_SHORT = 2
"""So many characters a space may part from a label that is not one without them: 责任 单位."""
_LONGEST = 18
_FARTHEST = 120
"""No label begins so many characters before its colon; a line may hold thousands of colons."""
_TOLD = 11
_FRAMED = r"[【\[〔〖]\s?(?P<framed>[^【】\[\]〔〕〖〗]{2,18})[】\]〕〗]\s?:?"
FRAMES = "【[〔〖"
_MEASURED = r"\((?:[金计货投][额量币资])?单位:[^():]{1,8}\)"
"""The unit of a value in a label, whose colon ends no label: 总投资(单位:万元)."""
_AT_START = re.compile(
    rf"(?:{_FRAMED}|\(\s?(?P<inner>[^\s:()。;,、][^:()。;,]{{1,{_LONGEST}}}?(?:\([^():]{{1,10}}\))?)\s?:"
    rf"|(?P<word>[^\s:。;,、][^:。;,]{{1,{_LONGEST}}}?(?:{_MEASURED})?)\s?:)"
)
_SPACED = re.compile(
    r"\s*(?P<word>(?:[0-9]{4}年)?(?:[0-9]{1,2}(?:[-—~至][0-9]{1,2})?月)?[\u4e00-\u9fff]{2,10}"
    r"(?:[(][^()]{1,10}[)])?)(?:\s+|$)"
)
_MORE_SPACED = re.compile(
    r"(?<=\s)(?P<word>(?:[0-9]{1,2}(?:[-—~至][0-9]{1,2})?月)?[\u4e00-\u9fff]{4,10})(?:\s+|$)"
)
"""What may be another label on such a line, behind a value: 责任单位 区水务局 分管领导 方朔."""
_EACH = "各"
"""A word with it speaks of several, 区各单位: at the head of a letter; no label does."""
BULLETS = "●○◎◆◇■□▪▫▲△▶►▸➢➤❖•·※"
_DATED = r"[0-9]{1,4}(?:[-—~至][0-9]{1,2})?\s?[年月]"
BULLET = re.compile(rf"\s*(?:[{BULLETS}>*]|[-—]{{1,2}})\s*(?=[^\s0-9\-—]|{_DATED})")
"""A bullet before words, or before the time that a label begins with: ◆11月份目标:. Before other digits it may be a sign of theirs, -3.5."""
SIGN = re.compile(
    r"\s*(?P<sign>[^\w\s★☆(（)）\[【〔〖{《<“‘\"'。,，、;；:：!！?？%#+.-]{1,2}|[-—](?![0-9]))\s*(?=\S)"
)
"""A bullet of whatever kind: a sign that is part of no word, and of no number."""
_LETTER = re.compile(r"\s*(?:[A-Za-z][.)、]|\([A-Za-z]\))\s*(?=[\u4e00-\u9fff0-9])")
_COUNTS = "(?:项目|实事|任务|事项|工程)(?:之)?"
_COUNTED = re.compile(
    r"\s*(?:第\s?(?:(?P<n>[0-9]{1,3})|(?P<c>[一二三四五六七八九十]{1,3}))\s?[项件][\s::、.]*"
    r"|[【〔〖]\s?(?P<f>[0-9]{1,3})\s?[】〕〗][\s:、.]*"
    r"|(?:[A-Z]|[12][0-9]{3})-(?P<k>[0-9]{1,3})(?:[.、]\s?|\s+)|(?P<m>[0-9]{1,3})\s+)(?=[^\s0-9.%])"
    rf"|\s*{_COUNTS}(?:(?P<l>[0-9]{{1,3}})|(?P<d>[一二三四五六七八九十]{{1,3}}))\s*(?:[::、.]\s*(?=\S)|[::]?$)"
)
_SEVERAL = r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}"
_DOTTED = re.compile(
    rf"\s*(?:(?P<n>{_SEVERAL})\.(?:\s+(?=\S)|(?=[^\s0-9.]))|\(\s?(?P<b>{_SEVERAL})\s?\)(?=\s?\S)"
    rf"|第\s?(?P<w>{_SEVERAL})\s?[项件][\s:、.]*(?=\S)|{_COUNTS}(?P<l>{_SEVERAL})\s?[::、.]\s*(?=\S))"
)
"""A code of several numbers with a point behind it, in brackets or in words: 1.1.整治…, (1.1)整治…, 第1.1项 整治…, 项目1.1:整治…"""
_WORD = re.compile(rf"[\u4e00-\u9fff0-9()★☆%、/\-—至]{{2,18}}(?:{_MEASURED})?")
_END = re.compile(rf"{_FRAMED}|:(?![^():]{{1,8}}\)\s?:)")
_GAP = re.compile(rf"(?:[\s。;,、!?】{BULLETS}]|(?!\([★☆]\))\(|(?<!\([★☆])\))+")
"""What stands before a label; no star in brackets does, which a label has in it: 牵头(★)及配合单位."""
_LONG_BRACKET = re.compile(r"[(（][^()（）]{9,}[)）]$")
_BRACKET = re.compile(r"[(（][^()（）]{1,10}[)）]$")


class Stand(IntEnum):
    """Where a label stands: inside text, after a space or the end of a phrase, or first on its line."""

    INSIDE = 0
    AFTER = 1
    LINE = 2


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a plain line: its word, where it begins, and where its value begins and ends.

    `known` is False for a word with a colon that no list of header words has. A label in brackets
    with its value begins at the bracket: (责任单位:区水务局).
    """

    word: str
    start: int
    value: int
    end: int
    stand: Stand
    known: bool = True
    sure: bool = True
    bracketed: bool = False
    colon: bool = True  # or a frame; False where only a space parts it from its value
    printed: str = ""  # the word on the page, where `word` is the commonest that says the same


def find_labels(
    plain: str,
    dialect: Dialect = COMMON,
    *,
    spaced: bool = False,
    counted: bool = True,
    own: Set[str] = frozenset(),
) -> list[Label]:
    """Find what may be the labels of a line, each with the stretch of its value.

    `spaced`: a header word that a space parts from the rest of its line may be one, too: 责任单位 区水务局.
    `counted`: a word that counts, 任务一, is the number of its line; else it may be a label itself.
    `own`: words that no list has and that this page has for labels.

    >>> line = "1.新建绿道。牵头单位:区水务局 完成情况:已开工"
    >>> [(label.word, line[label.value : label.end]) for label in find_labels(line)]
    [('牵头单位', '区水务局 '), ('完成情况', '已开工')]
    """
    found = list(_found(plain, dialect, counted=counted, own=own))
    if spaced and not (found and found[0].stand is Stand.LINE and found[0].known):
        first = list(_spaced(plain, dialect))
        found = first + [label for label in found if not first or label.start >= first[-1].value]
    return with_ends(found, len(plain))


def with_ends(labels: Sequence[Label], length: int) -> list[Label]:
    """Let the value of each label end where the next one begins, the last one's at the line's end."""
    ends = [*(label.start for label in labels[1:]), length]
    return [replace(a, end=end) for a, end in zip(labels, ends, strict=bool(labels))]


def _found(plain: str, dialect: Dialect, *, counted: bool, own: Set[str]) -> Iterator[Label]:
    bullet = BULLET.match(plain) or _odd_bullet(plain, dialect)
    mark = None if bullet else find_mark(plain)
    mark = mark or (find_counted(plain) if counted and not bullet else None)
    begin = bullet.end() if bullet else mark.span[1] if mark else 0
    begin += len(plain[begin:]) - len(plain[begin:].lstrip())
    past = begin
    if first := _first(plain, begin, dialect):
        yield replace(first, start=0) if bullet else first
        past = first.value
    for end in _END.finditer(plain, past):
        if end["framed"]:
            word = squeeze(end["framed"])
            label = _label(word, end.start(), end.end(), dialect=dialect)
        else:
            label = _before(plain, past, end, dialect=dialect, own=own)
        if label:
            yield label
            past = label.value


def _odd_bullet(plain: str, dialect: Dialect) -> re.Match[str] | None:
    """Find a sign or a letter that is no usual bullet, before a word that is a label: √牵头单位:, a.牵头单位:"""
    odd = SIGN.match(plain) or _LETTER.match(plain)
    label = _first(plain, odd.end(), dialect) if odd else None
    return odd if label and label.known else None


def _spaced(plain: str, dialect: Dialect) -> Iterator[Label]:
    bullet = BULLET.match(plain)
    match = _SPACED.match(plain, bullet.end() if bullet else 0)
    if match and _known(match["word"], dialect):
        yield Label(match["word"], 0, match.end(), 0, Stand.LINE, colon=False)
        for more in _MORE_SPACED.finditer(plain, match.end()):
            if _known(more["word"], dialect):
                yield Label(more["word"], more.start(), more.end(), 0, Stand.AFTER, colon=False)


def find_counted(plain: str) -> Mark | None:
    """Find a number that a line begins with and that is no mark of a list: 第3项, 项目一, A-3., 1.1., (1.1), 【1】 and 3 with a space."""
    if dotted := _DOTTED.match(plain):
        several = dotted["n"] or dotted["b"] or dotted["w"] or dotted["l"]
        return Mark(Style.DOTTED, tuple(map(int, several.split("."))), dotted.span())
    counted = _COUNTED.match(plain)
    if not counted:
        return None
    digits = counted["n"] or counted["k"] or counted["m"] or counted["l"] or counted["f"]
    value = int(digits) if digits else read_chinese(counted["c"] or counted["d"])
    return Mark(Style.BARE, (int(value),), counted.span()) if value is not None else None


def counts_by_word(plain: str) -> bool:
    """Tell a line that begins with a word that counts, which parts of one item may have as well.

    >>> counts_by_word("任务一:完成招标"), counts_by_word("第一项 完成招标")
    (True, False)
    """
    counted = None if _DOTTED.match(plain) else _COUNTED.match(plain)
    return counted is not None and (counted["l"] or counted["d"]) is not None


def _first(plain: str, begin: int, dialect: Dialect) -> Label | None:
    """Find the label that a line begins with; any word with a colon may be one."""
    match = _AT_START.match(plain, begin)
    word = squeeze(match["framed"] or match["inner"] or match["word"]) if match else ""
    if not match or not _WORD.fullmatch(word):
        return None
    if not is_period(word) and dialect.guess(word) is None and _ending().search(word):
        return None
    known = _known(word, dialect) is not None and not _LONG_BRACKET.search(word)
    bracketed = match["inner"] is not None
    return Label(word, *match.span(), 0, Stand.LINE, known, bracketed=bracketed)


def _label(
    word: str, start: int, value: int, *, dialect: Dialect, own: Set[str] = frozenset()
) -> Label | None:
    """Give the label of a word that is one, listed or put together from parts."""
    listed = _known(word, dialect) is not None
    unknown = dialect.guess(word) is None and not is_period(word) and word not in own
    if not listed and (unknown or not _may_begin(word)):
        return None
    return Label(word, start, value, 0, Stand.AFTER, listed)


def may_be_label(word: str, dialect: Dialect) -> bool:
    """Tell a word that no list has and that begins like no word of a sentence: the page may have it for a label.

    >>> may_be_label("受益人群", COMMON), may_be_label("各街道", COMMON), may_be_label("责任单位", COMMON)
    (True, False, False)
    """
    return _known(word, dialect) is None and _may_begin(word)


def _may_begin(word: str) -> bool:
    return not word.startswith(_inside("begins")) and _EACH not in word


def _before(
    plain: str, past: int, colon: re.Match[str], *, dialect: Dialect, own: Set[str]
) -> Label | None:
    """Find the label that a colon ends: the words back to a space or a mark, or the end of a text."""
    end = colon.start()
    while end > past and plain[end - 1].isspace():
        end -= 1
    past = max(past, end - _FARTHEST)
    bracket = _BRACKET.search(plain, past, end)
    bare = bracket.start() if bracket else end
    starts = [past, *(gap.end() for gap in _GAP.finditer(plain, past, bare))]
    found = None
    for at, start in reversed(list(enumerate(starts))):
        piece = plain[start : starts[at + 1] if at + 1 < len(starts) else bare].strip()
        if start != starts[-1] and len(piece) != 1 and (found or len(piece) != _SHORT):
            break
        word = squeeze(plain[start:end])
        if len(word) > _LONGEST:
            break
        apart = at > 0 or plain[start - 1 : start].isspace()
        if len(word) > 1 and apart:
            found = _label(word, start, colon.end(), dialect=dialect, own=own) or found
    if found:
        return _with_bracket(found, plain)
    inside = _ending().search(plain, starts[-1], end)
    if not inside or plain.endswith(_inside("after"), 0, inside.start()):
        return None
    return Label(inside[0], inside.start(), colon.end(), 0, Stand.INSIDE)


def _with_bracket(label: Label, plain: str) -> Label:
    """Let a label begin at the bracket that opens right before it."""
    before = plain[: label.start].rstrip()
    if not before.endswith("("):
        return label
    return replace(label, start=len(before) - 1, bracketed=True)


@cache
def _ending() -> re.Pattern[str]:
    words = sorted((w for w in header_words() if len(w) > 1), key=len, reverse=True)
    return re.compile(
        rf"{_PERIOD}(?:{'|'.join(map(re.escape, words))})(?:[(（][^()（）::]{{1,8}}[)）]|{_MEASURED})?$"
    )


@cache
def _inside(which: str) -> tuple[str, ...]:
    """Give the words of sentences that a label has not before it: 目标: is one, 既定目标: is none."""
    return tuple(load_headers()["inside"][which])


def word_of(label: str, dialect: Dialect) -> HeaderWord:
    """Say what a label may mean; a word that no list has means a column of its own.

    >>> [name for name, _ in word_of("受益人群", COMMON).claims]
    ['other']
    """
    word = _known(label, dialect) or dialect.guess(label) or HeaderWord(label, label, ((OTHER, 5),))
    return replace(word, printed=label, covers=frozenset())


def _known(word: str, dialect: Dialect) -> HeaderWord | None:
    """Look a label up among the header words, and among those that only labels are: 牵头, 配合."""
    field = short_labels().get(word)
    short = HeaderWord(word, word, ((field.value, 6),)) if field else None
    return dialect.word(word) or short


def settle_labels(
    words: Sequence[str],
    *,
    taken: Set[Field],
    dialect: Dialect,
    looks: Mapping[str, ColumnLook] = MappingProxyType({}),
) -> Mapping[str, Column]:
    """Say what each label means; the fields in `taken` are told without one, as the item before them.

    A label that nobody knows is guessed by what its values look like, where they are no mere texts,
    and no statuses: 二期工程:在建 says how far a part is.

    >>> meant = settle_labels(["目标任务", "责任单位"], taken={Field.ITEM}, dialect=COMMON)
    >>> str(meant["目标任务"].field), str(meant["责任单位"].field)
    ('goal', 'lead_units')
    """
    told = [HeaderWord("", "", ((name.value, _TOLD),)) for name in taken]
    meant = [_guessed(word, dialect, looks.get(word)) for word in words]
    columns = match_columns([*told, *meant], dialect)[0]
    return {c.word: c for c in reversed(columns) if c.word}


def _guessed(label: str, dialect: Dialect, look: ColumnLook | None) -> HeaderWord:
    word = word_of(label, dialect)
    if look is None:
        return word
    if word.claims[0][0] == Field.PERCENT:
        return weigh(word, look)  # 形象进度 is a share or a report
    if _known(label, dialect) or dialect.guess(label):
        return word
    guessed = guess_word(word, look)
    return word if guessed.claims[0][0] in (Field.ITEM, Field.STATUS) else guessed
