"""Numbering: the numbers that Word prints before paragraphs and does not store in their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from shishi.readers.word.counting import format_count
from shishi.readers.word.tags import VAL, Element, W, is_on, number_of, value_of

_PLACE = re.compile("%([1-9])")
_BULLETS_THAT_SPEAK = frozenset("★☆▲△※◆●○✓☑□")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    form: str
    printed: str  # "%1.%2"
    start: int = 1
    after: str = " "  # what parts it from the text
    arabic: bool = False  # all levels in digits
    restarts: bool = True


@dataclass(slots=True)
class Lists:
    """The lists of a document: how they print, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # abstract list → levels
    abstract: dict[str, str] = field(default_factory=dict)  # list → its abstract list
    changed: dict[tuple[str, int], Level] = field(default_factory=dict)
    restarted: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)  # style → list and level
    unknown: set[str] = field(default_factory=set)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def number(self, style: str, numbers: Element | None) -> str:
        """Count a paragraph and give what Word prints before it; "" where it has no number.

        `style` is its style, `numbers` its own w:numPr.
        """
        found = self._list_of(style, numbers)
        if found is None:
            return ""
        identity, depth = found
        abstract = self.abstract.get(identity, "")
        level = self._level(identity, depth)
        if level is None:
            return ""
        if level.form == "bullet":
            shown = level.printed.strip()
            return f"{shown} " if shown in _BULLETS_THAT_SPEAK else ""
        self._count(identity, abstract, depth)
        shown = _PLACE.sub(
            lambda place: self._shown(identity, int(place[1]) - 1, arabic=level.arabic),
            level.printed,
        )
        return shown + level.after if shown else ""

    def _list_of(self, style: str, own: Element | None) -> tuple[str, int] | None:
        by_style = self.styles.get(style)
        if own is None:
            return by_style
        identity = value_of(own, "numId") or (by_style[0] if by_style else "")
        level = number_of(value_of(own, "ilvl"), by_style[1] if by_style else 0)
        return (identity, min(level, _DEEPEST - 1)) if identity in self.abstract else None

    def _level(self, identity: str, depth: int) -> Level | None:
        changed = self.changed.get((identity, depth))
        return changed or self.levels.get(self.abstract.get(identity, ""), {}).get(depth)

    def _count(self, identity: str, abstract: str, depth: int) -> None:
        key = (abstract, depth)
        restart = self.restarted.get((identity, depth))
        if restart is not None and (identity, depth) not in self._begun:
            self._counts[key] = restart
        elif key in self._counts:
            self._counts[key] += 1
        else:
            level = self._level(identity, depth)
            self._counts[key] = level.start if level else 1
        self._begun.add((identity, depth))
        for deeper in range(depth + 1, _DEEPEST):
            level = self._level(identity, deeper)
            if level is None or level.restarts:
                self._counts.pop((abstract, deeper), None)

    def _shown(self, identity: str, depth: int, *, arabic: bool) -> str:
        level = self._level(identity, depth)
        if level is None:
            return ""
        count = self._counts.get((self.abstract[identity], depth), level.start)
        shown = format_count(count, "decimal" if arabic else level.form)
        if shown is None:
            self.unknown.add(level.form)
            return str(count)
        return shown


def read_lists(numbering: Element | None, styles: Element | None) -> Lists:
    """Read how the lists of a document print, from its numbering and its styles."""
    lists = Lists()
    for abstract in _children(numbering, "abstractNum"):
        identity = abstract.get(f"{W}abstractNumId", "")
        lists.levels[identity] = dict(_levels(abstract))
    for concrete in _children(numbering, "num"):
        identity = concrete.get(f"{W}numId", "")
        lists.abstract[identity] = value_of(concrete, "abstractNumId")
        for override in _children(concrete, "lvlOverride"):
            depth = number_of(override.get(f"{W}ilvl"), 0)
            start = value_of(override, "startOverride")
            if start:
                lists.restarted[identity, depth] = number_of(start, 1)
            lists.changed |= {(identity, d): level for d, level in _levels(override)}
    _read_styles(lists, styles)
    _follow_links(lists, numbering)
    return lists


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for level in _children(parent, "lvl"):
        suffix = value_of(level, "suff") or "tab"
        yield (
            number_of(level.get(f"{W}ilvl"), 0),
            Level(
                form=_form(level),
                printed=value_of(level, "lvlText"),
                start=number_of(value_of(level, "start"), 0),
                after="" if suffix == "nothing" else " ",
                arabic=is_on(level.find(f"{W}isLgl")),
                restarts=value_of(level, "lvlRestart") != "0",
            ),
        )


def _form(level: Element) -> str:
    """Give the form of a level; inside mc:AlternateContent stands one that older programs lack."""
    found = next(level.iter(f"{W}numFmt"), None)
    return found.get(VAL, "decimal") if found is not None else "decimal"


def _read_styles(lists: Lists, styles: Element | None) -> None:
    """Give each style its list: its own, or that of the style it is based on."""
    own: dict[str, tuple[str, int]] = {}
    above: dict[str, str] = {}
    for style in _children(styles, "style"):
        name = style.get(f"{W}styleId", "")
        above[name] = value_of(style, "basedOn")
        numbers = style.find(f"{W}pPr/{W}numPr")
        if numbers is not None:
            own[name] = (value_of(numbers, "numId"), number_of(value_of(numbers, "ilvl"), 0))
    for name in above:
        at: str = name
        for _ in range(len(above)):
            if at in own or at not in above:
                break
            at = above[at]
        if at in own and own[at][0] in lists.abstract:
            lists.styles[name] = own[at]


def _follow_links(lists: Lists, numbering: Element | None) -> None:
    """An abstract list that only names a style counts as that style's list."""
    for abstract in _children(numbering, "abstractNum"):
        link = lists.styles.get(value_of(abstract, "numStyleLink"))
        if link:
            identity = abstract.get(f"{W}abstractNumId", "")
            lists.levels[identity] = lists.levels.get(lists.abstract.get(link[0], ""), {})


def _children(parent: Element | None, name: str) -> Iterator[Element]:
    if parent is not None:
        yield from parent.iterchildren(f"{W}{name}")
