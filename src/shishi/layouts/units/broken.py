"""Names of units that a line end broke, put together; whole names on two lines, parted."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from shishi.layouts.cutting import cut, join
from shishi.layouts.words.names.kinds import begins_anew, is_unit
from shishi.layouts.words.names.listing import ends_whole, is_spaced_person, split_names
from shishi.layouts.words.names.organizations import DISTRICTS, load_words
from shishi.layouts.words.names.party import is_committee, is_organ
from shishi.places import Text
from shishi.text.characters import Script, fold, squeeze

_PLACE = 3  # as long as the name of a district may be
_SHORT = 2  # 保局 is the rest of a name
_DISTRICTS = tuple(DISTRICTS)


def part_lines(text: Text, script: Script) -> Text:
    """Part two whole names that a page printed on two lines, and the reader joined as one wrapped.

    Only a text in pieces without a line break between them says where its lines ended.
    """
    ends = [p.start + p.length for p in text.pieces[:-1]]
    ends = [
        end
        for end in ends
        if text.value[end - 1 : end + 1].strip() == text.value[end - 1 : end + 1]
    ]
    if not ends:
        return text
    parts = [cut(text, a, b) for a, b in pairwise([0, *ends, len(text.value)])]
    before, separators = "", []
    for part in parts:
        after = fold(part.value, script).plain
        separators.append("\n" if _are_two(before, after) else "")
        before = after if separators[-1] else before + after
    return join(parts, separators[1:], place=text.place) if "\n" in separators else text


def _are_two(before: str, after: str) -> bool:
    last, first = split_names(before).spans, split_names(after).spans
    if not last or not first:
        return False
    head, tail = before[slice(*last[-1])], after[slice(*first[0])]
    words = load_words()
    if begins_anew(head, tail):
        return is_unit(head)
    whole = len(tail) > _SHORT or tail in words.usual
    return is_unit(head) and is_unit(tail) and whole and tail not in words.suffixes


def mend_lines(plain: str) -> str:
    """Put the lines of plain words together where a name of a unit goes on from one to the next.

    >>> mend_lines("区规划\\n资源局\\n青禾镇")
    '区规划资源局\\n青禾镇'
    """
    lines = [line for line in plain.split("\n") if line.strip()]
    mended = lines[0] if lines else ""
    for before, after in pairwise(lines):
        mended += ("" if _goes_on(before, after) else "\n") + after
    return mended


def join_broken(text: Text, script: Script, known: frozenset[str]) -> Text:
    """Join two lines without a break where the last name of the one goes on in the other."""
    lines = lines_of(text) if "\n" in text.value else []
    if len(lines) < 2:
        return text
    plain = [fold(line.value, script).plain for line in lines]
    separators = ["" if _goes_on(a, b, known) else "\n" for a, b in pairwise(plain)]
    return join(lines, separators, place=text.place)


def _goes_on(before: str, after: str, known: frozenset[str] = frozenset()) -> bool:
    last, first = split_names(before).spans, split_names(after).spans
    if not last or not first or before.rstrip()[-1] in "、,，;；":
        return False
    head, tail = before[slice(*last[-1])], after[slice(*first[0])]
    if tail.startswith(("(", "（")):  # 各镇 + (街道)
        return is_unit(squeeze(head + tail))
    if is_spaced_person(head, tail):
        return True
    head, tail = squeeze(head), squeeze(tail)
    if _is_one(head, tail, known):
        return True
    if begins_anew(head, tail) or _begins_alike(head, tail) or _are_usual(head, tail):
        return False
    words = load_words()
    if not is_unit(head) and (head in known or ends_whole(head, tail)):  # a name, and no half
        return False
    is_rest = tail in words.suffixes and tail not in words.usual
    if is_unit(head) and (
        tail in words.farms or (tail in words.places and is_unit(tail) and _is_body(head, known))
    ):
        return False
    if len(tail) > 1 and tail in words.organs:  # a unit by itself, but below its committee
        return False
    return (is_rest or not is_unit(head)) and is_unit(head + tail)


def _is_body(name: str, known: frozenset[str]) -> bool:
    """Tell a unit that no place is named after: 街道 below 云帆公司 is another; below 北站 it is the rest of the name."""
    words = load_words()
    if name in known or name in words.usual or name[1:] in words.usual:
        return True
    ends = (end for end in words.anchors if len(end) > 1 and end not in words.places)
    return name.endswith(tuple(ends))


def _is_one(head: str, tail: str, known: frozenset[str]) -> bool:
    """Tell two halves that join into the name of a unit that is known, or that part its last word.

    They are two where each of them stands by itself elsewhere: 公安局 and 交警大队.
    """
    words, joined = load_words(), head + tail
    usual = joined in words.usual or joined[1:] in words.usual
    if (usual or joined in known) and not (head in known and tail in known):
        return True
    if is_organ(joined):
        return True
    if is_committee(joined[:2]) and len(head) > 2 and joined[2:] in words.usual:
        return True
    return tail.startswith(tuple(_broken_ends())) and any(
        tail.startswith(rest) and head.endswith(begin) for rest, begin in _broken_ends().items()
    )


@cache
def _broken_ends() -> dict[str, tuple[str, ...]]:
    """Give what a line may begin with inside the last word of a name, and what stands before: 员会, 委.

    What begins like a name of its own (the 区委 of 团区委) says nothing.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in load_words().anchors:
        for at in range(1, len(word) - 1):
            if word[at] not in _DISTRICTS:
                found[word[at:]] = (*found.get(word[at:], ()), word[:at])
    return found


def _are_usual(head: str, tail: str) -> bool:
    """Tell a line with a usual name below a name that nobody knows: 残联 below 青田合作社; 临溪 + 教育局 is one."""
    usual = load_words().usual
    stands = tail in usual or (tail[0] in _DISTRICTS and tail[1:] in usual)
    return stands and len(head) > _PLACE


def _begins_alike(head: str, tail: str) -> bool:
    """Tell a line that begins as the one above does and is whole: 区文明办 below 区关工组."""
    if head[:1] not in _DISTRICTS or tail[:1] != head[:1] or len(tail) <= _SHORT + 1:
        return False
    return is_unit(tail) and tail[1:] not in load_words().suffixes


def lines_of(text: Text) -> list[Text]:
    """Cut a text at its line breaks; blank lines are left out."""
    found, start = [], 0
    for line in text.value.split("\n"):
        if line.strip():
            found.append(cut(text, start, start + len(line)))
        start += len(line) + 1
    return found
