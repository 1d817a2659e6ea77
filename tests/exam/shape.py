"""The shape of a page: which columns it has, in which order, how it numbers, groups and breaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.exam.model import Column, Lists, Page
from tests.exam.words import headers


@dataclass(frozen=True)
class Allowed:
    """What a format can carry without becoming a riddle."""

    parts: bool = True  # several unit rows of one item
    headings: bool = True  # sections and leaders as lines of their own
    theme_codes: bool = True  # one number for all items of a theme
    no_codes: bool = False
    others: bool = False  # columns of no known meaning
    breaks: bool = True  # line ends inside cells
    merged_lists: bool = False  # leaders or supporters merged over rows
    repeats: bool = True  # header and theme printed again
    totals: bool = False
    deep_headers: bool = True
    stars: bool = True  # ★ marks the lead in a column of all bodies
    ended_stars: bool = True
    none_marks: tuple[str, ...] = ("", "", "", "/", "无", "—")


Maker = Callable[[Random, Allowed], tuple[Page, Lists]]
"""Makes a page that a format can carry."""


@dataclass
class Shape:
    """How one page is drawn."""

    columns: list[Column]
    numbering: str  # flat theme dotted han bracket restart none
    theming: str  # none column heading
    leading: str  # none column heading
    starred: bool
    level_in_item: bool
    separator: str  # between names of a list
    spaced_names: bool  # 李 明
    ended_stars: bool  # ★ behind some items, which marks no lead
    none_mark: str  # what stands for nobody
    breaks: float  # how often a cell is broken over lines
    part_share: float
    repeats: bool
    statuses: tuple[str, ...]
    percent_sign: bool
    numbered_progress: float
    fixed: dict[str, str] = field(default_factory=dict)


_ORDERS = (
    "code theme item level leader lead support money goal progress percent status explanation other remark",
    "code theme item level leader lead support money goal progress percent status explanation other remark",
    "code other theme lead support item money goal progress percent status explanation remark",
    "code theme item level money goal progress percent status explanation lead support leader remark",
    "code theme leader item lead support goal progress percent money status explanation other remark",
    "code theme item goal lead support leader progress percent status explanation money remark",
    "code theme level item goal progress explanation percent status lead support leader remark",
    "code theme item money leader lead support status progress goal percent explanation remark",
)


def draw_shape(rng: Random, allowed: Allowed, month: int) -> Shape:
    """Draw the columns of a page and everything that holds for all its rows."""
    theming = rng.choices(
        ("none", "column", "heading" if allowed.headings else "column"), (40, 35, 25)
    )[0]
    leading = rng.choices(
        ("none", "column", "heading" if allowed.headings and theming != "heading" else "none"),
        (60, 32, 8),
    )[0]
    numbering = _draw_numbering(rng, allowed, theming)
    starred = allowed.stars and rng.random() < 0.12
    always = {"item", "lead"}
    always |= {"code"} if numbering != "none" else set()
    always |= {"theme"} if theming == "column" else set()
    always |= {"leader"} if leading == "column" else set()
    order = _draw_order(rng, allowed, always, starred=starred)
    statuses = (
        (headers.REACHED if rng.random() < 0.1 else rng.choice(headers.STATUSES))
        if "status" in order
        else ()
    )
    percent_sign = rng.random() < 0.6
    columns = [
        _column(rng, name, month, starred=starred, reached=statuses == headers.REACHED)
        for name in order
    ]
    if allowed.deep_headers:
        _group(rng, columns)
    ends = "\n" if allowed.breaks else " "
    for column in columns:
        column.spread = headers.spread(rng, column.words[-1], ends)
    for column in columns:
        if column.name == "percent" and "%" not in column.words[-1]:
            percent_sign = True
    breaks = rng.choice((0, 0, 0.06, 0.2)) if allowed.breaks else 0
    return Shape(
        columns,
        numbering,
        theming,
        leading,
        starred,
        level_in_item="level" not in order and rng.random() < 0.1,
        separator=rng.choice(
            ("、", "、", "、", ",", "\n" if allowed.breaks else "、", "、" if starred else " ")
        ),
        spaced_names=rng.random() < 0.15,
        ended_stars=rng.random() < 0.05 and allowed.ended_stars,
        none_mark=rng.choice(allowed.none_marks),
        breaks=breaks,
        part_share=rng.choice((0, 0, 0.08, 0.2)) if allowed.parts else 0,
        repeats=allowed.repeats and rng.random() < 0.3,
        statuses=statuses,
        percent_sign=percent_sign,
        numbered_progress=rng.choice((0, 0, 0.15)) if allowed.breaks else 0,
    )


def _draw_order(rng: Random, allowed: Allowed, always: set[str], *, starred: bool) -> list[str]:
    shares = {
        "support": 0 if starred else 0.55,
        "goal": 0.5,
        "progress": 0.78,
        "level": 0.12,
        "money": 0.2,
        "percent": 0.2,
        "status": 0.38,
        "explanation": 0.22,
        "remark": 0.22,
        "other": 0.12 if allowed.others else 0,
    }
    wanted = always | {name for name, share in shares.items() if rng.random() < share}
    return [name for name in rng.choice(_ORDERS).split() if name in wanted]


def _draw_numbering(rng: Random, allowed: Allowed, theming: str) -> str:
    choices = ["flat"] * 6 + ["han", "bracket"]
    if theming == "column" and allowed.theme_codes:
        choices += ["theme"] * 4
    if theming != "none":
        choices += ["dotted"] * 3
    if theming == "heading":
        choices += ["restart"] * 6
    if allowed.no_codes:
        choices += ["none"]
    return rng.choice(choices)


_FIELDS = {
    "code": ("code", "code", headers.SERIAL),
    "theme": ("theme", "theme", headers.THEME),
    "item": ("item", "item", headers.ITEM),
    "lead": ("lead_units", "units", headers.LEAD),
    "support": ("support_units", "units", headers.SUPPORT),
    "leader": ("leaders", "leader", headers.LEADER),
    "level": ("levels", "level", headers.LEVEL),
    "money": ("investment", "money", headers.MONEY),
    "percent": ("percent", "percent", headers.PERCENT),
    "status": ("status", "status", headers.STATUS),
    "explanation": ("explanation", "text", headers.EXPLANATION),
    "remark": ("remark", "text", headers.REMARK),
    "other": (None, "other", headers.OTHERS),
}


def _column(rng: Random, name: str, month: int, *, starred: bool, reached: bool) -> Column:
    if name == "goal":
        word = headers.TIME_LIMIT if rng.random() < 0.08 else headers.goal_word(rng, month)
        return Column("goal", "text", (word,))
    if name == "progress":
        return Column("progress", "text", (headers.report_word(rng, month),))
    field_name, kind, words = _FIELDS[name]
    word = rng.choice(words)
    if name == "lead" and starred:
        word = rng.choice(headers.STARRED)
    if name == "status":
        word = "是否达序" if reached else rng.choice([w for w in words if w != "是否达序"])
    return Column(field_name, kind, (word,))


_GROUPS = (
    (("theme", "item"), ("目标任务", "项目", "工作任务")),
    (("lead_units", "support_units"), ("责任分工", "责任主体", "责任落实")),
    (("progress", "percent", "status", "explanation"), ("工作进度", "推进情况", "完成情况")),
)
_INNER = (("percent", "status", "explanation"), ("进度评价", "完成质量"))
_ABOVE = ("年度推进情况", "本期情况", "实施情况")


def _group(rng: Random, columns: list[Column]) -> None:
    """Set headings over neighbouring columns: one of the usual, at times another above or below it."""
    for names, words in _GROUPS:
        if rng.random() < 0.22:
            _set_over(columns, names, rng.choice(words))
    if rng.random() < 0.1:
        _set_over(
            columns, ("goal", "progress", "percent", "status", "explanation"), rng.choice(_ABOVE)
        )
    elif rng.random() < 0.1:
        _set_over(columns, _INNER[0], rng.choice(_INNER[1]), inside=True)


def _set_over(
    columns: list[Column], names: tuple[str, ...], word: str, *, inside: bool = False
) -> None:
    """Set a word over the columns of these fields where they stand together and hold no such word."""
    numbers = [n for n, column in enumerate(columns) if column.name in names]
    if len(numbers) < 2 or numbers[-1] - numbers[0] != len(numbers) - 1:
        return
    if any(word in column.words for column in columns):
        return
    for number in numbers:
        own = columns[number].words
        columns[number].words = (*own[:-1], word, own[-1]) if inside else (word, *own)
