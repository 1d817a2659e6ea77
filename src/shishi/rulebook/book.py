"""The Rulebook (填报说明) itself: one district's words, bands, thresholds and switches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

MEANINGS = (
    "closed",  # 办结
    "done",  # 完成
    "ahead",  # 超前
    "on_schedule",  # 正常
    "partly_behind",  # 部分滞后
    "behind",  # 滞后
    "suspended",  # 暂停
    "adjusted",  # 调整
    "not_judged",  # 无法判断
)
"""What a status word may mean."""

SEVERITIES = ("blocks", "asks", "notes")
"""What a finding may ask for, gravest first."""

ASPECTS = ("reason", "next_step", "circumstances")
"""What an explanation may have to hold."""

ROLES = ("lead", "support")
"""What 责任单位 may be."""

COLUMNS = (
    *("code", "theme", "item", "lead_units", "support_units", "leaders", "levels"),
    *("investment", "goal", "progress", "percent", "status", "explanation", "remark"),
    "other",
)
"""What a column may hold: the fields of a record, or something else that is kept as printed."""

Setting = int | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word of the status column, what it means, and whether a unit may fill it in."""

    word: str
    means: str
    fill: bool


@dataclass(frozen=True, slots=True)
class Length:
    """How long a progress text is meant to be, in characters without white space."""

    about: int
    note_from: int
    always: bool  # or only where the page says so


@dataclass(frozen=True, slots=True)
class Bands:
    """How numbers become a status; a share is what was reached of what was due, 1 is the goal.

    From `about_from` on, a goal that is itself given as 约 is neither met nor missed. `by_schedule`
    holds a year's number against the months that are over (序时进度).
    """

    ahead_from: Decimal
    on_schedule_from: Decimal
    about_from: Decimal
    edge_counts: bool
    grace_days: int
    by_schedule: bool


@dataclass(frozen=True, slots=True)
class Show:
    """What the public sees of a record besides the reviewed status."""

    claimed: bool
    computed: bool
    leaders: bool


@dataclass(frozen=True, slots=True)
class RuleSwitch:
    """One rule's row: whether it runs, what its findings ask for, its own settings, its validity.

    `since` and `until` are the first and the last day on which it holds; None is no limit.
    """

    on: bool
    severity: str
    settings: Mapping[str, Setting]
    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Say whether the rule is asked on a day; where no day is known, its validity is not weighed.

        >>> RuleSwitch(True, "asks", {}, since=date(2031, 1, 1)).holds(date(2030, 12, 31))
        False
        """
        if day is None or not self.on:
            return self.on
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything in which one district differs from another.

    `words_bind` says that no other status words may be used; `aliases` maps a word that pages print to its meaning; `columns` maps a header word
    of the district to what its column holds; `due` and `cues` say what an explanation
    must hold per meaning, and which words show it; `units` maps a full name to its other names and
    `groups` a standing group to its members; `rare_places` maps a name
    that loses a character easily to the words that follow it. `names` and `english_names` say what is due in words.
    """

    name: str
    version: str
    title: Mapping[str, str]
    recognize: tuple[str, ...]
    statuses: tuple[StatusWord, ...]
    words_bind: bool
    aliases: Mapping[str, str]
    stand_in: Mapping[str, tuple[str, ...]]
    closed_mark: str
    blank_marks: tuple[str, ...]
    responsible_alone: str
    responsible_beside_lead: str
    columns: Mapping[str, str]
    prefixes: tuple[str, ...]
    units: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    rare_places: Mapping[str, tuple[str, ...]]
    not_after: tuple[str, ...]
    length: Length
    others_need_not: bool
    restatements: tuple[str, ...]
    due: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    english_names: Mapping[str, str]
    cues: Mapping[str, tuple[str, ...]]
    bands: Bands
    show: Show
    rules: Mapping[str, RuleSwitch]

    @property
    def words(self) -> tuple[str, ...]:
        """The status words that a unit may fill in, in order."""
        return tuple(status.word for status in self.statuses if status.fill)

    def meaning(self, word: str) -> str | None:
        """Say what a status word or an alias of one means; None for an unknown word.

        >>> from shishi.rulebook import load_rulebook
        >>> load_rulebook("default").meaning("已完工")
        'done'
        """
        known = {status.word: status.means for status in self.statuses}
        return known.get(word) or self.aliases.get(word)

    def word(self, meaning: str) -> str:
        """Give the district's word for a meaning. Raises ValueError for an unknown meaning."""
        for status in self.statuses:
            if status.means == meaning:
                return status.word
        raise ValueError(f"meaning must be one of {', '.join(MEANINGS)}, not {meaning!r}")

    def propose(self, word: str, allowed: tuple[str, ...]) -> str:
        """Propose which of the allowed words a page's word stands for; "" when none does.

        >>> from shishi.rulebook import load_rulebook
        >>> load_rulebook("default").propose("完成", ("正常", "办结"))
        '办结'
        """
        meaning = self.meaning(word)
        if meaning is None:
            return ""
        for wanted in (meaning, *self.stand_in.get(meaning, ())):
            for candidate in allowed:
                if self.meaning(candidate) == wanted:
                    return candidate
        return ""

    def unit(self, name: str) -> str:
        """Give the full name of a printed unit; a unit that is not registered keeps its own.

        >>> from shishi.rulebook import load_rulebook
        >>> load_rulebook("beilun").unit("区发改局")
        '发展和改革局'
        """
        for bare in self.bare_names(name):
            for full, others in self.units.items():
                if bare == full or bare in others:
                    return full
        return name

    def is_registered(self, name: str) -> bool:
        """Say whether a printed name is a unit of the register or a standing group."""
        return name in self.groups or self.unit(name) in self.units

    def is_same_unit(self, one: str, other: str) -> bool:
        """Say whether two printed names are one unit: by the register, or but for a prefix."""
        bare = set(self.bare_names(one)) & set(self.bare_names(other))
        return bool(bare) or self.unit(one) == self.unit(other)

    def unit_names(self) -> tuple[str, ...]:
        """All names of the register, full and other, in order."""
        return tuple(name for full, others in self.units.items() for name in (full, *others))

    def bare_names(self, name: str) -> list[str]:
        """Give a printed name, and what is left of it without what may stand in front (区教育局, 教育局)."""
        bare = [name.removeprefix(p) for p in self.prefixes if name.startswith(p) and name != p]
        return [name, *bare]
