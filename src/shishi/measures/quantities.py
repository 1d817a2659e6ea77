"""Quantities: the measures of a plain text, scanned, sorted out and described."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, zip_longest

from shishi.measures.measure import Basis, Comparator, Kind, Measure
from shishi.measures.scan import scan
from shishi.measures.sides import Quantity, clause_start
from shishi.measures.surroundings import RATES, Surroundings, kind_of, load_surroundings
from shishi.measures.units import load_words
from shishi.text.damage import find_damage
from shishi.text.line_ends import find_parted, join_lines

_FAMILY = {name: unit.family for name, unit in load_words().units.items()}
_COMPARATOR = {sign.value: sign for sign in Comparator}
_BOUNDS = ("以上", "以下", "以内")
_QUALIFIED = re.compile(r"的?[^,;。、:\n%0-9]{1,16}")
_JOINED = re.compile(r"\s?(?:和|及|与|、|,|以及)\s?")
_LONGEST_LIST = 30
_QUALIFIER = load_surroundings()["qualifier"]
_SIZES = frozenset(_QUALIFIER["families"])
_SIZED = re.compile(f"(?:{'|'.join(_QUALIFIER['things'])})(?!{'|'.join(_QUALIFIER['people'])})")
# Looking for damage costs as much as reading; only these can damage what reads as a quantity.
_MAYBE_DAMAGED = re.compile(
    "[0-9\ufffd](?:(?<=1)9[0-9]{4}|(?<=2)0[0-9]{4}|(?<=[0-9])[0-9]{3}分钟|(?<=\ufffd))"
)
_FROM = "从由"
_LONGEST_CHANGE = 6  # characters: 进一步增加到
_SHORT = 5  # characters of number and unit; a shorter one is nothing glued together
_COVERAGE = re.compile(r"全覆盖(?=[,;。、)\s的]|$)")
_WHOLE_GROUP = re.compile("为[^,;。:\n0-9]{0,8}所有")
_NEARLY = re.compile("基本[^,;。]{0,40}$")


def find_measures(text: str) -> list[Measure]:
    """Find the quantities of a plain text, in reading order.

    `text` is one cell or sentence in simplified characters, folded; spans index into it (half-open).
    Values are Decimals in the base unit (1.3万人 is 13000 人, 2亿元 is 200000000 元; 72% stays 72 with
    %); lengths, areas and weights keep the printed unit. The comparator is kept and not applied. Names
    and qualifiers that hold a number (329国道, 80周岁以上, 15分钟生活圈), dates and document numbers are
    left out, damaged numbers too. A number is read over the line end before its measure word. An unknown unit is kept with sure=False. Nothing is raised.

    >>> [(m.text, str(m.value), m.unit, m.comparator.value) for m in find_measures("新增就业1.5万人以上")]
    [('1.5万人以上', '15000', '人', '>=')]
    """
    if "\n" in text and (joined := join_lines(text)):
        return [_at(m, text, joined.span(*m.span)) for m in find_measures(joined.plain)]
    quantities = scan(text)
    if [True for q in quantities if q.comparator != "=" or q.tail - q.number > _SHORT]:
        quantities = _without_damaged(text, _without_qualifiers(text, quantities))
    if quantities and "\ufffd" in text:
        quantities = _without_damaged(text, quantities)
    if quantities and "\n" in text:
        quantities = _outside(find_parted(text), quantities)  # 路灯1⏎20盏 may be 120 of them
    if quantities and "分别" in text:
        _distribute(text, quantities)
    found = _describe(text, quantities) if quantities else []
    if "全覆盖" in text or "所有" in text:
        found = sorted(found + _derived(text), key=lambda m: m.span)
    return found


def _describe(text: str, quantities: list[Quantity]) -> list[Measure]:
    surroundings = Surroundings(text)
    last: Measure | None = None
    found: list[Measure] = []
    untils = [q.start for q in quantities[1:]]
    untils.append(len(text))
    for quantity, until in zip(quantities, untils, strict=True):
        start, end = quantity.start, quantity.end
        clause = surroundings.clause(start, last.span[1] if last else 0)
        action, thing = surroundings.action_and_object(quantity, clause, last=last, until=until)
        last = Measure.of(
            {
                "value": quantity.value,
                "unit": quantity.unit,
                "comparator": _COMPARATOR[quantity.comparator],
                "kind": kind_of(quantity, clause),
                "basis": surroundings.basis(quantity.number),
                "span": (start, end),
                "text": text[start:end],
                "action": action,
                "object": thing,
                "high": quantity.high,
                "derived": quantity.derived,
                "sure": quantity.sure,
                "field": None,
            }
        )
        if last.kind is Kind.LEVEL and found and _starts_from(text, found[-1], start):
            found[-1] = replace(found[-1], kind=Kind.LEVEL)
        found.append(last)
    return found


def _starts_from(text: str, before: Measure, at: int) -> bool:
    """Say whether a count is where a level started: 由80张增加到95张."""
    said = before.span[0] and text[before.span[0] - 1] in _FROM
    return bool(said) and before.kind is Kind.COUNT and at - before.span[1] <= _LONGEST_CHANGE


def _without_damaged(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Leave out what overlaps a damaged number: a person must say what was printed."""
    if not _MAYBE_DAMAGED.search(text):
        return quantities
    return _outside([d.span for d in find_damage(text) if d.number], quantities)


