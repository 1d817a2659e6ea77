"""Milestones: the steps of works a text names, and when each is due or done."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from shishi.measures.measure import Comparator, Milestone
from shishi.measures.steps import load_steps
from shishi.text.periods import Period, Span, find_periods

_STEPS = load_steps()
_EVENT = re.compile(
    "|".join(
        [
            *_STEPS.conditions,
            *map(re.escape, sorted(_STEPS.words, key=len, reverse=True)),
        ]
    )
)
_GAP = re.compile(r"[^,;。、::%0-9\"“”]{0,14}")  # what may stand between a time and its step
_CLAUSE = re.compile(r"[,;。::、\n]")
_OF_SOMETHING = re.compile(r"\s?(?:约|超|近|不少于|不低于)?[0-9]")
_YES = re.compile(f"(?:{'|'.join(_STEPS.yes)})[^,;。、未]{{0,8}}$")
_NO = re.compile(f"(?:{'|'.join(_STEPS.refused)})(?!来|成年)[^,;。、已]{{0,3}}$")
_OTHER_WORD = re.compile("|".join(_STEPS.not_words))
_EVERY_DAY = re.compile(f"(?:{'|'.join(_STEPS.not_after)})$")
_MOVED = re.compile(rf"[,;]?\s?[^,;。0-9]{{0,6}}?(?:{'|'.join(_STEPS.moved)})(?:至|到)?")
_NAMED = re.compile(
    r"(?:的?(?:时间|日期|节点))(?:\s?(?:为|是|定为|定于|暂定为?|预计为?|约为|在|:))?\s?"
)


@dataclass(frozen=True, slots=True)
class _Time:
    span: Span
    period: Period


def find_milestones(text: str, *, year: int | None, month: int | None = None) -> list[Milestone]:
    """Find the steps of works of a plain text, in reading order.

    `year` and `month` are those the page reports on, for 年内 and 本月; with None only times that name
    their own are read. A step without
    a time has period None, and its comparator says nothing. `span` runs from the time to the step
    (一季度开工), or covers the step alone. A step that was put off (原定5月开工,推迟至8月) has its new
    time, and its span covers the step alone; of 开工时间为3月 it runs to the end of the time. What counts things (建成3个驿站) is a measure and no step.

    >>> [(m.text, str(m.period), m.comparator.value) for m in find_milestones("5月开工,年内完工", year=2023)]
    [('5月开工', '2023-05', '<='), ('年内完工', '2023', '<=')]
    """
    events = list(_EVENT.finditer(text))
    if not events:
        return []
    times = [_Time(span, period) for span, period in find_periods(text, year=year, month=month)]
    found = []
    for event in events:
        milestone = _milestone(text, event, times)
        if milestone is not None:
            found.append(milestone)
    return found


def _milestone(text: str, event: re.Match[str], times: list[_Time]) -> Milestone | None:
    word, end = event[0], event.end()
    dated = _time_after(text, end, times)
    if dated is not None:
        return _build(text, event, time=dated, span=(event.start(), dated.span[1]))
    time = _time_of(text, event.start(), times)
    if word in _STEPS.timed and (time is None or not _closes(text, end)):
        return None
    if word in _STEPS.takes and _OF_SOMETHING.match(text, end):
        return None
    if _is_other_word(text, event):
        return None
    moved, new = _new_time(text, end, times)
    time = new if moved else time
    start = time.span[0] if time and not moved else event.start()
    return _build(text, event, time=time, span=(start, end))


def _build(text: str, event: re.Match[str], *, time: _Time | None, span: Span) -> Milestone:
    done = _done(text, event.start())
    return Milestone(
        event=event[0],
        period=time.period if time else None,
        comparator=Comparator.EQUAL if done else Comparator.AT_MOST,
        span=span,
        text=text[slice(*span)],
        done=done,
    )


def _is_other_word(text: str, event: re.Match[str]) -> bool:
    if text.startswith(_STEPS.not_before, event.end()) or _OTHER_WORD.match(text, event.start()):
        return True
    return bool(_EVERY_DAY.search(text[max(0, event.start() - 5) : event.start()]))


def _new_time(text: str, end: int, times: list[_Time]) -> tuple[bool, _Time | None]:
    """Say whether a step was put off or moved up, and to when; None where the new time is unread."""
    moved = _MOVED.match(text, end)
    if moved is None or not moved[0].endswith(("至", "到")):
        return False, None
    return True, next((time for time in times if time.span[0] == moved.end()), None)


def _time_after(text: str, end: int, times: list[_Time]) -> _Time | None:
    """The time of a step that is given its date in so many words: 开工时间为2024年3月."""
    named = _NAMED.match(text, end)
    return named and next((time for time in times if time.span[0] == named.end()), None)


def _time_of(text: str, at: int, times: list[_Time]) -> _Time | None:
    """The last time before the step, if only a few words of the same clause stand between."""
    index = bisect_right(times, at, key=lambda time: time.span[1])
    if not index:
        return None
    time = times[index - 1]
    gap = _GAP.match(text, time.span[1])
    return time if gap and gap.end() >= at else None


def _closes(text: str, end: int) -> bool:
    return end == len(text) or bool(_CLAUSE.match(text, end)) or text[end].isspace()


def _done(text: str, at: int) -> bool | None:
    """True after 已, False after 未 or 待, None if the clause does not say."""
    breaks = [m.end() for m in _CLAUSE.finditer(text, max(0, at - 24), at)]
    clause = text[breaks[-1] if breaks else max(0, at - 24) : at]
    if _NO.search(clause):
        return False
    return True if _YES.search(clause) else None