def _outside(spans: list[tuple[int, int]], quantities: list[Quantity]) -> list[Quantity]:
    """Leave out what overlaps one of the spans, which are in order."""
    starts = [start for start, _ in spans]
    kept = []
    for quantity in quantities:
        index = bisect_left(starts, quantity.end)
        if not index or spans[index - 1][1] <= quantity.start:
            kept.append(quantity)
    return kept


def _at(found: Measure, text: str, span: tuple[int, int]) -> Measure:
    """Give a measure where its characters stand in the text with its line ends."""
    return Measure.of({**found.__dict__, "span": span, "text": text[slice(*span)]})


def _without_qualifiers(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Leave out a bound that only says which things are meant: 80万元以上的村达到75%."""
    return [
        quantity
        for quantity, following in zip_longest(quantities, quantities[1:])
        if not _is_qualifier(text, quantity, following)
    ]


def _is_qualifier(text: str, quantity: Quantity, following: Quantity | None) -> bool:
    end = quantity.end
    right = end > quantity.tail and text.startswith(_BOUNDS, end - 2)
    left = quantity.comparator != "=" and quantity.start < quantity.number
    linked = text[end : end + 1] == "的"
    if not (right or (left and linked)):
        return False
    before = text[clause_start(text, quantity.start) : quantity.start].strip()
    family = _FAMILY.get(quantity.unit)
    if family == "percent" and not RATES.search(before):
        return False  # 95%以上的街道建成20个 says how many of the streets
    if following and _leads_to(text, end, following):
        return linked or family in ("money", "area")
    return linked and not before and family in _SIZES and _SIZED.match(text, end + 1) is not None


def _leads_to(text: str, end: int, following: Quantity) -> bool:
    """Say whether only the thing meant stands before the next number; 5亿元的60% names none."""
    match = _QUALIFIED.match(text, end)
    return match is not None and match.end() >= following.start > end + 1


def _distribute(text: str, quantities: list[Quantity]) -> None:
    """Let 分别 carry a comparator over a joined list: 分别稳定在6万亩和4300万斤以上."""
    starts = [quantity.start for quantity in quantities]
    at = text.find("分别")
    while at >= 0:
        index = bisect_left(starts, at)
        series = quantities[index : index + 1]
        for last, following in pairwise(quantities[index : index + _LONGEST_LIST]):
            if not _JOINED.fullmatch(text, last.end, following.start):
                break
            series.append(following)
        _share_comparator(series)
        at = text.find("分别", at + 2)


def _share_comparator(series: list[Quantity]) -> None:
    if len(series) < 2:
        return
    first, last = series[0], series[-1]
    if last.end > last.tail:
        source = last
    elif first.start < first.number:
        source = first
    else:
        return
    for quantity in series:
        if quantity.comparator == "=":
            quantity.comparator = source.comparator


def _derived(text: str) -> list[Measure]:
    """Read 100 % out of 全覆盖 and 为…所有…, marked as derived."""
    matches = [*_COVERAGE.finditer(text), *_WHOLE_GROUP.finditer(text)]
    return [_coverage(text, match) for match in matches]


def _coverage(text: str, match: re.Match[str]) -> Measure:
    nearly = _NEARLY.search(text, max(0, match.start() - 48), match.start())
    start = match.end() - 2 if match[0].endswith("所有") else match.start()
    return Measure(
        value=Decimal(100),
        unit="%",
        comparator=Comparator.ABOUT if nearly else Comparator.EQUAL,
        kind=Kind.RATE,
        basis=Basis.UNKNOWN,
        span=(start, match.end()),
        text=text[start : match.end()],
        derived=True,
    )
